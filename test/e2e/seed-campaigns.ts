import { readFileSync } from 'node:fs'
import { Asker, PASSWORD, type RealServer } from './real-server.ts'

/** A published report entered as a campaign: its scheme published, its data written by those whose they are, scored. */
export interface SeedCampaign {
  readonly campaign: string
  readonly submission: string
  readonly run: string
  /** Name of the account of its department. */
  readonly reporter: string
}

export interface SeedPeople {
  readonly root: Asker
  /** 王评价: designs and evaluates; 李审核 reviews. */
  readonly wang: Asker
  readonly li: Asker
}

export async function seedPeople(server: RealServer): Promise<SeedPeople> {
  const root = await new Asker(server).signIn('root')
  await root.addAccount('wang', '王评价', 'designer', 'evaluator')
  await root.addAccount('li', '李审核', 'reviewer')
  const as = (name: string) => new Asker(server).signIn(name, PASSWORD)
  return { root, wang: await as('wang'), li: await as('li') }
}

/**
 * folder  of `rules/`: seeds/shaoguan-2019
 * mended  of its scheme, where it cannot be published as it is printed
 */
export async function enterSeed(
  server: RealServer,
  { root, wang, li }: SeedPeople,
  folder: string,
  mended: object = {},
): Promise<SeedCampaign> {
  const read = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../rules/${folder}/${name}.json`, import.meta.url), 'utf8'))
  const { subject, period, items, judgements = {}, claims } = read('submission')
  const { regionCode: region, project } = subject
  const { id: scheme } = await wang.ask('POST', '/api/schemes', { region, scheme: { ...read('scheme'), ...mended } })
  await wang.ask('POST', `/api/schemes/${scheme}/review`, { note: '请审核' })
  await li.ask('POST', `/api/schemes/${scheme}/review/decision`, { decision: 'approved', note: '同意' })
  const { hash: version } = await li.ask('POST', `/api/schemes/${scheme}/versions`)
  const name = subject.unit ?? subject.department
  const { id: department } = await root.ask('POST', '/api/departments', { name, type: subject.departmentType, region })
  const reporter = folder.slice('seeds/'.length)
  await root.addAccountWith(reporter, '陈填报', [{ role: 'department', region, department }])
  const own = await new Asker(server).signIn(reporter, PASSWORD)
  const { id: campaign } = await wang.ask('POST', '/api/campaigns', {
    ...{ name: `${name}${period}年度绩效评价`, region, period, schemes: [{ version }], hasDeclarations: false },
  })
  const projects = project === undefined ? {} : { projects: [project] }
  await wang.ask('POST', `/api/campaigns/${campaign}/submissions`, { departments: [department], ...projects })
  const { submissions } = await wang.ask('GET', `/api/campaigns/${campaign}/submissions`)
  const submission: string = submissions[0].id
  const write = async (asker: Asker, body: object) => {
    const { revision } = await asker.ask('GET', `/api/submissions/${submission}`)
    await asker.ask('PUT', `/api/submissions/${submission}/layers`, body, revision)
  }
  const stage = (to: string) => wang.ask('POST', `/api/campaigns/${campaign}/stage`, { stage: to })
  await stage('self')
  const reported = Object.entries(items).flatMap(([id, entry]) => layersOf('items', id, entry, 'reported'))
  await write(own, { entries: reported.filter(({ layer }) => layer === 'reported'), claims: withoutNote(claims) })
  await stage('evaluate')
  const verified = reported.filter(({ layer }) => layer === 'verified')
  const judged = Object.entries(judgements).flatMap(([id, entry]) => layersOf('judgements', id, entry, 'judged'))
  await write(wang, { entries: [...verified, ...judged] })
  const { id: run } = await li.ask('POST', `/api/campaigns/${campaign}/runs`)
  while ((await li.ask('GET', `/api/runs/${run}`)).state === 'running') await new Promise((go) => setTimeout(go, 50))
  return { campaign, submission, run, reporter }
}

interface WrittenLayer {
  readonly of: string
  readonly id: string
  readonly layer: string
}

/** A bare value is one layer; what the report judges is judged here by those who evaluate. */
function layersOf(of: string, id: string, entry: unknown, bare: string): WrittenLayer[] {
  const layers = (entry as { layers?: { layer: string; value: unknown; state?: string; why?: string }[] } | null)
    ?.layers
  if (layers === undefined) {
    return [{ of, id, layer: bare, value: entry, ...(of === 'items' ? {} : { why: '见自评表' }) } as WrittenLayer]
  }
  return layers.map(({ layer, value, state, why }) => ({
    ...{ of, id, layer: of === 'judgements' ? 'judged' : layer, value },
    ...(state === undefined ? {} : { state }),
    ...(why === undefined && of === 'items' ? {} : { why: why ?? '见自评表' }),
  }))
}

function withoutNote(claims: object | undefined): object | undefined {
  if (claims === undefined) return undefined
  const { note: _, ...rest } = claims as { note?: string }
  return rest
}
