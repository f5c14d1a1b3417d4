import { readFileSync } from 'node:fs'
import { Asker, PASSWORD, type RealServer } from './real-server.ts'

const seed = new URL('../../rules/seeds/nanchang-2021-sysops-project/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(name, seed), 'utf8'))

/** A server as a bureau has it after two years: people, units, a published scheme, and a campaign scored in each year. */
export interface FilledServer {
  /** 王设计: designs, and evaluates. */
  readonly wang: Asker
  /** 李审核: reviews and reads results. */
  readonly li: Asker
  readonly scheme: string
  readonly earlier: string
  readonly later: string
  /** A submission of the later one. */
  readonly submission: string
}

const units = [
  ['人力资源和社会保障局', '行政单位', '360100'],
  ['教育局', '行政单位', '360100'],
  ['卫生健康委员会', '行政单位', '360100'],
  ['东湖区市政设施管理中心', '事业单位', '360102'],
  ['东湖区社会保险服务中心', '事业单位', '360102'],
] as const

/** Of each unit, year by year: 参保人员满意度 and 系统不稳定次数. */
const values = {
  '2021': [
    ['91%', 0],
    ['88%', 2],
    ['95%', 0],
    ['84%', 3],
    ['90%', 1],
  ],
  '2022': [
    ['94%', 0],
    ['93%', 0],
    ['92%', 1],
    ['84%', 3],
    ['81%', 5],
  ],
} as const

export async function fill(server: RealServer): Promise<FilledServer> {
  const root = await new Asker(server).signIn('root')
  await root.addAccount('wang', '王设计', 'designer', 'evaluator')
  await root.addAccount('li', '李审核', 'reviewer', 'evaluator')
  const regions = [
    { code: '360000', name: '江西省' },
    { code: '360100', name: '南昌市' },
    { code: '360102', name: '东湖区' },
  ]
  await root.ask('PUT', '/api/regions', { regions })
  const departments: string[] = []
  for (const [name, type, region] of units)
    departments.push((await root.ask('POST', '/api/departments', { name, type, region })).id)
  const [wang, li] = [await new Asker(server).signIn('wang', PASSWORD), await new Asker(server).signIn('li', PASSWORD)]
  const { id: scheme } = await wang.ask('POST', '/api/schemes', { region: '360100', scheme: read('scheme.json') })
  await wang.ask('POST', `/api/schemes/${scheme}/review`, { note: '请审核' })
  await li.ask('POST', `/api/schemes/${scheme}/review/decision`, { decision: 'approved', note: '同意' })
  const { hash } = await li.ask('POST', `/api/schemes/${scheme}/versions`)
  const filled = { wang, li, scheme, version: hash, departments }
  const [earlier, later] = [await campaign(filled, '2021'), await campaign(filled, '2022')]
  const { submissions } = await li.ask('GET', `/api/campaigns/${later}/submissions`)
  return { wang, li, scheme, earlier, later, submission: submissions[0].id }
}

async function campaign(
  { wang, li, version, departments }: { wang: Asker; li: Asker; version: string; departments: readonly string[] },
  period: keyof typeof values,
): Promise<string> {
  const name = `${period}年度系统运维费项目评价`
  const body = {
    name,
    region: '360100',
    period,
    schemes: [{ version }],
    due: { report: `${Number(period) + 1}-03-31` },
  }
  const { id } = await wang.ask('POST', '/api/campaigns', body)
  await wang.ask('POST', `/api/campaigns/${id}/submissions`, { departments, projects: ['系统运维费'] })
  const { submissions } = await wang.ask('GET', `/api/campaigns/${id}/submissions`)
  const place = new Map(departments.map((department, index) => [department, index]))
  const { items, judgements } = read('submission.json')
  for (const stage of ['self', 'evaluate']) await wang.ask('POST', `/api/campaigns/${id}/stage`, { stage })
  for (const { id: submission, department } of submissions) {
    const [satisfied, unstable] = values[period][place.get(department) ?? 0]!
    const own = { ...items, 参保人员满意度: satisfied, 系统不稳定次数: unstable }
    await write(wang, submission, 'items', own, 'verified')
    await write(wang, submission, 'judgements', judgements, 'judged')
  }
  const run = await li.ask('POST', `/api/campaigns/${id}/runs`)
  while ((await li.ask('GET', `/api/runs/${run.id}`)).state === 'running') await new Promise((go) => setTimeout(go, 50))
  return id
}

/** Writes values of a submission in one layer, as whoever may. */
// biome-ignore lint/suspicious/noExplicitAny: a bare value, or one in layers
export async function write(asker: Asker, id: string, of: string, entries: Record<string, any>, layer: string) {
  const { revision } = await asker.ask('GET', `/api/submissions/${id}`)
  const written = Object.entries(entries).map(([key, entry]) => {
    return { of, id: key, layer, value: entry?.layers?.at(-1).value ?? entry, why: '按佐证材料' }
  })
  await asker.ask('PUT', `/api/submissions/${id}/layers`, { entries: written }, revision)
}
