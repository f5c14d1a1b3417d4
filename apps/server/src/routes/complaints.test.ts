import { describe, expect, it } from 'vitest'
import { begin, type City, city, goTo, newest } from '../campaigns.testing.ts'
import { type Asking, stores, testServer } from '../server.testing.ts'

/** A campaign in which the first department got 24 of 30 for 制度管理, settled and open to complaints. */
interface Settled {
  readonly bureau: City
  readonly campaign: string
  readonly submissions: readonly [string, string]
  readonly run: string
}

describe.each(stores)('on %s, complaints', (kind) => {
  const server = testServer(kind, { settings: { jobs: { atOnce: 1, pollMs: 50 } } })

  const score = async (ask: Asking, campaign: string): Promise<string> => {
    const { body } = await ask('POST', `/api/campaigns/${campaign}/runs`)
    await expect.poll(async () => (await ask('GET', `/api/runs/${body.id}`)).body.state).toBe('done')
    return body.id
  }
  const write = async (ask: Asking, submission: string, entries: readonly unknown[]) => {
    const written = await ask(
      'PUT',
      `/api/submissions/${submission}/layers`,
      { entries },
      await newest(ask, submission),
    )
    expect(written.status).toBe(200)
  }
  let cities = 0
  const settle = async (): Promise<Settled> => {
    const number = ++cities
    const bureau = await city(server(), [`甲校${number}`, `乙校${number}`])
    const { campaign, submissions } = await begin(server(), bureau)
    const reported = (id: string, value: unknown) => ({ of: 'items', id, layer: 'reported', value })
    for (const at of [0, 1] as const) {
      await write(bureau.reporters[at], submissions[at], [reported('预算数', 100), reported('实际支出', 95)])
    }
    await goTo(bureau, campaign, 'evaluate')
    const judged = (id: string, value: unknown) => ({ of: 'judgements', id, layer: 'judged', value, why: '查阅制度' })
    const experts = ['甲', '乙'].map((who) => ({ who, score: 27 }))
    for (const each of submissions) {
      await write(bureau.evaluator, each, [judged('管理', 24), judged('创新', { experts })])
    }
    await goTo(bureau, campaign, 'verify')
    const run = await score(bureau.evaluator, campaign)
    await goTo(bureau, campaign, 'final')
    return { bureau, campaign, submissions, run }
  }
  const raise = ({ bureau, submissions, run }: Settled, more: object = {}) =>
    bureau.reporters[0]('POST', `/api/submissions/${submissions[0]}/complaints`, {
      run,
      indicator: '管理',
      text: '制度汇编已于年初印发，扣分依据不足。',
      ...more,
    })

  it('open a thread on a line, are answered and decided, and show the line before and after', async () => {
    const settled = await settle()
    const { bureau, campaign, submissions, run } = settled
    const [own] = bureau.reporters
    const raised = await raise(settled)
    expect(raised).toMatchObject({ status: 201, body: { state: 'open', run, indicator: '管理', decision: null } })
    expect(raised.body.before).toMatchObject({ name: '制度管理', score: '24', points: '30', total: '91' })
    const { id } = raised.body

    const answered = await bureau.evaluator('POST', `/api/complaints/${id}/remarks`, { text: '请补充印发文号。' })
    expect(answered).toMatchObject({ status: 201, body: { state: 'answered' } })
    const again = await own('POST', `/api/complaints/${id}/remarks`, { text: '洪教发〔2025〕3 号。' })
    expect(again.body).toMatchObject({
      state: 'open',
      remarks: [{ side: 'department' }, { side: 'evaluator', text: '请补充印发文号。' }, { side: 'department' }],
    })

    const decision = { outcome: 'adjusted', reason: '材料属实，改为 28 分。' }
    const decided = await bureau.reviewer('POST', `/api/complaints/${id}/decision`, decision)
    expect(decided.body).toMatchObject({ state: 'decided', decision, after: null })

    const back = { stage: 'verify', note: '按申诉裁定改定' }
    expect((await bureau.reviewer('POST', `/api/campaigns/${campaign}/stage`, back)).status).toBe(200)
    const override = { of: 'judgements', id: '管理', layer: 'overridden', value: 28, why: decision.reason }
    await write(bureau.reviewer, submissions[0], [override])
    const later = await score(bureau.reviewer, campaign)
    const url = `/api/submissions/${submissions[0]}/complaints`
    const after = { run: later, score: '28', points: '30', total: '95' }
    expect((await bureau.evaluator('GET', url)).body.complaints[0]).toMatchObject({ after })
    // What is being looked at again is for the department when it is settled.
    expect((await own('GET', url)).body.complaints[0]).toMatchObject({ state: 'decided', after: null })
    await goTo(bureau, campaign, 'final')
    expect((await own('GET', url)).body.complaints[0]).toMatchObject({ before: { total: '91' }, after })
    // What was complained of can still be read by who complained.
    expect((await own('GET', `/api/evaluations/${run}/${submissions[0]}`)).body.evaluation.total).toBe('91')
    const other = `/api/evaluations/${run}/${submissions[1]}`
    expect((await bureau.reporters[1]('GET', other)).status).toBe(404)

    const { entries } = (await (await server().as({ role: 'administrator' }))('GET', '/api/audit-log')).body
    const actions = entries.map(({ action }: { action: string }) => action)
    expect(actions).toEqual(expect.arrayContaining(['complaint.raise', 'complaint.remark', 'complaint.decide']))
  }, 60_000)

  it('may be decided with the run that carried them out already', async () => {
    const settled = await settle()
    const { bureau, campaign, run } = settled
    const { body } = await raise(settled)
    const decide = (more: object) =>
      bureau.reviewer('POST', `/api/complaints/${body.id}/decision`, { outcome: 'partly', reason: '部分属实', ...more })
    expect(await decide({ run })).toMatchObject({ status: 404 })
    expect(await decide({ outcome: 'kept', run })).toMatchObject({ status: 422, codes: ['SHAPE_CHOICE'] })
    expect(await decide({ reason: ' ' })).toMatchObject({ status: 422 })
    const later = await score(bureau.evaluator, campaign)
    expect(await decide({ run: later })).toMatchObject({ status: 200, body: { after: { run: later, total: '91' } } })
    expect(await decide({})).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
    const remark = await bureau.evaluator('POST', `/api/complaints/${body.id}/remarks`, { text: '已裁定' })
    expect(remark).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
  }, 60_000)

  it('are of the department, of a settled result, of a line that it has, and one at a time', async () => {
    const settled = await settle()
    const { bureau, campaign, submissions, run } = settled
    const [own, neighbour] = bureau.reporters
    const url = `/api/submissions/${submissions[0]}/complaints`
    const complaint = { run, indicator: '管理', text: '请复核' }
    expect(await neighbour('POST', url, complaint)).toMatchObject({ status: 404 })
    expect(await bureau.evaluator('POST', url, complaint)).toMatchObject({ status: 403 })
    expect(await bureau.expert('GET', url)).toMatchObject({ status: 403 })
    expect(await raise(settled, { indicator: '没有' })).toMatchObject({ status: 404 })
    expect(await raise(settled, { run: submissions[0] })).toMatchObject({ status: 404 })
    expect(await raise(settled, { text: ' \n' })).toMatchObject({ status: 422 })
    expect(await raise(settled, { evidence: [submissions[0]] })).toMatchObject({ status: 404 })
    const { body } = await raise(settled)
    expect(await raise(settled)).toMatchObject({ status: 409, codes: ['REQUEST_EXISTS'] })
    expect(await raise(settled, { indicator: '执行率' })).toMatchObject({ status: 201 })

    expect(await neighbour('POST', `/api/complaints/${body.id}/remarks`, { text: '我也是' })).toMatchObject({
      status: 404,
    })
    const decision = { outcome: 'kept', reason: '依据充分' }
    expect(await bureau.evaluator('POST', `/api/complaints/${body.id}/decision`, decision)).toMatchObject({
      status: 403,
    })
    const kept = await bureau.reviewer('POST', `/api/complaints/${body.id}/decision`, decision)
    expect(kept.body).toMatchObject({ state: 'decided', after: null })
    // Decided is decided; one may complain anew.
    expect(await raise(settled)).toMatchObject({ status: 201 })

    const back = { stage: 'verify', note: '复核' }
    await bureau.reviewer('POST', `/api/campaigns/${campaign}/stage`, back)
    expect(await own('POST', url, complaint)).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
    expect((await own('GET', url)).body.complaints).toHaveLength(3)
  }, 60_000)

  it('are listed for those who read results, page by page and by state', async () => {
    const settled = await settle()
    const { bureau, campaign } = settled
    const first = (await raise(settled)).body.id
    const second = (await raise(settled, { indicator: '创新' })).body.id
    const url = `/api/campaigns/${campaign}/complaints`
    const idsOf = async (ask: Asking, more = '') =>
      (await ask('GET', `${url}${more}`)).body.complaints.map(({ id }: { id: string }) => id)
    expect(await idsOf(bureau.evaluator)).toEqual([second, first])
    expect(await idsOf(bureau.evaluator, '?limit=1')).toEqual([second])
    expect(await idsOf(bureau.evaluator, `?after=${second}`)).toEqual([first])
    await bureau.evaluator('POST', `/api/complaints/${first}/remarks`, { text: '已收到' })
    expect(await idsOf(bureau.reader, '?state=answered')).toEqual([first])
    expect(await idsOf(bureau.reporters[0])).toEqual([second, first])
    expect(await idsOf(bureau.reporters[1])).toEqual([])
    expect(await idsOf(bureau.expert)).toEqual([])
    expect(await bureau.elsewhere('GET', url)).toMatchObject({ status: 404 })
  }, 60_000)

  it('refer to files that are attached to the submission', async () => {
    const settled = await settle()
    const { bureau, submissions } = settled
    const { context } = server()
    const [hash, now] = ['a'.repeat(64), new Date()]
    const { db } = context.database
    const evidence = db.insertInto('evidence').values({ hash, size: 1, created_at: now })
    await evidence.onConflict((conflict) => conflict.doNothing()).execute()
    const use = (submission: string) => ({
      id: context.newId(),
      submission_id: submission,
      entry: '管理',
      layer: 'reported' as const,
      hash,
      name: '制度汇编.pdf',
      media_type: 'application/pdf',
      attached_by: 'test',
      attached_at: now,
    })
    const [own, neighbours] = [use(submissions[0]), use(submissions[1])]
    await db.insertInto('evidence_use').values([own, neighbours]).execute()
    expect(await raise(settled, { evidence: [neighbours.id] })).toMatchObject({ status: 404 })
    const raised = await raise(settled, { evidence: [own.id] })
    expect(raised.body.remarks[0].evidence).toEqual([{ id: own.id, name: '制度汇编.pdf' }])
    const url = `/api/submissions/${submissions[0]}/complaints`
    expect((await bureau.reviewer('GET', url)).body.complaints[0].remarks[0].evidence[0].name).toBe('制度汇编.pdf')
  }, 60_000)
})
