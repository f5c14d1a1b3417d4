import { describe, expect, it } from 'vitest'
import { begin, type City, city, goTo, newest, region, scheme } from '../campaigns.testing.ts'
import { type Asking, stores, testServer } from '../server.testing.ts'

const stages = ['report', 'self', 'evaluate', 'verify', 'final', 'public'] as const

describe.each(stores)('on %s, layers of a submission', (kind) => {
  const server = testServer(kind)

  it('are written by their own role, in their own stages, and by nobody else', async () => {
    const people = await city(server(), ['甲校', '乙校'])
    const { campaign, submissions } = await begin(server(), people)
    const [id] = submissions
    const url = `/api/submissions/${id}/layers`
    const who: readonly (readonly [string, Asking])[] = [
      ['department', people.reporters[0]],
      ['other department', people.reporters[1]],
      ['evaluator', people.evaluator],
      ['expert', people.expert],
      ['reviewer', people.reviewer],
      ['reader', people.reader],
      ['county evaluator', people.countyEvaluator],
      ['elsewhere', people.elsewhere],
    ]
    const able: Readonly<Record<string, readonly string[]>> = {
      reported: ['department'],
      verified: ['evaluator'],
      judged: ['evaluator', 'expert'],
      overridden: ['reviewer'],
    }
    const open: Readonly<Record<string, readonly string[]>> = {
      reported: ['report', 'self'],
      verified: ['evaluate'],
      judged: ['evaluate'],
      overridden: ['verify'],
    }
    const unseen = ['other department', 'elsewhere']
    let value = 0
    for (const stage of stages) {
      await goTo(people, campaign, stage)
      for (const layer of Object.keys(able)) {
        for (const [name, ask] of who) {
          const entry = { of: 'items', id: '预算数', layer, value: ++value, why: '核对账目' }
          const answer = await ask('PUT', url, { entries: [entry] }, await newest(people.evaluator, id))
          const expected = unseen.includes(name)
            ? 404
            : !able[layer]!.includes(name)
              ? 403
              : !open[layer]!.includes(stage)
                ? 409
                : 200
          expect([stage, layer, name, answer.status]).toEqual([stage, layer, name, expected])
        }
      }
    }
    const { body } = await people.reviewer('GET', `/api/submissions/${id}`)
    const { layers } = body.submission.items.预算数
    expect(layers.map((each: { layer: string; who: string }) => [each.layer, each.who])).toEqual([
      ['reported', 'department'],
      ['verified', 'evaluator'],
      ['judged', 'expert'],
      ['overridden', 'reviewer'],
    ])
  })

  it('are many at once, checked against the scheme as a whole, and say what is wrong where', async () => {
    const { people, id, url } = await begun('丙校', '丁校')
    const [ask] = people.reporters
    const entries = [
      { of: 'items', id: '预算数', layer: 'reported', value: '100.50' },
      { of: 'items', id: '实际支出', layer: 'reported', state: 'not-applicable', why: '本年无此项支出' },
      { of: 'items', id: '满意度', layer: 'reported', value: '91%' },
    ]
    const saved = await ask('PUT', url, { entries }, { 'if-match': '"1"' })
    expect(saved).toMatchObject({ status: 200, headers: { etag: '"2"' }, codes: ['SUBMISSION_EVIDENCE'] })
    const wrong = [
      { of: 'items', id: '预算', layer: 'reported', value: 1 },
      { of: 'items', id: '实际支出', layer: 'reported', value: '很多' },
      { of: 'items', id: '满意度', layer: 'reported', state: 'not-applicable', why: '无' },
    ]
    const refused = await ask('PUT', url, { entries: wrong }, { 'if-match': '"2"' })
    expect(refused.status).toBe(422)
    expect(refused.body.issues).toMatchObject([
      { code: 'SUBMISSION_TYPE', pointer: '/items/实际支出/layers/0/value' },
      { code: 'SUBMISSION_NOT_APPLICABLE_REFUSED', pointer: '/items/满意度/layers/0' },
      { code: 'SUBMISSION_UNKNOWN_ITEM', pointer: '/items/预算', expected: '预算数' },
    ])
    expect((await ask('PUT', url, { entries }, { 'if-match': '"2"' })).body.revision).toBe(2)
    expect((await ask('GET', `/api/submissions/${id}`)).body.submission.items.预算数.layers).toMatchObject([
      { layer: 'reported', value: '100.50', who: 'department' },
    ])
  })

  it('hold subordinate units, and a value that is taken away is gone', async () => {
    const { people, id, url } = await begun('分校甲', '分校乙')
    const [ask] = people.reporters
    const entry = { of: 'items', id: '预算数', unit: '东校区', layer: 'reported' }
    await ask('PUT', url, { entries: [{ ...entry, value: 3 }] }, { 'if-match': '"1"' })
    const read = await ask('GET', `/api/submissions/${id}`)
    expect(read.body.submission.units).toMatchObject([
      { name: '东校区', items: { 预算数: { layers: [{ value: 3 }] } } },
    ])
    await ask('PUT', url, { entries: [entry] }, { 'if-match': '"2"' })
    expect((await ask('GET', `/api/submissions/${id}`)).body.submission.units).toBeUndefined()
  })

  it('need the newest revision; of two who write at once one is told', async () => {
    const { people, url } = await begun('戊校', '己校')
    const [ask] = people.reporters
    const entries = (value: number) => ({ entries: [{ of: 'items', id: '预算数', layer: 'reported', value }] })
    expect(await ask('PUT', url, entries(1))).toMatchObject({ status: 428, codes: ['REQUEST_NO_REVISION'] })
    // What writes nothing would ask for no right.
    expect((await people.reader('PUT', url, { entries: [] }, { 'if-match': '"1"' })).codes).toEqual(['SHAPE_SIZE'])
    const both = await Promise.all([1, 2].map((value) => ask('PUT', url, entries(value), { 'if-match': '"1"' })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    expect(await ask('PUT', url, entries(3), { 'if-match': '"1"' })).toMatchObject({
      status: 412,
      codes: ['REQUEST_STALE'],
    })
  })

  it('that were not handed in before 评价 are asked for, then handed in late', async () => {
    const { people, id, url, campaign } = await begun('戌校', '亥校')
    const [ask] = people.reporters
    const entries = [{ of: 'items', id: '预算数', layer: 'reported', value: 5 }]
    const back = () => people.evaluator('POST', `/api/submissions/${id}/return`, { note: '请补报' })
    expect(await back()).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
    await goTo(people, campaign, 'evaluate')
    expect((await ask('PUT', url, { entries }, { 'if-match': '"1"' })).status).toBe(409)
    expect((await back()).status).toBe(200)
    expect(await back()).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
    expect((await ask('PUT', url, { entries }, { 'if-match': '"2"' })).status).toBe(200)
    expect((await ask('POST', `/api/submissions/${id}/submit`)).status).toBe(200)
  })

  it('in other places than those written since are added to them; the answer says what was', async () => {
    const { people, id, url } = await begun('辰校', '巳校')
    const [ask] = people.reporters
    const colleague = await server().as({ role: 'department', department: people.departments[0] })
    const reported = (item: string, value: number) => ({
      entries: [{ of: 'items', id: item, layer: 'reported', value }],
    })
    const both = await Promise.all([
      ask('PUT', url, reported('预算数', 1), { 'if-match': '"1"' }),
      colleague('PUT', url, reported('实际支出', 2), { 'if-match': '"1"' }),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const told = both.flatMap(({ body }) => body.others)
    expect(told).toMatchObject([{ number: 2, change: { type: 'layers', entries: [{ before: null }] } }])
    const read = await ask('GET', `/api/submissions/${id}`)
    expect(read).toMatchObject({
      headers: { etag: '"3"' },
      body: { submission: { items: { 预算数: { layers: [{ value: 1 }] }, 实际支出: { layers: [{ value: 2 }] } } } },
    })
    const claims = (total: string) => ({ entries: [], claims: { total } })
    const met = await ask('PUT', url, reported('实际支出', 3), { 'if-match': '"1"' })
    expect(met).toMatchObject({ status: 412, codes: ['REQUEST_STALE'], body: { current: { revision: 3 } } })
    expect(await ask('PUT', url, reported('预算数', 4), { 'if-match': '"9"' })).toMatchObject({ status: 412 })
    await goTo(people, (await ask('GET', `/api/submissions/${id}`)).body.campaign, 'self')
    expect((await ask('PUT', url, claims('90'), { 'if-match': '"1"' })).status).toBe(200)
    expect((await colleague('PUT', url, claims('91'), { 'if-match': '"3"' })).status).toBe(412)
  })

  it('of one panel are written beside each other, each expert’s own score once', async () => {
    const { people, id, url, campaign } = await begun('午校', '未校')
    await goTo(people, campaign, 'evaluate')
    const second = await server().as({ role: 'expert', campaign })
    const score = (value: number) => ({
      entries: [{ of: 'judgements', id: '创新', layer: 'judged', value, why: '成效一般' }],
    })
    expect((await people.expert('PUT', url, score(24), { 'if-match': '"1"' })).status).toBe(200)
    expect((await second('PUT', url, score(20), { 'if-match': '"1"' })).status).toBe(200)
    expect((await second('PUT', url, score(21), { 'if-match': '"1"' })).status).toBe(412)
    const { body } = await people.evaluator('GET', `/api/submissions/${id}`)
    const [layer] = body.submission.judgements.创新.layers
    expect(layer.value.experts.map((each: { score: number }) => each.score)).toEqual([24, 20])
  })

  it('of a judgement are not reported; below full points they give their reason', async () => {
    const { people, id, url, campaign } = await begun('庚校', '辛校')
    const judged = (layer: string, more = {}) => ({
      entries: [{ of: 'judgements', id: '管理', layer, value: 20, ...more }],
    })
    const own = await people.reporters[0]('PUT', url, judged('reported'), { 'if-match': '"1"' })
    expect(own).toMatchObject({ status: 403, codes: ['REQUEST_FORBIDDEN'] })
    await goTo(people, campaign, 'evaluate')
    const bare = await people.evaluator('PUT', url, judged('judged'), await newest(people.evaluator, id))
    expect(bare).toMatchObject({ status: 422, codes: ['SUBMISSION_REASON'] })
    const why = '制度未经集体研究'
    const saved = await people.evaluator('PUT', url, judged('judged', { why }), await newest(people.evaluator, id))
    expect(saved.status).toBe(200)
    await goTo(people, campaign, 'verify')
    const silent = await people.reviewer(
      'PUT',
      url,
      judged('overridden', { value: 30 }),
      await newest(people.reviewer, id),
    )
    expect(silent).toMatchObject({ status: 422, codes: ['SHAPE_REQUIRED'] })
  })

  it('of a panel hold each expert’s own score, which no expert writes for another', async () => {
    const { people, id, url, campaign } = await begun('壬校', '癸校')
    await goTo(people, campaign, 'evaluate')
    const second = await server().as({ role: 'expert', campaign })
    const score = (value: unknown, why?: string) => ({
      entries: [{ of: 'judgements', id: '创新', layer: 'judged', value, ...(why === undefined ? {} : { why }) }],
    })
    await people.expert('PUT', url, score(24, '成效一般'), await newest(people.expert, id))
    await second('PUT', url, score(30), await newest(second, id))
    await people.expert('PUT', url, score(27, '成效尚可'), await newest(people.expert, id))
    const { body } = await people.evaluator('GET', `/api/submissions/${id}`)
    const [layer] = body.submission.judgements.创新.layers
    expect(layer.value.experts.map(({ score }: { score: number }) => score).sort()).toEqual([27, 30])
    expect(layer.why).toMatch(/^expert·[0-9a-f]{6}：成效尚可$/)
    // Under another title it is the same expert.
    const { id: account } = (await second('GET', '/api/session')).body.person
    const own = (await people.administrator('GET', `/api/accounts/${account}`)).body
    const fields = {
      title: '李教授',
      disabled: false,
      grants: own.grants.map(({ by: _, ...grant }: { by: unknown }) => grant),
    }
    expect(
      await people.administrator('PUT', `/api/accounts/${account}`, fields, { 'if-match': `"${own.revision}"` }),
    ).toMatchObject({ status: 200 })
    await second('PUT', url, score(29, '成效较好'), await newest(second, id))
    const after = (await second('GET', `/api/submissions/${id}`)).body.submission.judgements.创新.layers[0]
    expect(after.value.experts.map(({ score }: { score: number }) => score).sort()).toEqual([27, 29])
    const forged = score({ experts: [{ who: '他人', score: 0 }] }, '无')
    expect((await second('PUT', url, forged, await newest(second, id))).status).toBe(403)
  })

  it('of a panel are seen by an expert once the own score stands beside them, and by all from 复核 on', async () => {
    const { people, id, url, campaign } = await begun('旦校', '昏校')
    await goTo(people, campaign, 'evaluate')
    const second = await server().as({ role: 'expert', campaign })
    const score = (value: unknown, why = '成效一般', of = '创新') => ({
      entries: [{ of: 'judgements', id: of, layer: 'judged', value, why }],
    })
    const documentFor = async (ask: Asking) => JSON.stringify((await ask('GET', `/api/submissions/${id}`)).body)
    const seenBy = async (ask: Asking) => {
      const { body } = await ask('GET', `/api/submissions/${id}`)
      const history = await ask('GET', `/api/submissions/${id}/history`)
      const many = await ask('GET', `/api/campaigns/${campaign}/documents`)
      return { panel: body.submission.judgements?.创新, all: JSON.stringify([body, history.body, many.body]) }
    }
    expect((await people.expert('PUT', url, score(17), { 'if-match': '"1"' })).status).toBe(200)
    expect(
      (await people.evaluator('PUT', url, score(23, '制度未落实', '管理'), await newest(people.evaluator, id))).status,
    ).toBe(200)

    // Neither in the document nor in its history, nor in what a writing is answered with; a leaf without a panel is seen.
    const before = await seenBy(second)
    expect(before.panel).toBeUndefined()
    expect(before.all).not.toMatch(/\b17\b|成效一般/)
    expect(before.all).toMatch(/制度未落实/)
    const stale = await second('PUT', url, score(22, '一般', '管理'), { 'if-match': '"1"' })
    expect(stale.status).toBe(412)
    expect(JSON.stringify(stale.body)).not.toMatch(/\b17\b|成效一般/)
    const beside = await second('PUT', url, score(21, '一般', '管理'), await newest(second, id))
    expect(beside.status).toBe(200)
    expect(JSON.stringify(beside.body)).not.toMatch(/\b17\b|成效一般/)
    // Whoever leads the panel sees it, and so does the expert who has scored.
    for (const ask of [people.evaluator, people.reader, people.expert]) {
      expect(await documentFor(ask)).toMatch(/\b17\b/)
    }

    // Whoever may read results, too, reads none that tells the others' scores.
    const account = { role: 'expert', campaign } as const
    for (const role of ['reader', 'reviewer'] as const) {
      const both = await server().as(account, { role, region })
      expect(await documentFor(both)).not.toMatch(/\b17\b|成效一般/)
      expect(await both('GET', `/api/submissions/${id}/evaluation`)).toMatchObject({
        status: 409,
        codes: ['REQUEST_STATE'],
      })
    }
    expect((await people.reader('GET', `/api/submissions/${id}/evaluation`)).status).toBe(200)

    const given = await second('PUT', url, score(28), { 'if-match': '"1"' })
    expect(given.status).toBe(200)
    expect(JSON.stringify(given.body.others)).toMatch(/\b17\b/)
    expect(await documentFor(second)).toMatch(/\b17\b/)
    // Taken back, it is as before.
    await second('PUT', url, { entries: [{ of: 'judgements', id: '创新', layer: 'judged' }] }, await newest(second, id))
    expect(await documentFor(second)).not.toMatch(/\b17\b/)
    const third = await server().as({ role: 'expert', campaign })
    expect(await documentFor(third)).not.toMatch(/\b17\b/)
    await goTo(people, campaign, 'verify')
    expect(await documentFor(third)).toMatch(/\b17\b/)
  })

  it('are handed in, returned with remarks, corrected although others are evaluated, and handed in again', async () => {
    const { people, id, url, campaign } = await begun('子校', '丑校')
    const [ask] = people.reporters
    const entries = [{ of: 'items', id: '预算数', layer: 'reported', value: 5 }]
    expect(await ask('POST', `/api/submissions/${id}/submit`)).toMatchObject({ status: 200, body: { revision: 2 } })
    expect(await ask('PUT', url, { entries }, { 'if-match': '"2"' })).toMatchObject({ status: 409 })
    await goTo(people, campaign, 'self')
    const claims = { total: '92', note: '自评良好' }
    expect((await ask('PUT', url, { entries, claims }, { 'if-match': '"2"' })).status).toBe(200)
    expect(
      (await ask('PUT', url, { entries: [], claims: { scores: { 无: '1' } } }, { 'if-match': '"3"' })).codes,
    ).toEqual(['SUBMISSION_UNKNOWN_INDICATOR'])
    expect(await ask('POST', `/api/submissions/${id}/submit`, undefined, { 'if-match': '"3"' })).toMatchObject({
      status: 200,
    })
    await goTo(people, campaign, 'evaluate')
    expect((await ask('POST', `/api/submissions/${id}/return`, { note: '自己退' })).status).toBe(403)
    expect((await people.evaluator('POST', `/api/submissions/${id}/return`, { note: '  ' })).status).toBe(422)
    const returned = await people.evaluator('POST', `/api/submissions/${id}/return`, { note: '预算数与批复不符' })
    expect(returned).toMatchObject({ status: 200, body: { state: 'returned', revision: 5 } })
    const mended = [{ ...entries[0], value: 6 }]
    expect((await ask('PUT', url, { entries: mended }, { 'if-match': '"5"' })).status).toBe(200)
    expect((await ask('POST', `/api/submissions/${id}/submit`)).status).toBe(200)
    expect(await ask('POST', `/api/submissions/${id}/submit`)).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
    const { body } = await ask('GET', `/api/submissions/${id}/history`)
    expect(
      body.revisions.map((each: { number: number; change: { type: string } }) => [each.number, each.change.type]),
    ).toEqual([
      [7, 'submit'],
      [6, 'layers'],
      [5, 'return'],
      [4, 'submit'],
      [3, 'layers'],
      [2, 'submit'],
    ])
    expect(body.revisions[1]).toMatchObject({
      title: 'department',
      change: { entries: [{ id: '预算数', before: { value: 5 }, after: { value: 6 } }] },
    })
    expect(body.revisions[2].note).toBe('预算数与批复不符')
    expect((await ask('GET', `/api/submissions/${id}/history?after=6&limit=1`)).body.revisions).toMatchObject([
      { number: 5 },
    ])
  })

  it('stay with those who conduct the campaign where the department moves out of the region', async () => {
    const { people, id, url, campaign } = await begun('迁出校', '留下校')
    await goTo(people, campaign, 'evaluate')
    const department = `/api/departments/${people.departments[0]}`
    const moved = { name: '迁出校', type: '学校', region: '110101' }
    expect((await people.administrator('PUT', department, moved, { 'if-match': '"1"' })).status).toBe(200)
    const entries = [{ of: 'items', id: '预算数', layer: 'verified', value: 1 }]
    expect((await people.evaluator('PUT', url, { entries }, { 'if-match': '"1"' })).status).toBe(200)
    const listed = (await people.reader('GET', `/api/campaigns/${campaign}/submissions`)).body.submissions
    expect(listed.map((each: { id: string }) => each.id)).toContain(id)
    const seen = await people.reader('GET', `/api/submissions/${id}`)
    expect(seen.body.submission.items.预算数.layers).toMatchObject([{ layer: 'verified' }])
    expect((await people.reader('GET', `/api/submissions/${id}/evaluation`)).status).toBe(200)
    expect((await people.countyEvaluator('GET', `/api/submissions/${id}`)).status).toBe(404)
  })

  it('of others are not shown to the department before the result is settled', async () => {
    const { people, id, url, campaign } = await begun('寅校', '卯校')
    const [ask] = people.reporters
    const entry = { of: 'items', id: '预算数' }
    await ask('PUT', url, { entries: [{ ...entry, layer: 'reported', value: 8 }] }, { 'if-match': '"1"' })
    await goTo(people, campaign, 'evaluate')
    await people.evaluator('PUT', url, { entries: [{ ...entry, layer: 'verified', value: 7 }] }, { 'if-match': '"2"' })
    const seen = async (as: Asking) =>
      (await as('GET', `/api/submissions/${id}`)).body.submission.items.预算数.layers.length
    const told = async (as: Asking) => JSON.stringify((await as('GET', `/api/submissions/${id}/history`)).body)
    expect([await seen(ask), await seen(people.evaluator)]).toEqual([1, 2])
    expect(await told(ask)).not.toContain('verified')
    expect(await told(people.reader)).toContain('verified')
    // Pages are of what is shown.
    expect((await ask('GET', `/api/submissions/${id}/history?limit=1`)).body.revisions).toHaveLength(1)
    await goTo(people, campaign, 'final')
    expect(await seen(ask)).toBe(2)
  })

  it('of others are told to the department neither by what is remarked upon, nor by what came since', async () => {
    const { people, id, url, campaign } = await begun('申校', '酉校')
    const [ask] = people.reporters
    const write = (as: Asking, layer: string, value: unknown, revision: number) => {
      const entries = [{ of: 'items', id: '预算数', layer, value }]
      return as('PUT', url, { entries }, { 'if-match': `"${revision}"` })
    }
    await goTo(people, campaign, 'self')
    await ask('POST', `/api/submissions/${id}/submit`)
    await goTo(people, campaign, 'evaluate')
    expect((await write(people.evaluator, 'verified', '77.777', 2)).codes).toEqual(['SUBMISSION_DIGITS'])
    await people.evaluator('POST', `/api/submissions/${id}/return`, { note: '请核对预算数' })
    const answers = [
      await write(ask, 'reported', '88.888', 2),
      await write(ask, 'reported', '1', 2),
      await ask('POST', `/api/submissions/${id}/submit`),
    ]
    expect(answers.map(({ status, codes }) => [status, codes])).toEqual([
      [200, ['SUBMISSION_DIGITS']],
      [412, ['REQUEST_STALE']],
      [200, ['SUBMISSION_DIGITS']],
    ])
    expect(answers[0]!.body.others).toMatchObject([{ change: { type: 'return' } }])
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain('77.777')
  })

  async function begun(
    ...names: [string, string]
  ): Promise<{ people: City; campaign: string; id: string; url: string }> {
    const people = await city(server(), names)
    const { campaign, submissions } = await begin(server(), people, { of: scheme })
    return { people, campaign, id: submissions[0], url: `/api/submissions/${submissions[0]}/layers` }
  }
})
