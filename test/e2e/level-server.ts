import type { Scheme, Submission } from '@yardstick/model'
import { write } from './filled-server.ts'
import { Asker, PASSWORD, RealServer } from './real-server.ts'
import { regions } from './three-levels-data.ts'

export const PASSPHRASE = '青山绿水之间 五十六'

/** A server that plays one level: its region, its people, and the key it signs with. */
export class LevelServer {
  readonly server = new RealServer()
  /** Administers. */
  root!: Asker
  /** 设计: takes templates in, adopts, changes. */
  designer!: Asker
  /** 审核: publishes and signs. */
  reviewer!: Asker
  key = ''
  /** What was published last. */
  private version = ''

  constructor(
    readonly region: (typeof regions)[number],
    private readonly publisher: string,
  ) {}

  /** Its people, `designer` and `reviewer`, see to its own region alone. */
  async start(): Promise<void> {
    const { server, region, publisher } = this
    server.addAdministrator()
    await server.start()
    this.root = await new Asker(server).signIn('root')
    await this.root.ask('PUT', '/api/regions', { regions })
    for (const [name, title, roles] of [
      ['designer', `${region.name}设计`, ['designer', 'evaluator']],
      ['reviewer', `${region.name}审核`, ['reviewer', 'evaluator']],
    ] as const) {
      await this.root.addAccountWith(
        name,
        title,
        roles.map((role) => ({ role, region: region.code })),
      )
    }
    this.designer = await new Asker(server).signIn('designer', PASSWORD)
    this.reviewer = await new Asker(server).signIn('reviewer', PASSWORD)
    const asked = { name: region.name, publisher, region: region.code, passphrase: PASSPHRASE }
    this.key = (await this.root.ask('POST', '/api/keys', asked)).key
  }

  /** The public half of its key, as a document that is given out. */
  async keyFile(): Promise<string> {
    return this.root.file(`/api/keys/${this.key}/file`)
  }

  async draftOf(id: string): Promise<{ revision: number; scheme: Scheme }> {
    return this.designer.ask('GET', `/api/schemes/${id}/draft`)
  }

  async save(id: string, change: (scheme: Scheme) => Scheme): Promise<void> {
    const { revision, scheme } = await this.draftOf(id)
    await this.designer.ask('PUT', `/api/schemes/${id}/draft`, change(scheme), revision)
  }

  /** Reviewed, approved and published. */
  async publish(id: string): Promise<void> {
    await this.designer.ask('POST', `/api/schemes/${id}/review`, { note: '请审核' })
    await this.reviewer.ask('POST', `/api/schemes/${id}/review/decision`, { decision: 'approved', note: '同意' })
    this.version = (await this.reviewer.ask('POST', `/api/schemes/${id}/versions`)).hash
  }

  /** Last year's campaign, scored by the version that was published: data to see an impact on. */
  async campaign(figures: (satisfaction: string) => Pick<Submission, 'items' | 'judgements'>): Promise<void> {
    const { root, designer, reviewer, region } = this
    const departments: string[] = []
    for (const name of ['人力资源和社会保障局', '教育体育局'])
      departments.push((await root.ask('POST', '/api/departments', { name, type: '行政单位', region: region.code })).id)
    const { id } = await designer.ask('POST', '/api/campaigns', {
      name: '2025年度部门整体支出绩效评价',
      region: region.code,
      period: '2025',
      schemes: [{ version: this.version }],
      due: { report: '2026-03-31' },
    })
    await designer.ask('POST', `/api/campaigns/${id}/submissions`, { departments })
    for (const stage of ['report', 'self', 'evaluate'])
      await designer.ask('POST', `/api/campaigns/${id}/stage`, { stage })
    const { submissions } = await designer.ask('GET', `/api/campaigns/${id}/submissions`)
    for (const [index, { id: submission }] of submissions.entries()) {
      const { items, judgements = {} } = figures(index === 0 ? '93%' : '89%')
      await write(designer, submission, 'items', items, 'verified')
      await write(designer, submission, 'judgements', judgements, 'judged')
    }
    const run = await reviewer.ask('POST', `/api/campaigns/${id}/runs`)
    while ((await reviewer.ask('GET', `/api/runs/${run.id}`)).state === 'running')
      await new Promise((go) => setTimeout(go, 50))
  }

  async end(): Promise<void> {
    await this.server.end()
  }
}
