import { readFileSync } from 'node:fs'
import { entryWorkbook } from '@yardstick/exchange/render/entry-workbook'
import { writeWorkbook } from '@yardstick/exchange/write/xlsx'
import { type Entry, type Item, type Leaf, leaves, type Submission, stackOf } from '@yardstick/model'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, textOf } from '../../packages/exchange/src/write/office-file.testing.ts'
import { hasNoBrowser } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { type DepartmentType, departmentsOf, departmentTypes } from './journey-data.ts'
import { paste } from './paste.ts'
import { Asker, RealServer } from './real-server.ts'
import { choose, onServer, signedInPage } from './server-page.ts'

/**
 * A campaign of departments of four types, from their templates to the published report, in the browser: eight of them in
 * `npm test`, forty in `npm run test:all`. What nobody would do by hand forty times is done by a program that asks the
 * server as its person would.
 */
const isLong = process.env['YARDSTICK_LONG'] === '1'
const departments = departmentsOf(isLong ? 40 : 8)
const REGION = '360100'
const CAMPAIGN = '2024年度部门整体支出绩效评价'

interface Head {
  readonly id: string
  readonly name: string
  readonly department: string
  readonly state: string
}

interface Scored {
  readonly id: string
  readonly state: string
  readonly points: string
  readonly score: string
}

