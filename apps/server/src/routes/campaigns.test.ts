import type { Scheme } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { begin, city, county, goTo, newest, region, scheme } from '../campaigns.testing.ts'
import { publish } from '../evaluations.testing.ts'
import { type Scoring, ScoringPool } from '../scoring/pool.ts'
import { type Asking, stores, testServer } from '../server.testing.ts'

describe.each(stores)('on %s, campaigns', (kind) => {
  const server = testServer(kind)

  it('go forward by one stage and back with a reason, each step by whoever may', async () => {
    const people = await city(server(), ['甲校', '乙校'])
    const { campaign } = await begin(server(), people, { hasDeclarations: true })
    const stages = ['declaration', 'report', 'self', 'evaluate', 'verify', 'final', 'public']
    const concluding = ['final', 'public']
    const who: readonly (readonly [string, Asking, number])[] = [
      ['department', people.reporters[0], 403],
      ['expert', people.expert, 403],
      ['reader', people.reader, 403],
      ['county evaluator', people.countyEvaluator, 403],
      ['elsewhere', people.elsewhere, 404],
      ['nobody', server().nobody, 401],
      ['evaluator', people.evaluator, 200],
      ['reviewer', people.reviewer, 200],
    ]
    const step = (ask: Asking, stage: string, note?: string) =>
      ask('POST', `/api/campaigns/${campaign}/stage`, { stage, ...(note === undefined ? {} : { note }) })
    for (const [index, to] of stages.entries()) {
      if (index === 0) continue
      for (const [name, ask, status] of who) {
        const able = concluding.includes(to) ? 'reviewer' : 'evaluator'
        const isOther = (name === 'evaluator' || name === 'reviewer') && name !== able
        const answer = await step(ask, to)
        expect([to, name, answer.status]).toEqual([to, name, isOther ? 403 : status])
      }
      expect((await step(people.reviewer, stages[index + 2] ?? 'report')).status).not.toBe(200)
    }
    expect(await step(people.reviewer, 'verify')).toMatchObject({ status: 422, codes: ['SHAPE_REQUIRED'] })
    expect((await step(people.evaluator, 'verify', '数据有误')).status).toBe(403)
    expect((await step(people.reviewer, 'verify', '数据有误')).body.stage).toBe('verify')
    expect((await step(people.evaluator, 'report', '补报')).body.stage).toBe('report')
    const administrator = await server().as({ role: 'administrator' })
    const { body } = await administrator('GET', `/api/audit-log?target=campaign%20${campaign}`)
    expect(JSON.stringify(body)).toContain('数据有误')
  })

  it('without declarations begin with reporting', async () => {
    const people = await city(server(), ['丙校', '丁校'])
    const { campaign } = await begin(server(), people)
    const { body } = await people.evaluator('GET', `/api/campaigns/${campaign}`)
    expect(body).toMatchObject({ stage: 'report', counts: [{ state: 'open', declarationState: 'none', count: 2 }] })
    const back = { stage: 'declaration', note: '补申报' }
    const refused = await people.evaluator('POST', `/api/campaigns/${campaign}/stage`, back)
    expect(refused).toMatchObject({ status: 422, codes: ['SHAPE_CHOICE'] })
    expect(refused.body.issues[0].expected[0]).toBe('report')
  })

  it('name published schemes, a type once, and days that there are', async () => {
    const ask = await server().as({ role: 'evaluator' })
    const version = await publish(server().context.database.db, scheme)
    const fields = { name: '评价', region, period: '2025', schemes: [{ version }] }
    const refused: readonly [object, string][] = [
      [{ schemes: [{ version: 'a'.repeat(64) }] }, 'REQUEST_NOT_FOUND'],
      [{ schemes: [{ version }, { version }] }, 'REQUEST_EXISTS'],
      [{ due: { report: '2025-02-30' } }, 'SHAPE_FORMAT'],
      [{ due: { 填报: '2025-02-20' } }, 'SHAPE_UNKNOWN_KEY'],
      [{ schemes: [] }, 'SHAPE_SIZE'],
    ]
    for (const [part, code] of refused) {
      expect(await ask('POST', '/api/campaigns', { ...fields, ...part })).toMatchObject({ status: 422, codes: [code] })
    }
    const none = await publish(server().context.database.db, { ...scheme, id: 'none', declarations: 'none' })
    const wanted = { ...fields, schemes: [{ version: none }], hasDeclarations: true }
    expect((await ask('POST', '/api/campaigns', wanted)).codes).toEqual(['DECLARATION_NOT_TAKEN'])
    const due = { report: '2025-03-31', evaluate: '2025-06-30' }
    const added = await ask('POST', '/api/campaigns', { ...fields, due })
    expect(added).toMatchObject({ status: 201, body: { due, stage: 'declaration', hasDeclarations: true } })
  })

  it('are changed by the newest revision; what submissions were begun with stays', async () => {
    const people = await city(server(), ['戊校', '己校'])
    const { campaign } = await begin(server(), people)
    const url = `/api/campaigns/${campaign}`
    const { body } = await people.evaluator('GET', url)
    const fields = {
      name: '改名',
      region,
      period: '2025',
      schemes: [{ version: body.schemes[0].version }],
      hasDeclarations: false,
      due: { report: '2025-04-30' },
    }
    expect((await people.evaluator('PUT', url, fields)).codes).toEqual(['REQUEST_NO_REVISION'])
    const headers = { 'if-match': '"1"' }
    expect((await people.reader('PUT', url, fields, headers)).status).toBe(403)
    expect((await people.elsewhere('PUT', url, fields, headers)).status).toBe(404)
    const changed = await people.evaluator('PUT', url, fields, headers)
    expect(changed).toMatchObject({ status: 200, body: { name: '改名', due: fields.due, revision: 2 } })
    expect((await people.evaluator('PUT', url, fields, headers)).codes).toEqual(['REQUEST_STALE'])
    const other = await people.evaluator('PUT', url, { ...fields, period: '2026' }, { 'if-match': '"2"' })
    expect(other).toMatchObject({ status: 409, codes: ['CAMPAIGN_BEGUN'] })
    const version = await publish(server().context.database.db, { ...scheme, id: 'school', name: '学校' })
    const more = { ...fields, schemes: [...fields.schemes, { departmentType: '街道', version }] }
    expect((await people.evaluator('PUT', url, more, { 'if-match': '"2"' })).status).toBe(200)
  })

  it('are seen where they are, and by whom they evaluate', async () => {
    const people = await city(server(), ['庚校', '辛校'])
    const { campaign, submissions } = await begin(server(), people)
    const seen = async (ask: Asking) => {
      const { body } = await ask('GET', '/api/campaigns')
      return (body.campaigns ?? []).map(({ id }: { id: string }) => id).includes(campaign)
    }
    expect([await seen(people.reader), await seen(people.reporters[0]), await seen(people.countyEvaluator)]).toEqual([
      true,
      true,
      true,
    ])
    expect(await seen(people.elsewhere)).toBe(false)
    const url = `/api/campaigns/${campaign}`
    expect((await people.elsewhere('GET', url)).status).toBe(404)
    expect((await people.elsewhere('GET', `${url}/submissions`)).status).toBe(404)
    expect((await people.elsewhere('GET', `/api/submissions/${submissions[0]}`)).status).toBe(404)
    const own = (await people.reporters[0]('GET', `${url}/submissions`)).body.submissions
    expect(own.map(({ id }: { id: string }) => id)).toEqual([submissions[0]])
    expect((await people.reporters[0]('GET', url)).body.counts).toBeUndefined()
  })

  it('are offered for the impact of a draft to those who may look at them so, and to nobody else', async () => {
    const people = await city(server(), ['壬校', '癸校'])
    const { campaign } = await begin(server(), people)
    const offered = async (ask: Asking) => {
      const { status, body } = await ask('GET', '/api/campaigns?for=impact')
      return status === 200 ? body.campaigns.some(({ id }: { id: string }) => id === campaign) : status
    }
    const designer = await server().as({ role: 'designer', region })
    expect([await offered(designer), await offered(people.evaluator)]).toEqual([true, true])
    // Departments of the county are in it, the campaign is the city's.
    expect([await offered(people.countyEvaluator), await offered(people.elsewhere)]).toEqual([false, false])
    expect(await offered(people.reader)).toBe(403)
    expect((await designer('GET', `/api/campaigns/${campaign}`)).status).toBe(404)
  })

  it('take in departments of their region, each by the scheme of its type, once', async () => {
    const people = await city(server(), ['壬校', '癸校'])
    const { db } = server().context.database
    const [one, two] = [await publish(db, { ...scheme, id: 'a' }), await publish(db, { ...scheme, id: 'b' })]
    const schemes = [{ departmentType: '学校', version: one }]
    const fields = { name: '分类评价', region: county, period: '2025', schemes, hasDeclarations: false }
    const { body } = await people.evaluator('POST', '/api/campaigns', fields)
    const url = `/api/campaigns/${body.id}`
    const office = { name: '卫健委', type: '机关', region: county }
    const bureau = (await people.administrator('POST', '/api/departments', office)).body.id
    const outside = (await people.administrator('POST', '/api/departments', { ...office, region: '360103' })).body.id
    const enter = (what: object, ask = people.evaluator) => ask('POST', `${url}/submissions`, what)
    expect(await enter({ departments: [bureau] })).toMatchObject({ status: 422, codes: ['CAMPAIGN_NO_SCHEME'] })
    expect((await enter({ departments: [outside] })).status).toBe(404)
    expect((await enter({ departments: ['nothing'] })).status).toBe(404)
    expect((await enter({ all: { region: '360000' } })).status).toBe(404)
    expect((await enter({})).codes).toEqual(['SHAPE_REQUIRED'])
    expect((await enter({ departments: [bureau] }, people.reader)).status).toBe(403)
    const both = { ...fields, schemes: [...schemes, { version: two }] }
    await people.evaluator('PUT', url, both, { 'if-match': '"1"' })
    expect((await enter({ departments: [bureau], attributes: { 地形: '平原', 类别: '冒充' } })).body).toEqual({
      added: 1,
      present: 0,
    })
    const schools = (await enter({ all: { type: '学校' } })).body
    expect(schools.added).toBeGreaterThanOrEqual(2)
    expect((await enter({ all: {} })).body.added).toBe(0)
    expect((await enter({ departments: [bureau], projects: ['一期', '二期'] })).body.added).toBe(2)
    const list = (query: string) => people.evaluator('GET', `${url}/submissions?${query}`)
    expect((await list('type=学校&limit=1')).body.submissions).toMatchObject([{ version: one, type: '学校' }])
    const projects = (await list(`department=${bureau}`)).body.submissions
    expect(projects.map(({ project, version }: { project: string; version: string }) => [project, version])).toEqual(
      expect.arrayContaining([
        ['', two],
        ['一期', two],
        ['二期', two],
      ]),
    )
    const whole = projects.find(({ project }: { project: string }) => project === '')
    expect((await people.evaluator('GET', `/api/submissions/${whole.id}`)).body.submission).toEqual({
      yardstick: 'submission/1',
      scheme: { id: 'b', hash: two },
      subject: {
        department: '卫健委',
        departmentType: '机关',
        regionCode: county,
        attributes: { 类别: '机关', 地区: county, 地形: '平原' },
      },
      period: '2025',
      items: {},
    })
    const late = { departments: [bureau], projects: ['三期'] }
    const after = (await list(`after=${projects[0].id}&limit=200`)).body.submissions
    expect(after.map(({ id }: { id: string }) => id)).not.toContain(projects[0].id)
    for (const stage of ['self', 'evaluate']) await people.evaluator('POST', `${url}/stage`, { stage })
    expect((await enter(late)).codes).toEqual(['REQUEST_STATE'])
  })

  it('call departments of one name by their region', async () => {
    const people = await city(server(), ['子校', '丑校'])
    const { campaign } = await begin(server(), people)
    const ids: string[] = []
    for (const at of ['360111', '360112']) {
      const fields = { name: '财政局', type: '机关', region: at }
      ids.push((await people.administrator('POST', '/api/departments', fields)).body.id)
    }
    await people.administrator('PUT', '/api/regions', { regions: [{ code: '360111', name: '青山湖区' }] })
    const url = `/api/campaigns/${campaign}/submissions`
    await people.evaluator('POST', url, { departments: ids })
    const { body } = await people.evaluator('GET', `${url}?search=财政局`)
    const names = []
    for (const { id } of body.submissions) {
      names.push((await people.evaluator('GET', `/api/submissions/${id}`)).body.submission.subject.department)
    }
    expect(names.sort()).toEqual(['财政局（360112）', '财政局（青山湖区）'])
  })

  it('are not settled with values that wait to be verified', async () => {
    const people = await city(server(), ['寅校', '卯校'])
    const { campaign, submissions } = await begin(server(), people)
    const [id] = submissions
    const entry = { of: 'items', id: '预算数' }
    const url = `/api/submissions/${id}/layers`
    const doubtful = { entries: [{ ...entry, layer: 'reported', value: 5, state: 'to-be-verified' }] }
    await people.reporters[0]('PUT', url, doubtful, { 'if-match': '"1"' })
    await goTo(people, campaign, 'verify')
    const conclude = () => people.reviewer('POST', `/api/campaigns/${campaign}/stage`, { stage: 'final' })
    expect(await conclude()).toMatchObject({ status: 409, codes: ['REQUEST_STATE'], body: { submissions: [id] } })
    const settled = { entries: [{ ...entry, layer: 'overridden', value: 5, why: '已核实' }] }
    await people.reviewer('PUT', url, settled, await newest(people.reviewer, id))
    expect((await conclude()).status).toBe(200)
  })

  it('let go again whom nobody has written for yet', async () => {
    const people = await city(server(), ['午校', '未校'])
    const { submissions } = await begin(server(), people)
    const [written, blank] = submissions.map((id) => `/api/submissions/${id}`) as [string, string]
    const entries = [{ of: 'items', id: '预算数', layer: 'reported', value: 5 }]
    await people.reporters[0]('PUT', `${written}/layers`, { entries }, { 'if-match': '"1"' })
    expect(await people.evaluator('DELETE', written)).toMatchObject({ status: 409, codes: ['REQUEST_IN_USE'] })
    expect((await people.reporters[1]('DELETE', blank)).status).toBe(403)
    expect((await people.elsewhere('DELETE', blank)).status).toBe(404)
    expect((await people.evaluator('DELETE', blank)).status).toBe(204)
    expect((await people.evaluator('GET', blank)).status).toBe(404)
  })

  const ranked: Scheme = {
    ...scheme,
    id: 'ranked',
    indicators: [
      {
        id: '排名',
        name: '支出排名',
        points: '100',
        actual: '实际支出',
        target: { comparator: '>=', value: '1' },
        scoring: { method: 'rank', rule: { by: 'best' } },
      },
    ],
  }
  /** What is frozen of a campaign: by version the members' values, in order. */
  const frozenOf = async (campaign: string) => {
    const { db } = server().context.database
    const rows = await db.selectFrom('group_facts').selectAll().where('campaign_id', '=', campaign).execute()
    return rows.map(({ document }) =>
      JSON.parse(document)
        .members.map(({ values }: { values: Record<string, string> }) => values.排名 ?? null)
        .sort(),
    )
  }

  it('freeze their groups when it comes to 复核, and anew when it comes there again', async () => {
    const people = await city(server(), ['申校', '酉校'])
    const { campaign, submissions } = await begin(server(), people, { of: ranked })
    const report = async (value: number) => {
      const entries = [{ of: 'items', id: '实际支出', layer: 'reported', value }]
      const headers = await newest(people.evaluator, submissions[0])
      await people.reporters[0]('PUT', `/api/submissions/${submissions[0]}/layers`, { entries }, headers)
    }
    await report(3)
    await goTo(people, campaign, 'evaluate')
    expect(await frozenOf(campaign)).toEqual([])
    await goTo(people, campaign, 'verify')
    expect(await frozenOf(campaign)).toEqual([['3', null]])
    await people.evaluator('POST', `/api/campaigns/${campaign}/stage`, { stage: 'report', note: '补报' })
    await report(4)
    await goTo(people, campaign, 'verify')
    expect(await frozenOf(campaign)).toEqual([['4', null]])
  })

  it.each([
    ['once', 1, 2],
    ['time and again', 3, 4],
  ])('keep nobody waiting while a group is gone through, also where it changes %s', async (_, changes, tries) => {
    const people = await city(server(), [`子校${changes}`, `丑校${changes}`])
    const { campaign, submissions } = await begin(server(), people, { of: ranked })
    await goTo(people, campaign, 'evaluate')
    const pool = server().context.scoring
    let calls = 0
    const counting: Pick<Scoring, 'groupFacts'> = {
      groupFacts: async (...task) => {
        const facts = await ScoringPool.prototype.groupFacts.apply(pool, task)
        if (++calls > changes) return facts
        const entries = [{ of: 'items', id: '实际支出', layer: 'verified', value: calls, why: '核实' }]
        const headers = await newest(people.evaluator, submissions[0])
        const written = await people.evaluator('PUT', `/api/submissions/${submissions[0]}/layers`, { entries }, headers)
        expect(written.status).toBe(200)
        return facts
      },
    }
    Object.assign(pool, counting)
    try {
      expect((await people.reader('POST', `/api/campaigns/${campaign}/stage`, { stage: 'verify' })).status).toBe(403)
      expect(calls).toBe(0)
      await goTo(people, campaign, 'verify')
    } finally {
      delete (pool as Partial<Scoring>).groupFacts
    }
    expect(calls).toBe(tries)
    expect(await frozenOf(campaign)).toEqual([[String(changes), null]])
  })

  it('go on while somebody writes: the writer is before the stage or is told', async () => {
    const people = await city(server(), ['戌校', '亥校'])
    const { campaign, submissions } = await begin(server(), people)
    for (const [index, stage] of ['self', 'evaluate'].entries()) {
      const entries = [{ of: 'items', id: '预算数', layer: 'reported', value: index }]
      const writes = submissions.map(async (id, at) =>
        people.reporters[at as 0 | 1](
          'PUT',
          `/api/submissions/${id}/layers`,
          { entries },
          await newest(people.reader, id),
        ),
      )
      const step = people.evaluator('POST', `/api/campaigns/${campaign}/stage`, { stage })
      for (const { status, codes } of await Promise.all(writes)) {
        expect(status === 200 || codes[0] === 'REQUEST_STATE').toBe(true)
      }
      expect((await step).status).toBe(200)
    }
  })

  it('take in 20,000 departments in one request', async () => {
    const people = await city(server(), ['辰校', '巳校'])
    const version = await publish(server().context.database.db, scheme)
    const rows = Array.from({ length: 20_000 }, (_, at) => ({ name: `村小${at}`, type: '村小', region: '360121' }))
    const imported = await people.administrator('POST', '/api/departments/import', { rows, apply: true })
    const departments = imported.body.added.map(({ id }: { id: string }) => id)
    const fields = { name: '全市', region, period: '2025', schemes: [{ version }], hasDeclarations: false }
    const { body } = await people.evaluator('POST', '/api/campaigns', fields)
    const url = `/api/campaigns/${body.id}/submissions`
    const before = performance.now()
    expect((await people.evaluator('POST', url, { departments })).body).toEqual({ added: 20_000, present: 0 })
    const seconds = (performance.now() - before) / 1000
    const again = await people.evaluator('POST', url, { all: { type: '村小' } })
    expect(again.body).toEqual({ added: 0, present: 20_000 })
    let [after, seen] = ['', 0]
    for (;;) {
      const page = await people.evaluator('GET', `${url}?limit=200${after}`)
      seen += page.body.submissions.length
      if (page.body.submissions.length < 200 || seen >= 1_000) break
      after = `&after=${page.body.submissions.at(-1).id}`
    }
    expect(seen).toBe(1_000)
    expect(seconds).toBeLessThan(60)
  }, 120_000)
})
