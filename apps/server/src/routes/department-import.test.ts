import { describe, expect, it } from 'vitest'
import { stores, testServer } from '../server.testing.ts'

const url = '/api/departments/import'

describe.each(stores)('on %s, a table of departments', (kind) => {
  const server = testServer(kind)

  it('is previewed, then carried out; a second time it changes nothing', async () => {
    const ask = await server().as({ role: 'administrator' })
    const rows = [
      { name: '实验中学', type: '学校', region: '360102', parent: '教育局', code: 'X1' },
      { name: ' 教育局　', type: '行政单位', region: '360102', parent: '市教育局' },
      { name: '市教育局', type: '行政单位', region: '360100', code: '' },
    ]
    const preview = await ask('POST', url, { rows })
    expect(preview).toMatchObject({ status: 200, body: { unchanged: 0, changed: [], issues: [] } })
    expect(preview.body.added.map(({ row, name }: { row: number; name: string }) => [row, name])).toEqual([
      [2, '市教育局'],
      [1, '教育局'],
      [0, '实验中学'],
    ])
    expect((await ask('GET', '/api/departments')).body.departments).toEqual([])
    expect((await ask('POST', url, { rows, apply: true })).body.added).toHaveLength(3)
    const again = await ask('POST', url, { rows, apply: true })
    expect(again.body).toEqual({ added: [], changed: [], unchanged: 3, issues: [] })
    const { departments } = (await ask('GET', '/api/departments?region=360102')).body
    const office = departments.find(({ name }: { name: string }) => name === '教育局')
    expect(departments.find(({ name }: { name: string }) => name === '实验中学').parent).toBe(office.id)
    const renamed = [
      { name: '第一中学', region: '360102', code: 'X1' },
      { name: '教育局', type: '机关', region: '360102' },
    ]
    const changed = await ask('POST', url, { rows: renamed, apply: true })
    expect(changed.body.changed).toMatchObject([
      { row: 0, fields: { name: ['实验中学', '第一中学'] } },
      { row: 1, fields: { type: ['行政单位', '机关'] } },
    ])
  })

  it('says of each row what is wrong, and is then not carried out at all', async () => {
    const ask = await server().as({ role: 'administrator', region: '360000' })
    const rows = [
      { name: '甲局', type: '机关', region: '360103' },
      { name: '甲局', type: '机关', region: '360103' },
      { name: '', type: '机关', region: '360103' },
      { name: '乙局', type: '机关', region: '3601' },
      { name: '丙局', type: '机关', region: '110101' },
      { name: '丁局', type: '机关', region: '360103', parent: '没有此局' },
      { name: '戊局', region: '360103' },
      { name: '己局', type: '机关', region: '360103', parent: '庚局' },
      { name: '庚局', type: '机关', region: '360103', parent: '己局' },
      { name: '辛局', type: '机关', region: '360103', parent: '辛局' },
      { name: '壬局', type: '机关', region: '360103', parent: '甲局' },
    ]
    const preview = await ask('POST', url, { rows })
    expect(preview.body.issues.map(({ code, pointer }: { code: string; pointer: string }) => [code, pointer])).toEqual([
      ['REQUEST_EXISTS', '/rows/1/name'],
      ['SHAPE_REQUIRED', '/rows/2'],
      ['SHAPE_FORMAT', '/rows/3/region'],
      ['REQUEST_FORBIDDEN', '/rows/4/region'],
      ['REQUEST_NOT_FOUND', '/rows/5/parent'],
      ['SHAPE_REQUIRED', '/rows/6'],
      ['DEPARTMENT_CIRCLE', '/rows/7/parent'],
      ['DEPARTMENT_CIRCLE', '/rows/8/parent'],
      ['REQUEST_NOT_FOUND', '/rows/9/parent'],
      ['DEPARTMENT_AMBIGUOUS', '/rows/10/parent'],
    ])
    expect(preview.body.issues.at(-1)).toMatchObject({ expected: 2, found: '甲局' })
    expect((await ask('POST', url, { rows, apply: true })).status).toBe(422)
    expect((await ask('GET', '/api/departments?region=360103')).body.departments).toEqual([])
  })

  it('makes no circle with the departments there are', async () => {
    const ask = await server().as({ role: 'administrator' })
    const rows = [
      { name: '上级', type: '机关', region: '360104' },
      { name: '下级', type: '机关', region: '360104', parent: '上级' },
    ]
    await ask('POST', url, { rows, apply: true })
    const turned = await ask('POST', url, { rows: [{ ...rows[0], parent: '下级' }], apply: true })
    expect(turned).toMatchObject({ status: 422, codes: ['DEPARTMENT_CIRCLE'] })
  })

  it('may be long: 5,000 rows, each under the one before', async () => {
    const ask = await server().as({ role: 'administrator' })
    const rows = Array.from({ length: 5_000 }, (_, at) => ({
      name: `单位${at}`,
      type: '学校',
      region: '360105',
      ...(at === 0 ? {} : { parent: `单位${at - 1}` }),
    }))
    expect((await ask('POST', url, { rows: [...rows].reverse(), apply: true })).body.added).toHaveLength(5_000)
    expect((await ask('POST', url, { rows, apply: true })).body.unchanged).toBe(5_000)
  })

  it('is brought in by an administrator, within the region', async () => {
    const ask = await server().as({ role: 'evaluator' })
    expect(await ask('POST', url, { rows: [] })).toMatchObject({ status: 403, codes: ['REQUEST_FORBIDDEN'] })
  })
})

describe.each(stores)('on %s, names of regions', (kind) => {
  const server = testServer(kind)

  it('are set and changed by the administrator of the region, and read by everybody signed in', async () => {
    const ask = await server().as({ role: 'administrator', region: '360000' })
    const regions = [
      { code: '360100', name: '南昌市' },
      { code: '360102', name: '东湖' },
    ]
    expect((await ask('PUT', '/api/regions', { regions })).body).toEqual({ changed: 2, unchanged: 0 })
    const renamed = await ask('PUT', '/api/regions', { regions: [regions[0], { code: '360102', name: '东湖区' }] })
    expect(renamed.body).toEqual({ changed: 1, unchanged: 1 })
    const nobody = await server().as()
    expect((await nobody('GET', '/api/regions?below=360100')).body.regions).toEqual([
      regions[0],
      { code: '360102', name: '东湖区' },
    ])
    expect((await nobody('GET', '/api/regions?after=360100&limit=1')).body.regions).toHaveLength(1)
    const outside = { regions: [{ code: '110000', name: '北京市' }] }
    expect(await ask('PUT', '/api/regions', outside)).toMatchObject({ status: 403, codes: ['REQUEST_FORBIDDEN'] })
    const twice = { regions: [regions[0], regions[0]] }
    expect(await ask('PUT', '/api/regions', twice)).toMatchObject({ status: 422, codes: ['REQUEST_EXISTS'] })
    expect((await server().nobody('GET', '/api/regions')).status).toBe(401)
  })
})
