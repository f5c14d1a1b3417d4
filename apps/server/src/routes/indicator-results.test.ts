import { setTimeout as sleep } from 'node:timers/promises'
import type { Entry, Layer, Scheme, Submission } from '@yardstick/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { addTestCampaign, type CampaignOptions, publish, region, rule } from '../evaluations.testing.ts'
import { type Asking, stores, testServer } from '../server.testing.ts'

const scheme = rule<Scheme>('seeds/yangquan-2021', 'scheme.json')
const one = rule('seeds/yangquan-2021')
const ids = ['duty', 'management', 'social-effect', 'sustainability'] as const

/** Of 30, 40, 20 and 10 points; undefined is not judged. */
type Judged = readonly (string | undefined)[]

function submissionOf(scores: Judged, claims?: Submission['claims']): Submission {
  const judged = ids.flatMap((id, at) => {
    const value = scores[at]
    const layers: Layer[] = value === undefined ? [] : [{ layer: 'judged', value, why: '见报告' }]
    return layers.map((layer): [string, Entry] => [id, { layers: [layer] }])
  })
  return {
    yardstick: 'submission/1',
    subject: one.subject,
    period: one.period,
    items: {},
    judgements: Object.fromEntries(judged),
    ...(claims === undefined ? {} : { claims }),
  }
}

