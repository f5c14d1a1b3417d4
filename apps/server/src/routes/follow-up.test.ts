import { describe, expect, it } from 'vitest'
import { begin, city, goTo, newest } from '../campaigns.testing.ts'
import { type Asking, stores, testServer } from '../server.testing.ts'

describe.each(stores)('on %s, a campaign is followed up', (kind) => {
  const server = testServer(kind)
  const report = async (ask: Asking, submission: string, values: Record<string, unknown>) => {
    const entries = Object.entries(values).map(([id, layer]) => {
      return { of: 'items', id, layer: 'reported', ...(layer as object) }
    })
    const headers = await newest(ask, submission)
    expect((await ask('PUT', `/api/submissions/${submission}/layers`, { entries }, headers)).status).toBe(200)
  }
  let cities = 0
  const started = async () => {
    const number = ++cities
    const bureau = await city(server(), [`甲校${number}`, `乙校${number}`])
    return { bureau, ...(await begin(server(), bureau)) }
  }

  it('by how much of each form is filled, missing and doubtful', async () => {
    const { bureau, campaign, submissions } = await started()
    const url = `/api/campaigns/${campaign}/progress`
    const rowsOf = async (ask: Asking) => (await ask('GET', url)).body.submissions
    expect(await rowsOf(bureau.evaluator)).toMatchObject([
      { state: 'open', needed: 3, filled: 0, missing: 3, doubtful: 0, remindedAt: null },
      { needed: 3, filled: 0 },
    ])
    await report(bureau.reporters[0], submissions[0], {
      预算数: { value: 100 },
      实际支出: { state: 'to-be-verified', value: 95 },
    })
    const of = (rows: { id: string }[], at: 0 | 1) => rows.find(({ id }) => id === submissions[at])
    expect(of(await rowsOf(bureau.evaluator), 0)).toMatchObject({ filled: 2, missing: 1, doubtful: 1 })
    const own = await bureau.evaluator('GET', `/api/submissions/${submissions[0]}/progress`)
    expect(own.body).toEqual({
      needed: 3,
      missing: [{ id: '满意度', name: '满意度' }],
      explained: [],
      doubtful: [{ id: '实际支出', name: '实际支出' }],
    })

    // 空缺 with its reason is an answer of its own kind.
    await report(bureau.reporters[0], submissions[0], { 满意度: { state: 'missing', why: '问卷未收齐' } })
    expect(of(await rowsOf(bureau.evaluator), 0)).toMatchObject({ filled: 2, explained: 1, missing: 0 })
    const explained = await bureau.evaluator('GET', `/api/submissions/${submissions[0]}/progress`)
    expect(explained.body).toMatchObject({ missing: [], explained: [{ id: '满意度', why: '问卷未收齐' }] })

    // What does not apply is answered; a rate without evidence that is asked for is doubtful.
    await report(bureau.reporters[0], submissions[0], {
      实际支出: { state: 'not-applicable', why: '无支出' },
      满意度: { value: '91%' },
    })
    expect(of(await rowsOf(bureau.evaluator), 0)).toMatchObject({ filled: 3, missing: 0, doubtful: 1 })
    await bureau.reporters[0]('POST', `/api/submissions/${submissions[0]}/submit`)
    const { body } = await bureau.evaluator('GET', url)
    expect(body).toMatchObject({
      stage: 'report',
      totals: [
        { state: 'open', count: 1, needed: 3, filled: 0, missing: 3, doubtful: 0 },
        { state: 'submitted', count: 1, needed: 3, filled: 3, missing: 0, doubtful: 1 },
      ],
    })
    expect(await rowsOf(bureau.reporters[1])).toMatchObject([{ id: submissions[1] }])
    const [first, second] = [...submissions].sort()
    expect((await bureau.evaluator('GET', `${url}?limit=1`)).body.submissions).toMatchObject([{ id: first }])
    expect((await bureau.evaluator('GET', `${url}?after=${first}`)).body.submissions).toMatchObject([{ id: second }])

    // What is verified is not what the department reported.
    await goTo(bureau, campaign, 'evaluate')
    const entries = [{ of: 'items', id: '预算数', layer: 'verified', value: 90 }]
    const headers = await newest(bureau.evaluator, submissions[1])
    await bureau.evaluator('PUT', `/api/submissions/${submissions[1]}/layers`, { entries }, headers)
    expect(of(await rowsOf(bureau.evaluator), 1)).toMatchObject({ filled: 0 })
  })

  it('by when each was handed in for the first time, stage by stage', async () => {
    const { bureau, campaign, submissions } = await started()
    const [reporter] = bureau.reporters
    const [submission] = submissions
    const handedIn = async () => (await bureau.evaluator('GET', `/api/submissions/${submission}`)).body.handedIn
    expect(await handedIn()).toEqual({})
    await reporter('POST', `/api/submissions/${submission}/submit`)
    const first = await handedIn()
    expect(Date.parse(first.report)).not.toBeNaN()

    // Whoever corrects what was returned has handed in when they first did.
    await bureau.evaluator('POST', `/api/submissions/${submission}/return`, { note: '请核对。' })
    await reporter('POST', `/api/submissions/${submission}/submit`)
    expect(await handedIn()).toEqual(first)
    await goTo(bureau, campaign, 'self')
    expect(await handedIn()).toEqual(first)
    await reporter('POST', `/api/submissions/${submission}/submit`)
    expect(await handedIn()).toMatchObject({ ...first, self: expect.stringMatching(/^20/) })
    const listed = (await bureau.evaluator('GET', `/api/campaigns/${campaign}/submissions`)).body.submissions
    expect(listed.find(({ id }: { id: string }) => id === submission).handedIn).toEqual(await handedIn())
  })

  it('by reminders, which nobody gets twice in an hour', async () => {
    const { bureau, campaign, submissions } = await started()
    const { context } = server()
    const url = `/api/campaigns/${campaign}/reminders`
    const remind = (body: object, ask = bureau.evaluator) => ask('POST', url, body)
    const note = '请于 3 月 31 日前提交。'
    expect(await remind({ note: ' ' })).toMatchObject({ status: 422 })
    expect(await remind({ note }, bureau.reader)).toMatchObject({ status: 403 })
    expect(await remind({ note, submissions: [campaign] })).toMatchObject({ status: 404 })
    expect(await remind({ note, submissions: [submissions[0]] })).toMatchObject({ status: 201, body: { sent: 1 } })
    expect((await remind({ note })).body).toMatchObject({ sent: 1, recent: 1 })
    expect(await remind({ note })).toMatchObject({ status: 429, codes: ['REQUEST_LIMIT'] })

    const history = (await bureau.evaluator('GET', url)).body.reminders
    expect(history).toMatchObject([
      { text: note, count: 1 },
      { text: note, count: 1 },
    ])
    const [own] = bureau.reporters
    expect((await own('GET', url)).body.reminders).toMatchObject([{ id: history[1].id }])
    const first = (await bureau.evaluator('GET', `${url}?submission=${submissions[1]}`)).body.reminders
    expect(first).toMatchObject([{ id: history[0].id }])
    expect((await own('GET', `/api/campaigns/${campaign}/progress`)).body.submissions[0].remindedAt).not.toBeNull()

    // An hour later, whoever has handed in meanwhile is left in peace.
    const before = new Date(context.now().getTime() - 3_600_001)
    await context.database.db.updateTable('reminder').set({ sent_at: before }).execute()
    await own('POST', `/api/submissions/${submissions[0]}/submit`)
    expect((await remind({ note })).body).toMatchObject({ sent: 1, recent: 0 })
    expect(await remind({ note, submissions: [submissions[0]] })).toMatchObject({ status: 409 })
    await goTo(bureau, campaign, 'evaluate')
    expect(await remind({ note })).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
  })
})
