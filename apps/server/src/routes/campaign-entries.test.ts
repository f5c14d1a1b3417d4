import type { Mapping } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { begin, type City, city, county, goTo, scheme } from '../campaigns.testing.ts'
import { type Asking, stores, testServer } from '../server.testing.ts'
import { writeMapping } from '../store/scheme-mappings.ts'
import { readVersion } from '../store/scheme-versions.ts'

describe.each(stores)('on %s, several submissions of a campaign', (kind) => {
  const server = testServer(kind)

  const reported = (id: string, value: unknown, revision = 1) => ({
    id,
    revision,
    entries: [{ of: 'items', id: '预算数', layer: 'reported', value }],
  })

  it('are read whole, page by page, by whoever may see them', async () => {
    const { people, campaign, ids, clerk } = await begun('甲校', '乙校')
    const url = `/api/campaigns/${campaign}/documents`
    const all = (await clerk('GET', url)).body.submissions
    expect(all.map((each: { id: string }) => each.id)).toEqual([...ids].sort())
    expect(all[0]).toMatchObject({ revision: 1, stage: 'report', submission: { items: {} }, declaration: null })
    const first = (await clerk('GET', `${url}?limit=1`)).body.submissions
    const rest = (await clerk('GET', `${url}?after=${first[0].id}`)).body.submissions
    expect([...first, ...rest].map((each: { id: string }) => each.id)).toEqual([...ids].sort())
    const own = (await people.reporters[1]('GET', url)).body.submissions
    expect(own.map((each: { id: string }) => each.id)).toEqual([ids[1]])
  })

  it('show a department nothing of what others make of them, here either', async () => {
    const { people, campaign, ids } = await begun('丙校', '丁校')
    await goTo(people, campaign, 'evaluate')
    const entries = [{ of: 'items', id: '预算数', layer: 'verified', value: 7 }]
    await people.evaluator('PUT', `/api/submissions/${ids[0]}/layers`, { entries }, { 'if-match': '"1"' })
    const url = `/api/campaigns/${campaign}/documents`
    expect(JSON.stringify((await people.reporters[0]('GET', url)).body)).not.toContain('verified')
    expect(JSON.stringify((await people.evaluator('GET', url)).body)).toContain('verified')
  })

  it('are written in one request, each for itself: what refuses one keeps back no other', async () => {
    const { campaign, ids, clerk, url } = await begun('戊校', '己校')
    const [one, two] = ids
    const both = await clerk('POST', url, { submissions: [reported(two, 20), reported(one, '很多')] })
    expect(both).toMatchObject({
      status: 200,
      body: {
        submissions: [
          { id: two, status: 200, revision: 2, others: [] },
          { id: one, status: 422, issues: [{ code: 'SUBMISSION_TYPE' }] },
        ],
      },
    })
    const again = await clerk('POST', url, { submissions: [reported(two, 20, 2), reported(one, 10)] })
    expect(again.body.submissions.map((each: { revision: number }) => each.revision)).toEqual([2, 2])
    const stale = await clerk('POST', url, { submissions: [reported(two, 21), reported(one, 11, 2)] })
    expect(stale.body.submissions).toMatchObject([
      { status: 412, issues: [{ code: 'REQUEST_STALE' }], current: { revision: 2 } },
      { status: 200, revision: 3 },
    ])
    const { body } = await clerk('GET', `/api/campaigns/${campaign}/documents`)
    const values = new Map(
      body.submissions.map((each: { id: string; submission: { items: Record<string, { layers: object[] }> } }) => [
        each.id,
        each.submission.items['预算数']!.layers,
      ]),
    )
    expect(values.get(one)).toMatchObject([{ value: 11, who: 'department' }])
    expect(values.get(two)).toMatchObject([{ value: 20 }])
    const history = await clerk('GET', `/api/submissions/${one}/history`)
    expect(history.body.revisions.map((each: { number: number }) => each.number)).toEqual([3, 2])
  })

  it('that were handed in are not written, and claims only in their stage', async () => {
    const { people, campaign, ids, clerk, url } = await begun('庚校', '辛校')
    await people.reporters[0]('POST', `/api/submissions/${ids[0]}/submit`)
    const claims = { id: ids[1], revision: 1, entries: [], claims: { total: '90' } }
    const early = await clerk('POST', url, { submissions: [reported(ids[0], 1, 2), claims] })
    expect(early.body.submissions).toMatchObject([
      { status: 409, issues: [{ code: 'REQUEST_STATE' }] },
      { status: 409, issues: [{ code: 'REQUEST_STATE' }] },
    ])
    await goTo(people, campaign, 'self')
    const { body } = await clerk('POST', url, { submissions: [claims] })
    expect(body.submissions).toMatchObject([{ status: 200, revision: 2 }])
  })

  it('are not written at all where one of them is not theirs, or of another campaign', async () => {
    const { people, ids, url } = await begun('壬校', '癸校')
    const other = await begun('子校', '丑校')
    const [own, neighbour] = ids
    const mixed = { submissions: [reported(own, 1), reported(neighbour, 1)] }
    expect((await people.reporters[0]('POST', url, mixed)).status).toBe(404)
    expect((await people.countyEvaluator('POST', url, mixed)).status).toBe(403)
    const strange = { submissions: [reported(own, 1), reported(other.ids[0], 1)] }
    expect((await other.clerk('POST', url, strange)).status).toBe(404)
    expect((await people.reporters[0]('GET', `/api/submissions/${own}`)).body.revision).toBe(1)
  })

  it('stand once in a request, so that nothing of it is written over or passed by', async () => {
    const { ids, clerk, url } = await begun('午校', '未校')
    const [one, two] = ids
    const twice = { submissions: [reported(two, 5), reported(one, 6), reported(two, 7)] }
    const refused = await clerk('POST', url, twice)
    expect(refused).toMatchObject({ status: 422, codes: ['REQUEST_EXISTS'] })
    expect(refused.body.issues[0]).toMatchObject({ pointer: '/submissions/2/id', found: '未校' })
    expect((await clerk('GET', `/api/submissions/${one}`)).body.revision).toBe(1)
  })

  it('are written by those who conduct the campaign for departments that sent a workbook; the history says who', async () => {
    const { people, ids, url } = await begun('辰校', '巳校')
    const one = { ...reported(ids[0], 7), note: '填报表：辰校.xlsx' }
    expect((await people.evaluator('POST', url, { submissions: [one] })).body.submissions).toMatchObject([
      { status: 200, revision: 2 },
    ])
    const { body } = await people.reporters[0]('GET', `/api/submissions/${ids[0]}`)
    expect(body.submission.items.预算数.layers).toMatchObject([{ layer: 'reported', value: 7, who: 'evaluator' }])
    const history = await people.reporters[0]('GET', `/api/submissions/${ids[0]}/history`)
    expect(history.body.revisions).toMatchObject([{ title: 'evaluator', note: '填报表：辰校.xlsx' }])
    const verified = { ...one, entries: [{ ...one.entries[0], layer: 'verified' }] }
    expect((await people.evaluator('POST', url, { submissions: [verified] })).status).toBe(422)
  })

  it('come under the names and in the units of the region’s own data, where that is said', async () => {
    const people = await city(server(), ['申校', '酉校'])
    const own = { ...scheme, id: `local-${kind}` }
    const { campaign, submissions: ids } = await begin(server(), people, { of: own })
    const { db } = server().context.database
    const { version } = (await people.evaluator('GET', `/api/submissions/${ids[0]}`)).body
    const { scheme_id } = (await readVersion(db, version))!
    const mapping: Mapping = { yardstick: 'mapping/1', items: { 预算数: { name: '年初预算', unit: '元' } } }
    const written = { revision: 1, written_by: 'test', written_at: new Date() }
    await writeMapping(db, { scheme_id, document: JSON.stringify(mapping), ...written })
    expect((await people.reporters[0]('GET', `/api/submissions/${ids[0]}`)).body).toMatchObject({ mapping })
    const url = `/api/campaigns/${campaign}/entries`
    const local = (id: string, name: string, value: unknown, revision = 1) => ({
      ...{ id, revision },
      entries: [{ of: 'items', id: name, layer: 'reported', value }],
    })
    const submissions = [local(ids[0], '年初预算', '1234500'), local(ids[1], '实际支出', 5)]
    const { body } = await people.evaluator('POST', url, { submissions, names: 'local' })
    expect(body.submissions).toMatchObject([{ status: 200 }, { status: 200 }])
    const items = async (id: string) => (await people.evaluator('GET', `/api/submissions/${id}`)).body.submission.items
    expect(await items(ids[0])).toMatchObject({ 预算数: { layers: [{ value: '123.45' }] } })
    expect(await items(ids[1])).toMatchObject({ 实际支出: { layers: [{ value: 5 }] } })
    const both = [{ ...local(ids[0], '年初预算', 1, 2) }]
    both[0]!.entries.push({ of: 'items', id: '预算数', layer: 'reported', value: 2 })
    const twice = await people.evaluator('POST', url, { submissions: both, names: 'local' })
    expect(twice.body.submissions).toMatchObject([{ status: 422, issues: [{ code: 'MAPPING_TWICE' }] }])
    // Nobody is understood so who has not said it.
    const plain = await people.evaluator('POST', url, { submissions: [local(ids[0], '年初预算', 1, 2)] })
    expect(plain.body.submissions).toMatchObject([{ status: 422 }])
  })

  it('are 50 at a time at most, and at least one', async () => {
    const { ids, clerk, url } = await begun('寅校', '卯校')
    expect((await clerk('POST', url, { submissions: [] })).codes).toEqual(['SHAPE_SIZE'])
    const many = Array.from({ length: 51 }, () => reported(ids[0], 1))
    expect((await clerk('POST', url, { submissions: many })).status).toBe(422)
  })

  async function begun(...names: [string, string]): Promise<{
    people: City
    campaign: string
    ids: readonly [string, string]
    /** Fills in for all departments of the county. */
    clerk: Asking
    url: string
  }> {
    const people = await city(server(), names)
    const { campaign, submissions } = await begin(server(), people)
    const clerk = await server().as({ role: 'department', region: county })
    return { people, campaign, ids: submissions, clerk, url: `/api/campaigns/${campaign}/entries` }
  }
})
