import { writeDocument } from '@yardstick/exchange/write/docx'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { findings } from './findings.ts'
import { paste } from './paste.ts'

const head = ['一级指标', '二级指标', '分值', '目标值', '评分标准']
const rows = [
  ['产出', '培训人次', '40', '≥50人次', '达到目标值得满分，每少1人次扣1分，扣完为止'],
  ['', '合格率', '30', '≥95%', '达到目标值得满分，每降低1%扣0.5分，扣完为止'],
  ['效益', '群众满意度', '27.5', '90%', '根据调查结果酌情评分'],
]

/** As Word and Excel put it on the clipboard, with a title above and a total below. */
function html(body: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const merged = body.map((row, index) => {
    if (row[0] === '') return cells(row.slice(1))
    const reach = body.slice(index + 1).findIndex(([level]) => level !== '')
    const span = (reach < 0 ? body.length - index - 1 : reach) + 1
    return cells(row).replace('<td>', `<td rowspan="${span}">`)
  })
  return `<table><tr><td colspan="5">培训项目绩效评价指标体系</td></tr>${cells(head)}${merged.join('')}</table>`
}

async function drop(page: Page, bytes: Uint8Array, name: string): Promise<void> {
  await page.evaluate(
    ([encoded, called]) => {
      const data = Uint8Array.from(atob(encoded!), (letter) => letter.charCodeAt(0))
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([data], called!))
      for (const type of ['dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      }
    },
    [Buffer.from(bytes).toString('base64'), name],
  )
}

const cell = (text: string) => ({ content: { text }, look: 'text' }) as const
const inWord = (body: readonly (readonly string[])[]) =>
  writeDocument({
    title: '实施方案',
    language: 'zh',
    foot: [],
    toFill: [],
    parts: [
      {
        shape: 'portrait',
        blocks: [
          { kind: 'paragraph', text: '附件：培训项目绩效评价指标体系' },
          {
            kind: 'table',
            table: {
              columns: [10, 14, 8, 12, 40],
              rows: [head, ...body].map((row) => row.map((text) => (text === '' ? null : cell(text)))),
              merges: [{ row: 1, column: 0, rowSpan: 2, columnSpan: 1 }],
              headerRows: 1,
            },
          },
        ],
      },
    ],
  })

describe.skipIf(hasNoBrowser)('importing', () => {
  test('a Word file: questions are answered and taken back, words point at parameters, the sample scores', async () => {
    const { page, context, expectNoFault } = await openDesigner()
    await page.getByRole('heading', { name: '从 Excel 粘贴或导入' }).waitFor()
    await drop(page, await inWord(rows), '实施方案.docx')
    const sheet = page.getByRole('table', { name: '您的表格' })
    await sheet.getByText('培训人次', { exact: true }).waitFor()
    const questions = page.getByRole('region', { name: '疑问' })
    const left = questions.getByRole('status')
    // The top level adds up to 97.5; 1% may be a step or a part of one; 90% does not say which way.
    await questions.getByText(/还有 \d+ 个问题/).waitFor()
    const before = Number(/\d+/.exec((await left.textContent()) ?? '')![0])
    expect(before).toBeGreaterThanOrEqual(2)
    await questions.getByText('97.5').first().waitFor()
    await questions.getByRole('button', { name: /按比例折算/ }).click()
    await page.getByText(`还有 ${before - 1} 个问题`).waitFor()
    await questions.getByText('已回答 1 个').click()
    await questions.getByRole('button', { name: /^重新回答/ }).click()
    await page.getByText(`还有 ${before} 个问题`).waitFor()
    // Both ways: the words light the parameter, the parameter the words.
    await page.getByRole('treegrid').getByText('合格率', { exact: true }).click()
    const detail = page.getByRole('region', { name: '这一行的评分标准' })
    await detail.locator('.reading-words', { hasText: '0.5' }).hover()
    await expect.poll(() => detail.locator('.reading-parameter.reading-lit').textContent()).toBe('0.5')
    await detail.locator('.reading-parameter', { hasText: '95%' }).focus()
    await detail.locator('.reading-parameter', { hasText: '0.5' }).focus()
    await expect.poll(() => detail.locator('.reading-words.reading-lit').textContent()).toBe('0.5')
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: '应用' }).click()
    await page
      .getByText(/总分 [\d.]+ \/ 100/)
      .first()
      .waitFor()
    expectNoFault()
    await context.close()
  })

  test('with the keyboard alone: rows, questions, what a column holds, and apply', async () => {
    const { page, context, expectNoFault } = await openDesigner()
    await page.getByRole('heading', { name: '从 Excel 粘贴或导入' }).waitFor()
    await paste(page, { html: html(rows), text: 'x' })
    const tree = page.getByRole('treegrid')
    await tree.waitFor()
    await tree.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    expect(await tree.locator('[aria-selected=true]').textContent()).toContain('培训人次')
    for (let count = 0; count < 9 && (await page.getByText(/还有 \d+ 个问题/).count()) > 0; count++) {
      await page.keyboard.press('F8')
      await page.waitForFunction(() => document.activeElement?.matches('button[data-answer]'))
      await page.keyboard.press('Enter')
      await page.waitForTimeout(100)
    }
    await page.getByText('没有疑问了').waitFor()
    await page.getByRole('button', { name: '第 4 列：目标值' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: '不用' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.closest('[role="menu"]') != null)
    // A menu that has just opened takes the focus before it hears keys.
    await expect
      .poll(async () => {
        await page.keyboard.press('End')
        return page.evaluate(() => document.activeElement?.closest('[role="menuitem"]')?.textContent)
      })
      .toBe('不用')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '第 4 列：不用' }).waitFor()
    await page.getByRole('button', { name: '应用' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.shell')
    expectNoFault()
    await context.close()
  })

  test('a newer table shows what it changes first; one step takes it, one undoes it; the same again is no change', async () => {
    const { page, context, expectNoFault } = await openDesigner()
    await page.getByRole('heading', { name: '从 Excel 粘贴或导入' }).waitFor()
    await paste(page, { html: html(rows), text: 'x' })
    await page.getByRole('treegrid').waitFor()
    await page.getByRole('button', { name: '应用' }).click()
    await page.waitForSelector('.shell')
    const again = async (body: readonly (readonly string[])[]) => {
      await page.getByRole('button', { name: '重新导入' }).click()
      await page.getByRole('textbox', { name: /Ctrl\+V/ }).focus()
      await paste(page, { html: html(body), text: 'x' })
    }
    await again(rows)
    await page.getByText('没有变化：表格与现有方案一致。').waitFor()
    expect(await page.getByRole('button', { name: '没有可采用的' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: /返\s*回/ }).click()
    await again([
      rows[0]!,
      ['', '合格率', '30', '≥98%', rows[1]![4]!],
      ['', '就业率', '2.5', '≥80%', ''],
      ['效益', '群众满意度', '27.5', '90%', rows[2]![4]!],
    ])
    const list = page.locator('.difference-list')
    await list.getByText('就业率').waitFor()
    expect(await list.locator('li', { hasText: '合格率' }).textContent()).toMatch(/≥95%.*→.*≥98%/s)
    expect(await findings(page)).toEqual([])
    await list.getByRole('checkbox', { name: '采用：修改“合格率”' }).uncheck()
    await page.getByRole('button', { name: /^采用 \d+ 处/ }).click()
    const grid = page.getByRole('treegrid', { name: '指标表' })
    await grid.getByText('就业率').first().waitFor()
    expect(await grid.getByText('≥98%').count()).toBe(0)
    await page.getByRole('button', { name: /^撤销：重新导入/ }).click()
    await expect.poll(() => grid.getByText('就业率').count()).toBe(0)
    expectNoFault()
    await context.close()
  })

  test('a part of a table does not take away the rest, unless somebody says so', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'seeds/nanchang-2021-sysops-project' })
    const grid = page.getByRole('treegrid', { name: '指标表' })
    const before = await grid.getAttribute('aria-rowcount')
    await page.getByRole('button', { name: '重新导入' }).click()
    await page.getByRole('textbox', { name: /Ctrl\+V/ }).focus()
    await paste(page, { text: '指标\t分值\n立项依据充分性\t3' })
    await page.getByText(/超过一半：没有选中删除/).waitFor()
    const removals = page.getByRole('checkbox', { name: /^采用：删除/ })
    expect(await removals.count()).toBeGreaterThan(10)
    expect(await removals.first().isChecked()).toBe(false)
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: /^采用 \d+ 处/ }).click()
    await grid.waitFor()
    await page.getByRole('button', { name: /^撤销：重新导入/ }).waitFor()
    expect(await grid.getAttribute('aria-rowcount')).toBe(before)
    expectNoFault()
    await context.close()
  })

  test('hundreds of rows are read beside the page: it tells how far, takes answers, and applies what they make', async () => {
    const { page, context, expectNoFault } = await openDesigner()
    await page.getByRole('heading', { name: '从 Excel 粘贴或导入' }).waitFor()
    // Each in words of its own, so that each has to be read.
    const lines = Array.from(
      { length: 300 },
      (_, index) =>
        `产出${index}率\t1\t≥${70 + (index % 29)}%\t达到目标值得满分，每降低1%扣0.${1 + (index % 9)}分，扣完为止`,
    )
    await paste(page, { text: ['指标\t分值\t目标值\t评分标准', ...lines].join('\n') })
    await page.getByRole('table', { name: '您的表格' }).getByText('产出1率', { exact: true }).waitFor()
    await page.getByRole('progressbar', { name: '正在读评分标准' }).waitFor()
    await page.getByText(/已读 \d+ \/ 300 行/).waitFor()
    await page.getByRole('treegrid').waitFor()
    // Pressed one upon the other, and applied before all of it was read again.
    const answers = page.locator('button[data-answer]')
    for (let left = await answers.count(); left > 0; left = await answers.count()) await answers.first().click()
    await page.getByRole('button', { name: '应用' }).click()
    await page.waitForSelector('.shell')
    await page
      .getByText(/总分 300 \/ 300/)
      .first()
      .waitFor()
    expectNoFault()
    await context.close()
  })
})
