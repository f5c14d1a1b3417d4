import type { Branch, Leaf, Scheme } from '@yardstick/model'
import { Asker, PASSWORD, type RealServer } from './real-server.ts'

/** A bureau with the same departments in two years, judged leaf by leaf, and rated by themselves in the second. */
export interface ComparedServer {
  /** 王评价: leads both campaigns, and evaluates. */
  readonly wang: Asker
  readonly earlier: string
  readonly later: string
  readonly departments: readonly string[]
}

export interface ComparedOptions {
  readonly departments: number
  readonly leaves: number
  /** How the two years are called. */
  readonly periods?: readonly [string, string]
}

const region = '360100'

const groups = ['投入', '过程', '产出', '效果'] as const
const names = [
  '绩效目标合理性',
  '绩效指标明确性',
  '在职人员控制率',
  '“三公经费”变动率',
  '重点支出安排率',
  '预算完成率',
  '预算调整率',
  '支付进度率',
  '结转结余率',
  '公用经费控制率',
  '政府采购执行率',
  '管理制度健全性',
  '资金使用合规性',
  '预决算信息公开性',
  '固定资产利用率',
  '实际完成率',
  '完成及时率',
  '质量达标率',
  '重点工作办结率',
  '社会公众满意度',
] as const
const bureaus = [
  ...['教育局', '科学技术局', '工业和信息化局', '公安局', '民政局', '司法局', '财政局', '人力资源和社会保障局'],
  ...['自然资源局', '生态环境局', '住房和城乡建设局', '交通运输局', '水利局', '农业农村局', '商务局', '文化和旅游局'],
  ...['卫生健康委员会', '退役军人事务局', '应急管理局', '审计局', '市场监督管理局', '体育局', '统计局', '医疗保障局'],
]

/** Judged leaves of four branches; without the first one of the year before, whose last two are none of this year's. */
function schemeOf(leaves: number, isLater: boolean): Scheme {
  const leafAt = (index: number): Leaf => ({
    id: isLater || index < leaves - 1 ? `leaf-${index}` : `leaf-${index}-before`,
    name: names[index % names.length]! + (index < names.length ? '' : `（${Math.floor(index / names.length) + 1}）`),
    points: String(pointsOf(leaves)),
    scoring: { method: 'judgement' },
    notApplicable: 'rescale',
    missing: 'zero',
  })
  const full = leaves * pointsOf(leaves)
  const each = Math.ceil(leaves / groups.length)
  const branches = groups.map((name, at): Branch => {
    const children = Array.from({ length: Math.max(0, Math.min(each, leaves - at * each)) }, (_, index) =>
      leafAt(at * each + index),
    )
    return { id: `branch-${at}`, name, points: String(children.length * pointsOf(leaves)), children }
  })
  return {
    yardstick: 'scheme/1',
    ...{
      id: `department-${isLater ? 'later' : 'earlier'}`,
      name: '部门整体支出绩效',
      version: '1',
      fullScore: String(full),
    },
    items: [],
    indicators: branches.filter(({ children }) => children.length > 0),
    grades: [
      { name: '优', from: String(full * 0.9) },
      { name: '良', from: String(full * 0.8) },
      { name: '中', from: String(full * 0.6) },
      { name: '差' },
    ],
  }
}

export async function startCompared(server: RealServer, options: ComparedOptions): Promise<ComparedServer> {
  const { departments: count, periods = ['2023', '2024'] } = options
  const root = await new Asker(server).signIn('root')
  await root.addAccount('wang', '王评价', 'designer', 'evaluator', 'reviewer')
  await root.addAccount('li', '李审核', 'reviewer')
  await root.ask('PUT', '/api/regions', { regions: [{ code: region, name: '南昌市' }] })
  const rows = Array.from({ length: count }, (_, at) => ({
    name: bureaus[at % bureaus.length]! + (at < bureaus.length ? '' : `第${Math.floor(at / bureaus.length)}分局`),
    type: '行政单位',
    region,
  }))
  const { added } = await root.ask('POST', '/api/departments/import', { rows, apply: true })
  const departments: string[] = [...added]
    .sort((a: { row: number }, b: { row: number }) => a.row - b.row)
    .map(({ id }: { id: string }) => id)
  // One who fills in for all of them, so that few passwords are hashed.
  const grants = departments.slice(0, MOST_RATED).map((department) => ({ role: 'department', region, department }))
  await root.addAccountWith('chen', '陈填报', grants)
  const [wang, li, chen] = await Promise.all(
    ['wang', 'li', 'chen'].map((name) => new Asker(server).signIn(name, PASSWORD)),
  )
  const people = { wang: wang!, li: li!, chen: chen! }
  const earlier = await campaign(people, departments, options, periods[0], false)
  const later = await campaign(people, departments, options, periods[1], true)
  return { wang: people.wang, earlier, later, departments }
}

