import type { Scheme } from '@yardstick/model'
import { publish } from './evaluations.testing.ts'
import type { Asking, TestServer } from './server.testing.ts'

/** A campaign that comes about over HTTP, as the people of a bureau make it. */
export const region = '360100'
export const county = '360102'

/** Reported, verified, judged by one and by a panel; with a target that may be declared and leaves of one's own. */
export const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 'department-2025',
  name: '部门整体支出绩效',
  version: '1',
  fullScore: '100',
  declarations: 'optional',
  items: [
    { id: '预算数', type: 'money', unit: '万元' },
    { id: '实际支出', type: 'money', unit: '万元', mayBeNotApplicable: true },
    { id: '满意度', type: 'rate', evidence: '调查问卷' },
  ],
  indicators: [
    {
      id: '执行率',
      name: '预算执行率',
      points: '40',
      target: { comparator: '>=', value: '95%' },
      actual: '实际支出/预算数',
      scoring: { method: 'ratio' },
      declared: { atLeast: '90%' },
    },
    { id: '管理', name: '制度管理', points: '30', scoring: { method: 'judgement' } },
    {
      id: '创新',
      name: '工作创新',
      points: '30',
      scoring: { method: 'judgement', panel: { rule: 'mean', quorum: 2 } },
    },
  ],
}

export interface City {
  readonly administrator: Asking
  /** 市财政局: conducts campaigns of the city. */
  readonly evaluator: Asking
  readonly reviewer: Asking
  readonly expert: Asking
  readonly reader: Asking
  /** Of the same role in a county of the city, and in another province. */
  readonly countyEvaluator: Asking
  readonly elsewhere: Asking
  /** Two departments of the county, and who fills in for each. */
  readonly departments: readonly [string, string]
  readonly reporters: readonly [Asking, Asking]
}

export async function city({ as }: TestServer, names: readonly [string, string]): Promise<City> {
  const administrator = await as({ role: 'administrator' })
  const departments: string[] = []
  for (const name of names) {
    const added = await administrator('POST', '/api/departments', { name, type: '学校', region: county })
    departments.push(added.body.id)
  }
  const [one, two] = departments as [string, string]
  return {
    administrator,
    evaluator: await as({ role: 'evaluator', region }),
    reviewer: await as({ role: 'reviewer', region }),
    expert: await as({ role: 'expert', region }),
    reader: await as({ role: 'reader', region }),
    countyEvaluator: await as({ role: 'evaluator', region: county }),
    elsewhere: await as(
      ...(['evaluator', 'reviewer', 'reader', 'department'] as const).map((role) => ({ role, region: '110000' })),
    ),
    departments: [one, two],
    reporters: [
      await as({ role: 'department', region: county, department: one }),
      await as({ role: 'department', region: county, department: two }),
    ],
  }
}

export interface Begun {
  readonly campaign: string
  /** Of the two departments, in their order. */
  readonly submissions: readonly [string, string]
}

/** A campaign of both departments, without declarations unless asked for. */
export async function begin(
  { context }: TestServer,
  { evaluator, departments }: City,
  { hasDeclarations = false, of = scheme }: { hasDeclarations?: boolean; of?: Scheme } = {},
): Promise<Begun> {
  const version = await publish(context.database.db, of)
  const added = await evaluator('POST', '/api/campaigns', {
    name: '2025 年度部门整体支出绩效评价',
    region,
    period: '2025',
    schemes: [{ version }],
    hasDeclarations,
  })
  const campaign: string = added.body.id
  await evaluator('POST', `/api/campaigns/${campaign}/submissions`, { departments })
  const { body } = await evaluator('GET', `/api/campaigns/${campaign}/submissions`)
  const ofDepartment = (department: string) =>
    body.submissions.find((each: { department: string }) => each.department === department).id as string
  return { campaign, submissions: [ofDepartment(departments[0]), ofDepartment(departments[1])] }
}

/** Takes a campaign forward to a stage. */
export async function goTo({ evaluator, reviewer }: City, campaign: string, stage: string): Promise<void> {
  for (;;) {
    const { body } = await evaluator('GET', `/api/campaigns/${campaign}`)
    if (body.stage === stage) return
    const next = body.stages[body.stages.indexOf(body.stage) + 1]
    const ask = next === 'final' || next === 'public' ? reviewer : evaluator
    const gone = await ask('POST', `/api/campaigns/${campaign}/stage`, { stage: next })
    if (gone.status !== 200) throw new Error(JSON.stringify(gone.body))
  }
}

/** The revision as it is now, to be named with a change. */
export async function newest(ask: Asking, submission: string): Promise<{ 'if-match': string }> {
  const { headers } = await ask('GET', `/api/submissions/${submission}`)
  return { 'if-match': String(headers.etag) }
}
