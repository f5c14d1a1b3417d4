import { readFileSync } from 'node:fs'
import { Asker, PASSWORD, type RealServer } from './real-server.ts'

const template = new URL('../../rules/departments/health/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(name, template), 'utf8'))

/** A bureau that has asked its departments for their data: last year's are there, this year's are to be filled in. */
export interface ReportingServer {
  /** 王评价: leads the campaign, and evaluates. */
  readonly wang: Asker
  /** 陈填报 of the department, whose account is `health`; 周同事 fills in with them. */
  readonly health: Asker
  readonly colleague: Asker
  readonly campaign: string
  readonly submission: string
}

export async function startReporting(server: RealServer): Promise<ReportingServer> {
  const root = await new Asker(server).signIn('root')
  await root.addAccount('wang', '王评价', 'designer', 'reviewer', 'evaluator')
  await root.addAccount('li', '李审核', 'reviewer')
  await root.ask('PUT', '/api/regions', { regions: [{ code: '360121', name: '南昌县' }] })
  const { id: department } = await root.ask('POST', '/api/departments', {
    ...{ name: '南昌县卫生健康委员会', type: '行政单位', region: '360121' },
  })
  const ofDepartment = async (name: string, title: string): Promise<Asker> => {
    const first = `${PASSWORD} 初`
    const grants = [{ role: 'department', region: '360121', department }]
    await root.ask('POST', '/api/accounts', { name, title, password: first, grants })
    const own = await new Asker(server).signIn(name, first)
    await own.ask('PUT', '/api/session/password', { old: first, new: PASSWORD })
    return own
  }
  const [health, colleague] = [await ofDepartment('health', '陈填报'), await ofDepartment('zhou', '周同事')]
  const [wang, li] = [await new Asker(server).signIn('wang'), await new Asker(server).signIn('li')]
  const { id: scheme } = await wang.ask('POST', '/api/schemes', { region: '360121', scheme: read('scheme.json') })
  await wang.ask('POST', `/api/schemes/${scheme}/review`, { note: '请审核' })
  await li.ask('POST', `/api/schemes/${scheme}/review/decision`, { decision: 'approved', note: '同意' })
  const { hash: version } = await li.ask('POST', `/api/schemes/${scheme}/versions`)
  const begin = async (period: string): Promise<{ campaign: string; submission: string }> => {
    const { id } = await wang.ask('POST', '/api/campaigns', {
      name: `${period}年度部门整体支出绩效评价`,
      region: '360121',
      period,
      schemes: [{ version }],
      hasDeclarations: false,
      due: { report: `${Number(period) + 1}-03-31` },
    })
    await wang.ask('POST', `/api/campaigns/${id}/submissions`, { departments: [department] })
    const { submissions } = await wang.ask('GET', `/api/campaigns/${id}/submissions`)
    return { campaign: id, submission: submissions[0].id }
  }
  const before = await begin('2023')
  const entries = Object.entries(read('submission.json').items).flatMap(([id, entry]) => {
    // biome-ignore lint/suspicious/noExplicitAny: a bare value, or one in layers
    const value = (entry as any)?.layers?.at(-1).value ?? entry
    return typeof value === 'object' && !Array.isArray(value) ? [] : [{ of: 'items', id, layer: 'reported', value }]
  })
  await health.ask('PUT', `/api/submissions/${before.submission}/layers`, { entries }, 1)
  return { wang, health, colleague, ...(await begin('2024')) }
}