type People = Readonly<Record<'wang' | 'li' | 'chen', Asker>>

async function campaign(
  { wang, li, chen }: People,
  departments: readonly string[],
  { leaves }: ComparedOptions,
  period: string,
  isLater: boolean,
): Promise<string> {
  const scheme = schemeOf(leaves, isLater)
  const { id: design } = await wang.ask('POST', '/api/schemes', { region, scheme })
  await wang.ask('POST', `/api/schemes/${design}/review`, { note: '请审核' })
  await li.ask('POST', `/api/schemes/${design}/review/decision`, { decision: 'approved', note: '同意' })
  const { hash: version } = await li.ask('POST', `/api/schemes/${design}/versions`)
  const about = { name: `${period}年度部门整体支出绩效评价`, region, period, schemes: [{ version }] }
  const { id } = await wang.ask('POST', '/api/campaigns', { ...about, hasDeclarations: false })
  await wang.ask('POST', `/api/campaigns/${id}/submissions`, { departments })
  const submissions: { id: string; department: string }[] = []
  for (;;) {
    const after = submissions.at(-1)?.id
    const more = after === undefined ? '' : `&after=${after}`
    const page = await wang.ask('GET', `/api/campaigns/${id}/submissions?limit=200${more}`)
    submissions.push(...page.submissions)
    if (page.submissions.length < 200) break
  }
  const ids = scheme.indicators.flatMap((branch) => (branch as Branch).children.map((leaf) => leaf.id))
  const points = pointsOf(leaves)
  const place = new Map(departments.map((department, at) => [department, at]))
  const scored = submissions.map((each) => ({
    ...each,
    scores: scoresOf(place.get(each.department)!, leaves, isLater),
  }))
  await wang.ask('POST', `/api/campaigns/${id}/stage`, { stage: 'self' })
  if (isLater) {
    for (const { id: submission, department, scores } of scored) {
      const at = place.get(department)!
      if (!isRated(at)) continue
      // Most take a little more for themselves than they are given, a few less.
      const claims = scores.map((score) => Math.max(0, Math.min(1, (score ?? 0.8) + ((at * 7) % 11) * 0.015 - 0.03)))
      const claimed = Object.fromEntries(ids.map((leaf, index) => [leaf, text(claims[index]! * points)]))
      const total = text(claims.reduce((sum, each) => sum + each * points, 0))
      await chen.ask(
        'PUT',
        `/api/submissions/${submission}/layers`,
        { entries: [], claims: { scores: claimed, total } },
        1,
      )
    }
  }
  await wang.ask('POST', `/api/campaigns/${id}/stage`, { stage: 'evaluate' })
  for (const { id: submission, department, scores } of scored) {
    const entries = ids.flatMap((leaf, index): object[] => {
      const score = scores[index]
      const entry = { of: 'judgements', id: leaf, layer: 'judged', why: '按佐证材料评定' }
      if (score === null) return [{ ...entry, state: 'not-applicable', why: '无此项业务' }]
      return score === undefined ? [] : [{ ...entry, value: text(score * points) }]
    })
    const isClaimed = isLater && isRated(place.get(department)!)
    await wang.ask('PUT', `/api/submissions/${submission}/layers`, { entries }, isClaimed ? 2 : 1)
  }
  const run = await wang.ask('POST', `/api/campaigns/${id}/runs`)
  while ((await wang.ask('GET', `/api/runs/${run.id}`)).state === 'running')
    await new Promise((go) => setTimeout(go, 50))
  return id
}

/** Of a hundred, where that can be written down, else one each. */
const pointsOf = (leaves: number) => (Number.isInteger(1_000 / leaves) || leaves === 8 ? 100 / leaves : 1)

/** An account has at most so many departments. */
const MOST_RATED = 200

const isRated = (department: number) => department < MOST_RATED && department % 6 !== 5

/** Shares of the points, by department and leaf; null is 不适用, undefined 空缺. The same every time. */
function scoresOf(department: number, leaves: number, isLater: boolean): (number | null | undefined)[] {
  const random = randomOf(department * 1_000 + 17)
  const strength = 0.72 + 0.28 * random() + (isLater ? 0.03 * ((department % 5) - 2) : 0)
  return Array.from({ length: leaves }, (_, leaf) => {
    const chance = random()
    if (leaf % 7 === 0) return 1
    if (leaf === 4 && department % 8 === 3) return null
    if (leaf === 9 && department % 9 === 4) return undefined
    if (leaf === 12 && department % 10 === 6) return 0
    const own = strength + (chance - 0.5) * 0.5 + (isLater && leaf % 5 === 0 ? 0.06 : 0)
    return own > 0.97 ? 1 : Math.max(0.1, Math.round(own * 20) / 20)
  })
}

const text = (value: number) => String(Math.round(value * 100) / 100)

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
