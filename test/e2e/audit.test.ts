import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { audit } from '@yardstick/engine'
import { writeDocument } from '@yardstick/exchange/write/docx'
import { writeWorkbook } from '@yardstick/exchange/write/xlsx'
import { type ScoreSheet, validate, wordIssue } from '@yardstick/model'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { findings } from './findings.ts'

const seeds = new URL('../../rules/seeds/', import.meta.url)
const textOf = (id: string, file = 'sheet.json') => readFileSync(new URL(`${id}/${file}`, seeds), 'utf8')

function sheetOf(id: string): ScoreSheet {
  const sheet = validate('score-sheet', JSON.parse(textOf(id)))
  if (!sheet.ok) throw new Error(id)
  return sheet.value
}

/** Files as somebody chooses them. */
const choose = (page: Page, ...files: readonly (readonly [name: string, text: string | Buffer])[]) =>
  page
    .locator('.audit input[type=file]')
    .setInputFiles(
      files.map(([name, text]) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })),
    )

const listed = (page: Page) => page.locator('.audit-findings ol li')
const cell = (page: Page, pointer: string) => page.locator(`[data-cell="${pointer}"]`)

const ids = [
  'nanchang-2021-archives-project',
  'nanchang-2021-sysops-project',
  'shaoguan-2019',
  'zhengning-2023',
  'nanchang-2022',
]

