import type { Indicator, Scheme } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { addedScheme, based, testScheme } from '../schemes.testing.ts'
import { stores, testServer } from '../server.testing.ts'

const leaf = (id: string): Indicator => ({ id, name: id, points: '1', scoring: { method: 'judgement' } })

/** The scheme with one more indicator at the top. */
const withLeaf = (scheme: Scheme, id: string): Scheme => ({ ...scheme, indicators: [...scheme.indicators, leaf(id)] })

describe.each(stores)('on %s, schemes', (kind) => {
  const server = testServer(kind)
  const designer = (region = '360000') => server().as({ role: 'designer', region })

  it('are added, listed, found, removed and restored', async () => {
    const ask = await designer()
    const id = await addedScheme(ask, testScheme({ name: '教育支出评价' }))
    expect((await ask('GET', `/api/schemes/${id}`)).body).toMatchObject({
      id,
      name: '教育支出评价',
      region: '360100',
      state: 'draft',
      revision: 1,
      updatedBy: 'designer',
      latest: null,
    })
    const ids = async (query: string) =>
      (await ask('GET', `/api/schemes?${query}`)).body.schemes.map((each: { id: string }) => each.id)
    expect(await ids('search=%E6%95%99%E8%82%B2')).toEqual([id])
    expect(await ids('search=%25')).toEqual([])
    expect(await ids('state=review')).toEqual([])
    const second = await addedScheme(ask)
    expect(await ids('limit=1')).toEqual([second])
    expect(await ids(`after=${second}`)).toEqual([id])
    expect((await ask('DELETE', `/api/schemes/${id}`)).status).toBe(204)
    expect(await ask('GET', `/api/schemes/${id}`)).toMatchObject({ status: 404, codes: ['REQUEST_NOT_FOUND'] })
    expect(await ids('')).toEqual([second])
    expect(await ids('state=removed')).toEqual([id])
    expect(await ask('POST', `/api/schemes/${id}/restore`)).toMatchObject({ status: 200, body: { id } })
    expect(await ids('')).toEqual([second, id])
  })

  it('belong where they say, else to the region of who makes them', async () => {
    const ask = await designer('360100')
    const added = async (scheme: Scheme) => (await ask('POST', '/api/schemes', { scheme })).body.id
    const region = async (id: string) => (await ask('GET', `/api/schemes/${id}`)).body.region
    expect(await region(await added(testScheme()))).toBe('360100')
    expect(await region(await added(testScheme({ region: { name: '东湖区', code: '360102' } })))).toBe('360102')
    await server().context.database.db.insertInto('region').values({ code: '360102', name: '东湖区' }).execute()
    const { schemes } = (await ask('GET', '/api/schemes')).body
    expect(schemes.map((each: { regionName: string | null }) => each.regionName).slice(0, 2)).toEqual(['东湖区', null])
    // What comes from another region is kept in one's own, unless that one is asked for.
    const foreign = testScheme({ region: { name: '北京市', code: '110000' } })
    expect(await region(await added(foreign))).toBe('360100')
    const elsewhere = await ask('POST', '/api/schemes', { region: '110000', scheme: testScheme() })
    expect(elsewhere).toMatchObject({ status: 403, codes: ['REQUEST_FORBIDDEN'] })
  })

  it('come back to the letter, with their revision', async () => {
    const ask = await designer()
    const id = await addedScheme(ask)
    const draft = await ask('GET', `/api/schemes/${id}/draft`)
    expect(draft).toMatchObject({ status: 200, headers: { etag: '"1"' } })
    expect(draft.headers['content-type']).toMatch(/^application\/json/)
    expect(draft.body).toMatchObject({ id, revision: 1, state: 'draft', region: '360100', savedBy: 'designer' })
    expect(draft.body.scheme).toEqual(testScheme())
  })

  it('are saved over the revision they were made from', async () => {
    const ask = await designer()
    const id = await addedScheme(ask)
    const url = `/api/schemes/${id}/draft`
    const saved = await ask('PUT', url, testScheme({ name: '新名称' }), based(1))
    expect(saved).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { revision: 2 } })
    expect((await ask('GET', `/api/schemes/${id}`)).body).toMatchObject({ name: '新名称', revision: 2 })
    expect(await ask('PUT', url, testScheme())).toMatchObject({ status: 428, codes: ['REQUEST_NO_REVISION'] })
    const wrong = await ask('PUT', url, { ...testScheme(), indicators: [] }, based(2))
    expect(wrong).toMatchObject({ status: 422, codes: ['SHAPE_SIZE'] })
    expect(await ask('PUT', url, [], based(2))).toMatchObject({ status: 422, codes: ['SHAPE_TYPE'] })
  })

  it('that others have saved meanwhile are put together, and conflicts are told', async () => {
    const ask = await designer()
    const id = await addedScheme(ask)
    const url = `/api/schemes/${id}/draft`
    await ask('PUT', url, withLeaf(testScheme({ name: '他人所改' }), 'a'), based(1))
    const stale = await ask('PUT', url, withLeaf(testScheme({ name: '我所改' }), 'b'), based(1))
    expect(stale).toMatchObject({
      status: 412,
      codes: ['REQUEST_STALE'],
      body: { current: { revision: 2, savedBy: 'designer', scheme: { name: '他人所改' } } },
    })
    const { scheme, conflicts } = stale.body.merge
    expect(scheme.indicators.map((each: Indicator) => each.id)).toEqual(['产出', '满意', 'a', 'b'])
    expect(conflicts).toMatchObject([
      {
        kind: 'field',
        of: 'scheme',
        pointer: '/name',
        base: '示例指标体系',
        mine: '我所改',
        theirs: '他人所改',
        sentence: { zh: '方案：名称您改为 “我所改”，他人已改为 “他人所改”（原为 “示例指标体系”），保留他人的' },
      },
    ])
    expect(await ask('PUT', url, scheme, based(2))).toMatchObject({ status: 200, body: { revision: 3 } })
  })

  it('based on what is not kept any more are refused with what is stored', async () => {
    const ask = await designer()
    const id = await addedScheme(ask)
    const stale = await ask('PUT', `/api/schemes/${id}/draft`, testScheme({ name: '新' }), based(7))
    expect(stale).toMatchObject({ status: 412, codes: ['REQUEST_STALE'], body: { current: { revision: 1 } } })
    expect(stale.body.merge).toBeUndefined()
  })

  it('saved twice at once over one revision are saved once', async () => {
    const ask = await designer()
    const id = await addedScheme(ask)
    const save = (name: string) => ask('PUT', `/api/schemes/${id}/draft`, testScheme({ name }), based(1))
    const answers = await Promise.all(['甲', '乙', '丙', '丁'].map(save))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412])
    expect((await ask('GET', `/api/schemes/${id}`)).body.revision).toBe(2)
  })

  it('lose nothing, however many save at once: it is there, or a conflict told whoever saved it', async () => {
    const people = await Promise.all(['a', 'b', 'c', 'd'].map(async (name) => ({ name, ask: await designer() })))
    const id = await addedScheme(people[0]!.ask)
    const url = `/api/schemes/${id}/draft`
    const told: unknown[] = []
    const saves = people.map(async ({ name, ask }) => {
      let { revision, scheme } = (await ask('GET', url)).body
      for (let count = 0; count < 5; count++) {
        // Something of one's own each time, every other time also what all others change.
        const more = count % 2 === 0 ? { description: `${name}${count}` } : {}
        let mine: Scheme = { ...withLeaf(scheme, `${name}${count}`), ...more }
        for (;;) {
          const { status, body } = await ask('PUT', url, mine, based(revision))
          if (status === 200) {
            revision = body.revision
            scheme = mine
            break
          }
          expect(status).toBe(412)
          told.push(...body.merge.conflicts.map((each: { mine: unknown }) => each.mine))
          revision = body.current.revision
          mine = body.merge.scheme
        }
      }
    })
    await Promise.all(saves)
    const ask = people[0]!.ask
    const { body } = await ask('GET', url)
    const all = people.flatMap(({ name }) => [0, 1, 2, 3, 4].map((count) => `${name}${count}`))
    expect(body.scheme.indicators.map((each: Indicator) => each.id).sort()).toEqual(['产出', '满意', ...all].sort())
    expect(body.revision).toBe(21)
    const saved = await Promise.all(
      Array.from({ length: 21 }, (_, index) => ask('GET', `/api/schemes/${id}/revisions/${index + 1}`)),
    )
    const kept = saved.map((each) => each.body.scheme.description)
    const shared = people.flatMap(({ name }) => [0, 2, 4].map((count) => `${name}${count}`))
    expect(shared.filter((each) => !kept.includes(each) && !told.includes(each))).toEqual([])
    expect(told.length).toBeGreaterThan(0)
  })

  it('keep their newest revisions and what has a name', async () => {
    const ask = await designer()
    const id = await addedScheme(ask)
    expect(await ask('POST', `/api/schemes/${id}/save-points`, { name: '初稿' })).toMatchObject({
      status: 201,
      body: { number: 1, name: '初稿' },
    })
    for (let revision = 1; revision <= 203; revision++) {
      await ask('PUT', `/api/schemes/${id}/draft`, testScheme({ description: `${revision}` }), based(revision))
    }
    const numbers = async (query = '') =>
      (await ask('GET', `/api/schemes/${id}/revisions?${query}`)).body.revisions.map(
        (each: { number: number }) => each.number,
      )
    expect((await numbers()).slice(0, 2)).toEqual([204, 203])
    expect(await numbers('after=6')).toEqual([5, 1])
    expect(await numbers('savePoints=only')).toEqual([1])
    expect(await numbers('after=99999999999&limit=1')).toEqual([204])
    expect(await numbers('after=-99999999999')).toEqual([])
    const named = await ask('GET', `/api/schemes/${id}/revisions/1`)
    expect(named.body).toMatchObject({ revision: 1, savePoint: '初稿', scheme: { name: '示例指标体系' } })
    expect(await ask('GET', `/api/schemes/${id}/revisions/2`)).toMatchObject({ status: 404 })
    expect((await ask('DELETE', `/api/schemes/${id}/save-points/1`)).status).toBe(204)
    expect(await ask('POST', `/api/schemes/${id}/save-points`, { name: '无', revision: 2 })).toMatchObject({
      status: 404,
    })
    await ask('PUT', `/api/schemes/${id}/draft`, testScheme({ description: 'x' }), based(204))
    expect(await numbers('after=7')).toEqual([6])
  })

  it('are compared in sentences', async () => {
    const ask = await designer()
    const id = await addedScheme(ask)
    await ask('PUT', `/api/schemes/${id}/draft`, withLeaf(testScheme(), 'a'), based(1))
    const { body } = await ask('GET', `/api/schemes/${id}/comparison?from=1`)
    expect(body).toMatchObject({ from: '1', to: '2', differences: [{ change: 'added', id: 'a' }] })
    expect(body.differences[0].sentence).toEqual({ zh: '增加指标“a”（1 分）', en: 'Added indicator "a" (1 points)' })
    expect(await ask('GET', `/api/schemes/${id}/comparison?from=9`)).toMatchObject({ status: 404 })
    expect(await ask('GET', `/api/schemes/${id}/comparison?from=x`)).toMatchObject({ status: 422 })
  })

  it('of another region are not there, those of one’s own are changed by designers', async () => {
    const id = await addedScheme(await designer())
    const elsewhere = await server().as({ role: 'designer', region: '360200' })
    const reader = await server().as({ role: 'reader', region: '360100' })
    const nobody = await server().as()
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/draft', undefined],
      ['GET', '/revisions', undefined],
      ['GET', '/revisions/1', undefined],
      ['GET', '/reviews', undefined],
      ['GET', '/comparison?from=1', undefined],
      ['GET', '/impact?campaign=x', undefined],
      ['PUT', '/draft', testScheme()],
      ['POST', '/save-points', { name: '名' }],
      ['DELETE', '/save-points/1', undefined],
      ['POST', '/review', { note: '' }],
      ['DELETE', '/review', undefined],
      ['POST', '/review/remarks', { text: '问' }],
      ['PUT', '/review/remarks/x', { resolved: true }],
      ['POST', '/review/decision', { decision: 'approved' }],
      ['POST', '/versions', undefined],
      ['DELETE', '', undefined],
    ] as const) {
      const url = `/api/schemes/${id}${path}`
      expect(await elsewhere(method, url, body, based(1)), path).toMatchObject({ status: 404 })
      expect(await nobody(method, url, body, based(1)), path).toMatchObject({ status: 404 })
      expect(await server().nobody(method, url, body, based(1)), path).toMatchObject({ status: 401 })
      if (method !== 'GET') expect(await reader(method, url, body, based(1)), path).toMatchObject({ status: 403 })
    }
    expect((await reader('GET', `/api/schemes/${id}/draft`)).status).toBe(200)
    expect((await elsewhere('GET', '/api/schemes')).body.schemes).toEqual([])
    expect(await nobody('GET', '/api/schemes')).toMatchObject({ status: 403 })
  })
})
