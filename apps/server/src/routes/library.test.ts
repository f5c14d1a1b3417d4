import { describe, expect, it } from 'vitest'
import { addedScheme, based, testScheme } from '../schemes.testing.ts'
import { type Asking, stores, testServer } from '../server.testing.ts'

const moduleOf = (name: string, more: object = {}) => ({
  id: 'm',
  name,
  items: [{ id: '满意度', type: 'rate' }],
  indicators: [{ id: '满意', name, points: '10', scoring: { method: 'judgement' } }],
  ...more,
})
const teaching = { facet: 'industry', tag: '教育' }

describe.each(stores)('on %s, the library', (kind) => {
  const server = testServer(kind)
  const designer = (region = '360000') => server().as({ role: 'designer', region })
  const added = async (ask: Asking, name: string, more: object = {}): Promise<string> => {
    const { status, body } = await ask('POST', '/api/library', { module: moduleOf(name), tags: [], ...more })
    expect(status).toBe(201)
    return body.id
  }
  const names = async (ask: Asking, query = '') =>
    (await ask('GET', `/api/library?${query}`)).body.entries.map((each: { name: string }) => each.name)

  it('is searched by names, by their initials and by tags, in the order of names', async () => {
    const ask = await designer()
    const ids: string[] = []
    for (const name of ['预算执行率', '长期负债', '参保人员满意度', '预算编制']) {
      ids.push(await added(ask, name, { tags: name.startsWith('预算') ? [teaching] : [] }))
    }
    expect(await names(ask)).toEqual(['参保人员满意度', '预算编制', '预算执行率', '长期负债'])
    expect(await names(ask, 'search=yszx')).toEqual(['预算执行率'])
    expect(await names(ask, 'search=CQFZ')).toEqual(['长期负债'])
    expect(await names(ask, `search=${encodeURIComponent('满意')}`)).toEqual(['参保人员满意度'])
    expect(await names(ask, `facet=industry&tag=${encodeURIComponent('教育')}`)).toEqual(['预算编制', '预算执行率'])
    expect(await names(ask, `facet=field&tag=${encodeURIComponent('教育')}`)).toEqual([])
    expect((await ask('GET', '/api/library/tags')).body).toEqual({ tags: [{ ...teaching, count: 2 }] })
    // Page by page, also where the last one seen has gone.
    expect(await names(ask, 'limit=2')).toEqual(['参保人员满意度', '预算编制'])
    expect((await ask('DELETE', `/api/library/${ids[3]}`, undefined, based(1))).status).toBe(204)
    expect(await names(ask, `after=${ids[3]}`)).toEqual(['预算执行率', '长期负债'])
    expect(await ask('GET', `/api/library/${ids[3]}`)).toMatchObject({ status: 404, codes: ['REQUEST_NOT_FOUND'] })
  })

  it('keeps modules whole, changed by revision', async () => {
    const ask = await designer()
    const id = await added(ask, '满意度模块', { tags: [teaching], region: '360100' })
    const url = `/api/library/${id}`
    const entry = await ask('GET', url)
    expect(entry).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
      body: { id, kind: 'indicator', name: '满意度模块', region: '360100', tags: [teaching], revision: 1 },
    })
    expect(entry.body.module).toEqual(moduleOf('满意度模块'))
    const branch = { id: '组', name: '组', points: '10', children: moduleOf('一').indicators }
    const module = moduleOf('满意度模块', { indicators: [branch] })
    const changed = await ask('PUT', url, { name: '新名', region: '360100', tags: [], module }, based(1))
    expect(changed).toMatchObject({ status: 200, body: { revision: 2 } })
    expect((await ask('GET', url)).body).toMatchObject({ kind: 'module', name: '新名', tags: [], revision: 2 })
    expect(await ask('PUT', url, { module }, based(1))).toMatchObject({ status: 412, codes: ['REQUEST_STALE'] })
    expect(await ask('PUT', url, { module })).toMatchObject({ status: 428, codes: ['REQUEST_NO_REVISION'] })
    const wrong = await ask('PUT', url, { module: moduleOf('无', { indicators: [{ id: 'x' }] }) }, based(2))
    expect(wrong.status).toBe(422)
    expect(wrong.body.issues[0].pointer).toMatch(/^\/module\/indicators\/0/)
  })

  it('knows where it is used, as long as it is', async () => {
    const ask = await designer()
    const id = await added(ask, '通用满意度')
    const scheme = await addedScheme(ask)
    const url = `/api/library/${id}`
    const use = { scheme, indicator: '满意' }
    expect(await ask('POST', `${url}/uses`, use)).toMatchObject({ status: 201 })
    expect(await ask('POST', `${url}/uses`, use)).toMatchObject({ status: 201 })
    const uses = async (who = ask) => (await who('GET', `${url}/uses`)).body.uses
    const found = { scheme, name: '示例指标体系', region: '360100', indicator: '满意', isCurrent: true }
    expect(await uses()).toEqual([found])
    await ask('PUT', url, { module: moduleOf('通用满意度', { id: 'n' }) }, based(1))
    expect(await uses()).toEqual([{ ...found, isCurrent: false }])
    // Whoever may not see the scheme is not told of it.
    expect(await uses(await designer('360200'))).toEqual([])
    const [first] = testScheme().indicators
    const without = testScheme({ indicators: [{ ...first!, points: '100' }], cases: [] })
    await ask('PUT', `/api/schemes/${scheme}/draft`, without, based(1))
    expect(await uses()).toEqual([])
    expect(await ask('POST', `${url}/uses`, { ...use, scheme: 'x' })).toMatchObject({ status: 404 })
  })

  it('is read in its region, below and above it, and written where one may', async () => {
    const mine = await designer('360100')
    const id = await added(mine, '本市指标', { region: '360100' })
    const url = `/api/library/${id}`
    const reads = async (region: string) => (await (await designer(region))('GET', url)).status
    expect(await reads('360102')).toBe(200)
    expect(await reads('360000')).toBe(200)
    expect(await reads('360200')).toBe(404)
    const below = await designer('360102')
    expect(await names(below)).toContain('本市指标')
    expect(await names(await designer('360200'))).not.toContain('本市指标')
    const module = moduleOf('改')
    expect(await below('PUT', url, { module }, based(1))).toMatchObject({ status: 403, codes: ['REQUEST_FORBIDDEN'] })
    expect(await below('DELETE', url, undefined, based(1))).toMatchObject({ status: 403 })
    expect(await below('POST', '/api/library', { module, region: '360100' })).toMatchObject({ status: 403 })
    expect(await mine('PUT', url, { module, region: '110000' }, based(1))).toMatchObject({ status: 403 })
    // What belongs to no region is everybody's, and written by those of all regions.
    const all = await designer('')
    const common = `/api/library/${await added(all, '通用指标', { region: '' })}`
    expect(await all('PUT', common, { module, region: '' }, based(1))).toMatchObject({ status: 200 })
    expect(await below('GET', common)).toMatchObject({ status: 200, body: { region: '' } })
    const department = await server().as({ role: 'department', region: '360100' })
    expect(await department('GET', '/api/library')).toMatchObject({ status: 403 })
    expect(await department('GET', url)).toMatchObject({ status: 404 })
    expect(await server().nobody('GET', url)).toMatchObject({ status: 401, codes: ['REQUEST_SIGN_IN'] })
  })
})
