import { setTimeout as sleep } from 'node:timers/promises'
import type { Scheme, Submission } from '@yardstick/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { addTestCampaign, type CampaignOptions, region, rule, type TestCampaign } from '../evaluations.testing.ts'
import { type Asking, stores, testServer } from '../server.testing.ts'

const seed = 'seeds/yangquan-2021'
const scheme = rule<Scheme>(seed, 'scheme.json')
const one = rule(seed)

/** Of 100 points as they are judged: 30, 40, 20 and 10 at most; undefined is not judged. */
type Judged = readonly [string | undefined, string, string, string]

function submitted(judged: readonly Judged[]): Submission[] {
  const ids = ['duty', 'management', 'social-effect', 'sustainability']
  return judged.map((scores, index) => ({
    yardstick: 'submission/1',
    subject: { ...one.subject, department: `单位${index}` },
    period: one.period,
    items: {},
    judgements: Object.fromEntries(
      ids.flatMap((id, at) => {
        const value = scores[at]
        return value === undefined ? [] : [[id, { layers: [{ layer: 'judged', value, why: '见报告' }] }]]
      }),
    ),
  }))
}

/** Totals 90.5, 80.25, 80.25, 9.75, 100 and none: as text 9.75 would come first. */
const judged: Judged[] = [
  ['30', '40', '20', '0.5'],
  ['30', '40', '10', '0.25'],
  ['20', '40', '20', '0.25'],
  ['0', '0', '0', '9.75'],
  ['30', '40', '20', '10'],
  [undefined, '40', '20', '10'],
]
const type = (index: number) => (index % 2 === 0 ? '学校' : '医院')
const county = (index: number) => (index < 3 ? '360102' : '360103')

