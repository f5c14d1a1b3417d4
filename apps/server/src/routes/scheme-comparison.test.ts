import type { Scheme, Submission } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { addTestCampaign, rule } from '../evaluations.testing.ts'
import { addedScheme, testScheme } from '../schemes.testing.ts'
import { type Scoring, ScoringPool } from '../scoring/pool.ts'
import { type Asking, stores, testServer } from '../server.testing.ts'

const submitted = (department: string, rate: string, judged: number): Submission => ({
  yardstick: 'submission/1',
  subject: { department },
  period: '2024',
  items: { 满意度: rate },
  judgements: { 数量: judged },
})

describe.each(stores)('on %s, the impact of a draft', (kind) => {
  const server = testServer(kind)

  /** 40 points for full satisfaction, of which the draft asks more. */
  async function setUp() {
    const designer = await server().as({ role: 'designer', region: '360000' })
    const [judged, satisfied] = testScheme().indicators
    const stricter = { ...satisfied!, target: { comparator: '>=' as const, value: '100%' } }
    const id = await addedScheme(designer, testScheme({ indicators: [judged!, stricter], cases: [] }))
    const submissions = [submitted('甲局', '90%', 55), submitted('乙局', '100%', 60), submitted('丙局', '45%', 60)]
    const campaign = await addTestCampaign(server().context.database.db, { scheme: testScheme(), submissions })
    return { designer, id, campaign }
  }

  it('says whose score and grade it would have changed, and through what', async () => {
    const { designer, id, campaign } = await setUp()
    const { status, body } = await designer('GET', `/api/schemes/${id}/impact?campaign=${campaign.id}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      revision: 1,
      version: campaign.version,
      submissions: 3,
      subjects: 3,
      changed: { score: 2, grade: 0 },
      versions: [{ hash: campaign.version, submissions: 3 }],
    })
    const [first] = body.rows
    expect(first).toMatchObject({ before: { total: '95' }, after: { total: '91' }, through: [{ id: '满意' }] })
    expect(first.submission).toBe(campaign.submissions[first.index])
  })

  /** Every total the impact begins with is the one that this submission has. */
  async function expectSameBefore(ask: Asking, rows: { submission: string; before: { total: string | null } }[]) {
    for (const { submission, before } of rows) {
      const { body } = await ask('GET', `/api/submissions/${submission}/evaluation`)
      expect(before.total).toBe(body.evaluation.total)
    }
  }

  it('binds each submission to the declaration it is scored by, in both', async () => {
    const ask = await server().as({ role: 'designer', region: '360000' }, { role: 'evaluator', region: '360000' })
    const [judged, satisfied] = testScheme().indicators
    const fields: Partial<Scheme> = { declarations: 'optional', cases: [] }
    const open = testScheme({ ...fields, indicators: [judged!, { ...satisfied!, declared: { atLeast: '50%' } }] })
    const stricter = testScheme({ ...fields, indicators: [judged!, { ...satisfied!, declared: { atLeast: '80%' } }] })
    const declare = (value: string) => ({
      yardstick: 'declaration/1',
      scheme: { id: open.id },
      ...{ subject: { department: '某局' }, period: '2024' },
      targets: { 满意: { comparator: '>=', value } },
    })
    const campaign = await addTestCampaign(server().context.database.db, {
      scheme: open,
      submissions: [submitted('甲局', '60%', 60), submitted('乙局', '80%', 60), submitted('丙局', '45%', 60)],
      declarations: [declare('60%'), declare('80%'), declare('90%')],
    })
    const id = await addedScheme(ask, stricter)
    const { body } = await ask('GET', `/api/schemes/${id}/impact?campaign=${campaign.id}`)
    expect(body).toMatchObject({ subjects: 3, changed: { score: 1, state: 1 } })
    // The first two were even: 乙局 stays first, 丙局 comes after it alone.
    expect(body.rows).toMatchObject([
      {
        submission: campaign.submissions[0],
        before: { total: '100', rank: 1 },
        after: { total: null, issues: [{ code: 'DECLARATION_TARGET_LIMIT' }] },
        through: [],
      },
      { before: { total: '80', rank: 3 }, after: { total: '80', rank: 2 } },
    ])
    await expectSameBefore(ask, body.rows)
  })

  it('holds each submission against the group it is scored in, frozen where that is', async () => {
    const { db } = server().context.database
    const ask = await server().as(
      ...(['designer', 'evaluator', 'reviewer'] as const).map((role) => ({ role, region: '360000' })),
    )
    const folder = 'departments/health'
    const scheme = rule<Scheme>(folder, 'scheme.json')
    const files = rule<{ runs: { submission: string }[] }>(folder, 'expected.json').runs
    const submissions = files.map((each) => rule(folder, each.submission))
    const campaign = await addTestCampaign(db, { scheme, submissions })
    const id = await addedScheme(ask, scheme)
    const url = `/api/schemes/${id}/impact?campaign=${campaign.id}`
    expect((await ask('GET', url)).body).toMatchObject({ subjects: 5, rows: [], group: { state: 'live' } })
    await ask('POST', `/api/campaigns/${campaign.id}/stage`, { stage: 'verify' })
    // One takes back all it gave: no draft has done that, and nobody else's rank has changed.
    const { items } = submissions[1]!
    const left = { ...submissions[1]!, items: Object.fromEntries(Object.keys(items).map((name) => [name, null])) }
    const fields = { document: JSON.stringify(left), revision: 2 }
    await db.updateTable('submission').set(fields).where('id', '=', campaign.submissions[1]!).execute()
    expect((await ask('GET', url)).body).toMatchObject({ subjects: 5, rows: [], group: { state: 'frozen' } })
    const harder = { ...scheme, missing: 'zero' as const }
    await ask('PUT', `/api/schemes/${id}/draft`, harder, { 'if-match': '"1"' })
    const { body } = await ask('GET', url)
    expect(body.rows).toHaveLength(1)
    expect(body.rows).toMatchObject([{ submission: campaign.submissions[1], before: { total: null } }])
    await expectSameBefore(ask, body.rows)
  })

  it('of a scheme that is not saved is the same as of one that is', async () => {
    const { designer, id, campaign } = await setUp()
    const saved = (await designer('GET', `/api/schemes/${id}/impact?campaign=${campaign.id}`)).body
    const { scheme } = (await designer('GET', `/api/schemes/${id}/draft`)).body
    const asked = { campaign: campaign.id, scheme }
    expect((await designer('POST', `/api/schemes/${id}/impact`, asked)).body).toEqual(saved)
    const wrong = await designer('POST', `/api/schemes/${id}/impact`, { ...asked, scheme: {} })
    expect(wrong.status).toBe(422)
    expect(wrong.body.issues[0].pointer).toMatch(/^\/scheme/)
  })

  it('says how many of how many were looked at', async () => {
    const { designer, id, campaign } = await setUp()
    const { body } = await designer('GET', `/api/schemes/${id}/impact?campaign=${campaign.id}&limit=2`)
    expect(body).toMatchObject({ submissions: 3, subjects: 2, changed: { score: 1 } })
    const none = await designer('GET', `/api/schemes/${id}/impact?campaign=${campaign.id}&limit=many`)
    expect(none.status).toBe(422)
  })

  it('is worked on no longer when nobody waits for it any more', async () => {
    const { app, context } = server()
    const { id, campaign } = await setUp()
    let isEnded = false
    const leaving = new AbortController()
    const watched: Pick<Scoring, 'impact'> = {
      impact: async (task, given) => {
        expect((await given()()).length).toBe(3)
        leaving.abort()
        await expect.poll(async () => (await given()()).length).toBe(0)
        isEnded = true
        return ScoringPool.prototype.impact.call(context.scoring, task, given)
      },
    }
    Object.assign(context.scoring, watched)
    try {
      const address = await app.listen({ host: '127.0.0.1', port: 0 })
      const cookie = await server().cookieOf({ role: 'designer', region: '360000' })
      const url = `${address}/api/schemes/${id}/impact?campaign=${campaign.id}`
      await expect(fetch(url, { headers: { cookie }, signal: leaving.signal })).rejects.toThrow('abort')
      await expect.poll(() => isEnded).toBe(true)
    } finally {
      delete (context.scoring as Partial<Scoring>).impact
    }
  })

  it('of a draft that cannot be scored is refused, with the issues that say why', async () => {
    const { designer, campaign } = await setUp()
    const [judged, satisfied] = testScheme().indicators
    const broken = testScheme({ indicators: [judged!, { ...satisfied!, actual: '满意' }], cases: [] })
    const id = await addedScheme(designer, broken)
    const answer = await designer('GET', `/api/schemes/${id}/impact?campaign=${campaign.id}`)
    expect(answer).toMatchObject({ status: 422, codes: ['FORMULA_UNKNOWN_NAME'] })
  })

  it('is for those who may look at the campaign so', async () => {
    const { designer, id, campaign } = await setUp()
    const url = `/api/schemes/${id}/impact`
    const here = await server().as({ role: 'reader', region: '360100' })
    expect(await here('GET', `${url}?campaign=${campaign.id}`)).toMatchObject({
      status: 404,
      codes: ['REQUEST_NOT_FOUND'],
    })
    expect(await designer('GET', `${url}?campaign=none`)).toMatchObject({ status: 404 })
    const none = await designer('GET', `${url}?campaign=${campaign.id}&version=${'0'.repeat(64)}`)
    expect(none).toMatchObject({ status: 404, codes: ['REQUEST_NOT_FOUND'] })
  })
})
