import { writeWorkbook } from '@yardstick/exchange/write/xlsx'
import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { paste } from './paste.ts'

/** 40 rows: five parts of eight indicators, with merged level cells as Excel copies them. */
function fortyRows(): string {
  const parts = ['决策', '过程', '产出', '效益', '满意度']
  const head = ['一级指标', '二级指标', '分值', '年度指标值', '评分标准']
  const rows = parts.flatMap((part, number) =>
    Array.from({ length: 8 }, (_, index) => {
      const cells = [`${part}指标${index + 1}`, '2.5', targets[index]!, standards[index]!]
      const merged = index === 0 ? `<td rowspan="8">${number + 1}.${part}</td>` : ''
      return `<tr>${merged}${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    }),
  )
  return `<table><tr>${head.map((cell) => `<td>${cell}</td>`).join('')}</tr>${rows.join('')}</table>`
}

const targets = ['≥95%', '≥50个', '≤90万元', '100%', '2021年12月31日前', '有所提高', '0起', '']
const standards = [
  '达到目标值得满分，每降低1个百分点扣0.5分，扣完为止',
  '',
  '',
  '根据完成情况计分',
  '',
  '',
  '',
  '酌情评分',
]

const text = (of: string) => ({ content: { text: of }, look: 'text' }) as const
const number = (of: string, percent?: number) =>
  ({ content: { number: of, ...(percent === undefined ? {} : { percent }) }, look: 'figure' }) as const

const sheet = { columns: [12, 12, 12, 12, 40], frozen: { rows: 0, columns: 0 }, marked: [] }
const workbook = {
  title: '指标表',
  language: 'zh',
  sheets: [
    { ...sheet, name: '填报说明', rows: [[text('请按要求填写'), text('联系人：张三')]], merges: [] },
    {
      ...sheet,
      name: '指标体系',
      rows: [
        [text('项目支出绩效评价指标体系'), null, null, null, null],
        ['一级指标', '二级指标', '分值', '目标值', '评分标准'].map(text),
        [text('产出'), text('合格率'), number('30'), number('0.95', 0), text('按完成比例得分')],
        [
          null,
          text('完成时间'),
          number('30'),
          { content: { date: '2021-12-31' }, look: 'text' } as const,
          text('按时完成得满分，逾期不得分'),
        ],
        [null, text('培训人次'), number('40'), text('≥50人次'), text('实际÷目标×分值，最高得满分')],
      ],
      merges: [
        { row: 0, column: 0, rowSpan: 1, columnSpan: 5 },
        { row: 2, column: 0, rowSpan: 3, columnSpan: 1 },
      ],
    },
  ],
} as const

describe.skipIf(hasNoBrowser)('opening', () => {
  test('a template opens scored, and nothing leaves the origin', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'seeds/nanchang-2021-sysops-project' })
    await page.getByText('总分 96 / 100').first().waitFor()
    expect(await page.title()).toBe('标尺')
    expectNoFault()
    await context.close()
  })

  test('a finished report is one click away; the way back lists it, and removing can be undone', async () => {
    const { page, context, address, expectNoFault } = await openDesigner()
    await page.getByText('96 分 · 优').waitFor()
    await page.getByRole('button', { name: '打开并计分' }).click()
    await page.getByText('总分 96 / 100').first().waitFor()
    expect(page.url()).toMatch(/#design=\w+$/)
    await page.goBack()
    const own = page.getByRole('region', { name: '我的方案' })
    await own.getByText('系统运维费项目支出绩效评分表').waitFor()
    expect(page.url()).toBe(address)
    await own.getByRole('button', { name: /^删除/ }).click()
    await own.getByText('您新建或打开的方案会列在这里').waitFor()
    await page
      .getByRole('button', { name: '撤 销' })
      .or(page.getByRole('button', { name: '撤销' }))
      .click()
    await own.getByText('系统运维费项目支出绩效评分表').click()
    await page.getByText('总分 96 / 100').first().waitFor()
    await page.reload()
    await page.getByText('总分 96 / 100').first().waitFor()
    expectNoFault()
    await context.close()
  })

  test('40 pasted rows are looked through and score at once', async () => {
    const { page, context, expectNoFault } = await openDesigner()
    await page.getByRole('heading', { name: '从 Excel 粘贴或导入' }).waitFor()
    await paste(page, { html: fortyRows(), text: '一级指标\t二级指标' })
    await page.getByText('45 个指标，其中末级 40 个').waitFor()
    // How a part of a step counts is asked once for all rows, with what each answer would score.
    await page.getByText('还有 2 个问题').waitFor()
    expect(await page.getByRole('button', { name: /按比例折算/ }).textContent()).toMatch(/1\.75 分/)
    await page.getByRole('button', { name: /按比例折算/ }).click()
    // 100% and 0起 do not say which way is better; the name and what is usual decide, and can be changed.
    await page.getByText('10 处：目标值“100%”“0起”没有写不低于还是不超过').waitFor()
    expect(await page.getByRole('treegrid').getAttribute('aria-rowcount')).toBe('46')
    await page.getByRole('textbox', { name: '方案名称' }).fill('四十行')
    await page.getByRole('button', { name: /应\s*用/ }).click()
    await page.getByText('总分 100 / 100').first().waitFor()
    // What was not answered is among the problems until somebody has looked.
    await page.keyboard.press('F8')
    const issues = page.locator('.issue-text', { hasText: '评分标准“根据完成情况计分”' })
    await issues.first().waitFor()
    expectNoFault()
    await context.close()
  })

  test('a workbook is dropped: one of its sheets is read, merged cells, percentages and days as they are seen', async () => {
    const { page, context, expectNoFault } = await openDesigner()
    await page.getByRole('heading', { name: '从 Excel 粘贴或导入' }).waitFor()
    const bytes = Buffer.from(await writeWorkbook(workbook)).toString('base64')
    await page.evaluate((encoded) => {
      const data = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0))
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([data], '指标表.xlsx'))
      for (const type of ['dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      }
    }, bytes)
    await page.getByText('4 个指标，其中末级 3 个').waitFor()
    expect(await page.getByRole('textbox', { name: '方案名称' }).inputValue()).toBe('项目支出绩效评价指标体系')
    const source = page.getByRole('table', { name: '您的表格' })
    for (const text of ['95%', '2021-12-31']) await source.getByText(text, { exact: true }).waitFor()
    // Any other sheet is a choice away.
    const choose = async (name: string) => {
      await page.locator('.import-head .ant-select').click()
      await page.locator('.ant-select-item', { hasText: name }).click()
    }
    await choose('填报说明')
    await source.getByText('请按要求填写').waitFor()
    await choose('指标体系')
    await page.getByRole('button', { name: /应\s*用/ }).click()
    await page.getByText('总分 100 / 100').first().waitFor()
    expectNoFault()
    await context.close()
  })

  test('Esc leads from the preview back to the ways in', async () => {
    const { page, context } = await openDesigner()
    await page.getByRole('heading', { name: '空白方案' }).waitFor()
    await paste(page, { text: '指标\t分值\n甲\t60\n乙\t40' })
    await page.getByRole('heading', { name: '核对读到的内容' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: '空白方案' }).waitFor()
    await context.close()
  })

  test('files: a scheme opens, a table in GB 18030 is read, a broken workbook is told how to be mended', async () => {
    const { page, context, expectNoFault } = await openDesigner()
    const choose = (name: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await choose('指标.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))
    await page.getByText('“指标.xlsx”没有读入：文件应完整').waitFor()
    await choose('指标.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    await page.getByText('“指标.xls”没有读入：文件应完整').waitFor()
    await choose('方案.json', Buffer.from('{"yardstick":"scheme/1","id":"a"}'))
    await page.getByText('“方案.json”有').waitFor()
    await choose('数据.json', Buffer.from('{"yardstick":"submission/1"}'))
    await page.getByText('“数据.json”不是指标体系方案').waitFor()
    // 指标,分值 / 甲,60 / 乙,40
    const csv = Buffer.from('d6b8b1ea2cb7d6d6b50d0abcd72c36300d0ad2d22c34300d0a', 'hex')
    await choose('指标.csv', csv)
    await page.getByText('2 个指标，其中末级 2 个').waitFor()
    await page.getByRole('button', { name: /返\s*回/ }).click()
    const scheme = {
      yardstick: 'scheme/1',
      id: 'a',
      name: '文件里的方案',
      version: '1',
      fullScore: '10',
      items: [],
      indicators: [{ id: 'a', name: '甲', points: '10', scoring: { method: 'judgement' } }],
    }
    await choose('方案.json', Buffer.from(JSON.stringify(scheme)))
    await page.waitForSelector('.shell')
    expect(await page.getByRole('textbox', { name: '方案名称' }).inputValue()).toBe('文件里的方案')
    expectNoFault()
    await context.close()
  })

  test('templates are found by pinyin initials and by kind; a blank one takes full-width points', async () => {
    const { page, context, expectNoFault } = await openDesigner()
    const card = page.getByRole('region', { name: '从模板开始' })
    await card.getByRole('textbox').fill('jybm')
    await card.getByText('教育部门整体支出绩效评价指标体系').waitFor()
    expect(await card.locator('.opening-template').count()).toBe(1)
    await card.getByRole('textbox').fill('')
    await card.getByRole('button', { name: '公开报告' }).click()
    expect(await card.locator('.opening-template').count()).toBe(6)
    const blank = page.getByRole('region', { name: '空白方案' })
    await blank.getByLabel('方案名称').fill('新的一套')
    await blank.getByLabel('满分').fill('１２０')
    await blank.getByRole('button', { name: /新\s*建/ }).click()
    await page.waitForSelector('.shell')
    expect(await page.getByRole('textbox', { name: '方案名称' }).inputValue()).toBe('新的一套')
    expectNoFault()
    await context.close()
  })

  test('a design fills the window, and the page around it does not scroll', async () => {
    const { page, context } = await openDesigner({ template: 'seeds/nanchang-2021-sysops-project' })
    expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0)
    await context.close()
  })
})