describe.skipIf(hasNoBrowser)(`a campaign of ${departments.length} departments of four types`, { retry: 0 }, () => {
  const server = new RealServer()
  const faults: string[] = []
  let browser: Browser
  let root: Asker
  let wang: Asker
  let li: Asker
  /** Of each type, as it was published. */
  const versions = new Map<string, string>()
  let campaign = ''
  let heads: readonly Head[] = []
  const headOf = (at: number) => heads.find(({ name }) => name === departments[at]!.name)!
  const signedIn = (account: string, hash: string) => signedInPage(browser, `${server.address}${hash}`, account, faults)
  let page: Page
  let reviewer: Page

  beforeAll(async () => {
    server.addAdministrator()
    await server.start()
    root = await new Asker(server).signIn('root')
    await root.ask('PUT', '/api/regions', { regions: [{ code: REGION, name: '南昌市' }] })
    await root.addAccount('wang', '王评价', 'designer', 'evaluator', 'administrator')
    await root.addAccount('li', '李审核', 'reviewer')
    wang = await new Asker(server).signIn('wang')
    li = await new Asker(server).signIn('li')
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
    page = await signedIn('wang', '')
    reviewer = await signedIn('li', '')
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server.end()
    expect(faults).toEqual([])
  })

  test('the schemes of the four types are published, one of them from its template in the page', async () => {
    const [first, ...others] = departmentTypes
    await page.goto(`${server.address}#template=departments/${first!.key}`)
    await onServer(page)
    await choose(page, '提交审核')
    await page.getByRole('dialog').getByRole('button', { name: '提交审核' }).click()
    await page.getByText('已提交审核').waitFor()
    await reviewer.reload()
    await reviewer.locator('.opening-scheme', { hasText: first!.scheme.name }).click()
    await reviewer.getByRole('button', { name: '方案状态：审核中' }).waitFor()
    await choose(reviewer, '审核通过')
    await reviewer.getByRole('dialog').getByRole('button', { name: '审核通过' }).click()
    await reviewer.getByText('已审核通过').waitFor()
    await choose(reviewer, '发布')
    await reviewer.getByRole('dialog').getByRole('button', { name: '发布' }).click()
    await reviewer.getByText('已发布为第 1 版').waitFor()
    for (const { scheme } of others) {
      const { id } = await wang.ask('POST', '/api/schemes', { region: REGION, scheme })
      await wang.ask('POST', `/api/schemes/${id}/review`, { note: '请审核' })
      await li.ask('POST', `/api/schemes/${id}/review/decision`, { decision: 'approved', note: '同意' })
      await li.ask('POST', `/api/schemes/${id}/versions`)
    }
    const published: { hash: string; name: string }[] = (await wang.ask('GET', '/api/versions')).versions
    for (const { type, scheme } of departmentTypes) {
      versions.set(type, published.find(({ name }) => name === scheme.name)!.hash)
    }
    expect(new Set(versions.values()).size).toBe(4)
  }, 120_000)

  test('departments are pasted from Excel, and the campaign takes them in, each type by its scheme', async () => {
    await go(page, '#departments')
    await page
      .getByRole('button', { name: /从 Excel 粘贴/ })
      .first()
      .click()
    await page.locator('.departments-area').focus()
    const rows = departments.map(({ name, of }) => `${name}\t${of.type}\t${REGION}`)
    await paste(page, { text: ['单位名称\t类型\t行政区划代码', ...rows].join('\n') })
    await page.getByRole('button', { name: '查看将有什么变化' }).click()
    await page.getByRole('button', { name: `写入 ${departments.length} 个单位` }).click()
    await page.locator('.ant-message').getByText(`已写入 ${departments.length} 个单位`).waitFor()

    await go(page, '#campaigns')
    await page
      .getByRole('button', { name: /新建评价项目/ })
      .first()
      .click()
    await page.getByLabel('名称').fill(CAMPAIGN)
    await page.getByLabel('地区').last().fill(REGION)
    await page.getByLabel('评价周期').fill('2024')
    for (const [at, { type, scheme }] of departmentTypes.entries()) {
      if (at > 0) await page.getByRole('button', { name: '添加一份方案' }).click()
      await page.getByRole('combobox', { name: '方案', exact: true }).nth(at).click()
      await page
        .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
        .filter({ hasText: scheme.name })
        .click()
      await page.getByRole('combobox', { name: '适用单位类型' }).nth(at).fill(type)
      await page.keyboard.press('Escape')
    }
    await page.getByRole('combobox', { name: '绩效目标' }).click()
    await page.getByTitle('不申报，直接填报').click()
    await page.getByLabel('填报 截止日期').fill('2099年3月31日')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { name: CAMPAIGN }).waitFor()
    campaign = /#campaigns\/([^/]+)/.exec(page.url())![1]!

    await page
      .getByRole('button', { name: /纳入单位/ })
      .first()
      .click()
    await page.getByRole('radio', { name: '按类型和地区，一次全部纳入' }).check()
    // Roads are ranked among those of the same terrain.
    await page.getByLabel('分组').fill('地形：山区')
    await page.getByRole('dialog').getByRole('button', { name: '纳入单位' }).click()
    await page.locator('.ant-message').getByText(`已纳入 ${departments.length} 个`).waitFor()
    heads = (await wang.ask('GET', `/api/campaigns/${campaign}/submissions?limit=200`)).submissions
    expect(heads.map(({ name }) => name).sort()).toEqual(departments.map(({ name }) => name).sort())
  }, 120_000)

  test('two departments fill in their forms by hand', async () => {
    await Promise.all(
      [0, 1].map(async (at) => {
        const { id, department } = headOf(at)
        await root.addAccountWith(`own${at}`, `填报${at}`, [{ role: 'department', region: REGION, department }])
        const own = await signedIn(`own${at}`, `#submissions/${id}`)
        await fillIn(own, departments[at]!.of, departments[at]!.items)
        await own.getByText(/^\s*已保存 \d\d:\d\d$/).waitFor()
        await own.context().close()
      }),
    )
    for (const at of [0, 1]) await expectReported(at)
  }, 120_000)

  test('the others send their workbooks, which are read at once and written without a doubt', async () => {
    await go(page, `#campaigns/${campaign}/workbooks`)
    const files = await Promise.all(
      departments.slice(2).map(async ({ name, of, items }) => {
        const { scheme } = of
        const { submission } = await wang.ask('GET', `/api/submissions/${heads.find((each) => each.name === name)!.id}`)
        const made = entryWorkbook({
          ...{
            scheme,
            schemeHash: versions.get(of.type)!,
            subject: submission.subject,
            period: '2024',
            language: 'zh',
          },
          present: { ...submission, items },
        })
        const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        return { name: `${name}.xlsx`, mimeType, buffer: Buffer.from(await writeWorkbook(made)) }
      }),
    )
    await page.getByLabel('选择文件', { exact: true }).and(page.locator('input')).setInputFiles(files)
    await page.getByRole('button', { name: new RegExp(`全部写入（${files.length} 份，\\d+ 项）$`) }).click()
    await page.getByText(new RegExp(`已写入 ${files.length} 份，`)).waitFor()
    for (const at of departments.keys()) await expectReported(at)
  }, 120_000)

  test('all hand in; one is returned with a remark, corrects it, and hands in again', async () => {
    const everywhere = heads.map(({ department }) => ({ role: 'department', region: REGION, department }))
    await root.addAccountWith('collect', '各单位', everywhere)
    const collect = await new Asker(server).signIn('collect')
    for (const { id } of heads.filter(({ id }) => id !== headOf(0).id)) {
      await collect.ask('POST', `/api/submissions/${id}/submit`)
    }
    const own = await signedIn('own0', `#submissions/${headOf(0).id}`)
    await handIn(own)
    await page.goto(`${server.address}#submissions/${headOf(0).id}/form`)
    await page.getByRole('button', { name: '退回修改' }).click()
    await page.getByLabel('退回说明').fill('请核对校舍项目实际投资。')
    await page.getByRole('dialog').getByRole('button', { name: '退回修改' }).click()
    await page.getByText('已退回', { exact: true }).waitFor()
    await own.reload()
    await own.getByText('请核对校舍项目实际投资。').waitFor()
    await handIn(own)
    await own.context().close()
    await go(page, `#campaigns/${campaign}`)
    await page.getByText(`${departments.length} / ${departments.length}`).first().waitFor()
  }, 120_000)

  test('one department is judged at the desk, another by a panel of experts, the rest by their evaluators', async () => {
    for (const stage of ['self', 'evaluate']) await step(page, stage === 'self' ? '自评' : '评价')
    const experts = ['甲', '乙', '丙']
    const grants = [{ role: 'expert', region: REGION, campaign }]
    for (const [at, name] of experts.entries()) await root.addAccountWith(`expert${at}`, `专家${name}`, grants)
    const panel = leafOf(departments[0]!.of, 'effect.burden')
    for (const [at, value] of ['3.4', '3.6'].entries()) {
      const expert = await new Asker(server).signIn(`expert${at}`)
      await judge(expert, headOf(0).id, { [panel.id]: { layers: [{ layer: 'judged', value, why: '覆盖不均' }] } })
    }
    for (const [at, { of }] of departments.entries()) {
      const { judgements = {} } = of.sample
      const byHand = at === 0 ? [panel.id] : at === 3 ? AT_DESK : []
      const rest = Object.fromEntries(Object.entries(judgements).filter(([id]) => !byHand.includes(id)))
      await judge(wang, headOf(at).id, rest)
    }
    const expert = await signedIn('expert2', `#submissions/${headOf(0).id}/desk`)
    await enter(expert, panel.name, '3.2', '课后服务覆盖不均')
    await expert.locator('.desk-panel').getByText('合计得 3.4 分').waitFor()
    await expert.context().close()
    await page.goto(`${server.address}#submissions/${headOf(3).id}/desk`)
    const { of } = departments[3]!
    await enter(page, leafOf(of, 'management.records').name, '2.3', '3 个项目档案不齐')
    await enter(page, leafOf(of, 'effect.social').name, '1 88%', '物流成本下降有限')
    await enter(page, leafOf(of, 'effect.ecological').name, '较好', '一处弃渣场未及时复绿')
    const judged = (await wang.ask('GET', `/api/submissions/${headOf(3).id}`)).submission.judgements
    expect(top(judged['effect.social'])).toMatchObject({ level: '达成预期', share: '88%' })
  }, 120_000)

  test('it is reviewed, scored, made final and published; every department has its total', async () => {
    await go(reviewer, `#campaigns/${campaign}`)
    await step(page, '复核', `#campaigns/${campaign}`)
    await go(reviewer, `#campaigns/${campaign}/scoring`)
    await reviewer.reload()
    await reviewer.getByRole('button', { name: /开始计分/ }).click()
    await reviewer.getByText('已完成').waitFor({ timeout: 60_000 })
    await step(reviewer, '定稿', `#campaigns/${campaign}`)
    await step(reviewer, '公开', `#campaigns/${campaign}`)
    const { ranking } = await li.ask('GET', `/api/campaigns/${campaign}/ranking?limit=200`)
    expect(ranking.length).toBe(departments.length)
    expect(ranking.filter(({ total }: { total: string | null }) => total === null)).toEqual([])
  }, 120_000)

  test('the published result and its Word report say what was stored', async () => {
    const { run } = await li.ask('GET', `/api/campaigns/${campaign}/ranking`)
    for (const at of [0, 3]) {
      const { evaluation } = await li.ask('GET', `/api/evaluations/${run}/${headOf(at).id}`)
      await page.goto(`${server.address}#campaigns/${campaign}/result/${run}/${headOf(at).id}`)
      await page.getByText('已核对').waitFor()
      await page.getByRole('region', { name: '评价结果' }).getByText(evaluation.total).first().waitFor()
      const [got] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Word 报告' }).click(),
      ])
      expect(got.suggestedFilename()).toBe(`${departments[at]!.name}_2024年度_绩效评价报告.docx`)
      const bytes = new Uint8Array(readFileSync(await got.path()))
      expect(faultsOf(bytes)).toEqual([])
      const said = textOf(bytes)
      expect(said).toContain(`总分为 ${evaluation.total} 分`)
      // Every leaf has its line, with the points and the score that were stored.
      const ids = new Set(leaves(departments[at]!.of.scheme).map(({ node }) => node.id))
      const scored = evaluation.indicators.filter(({ id, state }: Scored) => ids.has(id) && state === 'present')
      expect(scored.length).toBeGreaterThan(ids.size - 3)
      const lines = scored.map(({ points, score }: Scored) => `本项分值 ${points} 分，得 ${score} 分。`)
      const count = (line: string) => said.split(line).length - 1
      expect(
        lines.filter((line: string) => count(line) < lines.filter((each: string) => each === line).length),
      ).toEqual([])
    }
    // The department reads its own, now that it is public.
    const own = await signedIn('own0', `#submissions/${headOf(0).id}`)
    await own.getByRole('button', { name: '评价结果' }).click()
    await own.getByText('已核对').waitFor()
    await own.context().close()
  }, 120_000)

  const AT_DESK: readonly string[] = ['management.records', 'effect.social', 'effect.ecological']

  /** Every value as it was meant, in the reported layer. */
  async function expectReported(at: number): Promise<void> {
    const { name, of, items } = departments[at]!
    const { submission } = await wang.ask('GET', `/api/submissions/${headOf(at).id}`)
    const said = (entries: Submission['items']) =>
      Object.fromEntries(
        of.scheme.items.flatMap((item) => {
          const layer = stackOf(entries[item.id]).top
          return layer === undefined ? [] : [[item.id, plain(item, layer.value, layer.state)]]
        }),
      )
    expect([name, said(submission.items)]).toEqual([name, said(items)])
  }

  /** Leads the campaign on, from its page. */
  async function step(who: Page, stage: string, hash = `#campaigns/${campaign}`): Promise<void> {
    if (!who.url().endsWith(hash)) await go(who, hash)
    await who.getByRole('button', { name: `进入“${stage}”` }).click()
    await who
      .getByRole('dialog')
      .getByRole('button', { name: `进入“${stage}”` })
      .click()
    await who.locator('.ant-message').getByText(`已进入“${stage}”阶段`).waitFor()
    await who.getByRole('dialog').waitFor({ state: 'hidden' })
  }
})

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
}

