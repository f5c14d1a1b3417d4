import type { Scheme, Submission } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { addTestCampaign, type CampaignOptions, region, rule, type TestCampaign } from '../evaluations.testing.ts'
import { type Asking, stores, testServer } from '../server.testing.ts'
import type { Stage } from '../store/tables/campaigns.ts'

interface Expected {
  readonly runs: readonly { readonly submission: string; readonly expected: { readonly total: string | null } }[]
}

const yangquan = 'seeds/yangquan-2021'
/** Ranks its members: five of them, whose totals were reckoned by another program. */
const health = 'departments/health'
const group = rule<Expected>(health, 'expected.json').runs
const members = group.map(({ submission }) => rule(health, submission))
const totals = group.map(({ expected }) => expected.total)

/**
 * Three of one group, one of which declares that half is enough, and reaches it; another one has half of what is asked of
 * everybody. The last one, to which this does not apply, has what they have in the mean: 30 of 40.
 */
function declaredGroup(): CampaignOptions {
  const scheme: Scheme = {
    yardstick: 'scheme/1',
    id: 'mean',
    name: '组内平均',
    version: '1',
    fullScore: '100',
    declarations: 'optional',
    notApplicable: 'group-mean',
    items: [{ id: '满意度', type: 'rate', mayBeNotApplicable: true }],
    indicators: [
      { id: '管理', name: '管理', points: '60', scoring: { method: 'judgement' } },
      {
        id: '满意',
        name: '满意',
        points: '40',
        actual: '满意度',
        target: { comparator: '>=', value: '100%' },
        scoring: { method: 'ratio' },
        declared: { atLeast: '50%' },
      },
    ],
  }
  const subject = (department: string) => ({ subject: { department }, period: '2025' })
  const submitted = (department: string, rate: Submission['items'][string]): Submission => ({
    yardstick: 'submission/1',
    ...subject(department),
    items: { 满意度: rate },
    judgements: { 管理: 60 },
  })
  const declared = { yardstick: 'declaration/1', scheme: { id: 'mean' }, ...subject('甲局') }
  return {
    scheme,
    submissions: [
      submitted('甲局', '50%'),
      submitted('乙局', '50%'),
      submitted('丙局', { layers: [{ layer: 'reported', state: 'not-applicable', why: '无服务对象' }] }),
    ],
    declarations: [{ ...declared, targets: { 满意: { comparator: '>=', value: '50%' } } }, declared, declared],
  }
}