describe.each(stores)('on %s, indicator by indicator', (kind) => {
  const server = testServer(kind, { settings: { jobs: { atOnce: 1, chunk: 4, pollMs: 50 } } })
  let ask: Asking

  const scored = async (submissions: readonly Submission[], options: Partial<CampaignOptions> = {}) => {
    const made = await addTestCampaign(server().context.database.db, { scheme, submissions, ...options })
    await run(made.id)
    return made
  }
  const run = async (campaign: string) => {
    const { body } = await ask('POST', `/api/campaigns/${campaign}/runs`)
    while ((await ask('GET', `/api/runs/${body.id}`)).body.state === 'running') await sleep(20)
  }
  const indicatorsOf = async (submissions: readonly Submission[]) => {
    const { id } = await scored(submissions)
    return (await ask('GET', `/api/campaigns/${id}/indicators`)).body.versions[0]
  }

  beforeAll(async () => {
    ask = await server().as({ role: 'evaluator', region })
  })

  const best = ['30', '40', '20', '10']
  it.each<[string, Judged[], { group: number; full: number[]; discrimination: (string | undefined)[] }]>([
    [
      'the best are held against the poorest',
      [
        ['30', '40', '20', '0.5'],
        ['30', '40', '10', '0.25'],
        ['20', '40', '20', '0.25'],
        ['0', '0', '0', '9.75'],
        best,
      ],
      { group: 1, full: [3, 4, 3, 1], discrimination: ['1', '1', '1', '0.025'] },
    ],
    // 27 % of four is one; two share the first place and two the last.
    [
      'who ties at a border counts in part',
      [
        ['30', '40', '20', '0'],
        ['30', '40', '10', '10'],
        ['30', '20', '0', '0'],
        ['0', '40', '0', '10'],
      ],
      { group: 1, full: [3, 3, 1, 2], discrimination: ['0.5', '0.25', '0.75', '0'] },
    ],
    ['all are the same', [best, best, best], { group: 1, full: [3, 3, 3, 3], discrimination: ['0', '0', '0', '0'] }],
    ['one alone is held against nobody', [best], { group: 1, full: [1, 1, 1, 1], discrimination: [] }],
    [
      'without totals nobody is the best',
      [
        [undefined, '40', '20', '10'],
        [undefined, '30', '20', '10'],
      ],
      { group: 0, full: [0, 1, 2, 2], discrimination: [] },
    ],
    [
      'whoever has no total counts for full points only',
      [best, ['0', '0', '0', '0'], [undefined, '40', '20', '10']],
      { group: 1, full: [1, 2, 2, 2], discrimination: ['1', '1', '1', '1'] },
    ],
  ])('%s', async (_, judged, { group, full, discrimination }) => {
    const found = await indicatorsOf(judged.map((each) => submissionOf(each)))
    expect(found.group).toBe(group)
    expect(found.indicators.map((each: { full: number }) => each.full)).toEqual(full)
    const values = found.indicators.map((each: { discrimination: { value: string } | null }) => each.discrimination)
    expect(values.map((each: { value: string } | null) => each?.value)).toEqual(ids.map((_, at) => discrimination[at]))
  })

  it('nothing is said where there are no results', async () => {
    const { id } = await scored([])
    expect((await ask('GET', `/api/campaigns/${id}/indicators`)).body).toMatchObject({ versions: [] })
    expect((await ask('GET', `/api/campaigns/${id}/scores`)).body).toMatchObject({ version: null, rows: [] })
  })

  it('scores stand in a table, best first, with what is missing and what was claimed', async () => {
    const { id, submissions } = await scored([
      submissionOf(['0', '40', '20', '10'], { scores: { duty: '30', management: '35' }, total: '95' }),
      submissionOf([undefined, '40', '20', '10']),
      submissionOf(best),
    ])
    const url = `/api/campaigns/${id}/scores`
    const { body } = await ask('GET', url)
    expect(body.indicators).toMatchObject([{ id: 'duty', points: '30', path: [] }, {}, {}, {}])
    expect(body.versions).toMatchObject([{ hash: body.version, count: 3, scored: 2 }])
    expect(body.rows).toMatchObject([
      { place: 1, rank: 1, submission: submissions[2], total: '100', scores: best, states: '....', claimed: null },
      { rank: 2, total: '70', claimed: '95', scores: ['0', '40', '20', '10'], claims: ['30', '35', null, null] },
      { rank: null, total: null, scores: [null, '40', '20', '10'], states: 'm...' },
    ])
    expect(body.rows[0]).not.toHaveProperty('claims')
    const next = await ask('GET', `${url}?version=${body.version}&after=1&limit=1`)
    expect(next.body.rows).toMatchObject([{ place: 2 }])
    expect(await ask('GET', `${url}?version=${'0'.repeat(64)}`)).toMatchObject({ status: 404 })
    const { indicators } = (await ask('GET', `/api/campaigns/${id}/indicators`)).body.versions[0]
    expect(indicators).toMatchObject([
      { claims: { count: 1, claimed: { value: '1' }, rate: { value: '0' }, over: 1, under: 0 } },
      { claims: { count: 1, claimed: { value: '0.875' }, rate: { value: '1' }, over: 0, under: 1 } },
      { claims: null },
      { claims: null },
    ])
  })

  it('two years are compared by the ids of indicators, and by rates where full scores differ', async () => {
    const before = await scored([submissionOf(['15', '40', '20', '10']), submissionOf(best)])
    // Of 80 instead of 100: one indicator has gone, another one is worth more.
    const [duty, management, social] = scheme.indicators
    const other: Scheme = {
      ...scheme,
      id: 'later',
      fullScore: '80',
      indicators: [duty!, { ...management!, id: 'governance' }, { ...social!, points: '10' }],
    }
    const now = (scores: readonly [string, string, string]): Submission => {
      const { judgements, ...rest } = submissionOf([scores[0], undefined, scores[2]])
      const governance = { layers: [{ layer: 'judged' as const, value: scores[1], why: '见报告' }] }
      return { ...rest, judgements: { ...judgements, governance } }
    }
    const submissions = [now(['30', '38', '5']), now(['30', '40', '10'])]
    const after = await scored(submissions, { scheme: other, departments: before.departments })
    const { body } = await ask('GET', `/api/campaigns/${after.id}/comparison?with=${before.id}`)
    expect(body.summary).toMatchObject({ both: 2, up: 1, same: 1, down: 0 })
    // 85 of 100, then 73 of 80: fewer points, a higher rate.
    expect(body.rows[0]).toMatchObject({
      before: { submission: before.submissions[0], total: '85', fullScore: '100' },
      after: { submission: after.submissions[0], total: '73', fullScore: '80' },
      difference: null,
    })
    const compared = await ask('GET', `/api/campaigns/${after.id}/comparison/indicators?with=${before.id}`)
    expect(compared.body.indicators).toMatchObject([
      { id: 'duty', before: { rate: { value: '0.75' } }, after: { rate: { value: '1' } }, count: 2, up: 1, down: 0 },
      { id: 'governance', before: null, count: 0 },
      {
        id: 'social-effect',
        before: { points: '20', rate: { value: '1' } },
        after: { points: '10', rate: { value: '0.75' } },
        ...{ count: 2, up: 0, down: 1 },
      },
      { id: 'management', after: null },
      { id: 'sustainability', after: null },
    ])
  })

  it('schemes of one campaign are measured apart, the one of most results first', async () => {
    const { db } = server().context.database
    const made = await addTestCampaign(db, {
      scheme,
      submissions: [best, best, best].map((each) => submissionOf(each)),
    })
    const other = await publish(db, { ...scheme, id: 'other', name: '另一方案' })
    const [, , last] = made.submissions
    await db.updateTable('submission').set({ version_hash: other }).where('id', '=', last!).execute()
    await run(made.id)
    const { versions } = (await ask('GET', `/api/campaigns/${made.id}/indicators`)).body
    expect(versions).toMatchObject([
      { hash: made.version, count: 2, group: 1 },
      { hash: other, name: '另一方案', count: 1, group: 1 },
    ])
    expect(versions[1].indicators[0]).toMatchObject({ count: 1, full: 1, discrimination: null })
    const table = await ask('GET', `/api/campaigns/${made.id}/scores?version=${other}`)
    expect(table.body.rows).toMatchObject([{ submission: last, rank: 1 }])
  })

  it('all of it is there for those who may read results', async () => {
    const { id } = await scored([submissionOf(best)])
    const none = await addTestCampaign(server().context.database.db, { scheme, submissions: [] })
    for (const url of ['scores', 'indicators', `comparison/indicators?with=${id}`]) {
      expect(await ask('GET', `/api/campaigns/${none.id}/${url}`)).toMatchObject({
        status: 409,
        codes: ['REQUEST_STATE'],
      })
      const elsewhere = await server().as({ role: 'evaluator', region: '110000' })
      expect(await elsewhere('GET', `/api/campaigns/${id}/${url}`)).toMatchObject({ status: 404 })
      const expert = await server().as({ role: 'expert', region })
      expect(await expert('GET', `/api/campaigns/${id}/${url}`)).toMatchObject({ status: 403 })
    }
  })
})
