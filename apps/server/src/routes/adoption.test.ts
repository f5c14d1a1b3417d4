import { type Scheme, updateScheme } from '@yardstick/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { based, testScheme } from '../schemes.testing.ts'
import { sha256 } from '../scoring/score.ts'
import { type Asking, stores, testServer } from '../server.testing.ts'
import { publisherOf, signed, takenIn, trust } from '../templates.testing.ts'

const ministry = publisherOf('财政部')
const nation = { name: '全国' }
const judged = (id: string, points: string) => ({ id, name: id, points, scoring: { method: 'judgement' as const } })

/** 产出 is locked, with a branch of one's own allowed beside it; the points of 满意 may be 5 off; its target is set here. */
function nationalScheme(more: Partial<Scheme> = {}): Scheme {
  return testScheme({
    id: 'national.demo',
    sharing: {
      parameters: [
        {
          id: 'target',
          name: '满意度目标',
          of: 'indicator',
          in: '满意',
          field: 'target/value',
          least: '80%',
          most: '95%',
        },
      ],
      boundaries: [
        { indicator: '产出', mayChange: false, mayAdd: false },
        { indicator: '满意', points: { plusMinus: '5' } },
      ],
    },
    cases: [],
    ...more,
  })
}

describe.each(stores)('on %s, adopting', (kind) => {
  const server = testServer(kind)
  const designer = (region = '360100') => server().as({ role: 'designer', region })
  let first: string
  let second: string
  beforeAll(async () => {
    await trust(await server().as({ role: 'administrator' }), ministry)
    const ask = await designer()
    first = await takenIn(ask, signed(ministry, { id: 'national.demo', region: nation }, [nationalScheme()]))
    const longer = nationalScheme({ version: '2', name: '示例指标体系（修订）' })
    second = await takenIn(ask, signed(ministry, { id: 'national.demo', version: '2', region: nation }, [longer]))
  })
  const asked = { scheme: 'national.demo', mode: 'reference' }
  const adopt = async (ask: Asking, more: object = {}, hash = second): Promise<string> => {
    const { status, body } = await ask('POST', `/api/templates/${hash}/adoption`, { ...asked, ...more })
    if (status !== 201) throw new Error(JSON.stringify(body))
    return body.id
  }
  const draftOf = async (ask: Asking, id: string): Promise<Scheme> =>
    (await ask('GET', `/api/schemes/${id}/draft`)).body.scheme
  const save = (ask: Asking, id: string, scheme: object, revision: number) =>
    ask('PUT', `/api/schemes/${id}/draft`, scheme, based(revision))
  /** The scheme with fields of one of its top indicators changed. */
  const changed = (scheme: Scheme, at: number, fields: object): Scheme => ({
    ...scheme,
    indicators: scheme.indicators.map((each, index) =>
      index === at ? { ...each, ...fields } : each,
    ) as Scheme['indicators'],
  })

  it('is tried first, and stores nothing by that', async () => {
    const ask = await designer('360200')
    const trial = await ask('POST', `/api/templates/${second}/adoption/trial`, {
      ...asked,
      parameters: { target: '85%' },
    })
    expect(trial).toMatchObject({
      status: 200,
      body: {
        ...{ region: '360200', issues: [] },
        scheme: { region: { code: '360200' }, lineage: { mode: 'reference', parameters: { target: '85%' } } },
      },
    })
    expect(trial.body.scheme.indicators[1].target.value).toBe('85%')
    expect((await ask('GET', '/api/schemes')).body.schemes).toEqual([])
    const wrong = await ask('POST', `/api/templates/${second}/adoption/trial`, {
      ...asked,
      parameters: { target: '99%' },
    })
    expect(wrong).toMatchObject({ status: 422, codes: ['PARAMETER_RANGE'] })
  })

  it('gives a draft that knows where it comes from', async () => {
    const ask = await designer()
    const id = await adopt(ask, { name: '南昌市指标体系', parameters: { target: '85%' } })
    expect(await draftOf(ask, id)).toMatchObject({
      name: '南昌市指标体系',
      region: { code: '360100', name: '360100' },
      lineage: {
        template: { id: 'national.demo', version: '2', hash: second, publisher: '财政部', scheme: 'national.demo' },
        ...{ mode: 'reference', parameters: { target: '85%' } },
      },
    })
    expect((await draftOf(ask, id)).sharing).toBeUndefined()
    const { adoptions } = (await ask('GET', `/api/templates/${first}/adoptions`)).body
    expect(adoptions).toMatchObject([{ scheme: id, region: '360100', mode: 'reference', version: '2', hash: second }])
    // Of schemes that one may not see nothing is told.
    expect((await (await designer('110000'))('GET', `/api/templates/${first}/adoptions`)).body.adoptions).toEqual([])
    expect((await ask('GET', `/api/schemes/${id}/upstream`)).body).toMatchObject({
      current: { version: '2' },
      newer: [],
    })
  })

  it('asks for the right to write where it is adopted', async () => {
    const url = `/api/templates/${second}/adoption`
    expect(await (await designer())('POST', url, { ...asked, region: '110000' })).toMatchObject({ status: 403 })
    expect(await (await server().as({ role: 'reviewer', region: '360100' }))('POST', url, asked)).toMatchObject({
      status: 403,
    })
    const ask = await designer()
    expect(await ask('POST', url, { ...asked, scheme: 'x' })).toMatchObject({ codes: ['REQUEST_NOT_FOUND'] })
  })

  it('takes what somebody answers for only', async () => {
    const ask = await designer()
    const stranger = publisherOf('某公司')
    const template = signed(stranger, { id: 'stranger' }, [testScheme()])
    const hash = await takenIn(ask, template)
    const refused = await ask('POST', `/api/templates/${hash}/adoption`, { ...asked, scheme: 'demo' })
    expect(refused).toMatchObject({ status: 422, codes: ['TEMPLATE_UNTRUSTED'] })
    expect(refused.body.issues[0].found).toMatchObject({ trust: 'unknown-key', publisher: '某公司', key: stranger.key })
    const trial = await ask('POST', `/api/templates/${hash}/adoption/trial`, { ...asked, scheme: 'demo' })
    expect(trial.body.issues).toMatchObject([{ code: 'TEMPLATE_UNTRUSTED', severity: 'error' }])
  })

  it('takes an older version only where that is meant', async () => {
    const ask = await designer('360300')
    const url = `/api/templates/${first}/adoption`
    expect(await ask('POST', url, asked)).toMatchObject({ status: 409, codes: ['TEMPLATE_OLDER'] })
    const id = await adopt(ask, { allowOlder: true }, first)
    expect((await ask('GET', `/api/schemes/${id}/upstream`)).body).toMatchObject({
      current: { hash: first, version: '1' },
      newer: [{ hash: second, version: '2' }],
      lineage: { template: { hash: first } },
    })
  })

  it('is not kept from by a forged version that gives itself a high number', async () => {
    const ask = await designer('360600')
    const forger = { ...publisherOf('冒名者'), publisher: '财政部' }
    const forged = signed(forger, { id: 'national.demo', version: '999', region: nation }, [nationalScheme()])
    const hash = await takenIn(ask, forged)
    const id = await adopt(ask)
    expect((await ask('GET', `/api/templates/${second}`)).body).toMatchObject({ isNewest: true })
    expect((await ask('GET', `/api/templates/${hash}`)).body).toMatchObject({ isNewest: false, trust: 'unknown-key' })
    await (await server().as({ role: 'designer' }))('DELETE', `/api/templates/${hash}`)
    expect((await ask('GET', `/api/schemes/${id}/upstream`)).body.newer).toEqual([])
  })

  it('keeps to what those above allow, with every save', async () => {
    const ask = await designer()
    const id = await adopt(ask)
    const scheme = await draftOf(ask, id)
    const locked = changed(scheme, 0, { name: '别的产出' })
    expect(await save(ask, id, locked, 1)).toMatchObject({ status: 422, codes: ['LIMIT_LOCKED'] })
    const points = changed(scheme, 1, { points: '34' })
    expect(await save(ask, id, points, 1)).toMatchObject({ status: 422, codes: ['LIMIT_POINTS'] })
    const { lineage: _, ...without } = scheme
    expect(await save(ask, id, without, 1)).toMatchObject({ status: 422, codes: ['LIMIT_LINEAGE'] })
    const open = { ...scheme, lineage: { ...scheme.lineage!, nodes: {}, boundaries: [] } }
    expect(await save(ask, id, open, 1)).toMatchObject({ status: 422, codes: ['LIMIT_LINEAGE'] })
    // Below what is not locked, and beside it.
    const own = {
      ...changed(scheme, 1, { points: '38' }),
      indicators: [...changed(scheme, 1, { points: '38' }).indicators, judged('个性', '2')],
    }
    expect(await save(ask, id, own, 1)).toMatchObject({ status: 200, body: { revision: 2 } })
    // What others have put together is held to the same.
    const stale = await save(ask, id, locked, 1)
    expect(stale.status).toBe(412)
    expect(await save(ask, id, stale.body.merge.scheme, 2)).toMatchObject({ status: 422, codes: ['LIMIT_LOCKED'] })
  })

  it('does not believe a lineage that comes with a scheme', async () => {
    const ask = await designer()
    const scheme = await draftOf(ask, await adopt(ask))
    const add = (made: object) => ask('POST', '/api/schemes', { region: '360100', scheme: made })
    expect(await add(scheme)).toMatchObject({ status: 201 })
    expect(await add(changed(scheme, 0, { name: '别的' }))).toMatchObject({ status: 422, codes: ['LIMIT_LOCKED'] })
    const { boundaries: _, ...free } = scheme.lineage!
    expect(await add({ ...scheme, lineage: free })).toMatchObject({ status: 422, codes: ['LIMIT_LINEAGE'] })
    const elsewhere = { ...scheme.lineage!.template, hash: 'f'.repeat(64) }
    const unknown = await add({ ...scheme, lineage: { ...scheme.lineage!, template: elsewhere } })
    expect(unknown).toMatchObject({ status: 422, codes: ['TEMPLATE_UNKNOWN'] })
    // A copy is one's own, wherever it says it comes from; what is known here is known better.
    const copy = { template: elsewhere, mode: 'copy' as const, nodes: {} }
    expect(await add({ ...scheme, lineage: copy })).toMatchObject({ status: 201 })
    const known = { ...copy, template: scheme.lineage!.template }
    expect(await add({ ...scheme, lineage: known })).toMatchObject({ status: 422, codes: ['LIMIT_LINEAGE'] })
    // Nor is it begun by a save.
    const own = (await add(testScheme())).body.id
    const begun = { ...scheme, lineage: { ...scheme.lineage!, nodes: {} } }
    expect(await save(ask, own, begun, 1)).toMatchObject({ status: 422, codes: ['LIMIT_LINEAGE'] })
  })

  it('follows a newer version, goes back only to what was saved, and never to an older one', async () => {
    const ask = await designer()
    const id = await adopt(ask, { allowOlder: true }, first)
    const old = await draftOf(ask, id)
    const [other, newer] = [await adopt(ask, { allowOlder: true }, first), await draftOf(ask, await adopt(ask))]
    expect(await save(ask, id, changed(newer, 0, { name: '别的' }), 1)).toMatchObject({ codes: ['LIMIT_LOCKED'] })
    expect(await save(ask, id, changed(newer, 1, { points: '36' }), 1)).toMatchObject({ status: 200 })
    const audit = await server().as({ role: 'administrator' })
    const { entries } = (await audit('GET', `/api/audit-log?target=${encodeURIComponent(`scheme ${id}`)}`)).body
    expect(entries[0]).toMatchObject({ action: 'scheme.follow', detail: { template: 'national.demo', version: '2' } })
    expect((await ask('GET', `/api/schemes/${id}/upstream`)).body).toMatchObject({
      current: { version: '2' },
      newer: [],
    })
    const twin = { ...old, name: '示例' }
    expect(await save(ask, id, twin, 2)).toMatchObject({ status: 200 })
    expect(await save(ask, other, newer, 1)).toMatchObject({ status: 200 })
    const renamed = { ...old, lineage: { ...old.lineage!, parameters: { target: '85%' } } }
    expect(await save(ask, other, renamed, 2)).toMatchObject({ status: 409, codes: ['TEMPLATE_OLDER'] })
  })

  it('sets its parameters anew, within their limits and by them alone', async () => {
    const ask = await designer()
    const id = await adopt(ask, { parameters: { target: '85%' } })
    const local = await draftOf(ask, id)
    const content = (await ask('GET', `/api/templates/${second}`)).body.package
    const [template] = content.schemes as [Scheme]
    const ref = local.lineage!.template
    const set = (target: string) =>
      updateScheme({ base: template, upstream: template, local, template: ref, parameters: { target } }, sha256).scheme
    const byHand = changed(local, 1, { target: { comparator: '>=', value: '80%' } })
    expect(await save(ask, id, byHand, 1)).toMatchObject({ status: 422, codes: ['LIMIT_PARAMETER'] })
    const said = { ...set('82%'), indicators: local.indicators }
    expect(await save(ask, id, said, 1)).toMatchObject({ status: 422, codes: ['LIMIT_PARAMETER'] })
    const beyond = { ...local, lineage: { ...local.lineage!, parameters: { target: '10%' } } }
    expect(await save(ask, id, beyond, 1)).toMatchObject({ status: 422, codes: ['PARAMETER_RANGE'] })
    expect(await save(ask, id, set('82%'), 1)).toMatchObject({ status: 200 })
    expect((await draftOf(ask, id)).indicators[1]).toMatchObject({ target: { value: '82%' } })
  })

  it('becomes one’s own as a copy, and the log says so', async () => {
    const ask = await designer()
    const id = await adopt(ask)
    const scheme = await draftOf(ask, id)
    const { boundaries: _, offered: __, nodes, ...lineage } = scheme.lineage!
    const free = Object.entries(nodes!).map(([id, { limits: _, ...origin }]) => [id, origin])
    const copy = { ...scheme, lineage: { ...lineage, mode: 'copy' as const, nodes: Object.fromEntries(free) } }
    const parted = await save(ask, id, changed(copy, 0, { name: '别的产出' }), 1)
    expect(parted).toMatchObject({ status: 200 })
    const audit = await server().as({ role: 'administrator' })
    const { entries } = (await audit('GET', `/api/audit-log?target=${encodeURIComponent(`scheme ${id}`)}`)).body
    expect(entries.map(({ action }: { action: string }) => action)).toEqual(['scheme.part', 'scheme.adopt'])
    // Back to the reference only as it was.
    expect(await save(ask, id, changed(scheme, 0, { name: '别的产出' }), 2)).toMatchObject({ codes: ['LIMIT_LOCKED'] })
    expect(await save(ask, id, scheme, 2)).toMatchObject({ status: 200, body: { revision: 3 } })
  })

  it('is not put under review nor published beyond its limits', async () => {
    const ask = await designer()
    const reviewer = await server().as({ role: 'reviewer', region: '360100' })
    const id = await adopt(ask, { name: '送审方案' })
    // Put past the gate, as a change of the tables by hand would.
    const scheme = changed(await draftOf(ask, id), 0, { name: '别的产出' })
    const { db } = server().context.database
    const spoil = (document: string) =>
      db.updateTable('scheme_revision').set({ document }).where('scheme_id', '=', id).execute()
    const whole = await db
      .selectFrom('scheme_revision')
      .select('document')
      .where('scheme_id', '=', id)
      .executeTakeFirst()
    await spoil(JSON.stringify(scheme))
    expect(await ask('POST', `/api/schemes/${id}/review`, {})).toMatchObject({ status: 422, codes: ['LIMIT_LOCKED'] })
    await spoil(whole!.document)
    expect((await ask('POST', `/api/schemes/${id}/review`, {})).status).toBe(201)
    await reviewer('POST', `/api/schemes/${id}/review/decision`, { decision: 'approved' })
    await spoil(JSON.stringify(scheme))
    expect(await reviewer('POST', `/api/schemes/${id}/versions`)).toMatchObject({ codes: ['LIMIT_LOCKED'] })
    await spoil(whole!.document)
    expect((await reviewer('POST', `/api/schemes/${id}/versions`)).status).toBe(201)
  })

  it('tells what it brings and needs, and what is here already', async () => {
    const ask = await designer('360500')
    await adopt(ask)
    const { plan, issues } = (await ask('POST', `/api/templates/${second}/adoption/trial`, asked)).body
    expect(plan).toMatchObject({
      brings: { leaves: 2, fullScore: '100', items: 1, parameters: [{ id: 'target', default: '90%' }], locked: 2 },
      needs: { items: ['满意度'], judged: ['数量'] },
    })
    expect(issues.map(({ code }: { code: string }) => code)).toEqual(['ADOPT_AGAIN', 'ADOPT_SAME_ID'])
  })

  it('is what several may do at once, each with a draft', async () => {
    const [one, other] = [await designer('360400'), await designer('360400')]
    const ids = await Promise.all([adopt(one), adopt(other)])
    const { adoptions } = (await one('GET', `/api/templates/${second}/adoptions`)).body
    expect(adoptions.map(({ scheme }: { scheme: string }) => scheme).sort()).toEqual([...ids].sort())
  })

  it('gives local names beside the scheme, by revision', async () => {
    const ask = await designer()
    const mapping = { yardstick: 'mapping/1', items: { 满意度: { name: '群众满意率' } } }
    const id = await adopt(ask, { mapping })
    const url = `/api/schemes/${id}/mapping`
    expect(await ask('GET', url)).toMatchObject({ headers: { etag: '"1"' }, body: { mapping, revision: 1 } })
    const next = { ...mapping, items: { 满意度: { name: '满意率' } } }
    expect(await ask('PUT', url, next, based(1))).toMatchObject({ status: 200, body: { revision: 2 } })
    expect(await ask('PUT', url, next, based(1))).toMatchObject({ status: 412, codes: ['REQUEST_STALE'] })
    const stranger = { ...mapping, items: { 没有: { name: 'x' } } }
    expect(await ask('PUT', url, stranger, based(2))).toMatchObject({ status: 422, codes: ['MAPPING_ITEM'] })
    const refused = await ask('POST', `/api/templates/${second}/adoption`, { ...asked, mapping: stranger })
    expect(refused.body.issues).toMatchObject([{ code: 'MAPPING_ITEM', pointer: '/mapping/items/没有' }])
    const none = (await ask('POST', '/api/schemes', { region: '360100', scheme: testScheme() })).body.id
    expect((await ask('GET', `/api/schemes/${none}/mapping`)).body).toEqual({
      ...{ mapping: null, revision: 0, writtenBy: null, writtenAt: null },
    })
    expect((await ask('GET', `/api/schemes/${none}/upstream`)).body).toEqual({
      lineage: null,
      current: null,
      newer: [],
    })
    expect((await ask('GET', `/api/schemes/${none}/proposals`)).body).toEqual({ templates: [] })
  })
})