describe.each(stores)('on %s, the results of a campaign', (kind) => {
  const server = testServer(kind, { settings: { jobs: { atOnce: 1, chunk: 4, pollMs: 50 } } })
  let ask: Asking
  let campaign: TestCampaign
  let run: string

  const scored = async (options: Partial<CampaignOptions> = {}) => {
    const all = { scheme, submissions: submitted(judged), type, region: county, ...options }
    const made = await addTestCampaign(server().context.database.db, all)
    const { body } = await ask('POST', `/api/campaigns/${made.id}/runs`)
    while ((await ask('GET', `/api/runs/${body.id}`)).body.state === 'running') await sleep(20)
    return { campaign: made, run: body.id as string }
  }

  beforeAll(async () => {
    ask = await server().as({ role: 'evaluator', region })
    ;({ campaign, run } = await scored())
  })

  it('are ranked 1-1-3 by totals as the decimals they are', async () => {
    const { body } = await ask('GET', `/api/campaigns/${campaign.id}/ranking`)
    const lines = body.ranking.map(({ rank, total, grade }: Record<string, unknown>) => [rank, total, grade])
    expect(body.run).toBe(run)
    expect(lines).toEqual([
      [1, '100', '优'],
      [2, '90.5', '优'],
      [3, '80.25', '良'],
      [3, '80.25', '良'],
      [5, '9.75', '差'],
      [null, null, null],
    ])
  })

  it('are ranked within types and regions, and read page by page', async () => {
    const url = `/api/campaigns/${campaign.id}/ranking`
    const lines = ({ body }: Awaited<ReturnType<Asking>>) =>
      body.ranking.map((each: { rank: number; total: string; department: { type: string } }) => [
        each.department.type,
        each.rank,
        each.total,
      ])
    expect(lines(await ask('GET', `${url}?by=type`))).toEqual([
      ['医院', 1, '80.25'],
      ['医院', 2, '9.75'],
      ['医院', null, null],
      ['学校', 1, '100'],
      ['学校', 2, '90.5'],
      ['学校', 3, '80.25'],
    ])
    expect(lines(await ask('GET', `${url}?by=region&region=360103&limit=2`))).toEqual([
      ['学校', 1, '100'],
      ['医院', 2, '9.75'],
    ])
    expect(lines(await ask('GET', `${url}?limit=1&after=1`))).toEqual([['学校', 2, '90.5']])
    expect(await ask('GET', `${url}?by=name`)).toMatchObject({ status: 422 })
  })

  it('come to exact statistics, of all, by type and by region', async () => {
    const { body } = await ask('GET', `/api/campaigns/${campaign.id}/statistics`)
    expect(body.all).toMatchObject({
      ...{ count: 6, scored: 5, blocked: 1, provisional: 0, min: '9.75', max: '100' },
      mean: { value: '72.15' },
      median: { value: '80.25' },
      grades: [
        { grade: '优', count: 2 },
        { grade: '良', count: 2 },
        { grade: '差', count: 1 },
        { grade: null, count: 1 },
      ],
    })
    // 30 + 30 + 20 + 0 + 30 of five times 30; the one that was not judged has no rate here, and has one elsewhere.
    expect(body.all.branches).toMatchObject([
      { id: 'duty', name: 'A履职效能', count: 5, rate: { value: '0.7333', exact: '11/15' } },
      { id: 'management', count: 6, rate: { value: '0.8333', exact: '5/6' } },
      { id: 'social-effect', count: 6 },
      { id: 'sustainability', count: 6 },
    ])
    expect(body.byType).toMatchObject([
      { name: '医院', scored: 2, mean: { value: '45' }, median: { value: '45' } },
      { name: '学校', scored: 3, mean: { value: '90.25' }, median: { value: '90.5' } },
    ])
    expect(body.byRegion).toMatchObject([
      { name: '360102', mean: { value: '83.6667', exact: '251/3' } },
      { name: '360103', median: { value: '54.875' } },
    ])
  })

  it('have their statistics made once, and again when departments belong elsewhere', async () => {
    const { db } = server().context.database
    const other = await scored()
    const url = `/api/campaigns/${other.campaign.id}/statistics`
    const first = await ask('GET', url)
    expect(first.body).toMatchObject({ all: { count: 6, max: '100' } })
    // No result of a run that is done changes; were it otherwise, nobody would look.
    await db.updateTable('evaluation').set({ total: '99' }).where('run_id', '=', other.run).execute()
    expect((await ask('GET', url)).body).toEqual(first.body)
    const [id] = other.campaign.departments
    const administrator = await server().as({ role: 'administrator' })
    const { body } = await administrator('GET', `/api/departments/${id}`)
    const { name, code, parent } = body
    const moved = { name, code, type: '中学', region: body.region, parent }
    const put = await administrator('PUT', `/api/departments/${id}`, moved, { 'if-match': `"${body.revision}"` })
    expect(put.status).toBe(200)
    const again = await ask('GET', url)
    expect(again.body.byType.map((each: { name: string }) => each.name)).toEqual(['中学', '医院', '学校'])
    expect(again.body.all).toMatchObject({ count: 6, max: '99' })
    await db.updateTable('run').set({ state: 'running' }).where('id', '=', other.run).execute()
    await db.updateTable('evaluation').set({ total: '98' }).where('run_id', '=', other.run).execute()
    expect((await ask('GET', `${url}?run=${other.run}`)).body.all).toMatchObject({ max: '98' })
    await db.updateTable('run').set({ state: 'done' }).where('id', '=', other.run).execute()
  })

  it('are compared with another year', async () => {
    const later = await scored({
      submissions: submitted([
        ['30', '40', '20', '0.25'],
        ['30', '40', '20', '0.25'],
        ['20', '40', '20', '0.25'],
        ['0', '0', '0', '10'],
        ['30', '40', '20', '10'],
        ['30', '40', '20', '10'],
      ]),
      departments: campaign.departments,
    })
    const url = `/api/campaigns/${later.campaign.id}/comparison?with=${campaign.id}`
    const { body } = await ask('GET', url)
    expect(body).toMatchObject({
      before: { campaign: campaign.id, run, statistics: { scored: 5 } },
      after: { campaign: later.campaign.id, run: later.run, statistics: { scored: 6 } },
      summary: { both: 6, up: 2, down: 1, same: 2, onlyBefore: 0, onlyAfter: 0 },
    })
    expect(body.rows[0]).toMatchObject({
      department: { id: campaign.departments[1] },
      before: { total: '80.25', grade: '良', rank: 3 },
      after: { total: '90.25', grade: '优', rank: 3 },
      difference: '10',
    })
    expect(body.rows.map(({ difference }: { difference: string }) => difference)).toEqual([
      ...['10', '0.25', '0', '0', '-0.25', null],
    ])
    expect(body.grades).toContainEqual({ before: '良', after: '优', count: 1 })
    const other = await scored()
    const apart = await ask('GET', `/api/campaigns/${other.campaign.id}/comparison?with=${campaign.id}&limit=1`)
    expect(apart.body).toMatchObject({ summary: { both: 0, onlyBefore: 6, onlyAfter: 6 }, rows: [{ place: 1 }] })
  })

  it('are there when a run is done, for those who may read them', async () => {
    const none = await addTestCampaign(server().context.database.db, { scheme, submissions: [] })
    const urls = ['ranking', 'statistics', `comparison?with=${campaign.id}`]
    for (const url of urls) {
      const answer = await ask('GET', `/api/campaigns/${none.id}/${url}`)
      expect(answer).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
      const elsewhere = await server().as({ role: 'evaluator', region: '110000' })
      expect(await elsewhere('GET', `/api/campaigns/${campaign.id}/${url}`)).toMatchObject({ status: 404 })
      const expert = await server().as({ role: 'expert', region })
      expect(await expert('GET', `/api/campaigns/${campaign.id}/${url}`)).toMatchObject({ status: 403 })
    }
    const foreign = await ask('GET', `/api/campaigns/${none.id}/ranking?run=${run}`)
    expect(foreign).toMatchObject({ status: 404 })
  })
})