describe.skipIf(hasNoBrowser)('score sheets', () => {
  test('are one way in; an example is shown as printed, with what contradicts itself marked and listed', async () => {
    const { page, context, expectNoFault } = await openDesigner()
    await page.getByRole('link', { name: '核对评分表' }).click()
    await page.getByRole('heading', { name: '把评分表拖到这里' }).waitFor()
    await page.getByRole('button', { name: /正宁县人力资源和社会保障局2023年度/ }).click()
    await page.getByText('各项得分相加是 95 分，印的总分是 98 分。').waitFor()
    expect(await listed(page).count()).toBe(audit(sheetOf('zhengning-2023')).length)

    // The total is marked where it is printed, and its number leads to the list.
    const total = cell(page, '/published/total')
    expect(await total.getAttribute('class')).toContain('audit-error')
    await total.locator('button').first().click()
    const current = page.locator('.audit-finding[aria-current]')
    expect(await current.textContent()).toContain('各项得分相加应为 95，印为 98')
    expect(await total.getAttribute('class')).toContain('audit-current')

    // From the list to the cell, which scrolls into view.
    await listed(page).filter({ hasText: '人民群众满意度' }).getByRole('button').click()
    const actual = page.locator('tr', { hasText: '人民群众满意度' }).locator('.audit-current')
    await actual.waitFor()
    await page.waitForTimeout(200)
    expect(await isInView(page, '.audit-current')).toBe(true)

    // F8 goes round.
    for (let step = 0; step < 3; step++) await page.keyboard.press('F8')
    const position = await page.locator('.audit-steps').textContent()
    await page.keyboard.press('Shift+F8')
    expect(await page.locator('.audit-steps').textContent()).not.toBe(position)
    expect(await page.locator('.audit-current').count()).toBe(1)
    expectNoFault()
    await context.close()
  })

  test('every finding of the seeds is listed in words and marked at one cell of its sheet', async () => {
    const { page, context, address, expectNoFault } = await openDesigner()
    await page.goto(`${address}#audit`)
    await page.getByRole('heading', { name: '把评分表拖到这里' }).waitFor()
    await choose(page, ...ids.map((id) => [`${id}.json`, textOf(id)] as const))
    await page.locator('.audit-tabs').waitFor()
    expect(await page.locator('.audit-tabs button').count()).toBe(ids.length)
    for (const [index, id] of ids.entries()) {
      await page.locator('.audit-tabs button').nth(index).click()
      const issues = audit(sheetOf(id))
      await expect.poll(() => listed(page).count()).toBe(issues.length)
      const texts = await listed(page).allInnerTexts()
      for (const [at, issue] of issues.entries()) {
        const sentence = wordIssue({ ...issue, where: [], pointer: '' }, 'zh')
          .replace(/^.*?[：:]/, '')
          .replace(/\s*\[.*$/, '')
        expect(texts[at], id).toContain(sentence.replace(/。$/, '').trim())
        expect(
          await page
            .locator('.audit-table .audit-badge, .audit-beside .audit-badge', { hasText: new RegExp(`^${at + 1}$`) })
            .count(),
          `${id} ${at + 1}`,
        ).toBeGreaterThan(0)
      }
    }
    expectNoFault()
    await context.close()
  })

  test('a planted slip is found in the sheet of the file, another way of reading the numbers is not', async () => {
    const { page, context, address } = await openDesigner()
    await page.goto(`${address}#audit`)
    const right = {
      id: '甲',
      fullScore: 20,
      tree: [
        { name: '产出', weight: 10, score: 9, children: [{ name: '数量', weight: 10, score: 9, children: [] }] },
        { name: '效益', weight: 10, score: 8, children: [] },
      ],
      published: { total: 17, grade: '良' },
      grades: [
        { name: '优', min: 18 },
        { name: '良', min: 0, max: 18, maxExclusive: true },
      ],
    }
    const wrong = structuredClone(right)
    wrong.tree[0]!.score = 10
    wrong.published.grade = '优'
    await choose(page, ['right.json', JSON.stringify(right)], ['wrong.json', JSON.stringify(wrong)])
    await page.getByText('逐格核对过，没有找到可以证明的矛盾。').first().waitFor()
    await page.locator('.audit-tabs button').nth(1).click()
    await page.getByText('这张表有').waitFor()
    expect(await cell(page, '/tree/0/score').getAttribute('class')).toContain('audit-error')
    expect(await cell(page, '/published/grade').getAttribute('class')).toContain('audit-error')
    await context.close()
  })

  test('sheets in Excel and Word are read as they are printed', async () => {
    const { page, context, address, expectNoFault } = await openDesigner()
    await page.goto(`${address}#audit`)
    const cell = (text: string) => ({ content: { text }, look: 'text' as const })
    const rows = [
      ['一级指标', '二级指标', '分值', '得分'],
      ['产出', '数量', '40', '45'],
      ['', '质量', '20', '20'],
      ['效益', '满意度', '40', '36'],
      ['总分', '', '100', '95'],
    ].map((row) => row.map(cell))
    const table = { columns: [10, 10, 10, 10], rows, merges: [], headerRows: 1 }
    const word = await writeDocument({
      title: '自评表',
      language: 'zh',
      foot: [],
      toFill: [],
      parts: [{ shape: 'portrait', blocks: [{ kind: 'table', table }] }],
    })
    const sheet = {
      name: '自评表',
      columns: table.columns,
      rows,
      merges: [],
      frozen: { rows: 1, columns: 0 },
      marked: [],
    }
    const excel = await writeWorkbook({ title: '自评表', language: 'zh', sheets: [sheet] })
    await choose(page, ['甲局.xlsx', Buffer.from(excel)], ['乙局.docx', Buffer.from(word)])
    for (const at of [0, 1]) {
      await page.locator('.audit-tabs button').nth(at).click()
      await listed(page).filter({ hasText: '数量' }).filter({ hasText: '45' }).first().waitFor()
    }
    expectNoFault()
    await context.close()
  })

  test('the scheme that lies beside is checked too, and may be chosen from the list', async () => {
    const { page, context, address, expectNoFault } = await openDesigner()
    await page.goto(`${address}#audit`)
    const other = JSON.parse(textOf('zhengning-2023'))
    other.tree[0].weight = 12
    await choose(page, ['sheet.json', JSON.stringify(other)], ['scheme.json', textOf('zhengning-2023', 'scheme.json')])
    await listed(page).filter({ hasText: '指标体系定为 10 分，表上印为 12 分' }).first().waitFor()
    await page.locator('.audit-scheme .ant-select').click()
    await page.locator('.ant-select-item-option', { hasText: '只看表本身' }).click()
    await expect.poll(() => listed(page).filter({ hasText: '指标体系定为' }).count()).toBe(0)
    expectNoFault()
    await context.close()
  })

  test('from an open design the command leads here with its scheme', async () => {
    const { page, context } = await openDesigner({ template: 'seeds/shaoguan-2019' })
    await page.getByText('总分 83.3').first().waitFor()
    await page.keyboard.press('Control+k')
    await page.locator('.palette-input').fill('核对评分表')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '把评分表拖到这里' }).waitFor()
    await choose(page, ['a.json', textOf('shaoguan-2019')])
    await listed(page).first().waitFor()
    expect(await page.locator('.audit-scheme .ant-select').textContent()).toContain('韶关')
    await context.close()
  })

  test('what is no score sheet is refused with the place of its slip, and what is read stays', async () => {
    const { page, context, address, expectNoFault } = await openDesigner()
    await page.goto(`${address}#audit`)
    await page.getByRole('heading', { name: '把评分表拖到这里' }).waitFor()
    const broken = JSON.stringify({
      ...JSON.parse(textOf('nanchang-2022')),
      tree: [{ name: '决策', weight: '十', score: 1 }],
    })
    const deep = `${'[{"children":'.repeat(300)}[]${'}]'.repeat(300)}`
    await choose(
      page,
      ['好的.json', textOf('nanchang-2022')],
      ['错的.json', broken],
      ['半截.json', '{"id": "甲", "tree": ['],
      ['很深.json', `{"id":"甲","fullScore":1,"published":{"total":1},"tree":${deep}}`],
      ['毒.json', '{"id":"甲","__proto__":{"a":1},"fullScore":1,"tree":[],"published":{"total":1}}'],
      ['表.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])],
      ['图.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff])],
    )
    const note = page.locator('.audit-refused')
    await note.waitFor()
    const text = await note.textContent()
    expect(text).toMatch(/“错的\.json”有 \d+ 处不符合评分表的格式[\s\S]*决策/)
    expect(text).toMatch(/“半截\.json”有 1 处[\s\S]*第 1 行/)
    expect(text).toContain('“很深.json”')
    expect(text).toContain('“毒.json”')
    expect(text).toMatch(/“表\.xlsx”没有读入：\s*文件应完整/)
    expect(text).toMatch(/“图\.png”没有读入：\s*表格文件应为 \.xlsx，现为 \.png/)
    await page.getByRole('heading', { name: '2022年度南昌市人力资源和社会保障局部门整体支出绩效评价报告' }).waitFor()
    expectNoFault()
    await context.close()
  })

  test('files that nobody looks at are said: too many at once, or without what reads them', async () => {
    const { page, context, address } = await openDesigner()
    await page.goto(`${address}#audit`)
    await page.getByRole('heading', { name: '把评分表拖到这里' }).waitFor()
    const note = page.locator('.audit-refused')
    await page.route(/read-sheet-file/, (route) => route.abort())
    await choose(page, ['一.json', textOf('nanchang-2022')], ['二.json', '[]'])
    await note.getByText('读文件的程序没有取到，2 个文件都还没有看').waitFor()
    await page.unroute(/read-sheet-file/)
    await page.reload()
    await choose(page, ...Array.from({ length: 203 }, (_, at) => [`${at}.json`, '[]'] as const))
    await note.getByText('一次最多看 200 个文件，后面的 3 个没有看').waitFor()
    await context.close()
  })

  test('a sheet dropped on the opening page goes where it belongs; the list goes out as a table', async () => {
    const { page, context } = await openDesigner()
    await page.getByText('96 分 · 优').waitFor()
    await page.locator('.opening-file input[type=file]').setInputFiles({
      name: 'sheet.json',
      mimeType: 'application/json',
      buffer: Buffer.from(textOf('shaoguan-2019')),
    })
    await listed(page).first().waitFor()
    for (const [entry, name] of [
      ['存为 Excel 文件', '评分表核对清单.xlsx'],
      ['存为 Word 文件', '评分表核对清单.docx'],
    ] as const) {
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: '导出清单' }).click()
      await page.getByRole('menuitem', { name: entry }).click()
      const file = await saved
      expect(file.suggestedFilename()).toBe(name)
      // What is in it is a zip that holds something.
      expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK')
    }
    await context.close()
  })

  test('a long sheet is drawn in part, and its last slip is gone to', async () => {
    const { page, context, address } = await openDesigner()
    await page.goto(`${address}#audit`)
    const rows = Array.from({ length: 3000 }, (_, index) => ({
      name: `指标${index}`,
      weight: 1,
      score: index === 2990 ? 2 : 1,
      children: [],
    }))
    const tree = [{ name: '产出', weight: 3000, score: 3001, children: rows }]
    await choose(page, ['long.json', JSON.stringify({ id: '长', fullScore: 3000, tree, published: { total: 3001 } })])
    await listed(page).filter({ hasText: '指标2990' }).getByRole('button').click()
    await page.locator('tr', { hasText: '指标2990' }).first().waitFor()
    expect(await page.locator('.audit-table tbody tr').count()).toBeLessThan(200)
    await context.close()
  })

  test.each(['light', 'dark'] as const)('axe finds nothing serious, %s', async (colorScheme) => {
    const { page, context, address } = await openDesigner({ colorScheme })
    await page.goto(`${address}#audit`)
    await page.getByRole('heading', { name: '先看几张已公开的评分表' }).waitFor()
    await page.locator('.audit-examples button').first().waitFor()
    expect(await findings(page)).toEqual([])
    await choose(page, ['a.json', textOf('shaoguan-2019')], ['b.json', textOf('zhengning-2023')], ['c.json', '{'])
    await listed(page).nth(1).getByRole('button').click()
    expect(await findings(page)).toEqual([])
    await context.close()
  })
})

/** Whether the element lies within what scrolls it. */
function isInView(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const box = document.querySelector(wanted)?.getBoundingClientRect()
    const frame = document.querySelector('.audit-scroller')?.getBoundingClientRect()
    return box !== undefined && frame !== undefined && box.top >= frame.top && box.bottom <= frame.bottom
  }, selector)
}