const leafOf = ({ scheme }: DepartmentType, id: string): Leaf => leaves(scheme).find(({ node }) => node.id === id)!.node

const top = (entry: Entry | undefined) => stackOf(entry).top?.value

/** The same value however it was written: 12 and "12.00", records with their texts. */
function plain(item: Item, value: unknown, state: string | undefined): unknown {
  if (value === undefined) return state
  if (Array.isArray(value)) return value.map((record) => Object.values(record).map(plainText))
  return item.type === 'text' ? String(value) : plainText(value)
}

const plainText = (value: unknown): string => {
  const text = String(value)
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text
}

/** Types a department's values into its form, as its columns ask for them. */
async function fillIn(page: Page, { scheme }: DepartmentType, items: Submission['items']): Promise<void> {
  await page.locator('.form-sheet [data-entry]').first().waitFor()
  for (const item of scheme.items) {
    const layer = stackOf(items[item.id]).top
    if (layer === undefined) continue
    const field = page.locator(`.form-sheet [data-entry="${item.id}"]`)
    const { value, state, why } = layer
    if (item.type === 'list' && Array.isArray(value)) {
      await field.click()
      const cell = (text: unknown) => (text === true ? '是' : text === false ? '否' : String(text ?? ''))
      const fields = item.fields!.map(({ id }) => id)
      await paste(page, { text: `${value.map((each) => fields.map((id) => cell(each[id])).join('\t')).join('\n')}\n` })
      await page.locator('.form-bar').click({ position: { x: 2, y: 2 } })
    } else if (typeof value === 'boolean') await field.selectOption(value ? '是' : '否')
    else if (item.type === 'choice') await field.selectOption(String(value))
    else {
      await field.fill(state === 'not-applicable' ? `不适用：${why}` : String(value))
      await field.press('Enter')
    }
  }
}

async function handIn(page: Page): Promise<void> {
  await page.locator('.form-bar').getByRole('button', { name: /提交$/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: /提交$/ }).click()
  await page.getByText('已提交', { exact: true }).first().waitFor()
}

/** A score at the desk, and why it is not the full one. */
async function enter(page: Page, leaf: string, score: string, why: string): Promise<void> {
  const field = page.getByLabel(`“${leaf}”的得分`)
  await field.fill(score)
  await field.press('Enter')
  await page.keyboard.insertText(why)
  await page.keyboard.press('Enter')
  await page.locator('.submission-saving.is-saved').waitFor()
}

/** Writes judgements, as a person writes them at the desk. */
async function judge(asker: Asker, id: string, judgements: NonNullable<Submission['judgements']>): Promise<void> {
  const entries = Object.entries(judgements).map(([key, entry]) => {
    const { value, why = '按佐证材料' } = stackOf(entry).top!
    return { of: 'judgements', id: key, layer: 'judged', value, why }
  })
  if (entries.length === 0) return
  const { revision } = await asker.ask('GET', `/api/submissions/${id}`)
  await asker.ask('PUT', `/api/submissions/${id}/layers`, { entries }, revision)
}