describe.each(stores)('on %s, evaluations', (kind) => {
  const server = testServer(kind, { settings: { jobs: { atOnce: 1, chunk: 2, pollMs: 50 } } })
  const campaignOf = (options: CampaignOptions) => addTestCampaign(server().context.database.db, options)
  const small = (options: Partial<CampaignOptions> = {}) =>
    campaignOf({ scheme: rule<Scheme>(yangquan, 'scheme.json'), submissions: [rule(yangquan)], ...options })
  const ranked = (options: Partial<CampaignOptions> = {}) =>
    campaignOf({ scheme: rule<Scheme>(health, 'scheme.json'), submissions: members, ...options })
  const run = async (ask: Asking, { id }: TestCampaign): Promise<string> => {
    const { body } = await ask('POST', `/api/campaigns/${id}/runs`)
    await expect.poll(async () => (await ask('GET', `/api/runs/${body.id}`)).body.state).toBe('done')
    return body.id
  }
  const totalsOf = async (ask: Asking, id: string) =>
    (await ask('GET', `/api/runs/${id}/evaluations`)).body.evaluations.map(({ total }: { total: string }) => total)
  const toStage = (ask: Asking, { id }: TestCampaign, stage: Stage) =>
    ask('POST', `/api/campaigns/${id}/stage`, { stage, note: '复核后退回' })

  it('are made on demand, with the trace, in both languages', async () => {
    const ask = await server().as({ role: 'evaluator', region })
    const [id] = (await small()).submissions
    const zh = await ask('GET', `/api/submissions/${id}/evaluation`)
    expect(zh.body).toMatchObject({ revision: 1, group: null, result: null })
    expect(zh.body.evaluation).toMatchObject({ total: '85.73', grade: '良', language: 'zh' })
    expect(zh.body.evaluation.indicators[0].trace).toBeDefined()
    const en = await ask('GET', `/api/submissions/${id}/evaluation?language=en`)
    expect(en.body.evaluation.sentence).not.toBe(zh.body.evaluation.sentence)
    expect(await ask('GET', `/api/submissions/${id}/evaluation?language=fr`)).toMatchObject({ status: 422 })
  })

  it('follow the group as it is, until it is frozen', async () => {
    const { db } = server().context.database
    const ask = await server().as({ role: 'evaluator', region }, { role: 'reviewer', region })
    const campaign = await ranked()
    const urlOf = (index: number) => `/api/submissions/${campaign.submissions[index]}/evaluation`
    const live = await ask('GET', urlOf(0))
    expect(live.body).toMatchObject({ group: { state: 'live' }, evaluation: { total: totals[0] } })
    expect(await totalsOf(ask, await run(ask, campaign))).toEqual(totals)

    expect((await toStage(ask, campaign, 'verify')).status).toBe(200)
    const frozen = await ask('GET', urlOf(0))
    expect(frozen.body.group).toMatchObject({ state: 'frozen', hash: live.body.group.hash })
    expect(frozen.body.result).toMatchObject({ total: totals[0], state: 'final' })

    // One member takes back what it is ranked by: nobody else's rank changes any more.
    const { items } = members[1] as Submission
    const left = { ...members[1], items: Object.fromEntries(Object.keys(items).map((name) => [name, null])) }
    const fields = { document: JSON.stringify(left), revision: 2 }
    await db.updateTable('submission').set(fields).where('id', '=', campaign.submissions[1]!).execute()
    expect((await ask('GET', urlOf(0))).body.evaluation.total).toBe(totals[0])
    const second = await run(ask, campaign)
    expect((await totalsOf(ask, second)).toSpliced(1, 1)).toEqual(totals.toSpliced(1, 1))

    expect((await toStage(ask, campaign, 'evaluate')).status).toBe(200)
    const again = async () => (await ask('GET', urlOf(0))).body.group
    expect((await again()).state).toBe('live')
    // A group that took long to go through is not looked at again at once.
    await expect.poll(async () => (await again()).hash, { timeout: 20_000 }).not.toBe(live.body.group.hash)
    const url = `/api/evaluations/${second}/${campaign.submissions[0]}/explanation`
    expect((await ask('GET', url)).body).toMatchObject({ same: true, stored: { total: totals[0] } })
  })

  it('are bound to the declaration that was approved', async () => {
    const ask = await server().as({ role: 'evaluator', region })
    const folder = 'national/project-selfeval'
    const declared = {
      scheme: rule<Scheme>(folder, 'scheme.json'),
      submissions: [rule(folder)],
      declarations: [rule<unknown>(folder, 'declaration.json')],
    }
    const campaign = await campaignOf(declared)
    expect(await totalsOf(ask, await run(ask, campaign))).toEqual(['86.28'])
    const preview = await ask('GET', `/api/submissions/${campaign.submissions[0]}/evaluation`)
    expect(preview.body.evaluation).toMatchObject({ total: '86.28', declaration: expect.any(String) })
  })

  it('of a group are held against what its members are scored by', async () => {
    const ask = await server().as({ role: 'evaluator', region })
    const campaign = await campaignOf(declaredGroup())
    expect(await totalsOf(ask, await run(ask, campaign))).toEqual(['100', '80', '90'])
  })

  it('that cannot be made are blocked, with the issues that say why', async () => {
    const ask = await server().as({ role: 'evaluator', region })
    const folder = 'national/project-selfeval'
    const declaration = rule<{ scheme: object }>(folder, 'declaration.json')
    const wrong = { ...declaration, scheme: { ...declaration.scheme, id: 'another' } }
    const campaign = await campaignOf({
      scheme: rule<Scheme>(folder, 'scheme.json'),
      submissions: [rule(folder), rule(folder)],
      declarations: [wrong, declaration],
    })
    const id = await run(ask, campaign)
    expect(await totalsOf(ask, id)).toEqual([null, '86.28'])
    const url = `/api/evaluations/${id}/${campaign.submissions[0]}`
    const { evaluation } = (await ask('GET', url)).body
    expect(evaluation).toMatchObject({ state: 'blocked', total: null, findings: [{ code: 'DECLARATION_SCHEME' }] })
    expect((await ask('GET', `${url}/explanation`)).body).toMatchObject({ same: true, stored: { state: 'blocked' } })
  })

  it('are read by the department itself once they are settled, and by nobody else', async () => {
    const { db } = server().context.database
    const ask = await server().as({ role: 'evaluator', region }, { role: 'reviewer', region })
    const campaign = await small({ submissions: [rule(yangquan), rule(yangquan)] })
    const [mine, other] = campaign.submissions
    const department = await server().as({ role: 'department', region, department: campaign.departments[0]! })
    const first = await run(ask, campaign)
    const id = await run(ask, campaign)
    const own = [`/api/submissions/${mine}/evaluation`, `/api/evaluations/${id}/${mine}`]
    for (const url of [...own, `/api/evaluations/${id}/${mine}/explanation`]) {
      expect(await department('GET', url)).toMatchObject({ status: 403, codes: ['REQUEST_FORBIDDEN'] })
    }
    await db.updateTable('campaign').set({ stage: 'final' }).where('id', '=', campaign.id).execute()
    for (const url of own) expect((await department('GET', url)).body.evaluation.total).toBe('85.73')
    expect((await department('GET', `/api/evaluations/${id}/${mine}/explanation`)).body.same).toBe(true)
    // Attempts from before are not theirs to read, nor is anybody else's result.
    expect(await department('GET', `/api/evaluations/${first}/${mine}`)).toMatchObject({ status: 404 })
    expect(await department('GET', `/api/submissions/${other}/evaluation`)).toMatchObject({ status: 404 })
    expect(await department('GET', `/api/evaluations/${id}/${other}`)).toMatchObject({ status: 404 })
    expect(await department('GET', `/api/campaigns/${campaign.id}/ranking`)).toMatchObject({ status: 403 })
    const elsewhere = await server().as({ role: 'reader', region: '110000' })
    expect(await elsewhere('GET', `/api/submissions/${mine}/evaluation`)).toMatchObject({ status: 404 })
    expect(await server().nobody('GET', own[0]!)).toMatchObject({ status: 401 })
  })
})
