import { readFileSync } from 'node:fs'
import type { Branch, Leaf } from '@yardstick/model'
import { type Browser, chromium, type Page, request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { findings } from './findings.ts'
import { largeScheme } from './large-scheme.ts'
import { Asker, PASSWORD, RealServer } from './real-server.ts'
import { asked, signedInPage } from './server-page.ts'

const seed = new URL('../../rules/seeds/nanchang-2021-sysops-project/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(name, seed), 'utf8'))

/** The seed's scheme with a leaf for a panel and one with levels. */
function schemeWithPanel() {
  const scheme = read('scheme.json')
  // biome-ignore lint/suspicious/noExplicitAny: nodes of the seed as they stand in its file
  const change = (nodes: any[]) => {
    for (const node of nodes) {
      if (node.children !== undefined) change(node.children)
      if (node.id === 'benefit.social.insured-interests') {
        node.scoring = { method: 'judgement', panel: { rule: 'mean', quorum: 3 } }
      }
      if (node.id === 'process.organisation.observance') {
        const levels = [
          { name: '执行有效', share: '100%' },
          { name: '基本有效', from: '60%', to: '90%' },
          { name: '执行无效', share: '0%' },
        ]
        node.scoring = { method: 'levels', levels }
        delete node.standard
      }
    }
  }
  change(scheme.indicators)
  return { ...scheme, cases: [] }
}

/** 300 leaves, every twentieth judged. */
function longScheme() {
  const scheme = largeScheme(300)
  const read = new Set<string>()
  const indicators = scheme.indicators.map((top) => ({
    ...top,
    children: (top as Branch).children.map((group) => ({
      ...group,
      children: (group as Branch).children.map((node) => {
        const leaf = node as Leaf
        const isJudged = Number(leaf.id.slice('leaf-'.length)) % 20 === 19
        if (!isJudged) read.add(leaf.actual!)
        const { id, name, points } = leaf
        return isJudged ? { id, name, points, scoring: { method: 'judgement' } } : leaf
      }),
    })),
  }))
  return { ...scheme, items: scheme.items.filter(({ id }) => read.has(id)), indicators, cases: [] }
}

/** A list of records behind one leaf, and one that may not apply to everybody. */
const schemeWithRecords = {
  yardstick: 'scheme/1',
  id: 'records',
  version: '1',
  name: '培训项目',
  fullScore: '20',
  notApplicable: 'rescale',
  items: [
    {
      id: '培训班',
      type: 'list',
      fields: [
        { id: '名称', type: 'text' },
        { id: '人数', type: 'count' },
      ],
    },
    { id: '国库集中支付率', type: 'rate' },
  ],
  measures: [{ id: '培训人数', formula: 'SUM(培训班.人数)', type: 'count' }],
  indicators: [
    {
      id: 'people',
      name: '培训人数达标',
      points: '10',
      target: { comparator: '>=', value: '100' },
      actual: '培训人数',
      scoring: { method: 'ratio' },
    },
    {
      id: 'treasury',
      name: '国库支付',
      points: '10',
      target: { comparator: '>=', value: '100%' },
      actual: '国库集中支付率',
      scoring: { method: 'ratio' },
    },
  ],
}

const name = (leaf: string) => `“${leaf}”的得分`
const reason = (leaf: string) => `“${leaf}”的理由`
const PUBLIC = '不断完善人社公共服务体系建设'
const OBSERVANCE = '制度执行有效性'
const INSURED = '保障参保市民利益'
const ROOMS = '机房精密维保服务数量'

describe.skipIf(hasNoBrowser)('the scoring desk', () => {
  const server = new RealServer()
  let browser: Browser
  let root: Asker
  let wang: Asker
  let li: Asker
  let campaign = ''
  let submissions: readonly { readonly id: string; readonly name: string }[] = []
  let longSubmission = ''
  let recordsSubmission = ''
  let selfSubmission = ''
  const faults: string[] = []

  beforeAll(async () => {
    server.addAdministrator()
    await server.start()
    root = await new Asker(server).signIn('root')
    await root.addAccount('wang', '王评价', 'designer', 'evaluator')
    await root.addAccount('li', '李审核', 'reviewer', 'evaluator')
    await root.ask('PUT', '/api/regions', { regions: [{ code: '360100', name: '南昌市' }] })
    const departments: string[] = []
    for (const title of ['人力资源和社会保障局', '教育局']) {
      const body = { name: title, type: '行政单位', region: '360100' }
      departments.push((await root.ask('POST', '/api/departments', body)).id)
    }
    const signed = async (account: string) => new Asker(server).signIn(account, PASSWORD)
    wang = await signed('wang')
    li = await signed('li')
    ;({ campaign, submissions } = await campaignOf(schemeWithPanel(), departments))
    const long = await campaignOf(longScheme(), departments.slice(0, 1))
    for (const stage of ['self', 'evaluate']) await wang.ask('POST', `/api/campaigns/${long.campaign}/stage`, { stage })
    longSubmission = long.submissions[0]!.id
    const inCampaign = [{ role: 'expert', region: '360100', campaign }]
    for (const [account, title] of [
      ['zhang', '张专家'],
      ['zhao', '赵专家'],
      ['qian', '钱专家'],
    ] as const) {
      await root.addAccountWith(account, title, inCampaign)
    }
    const ofDepartments = departments.map((department) => ({ role: 'department', region: '360100', department }))
    await root.addAccountWith('tian', '填报员', ofDepartments)
    const { items, judgements } = read('submission.json')
    const reported = { ...items, 参保人员满意度: '96%' }
    const tian = await signed('tian')
    for (const { id } of submissions) {
      await write(tian, id, 'items', reported, 'reported')
      await attachSurvey(server, id)
      const { revision } = await tian.ask('GET', `/api/submissions/${id}`)
      await tian.ask('POST', `/api/submissions/${id}/submit`, undefined, revision)
    }
    for (const stage of ['self', 'evaluate']) await wang.ask('POST', `/api/campaigns/${campaign}/stage`, { stage })
    const checked = Object.fromEntries(Object.entries(judgements).filter(([id]) => !/^benefit|observance/.test(id)))
    for (const { id } of submissions) await write(wang, id, 'judgements', checked, 'judged')
    for (const [account, value] of [
      ['zhao', '14'],
      ['qian', '9'],
    ] as const) {
      const expert = await signed(account)
      const entry = {
        of: 'judgements',
        id: 'benefit.social.insured-interests',
        layer: 'judged',
        value,
        why: '部分事项办理慢',
      }
      const { revision } = await expert.ask('GET', `/api/submissions/${submissions[0]!.id}`)
      await expert.ask('PUT', `/api/submissions/${submissions[0]!.id}/layers`, { entries: [entry] }, revision)
    }
    const records = await campaignOf(schemeWithRecords, departments.slice(0, 1))
    recordsSubmission = records.submissions[0]!.id
    const courses = ['甲班', '乙班', '丙班'].map((名称) => ({ 名称, 人数: 40 }))
    await write(tian, recordsSubmission, 'items', { 培训班: courses, 国库集中支付率: '50%' }, 'reported')
    for (const stage of ['self', 'evaluate']) {
      await wang.ask('POST', `/api/campaigns/${records.campaign}/stage`, { stage })
    }
    const self = await campaignOf({ ...schemeWithRecords, id: 'self', name: '自评项目' }, departments.slice(0, 1))
    selfSubmission = self.submissions[0]!.id
    await wang.ask('POST', `/api/campaigns/${self.campaign}/stage`, { stage: 'self' })
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server.end()
    expect(faults).toEqual([])
  })

  /** A published scheme, and departments to be evaluated by it. */
  // biome-ignore lint/suspicious/noExplicitAny: a scheme as it stands in its file
  async function campaignOf(scheme: any, departments: readonly string[]) {
    const { id } = await wang.ask('POST', '/api/schemes', { region: '360100', scheme })
    await wang.ask('POST', `/api/schemes/${id}/review`, { note: '请审核' })
    await li.ask('POST', `/api/schemes/${id}/review/decision`, { decision: 'approved', note: '同意' })
    const { hash } = await li.ask('POST', `/api/schemes/${id}/versions`)
    const body = { name: `2021年度${scheme.name}`, region: '360100', period: '2021', schemes: [{ version: hash }] }
    const { id: campaign } = await wang.ask('POST', '/api/campaigns', body)
    await wang.ask('POST', `/api/campaigns/${campaign}/submissions`, { departments, projects: ['系统运维费'] })
    const { submissions } = await wang.ask('GET', `/api/campaigns/${campaign}/submissions`)
    return { campaign: campaign as string, submissions: submissions as readonly { id: string; name: string }[] }
  }

  /** The desk of a submission, as somebody sees it. */
  async function desk(account: string, id: string): Promise<Page> {
    const page = await signedInPage(browser, `${server.address}#submissions/${id}/desk`, account, faults)
    await page.getByRole('table').waitFor()
    return page
  }

  const saved = (page: Page) => page.locator('.submission-saving.is-saved').waitFor()
  const total = (page: Page) => page.locator('.submission-total strong').textContent()

  test('values are verified, leaves judged, panels scored and results overridden; what is shown is what is stored', async () => {
    const { id } = submissions[0]!
    const evaluator = await desk('wang', id)
    // A number on a judged row, Enter, and the reason follows.
    const points = evaluator.getByLabel(name(PUBLIC))
    await points.fill('8')
    await points.press('Enter')
    const why = evaluator.getByLabel(reason(PUBLIC))
    await expect.poll(() => why.evaluate((field) => field === document.activeElement)).toBe(true)
    await evaluator.getByText('低于满分，写明理由后保存').waitFor()
    await evaluator.keyboard.insertText('线上服务覆盖不全')
    await evaluator.keyboard.press('Enter')
    await saved(evaluator)
    // A level by its number, with its share.
    const level = evaluator.getByLabel(name(OBSERVANCE))
    await level.fill('2 80%')
    await level.press('Enter')
    await evaluator.keyboard.insertText('个别制度未更新')
    await evaluator.keyboard.press('Enter')
    expect(await level.inputValue()).toBe('基本有效 80%')
    // A bare number for a rate is asked about.
    const verified = evaluator.getByLabel('核实“参保人员满意度”', { exact: true })
    await verified.fill('91')
    await verified.press('Enter')
    await evaluator.getByRole('button', { name: '91%', exact: true }).click()
    const cost = evaluator.getByLabel('核实“成本预算”', { exact: true })
    await cost.fill('=')
    await cost.press('ArrowDown')
    expect(await cost.inputValue()).toBe('145.6')
    await evaluator.getByText('数据核实 2 / 9').waitFor()
    await evaluator.getByLabel('核实“参保人员满意度”的依据').fill('有效问卷28份，满意度91%')
    await evaluator.keyboard.press('Enter')
    await evaluator
      .getByRole('link', { name: /满意度调查问卷\.pdf/ })
      .first()
      .waitFor()
    expect(await findings(evaluator, undefined, 'body')).toEqual([])
    // The expert's own score, beside those of the others.
    const expert = await desk('zhang', id)
    expect(await expert.getByLabel(name(INSURED)).getAttribute('placeholder')).toBe('我的分数')
    // Until then nothing is known of theirs, neither in the table nor in what the server says.
    await expert.locator('.desk-panel').getByText('您评分以后，才能看到其他专家的评分').waitFor()
    const told = await asked(expert, `/api/submissions/${id}`)
    expect(told.submission.judgements['benefit.social.insured-interests']).toBeUndefined()
    await expert.getByLabel(name(INSURED)).fill('13')
    await expert.keyboard.press('Enter')
    await expert.keyboard.insertText('网点少')
    await expert.keyboard.press('Enter')
    await saved(expert)
    const panel = expert.locator('.desk-panel')
    expect(await panel.getByRole('listitem').allTextContents()).toEqual([
      '赵专家14部分事项办理慢',
      '钱专家9偏离部分事项办理慢',
      '张专家 我13网点少',
    ])
    await panel.getByText('合计得 12 分').waitFor()
    expect(await expert.getByLabel(/^核实/).count()).toBe(0)
    await expert.context().close()
    // The reviewer puts something else in the place of a score, and says why.
    await saved(evaluator)
    await evaluator.context().close()
    await li.ask('POST', `/api/campaigns/${campaign}/stage`, { stage: 'verify' })
    const reviewer = await desk('li', id)
    const over = reviewer.getByLabel(name(PUBLIC))
    expect(await over.inputValue()).toBe('')
    const before = await total(reviewer)
    await over.fill('9')
    await over.press('Enter')
    await reviewer.getByText('改定须写明理由，写后保存').waitFor()
    await reviewer.keyboard.insertText('补充材料证明覆盖面已扩大')
    await reviewer.keyboard.press('Enter')
    await saved(reviewer)
    await reviewer.getByText('改定 1 处').waitFor()
    const row = reviewer.locator('tr[data-indicator="benefit.sustained.public-service"]')
    await row.locator('.desk-layer-judged.desk-layer-under').getByText('线上服务覆盖不全').waitFor()
    expect([before, await total(reviewer)]).toEqual(['90.6 / 100', '91.6 / 100'])
    const shown = await total(reviewer)
    const rowsShown = await scoresShown(reviewer)
    await reviewer.context().close()
    const run = await li.ask('POST', `/api/campaigns/${campaign}/runs`)
    while ((await li.ask('GET', `/api/runs/${run.id}`)).state === 'running')
      await new Promise((go) => setTimeout(go, 50))
    const { evaluation } = await li.ask('GET', `/api/evaluations/${run.id}/${id}`)
    expect(`${evaluation.total} / ${evaluation.fullScore}`).toBe(shown)
    const stored = new Map(evaluation.indicators.map((each: { id: string; score: string }) => [each.id, each.score]))
    expect(rowsShown.length).toBe(18)
    expect(rowsShown.map(([indicator, score]) => [indicator, score])).toEqual(
      rowsShown.map(([indicator]) => [indicator, stored.get(indicator)]),
    )
  })

  test('records are looked through as a table and corrected with a reason; what was reported stays', async () => {
    const page = await desk('wang', recordsSubmission)
    const row = page.locator('tr[data-indicator="people"]')
    await row.locator('.desk-score').getByText('10').waitFor()
    await row.getByRole('button', { name: '核对“培训班”' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('人数，第 2 条').fill('四十')
    await dialog.getByRole('alert').first().waitFor()
    await dialog.getByLabel('人数，第 2 条').fill('10')
    await dialog.getByText('与填报不同 1 处').waitFor()
    await dialog.getByText('填报：40').waitFor()
    const save = dialog.getByRole('button', { name: '保存', exact: true })
    expect(await save.isDisabled()).toBe(true)
    await dialog.getByLabel('改动的依据').fill('签到表只有 10 人')
    expect(await findings(page, undefined, 'body')).toEqual([])
    await save.click()
    await row.locator('.desk-score').getByText('9', { exact: true }).waitFor()
    await saved(page)
    const stored = async () => {
      const { submission } = await wang.ask('GET', `/api/submissions/${recordsSubmission}`)
      return submission.items.培训班.layers
    }
    await expect.poll(stored).toMatchObject([
      { layer: 'reported', value: [{ 人数: 40 }, { 人数: 40 }, { 人数: 40 }] },
      { layer: 'verified', value: [{ 人数: '40' }, { 人数: '10' }, { 人数: '40' }], why: '签到表只有 10 人' },
    ])
    // Taken back, it is as it was reported.
    await row.getByRole('button', { name: '核对“培训班”' }).click()
    await dialog.getByRole('button', { name: '恢复为填报的' }).click()
    await row.locator('.desk-score').getByText('10').waitFor()
    await page.context().close()
  })

  test('a computed leaf does not apply where that is said with its reason, and may apply again', async () => {
    const page = await desk('wang', recordsSubmission)
    const row = page.locator('tr[data-indicator="treasury"]')
    await row.locator('.desk-score').getByText('5', { exact: true }).waitFor()
    await row.getByRole('button', { name: '“国库支付”不适用' }).click()
    await page.keyboard.insertText('该项目由企业自筹，不经国库')
    await page.keyboard.press('Enter')
    await row.locator('.desk-score').getByText('不适用').waitFor()
    await saved(page)
    await expect.poll(() => total(page)).toBe('20 / 20')
    const stored = async () => {
      const { submission } = await wang.ask('GET', `/api/submissions/${recordsSubmission}`)
      return submission.judgements.treasury?.layers
    }
    await expect
      .poll(stored)
      .toMatchObject([{ layer: 'judged', state: 'not-applicable', why: '该项目由企业自筹，不经国库' }])
    await page.reload()
    await row.getByLabel('“国库支付”不适用的理由').waitFor()
    await row.getByRole('button', { name: '“国库支付”仍然适用' }).click()
    await row.locator('.desk-score').getByText('5', { exact: true }).waitFor()
    await saved(page)
    await page.context().close()
  })

  test('evaluators attach what they found to a row, see it there, and take it away again', async () => {
    const page = await desk('wang', recordsSubmission)
    const row = page.locator('tr[data-indicator="people"]')
    const file = { name: '现场签到表.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 10') }
    await row.locator('input[type=file]').setInputFiles(file)
    await row.getByRole('link', { name: /现场签到表\.pdf/ }).waitFor()
    await row.locator('.desk-files .badge', { hasText: '核实' }).waitFor()
    await row.locator('input[type=file]').setInputFiles({ ...file, name: '程序.exe' })
    await row.getByRole('alert').waitFor()
    await row.getByRole('button', { name: '知道了' }).click()
    // What they found is theirs until the result is settled.
    const tian = await new Asker(server).signIn('tian', PASSWORD)
    expect((await tian.ask('GET', `/api/submissions/${recordsSubmission}/evidence`)).evidence).toEqual([])
    await row.getByRole('button', { name: '移除“现场签到表.pdf”' }).click()
    await row.getByRole('link', { name: /现场签到表\.pdf/ }).waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('自评分 that two give at once stand both; of one leaf somebody decides', async () => {
    const at = `${server.address}#submissions/${selfSubmission}/form`
    const [one, other] = [
      await signedInPage(browser, at, 'tian', faults),
      await signedInPage(browser, at, 'tian', faults),
    ]
    const claim = (page: Page, leaf: string) => page.getByLabel(`自评分：${leaf}`)
    const give = async (page: Page, leaf: string, score: string) => {
      await claim(page, leaf).fill(score)
      await claim(page, leaf).press('Enter')
    }
    await claim(other, '国库支付').waitFor()
    await claim(one, '国库支付').waitFor()
    await give(one, '培训人数达标', '9')
    await saved(one)
    await give(other, '国库支付', '8')
    await expect.poll(() => claim(other, '培训人数达标').inputValue()).toBe('9')
    await saved(other)
    const scores = async () => {
      const { submission } = await wang.ask('GET', `/api/submissions/${selfSubmission}`)
      return submission.claims?.scores
    }
    await expect.poll(scores).toEqual({ people: '9', treasury: '8' })

    await give(one, '国库支付', '7')
    const clash = one.locator('.submission-clashes')
    await clash.getByText('自评分：国库支付').waitFor()
    await clash.getByText('现在是：8').waitFor()
    expect(await scores()).toEqual({ people: '9', treasury: '8' })
    await clash.getByRole('button', { name: '用我的' }).click()
    await expect.poll(scores).toEqual({ people: '9', treasury: '7' })
    await one.context().close()
    await other.context().close()
  })

  test('the steps behind a score unfold in their row, and departments follow each other by keyboard', async () => {
    const page = await desk('li', submissions[0]!.id)
    await page.getByRole('button', { name: `展开“${ROOMS}”的计算过程` }).click()
    const steps = page.locator('.desk-steps')
    await steps.getByText('规则', { exact: true }).waitFor()
    expect(await findings(page, undefined, 'body')).toEqual([])
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByRole('heading', { name: `${submissions[1]!.name} · 系统运维费` }).waitFor()
    await page.getByText('第 2 个，共 2 个').waitFor()
    await page.getByRole('button', { name: '上一个单位' }).click()
    await page.getByText('第 1 个，共 2 个').waitFor()
    await page.context().close()
  })

  test('a long table is drawn as it is scrolled, every row under the levels it belongs to', async () => {
    const page = await desk('wang', longSubmission)
    const rows = page.locator('tr[data-indicator]')
    await rows.first().waitFor()
    const drawn = await rows.count()
    expect(drawn).toBeLessThan(80)
    // Each row says where it is: the widths of its cells and of those that reach into it add up to all columns.
    const isWhole = () => page.locator('.desk-table').evaluate(columnsOfRows)
    expect(new Set(await isWhole())).toEqual(new Set([8]))
    for (const count of [1, 2, 3]) {
      await page.getByRole('button', { name: '下一处待评' }).click()
      const at = `第${20 * count}项培训任务完成率`
      const field = page.getByLabel(name(at))
      await expect.poll(() => field.evaluate((each) => each === document.activeElement)).toBe(true)
      await page.keyboard.insertText('1')
      await page.keyboard.press('Enter')
    }
    await page.getByText('人工评定 3 / 15').waitFor()
    await page.locator('.desk-scroller').evaluate((each) => each.scrollTo(0, each.scrollHeight))
    await page.getByText('第300项培训任务完成率').waitFor()
    expect(new Set(await isWhole())).toEqual(new Set([8]))
    expect(await page.locator('.desk-branch').first().textContent()).toContain('第')
    await page.context().close()
  })
})

/** How many columns each row fills, with the cells that reach into it from above. */
function columnsOfRows(table: Element): number[] {
  const open: { rows: number; columns: number }[] = []
  return [...table.querySelectorAll('tbody > tr')].map((row) => {
    const cells = [...row.children] as HTMLTableCellElement[]
    const reaching = open.filter((cell) => cell.rows > 0).reduce((sum, { columns }) => sum + columns, 0)
    for (const cell of open) cell.rows--
    for (const cell of cells) if (cell.rowSpan > 1) open.push({ rows: cell.rowSpan - 1, columns: cell.colSpan })
    return reaching + cells.reduce((sum, cell) => sum + cell.colSpan, 0)
  })
}

/** 填报员 attaches the survey's questionnaires. */
async function attachSurvey({ address }: RealServer, id: string) {
  const own = await request.newContext({ baseURL: address })
  await own.post('/api/session', { data: { name: 'tian', password: PASSWORD } })
  const file = { name: '满意度调查问卷.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 28') }
  const answer = await own.post(`/api/submissions/${id}/evidence`, { multipart: { entry: '参保人员满意度', file } })
  expect(await answer.text()).toContain('满意度调查问卷')
  await own.dispose()
}

/** The score of each row, as the table shows it. */
async function scoresShown(page: Page): Promise<(readonly [string, string])[]> {
  return page.locator('tr[data-indicator]').evaluateAll((rows) =>
    rows.map((row) => {
      // What stands in the field is not said twice.
      const field = row.querySelector<HTMLInputElement>('[data-field="score"]')
      const shown = row.querySelector('.desk-score strong')?.textContent ?? field?.value ?? ''
      return [(row as HTMLElement).dataset['indicator'] ?? '', shown] as const
    }),
  )
}

// biome-ignore lint/suspicious/noExplicitAny: a bare value, or one in layers
async function write(asker: Asker, id: string, of: string, entries: Record<string, any>, layer: string) {
  const { revision } = await asker.ask('GET', `/api/submissions/${id}`)
  const written = Object.entries(entries).map(([key, entry]) => {
    const value = entry?.layers?.at(-1).value ?? entry
    return { of, id: key, layer, value, ...(layer === 'reported' ? {} : { why: '按佐证材料' }) }
  })
  await asker.ask('PUT', `/api/submissions/${id}/layers`, { entries: written }, revision)
}
