import { describe, expect, it } from 'vitest'
import { stores, testServer } from '../server.testing.ts'

const school = { name: '实验中学', type: '学校', region: '360102' }

describe.each(stores)('on %s, departments', (kind) => {
  const server = testServer(kind)

  it('are added, read, changed and retired by an administrator', async () => {
    const ask = await server().as({ role: 'administrator' })
    const added = await ask('POST', '/api/departments', school)
    expect(added).toMatchObject({ status: 201, headers: { etag: '"1"' } })
    const url = `/api/departments/${added.body.id}`
    const changed = await ask('PUT', url, { ...school, name: '第一中学' }, { 'if-match': '"1"' })
    expect(changed).toMatchObject({ status: 200, body: { name: '第一中学', revision: 2 } })
    expect((await ask('DELETE', url, undefined, { 'if-match': '"2"' })).status).toBe(204)
    expect((await ask('GET', '/api/departments')).body.departments).toEqual([])
  })

  it('are not changed without the revision, nor by an old one', async () => {
    const ask = await server().as({ role: 'administrator' })
    const { body } = await ask('POST', '/api/departments', { ...school, name: '第二中学' })
    const url = `/api/departments/${body.id}`
    expect(await ask('PUT', url, school)).toMatchObject({ status: 428, codes: ['REQUEST_NO_REVISION'] })
    await ask('PUT', url, { ...school, name: '第三中学' }, { 'if-match': '"1"' })
    const stale = await ask('PUT', url, { ...school, name: '第四中学' }, { 'if-match': '"1"' })
    expect(stale).toMatchObject({ status: 412, codes: ['REQUEST_STALE'] })
  })

  it('have one name beside each other', async () => {
    const ask = await server().as({ role: 'administrator' })
    await ask('POST', '/api/departments', { ...school, name: '教育局' })
    const again = await ask('POST', '/api/departments', { ...school, name: '教育局' })
    expect(again).toMatchObject({ status: 409, codes: ['REQUEST_EXISTS'] })
  })

  it('are a tree: none is above itself', async () => {
    const ask = await server().as({ role: 'administrator' })
    const above = await ask('POST', '/api/departments', { ...school, name: '市教育局' })
    const below = await ask('POST', '/api/departments', { ...school, name: '小学', parent: above.body.id })
    const url = `/api/departments/${above.body.id}`
    const round = await ask('PUT', url, { ...school, name: '市教育局', parent: below.body.id }, { 'if-match': '"1"' })
    expect(round).toMatchObject({ status: 409, codes: ['DEPARTMENT_CIRCLE'] })
    expect(round.body.issues).toMatchObject([{ found: '市教育局', expected: '小学' }])
  })

  it('that are retired stay as they are, and nothing is put under them', async () => {
    const ask = await server().as({ role: 'administrator' })
    const { body } = await ask('POST', '/api/departments', { ...school, name: '撤并中学' })
    const url = `/api/departments/${body.id}`
    await ask('DELETE', url, undefined, { 'if-match': '"1"' })
    const stale = { 'if-match': '"2"' }
    expect(await ask('PUT', url, { ...school, name: '改名' }, stale)).toMatchObject({ codes: ['REQUEST_STATE'] })
    expect(await ask('DELETE', url, undefined, stale)).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
    const below = await ask('POST', '/api/departments', { ...school, name: '分校', parent: body.id })
    expect(below).toMatchObject({ status: 404, codes: ['REQUEST_NOT_FOUND'] })
    expect((await ask('GET', url)).body).toMatchObject({ name: '撤并中学', isRetired: true })
  })

  it('are put under what is seen or above them, and under nothing elsewhere', async () => {
    const all = await server().as({ role: 'administrator' })
    const add = async (region: string) =>
      (await all('POST', '/api/departments', { ...school, name: `教育厅 ${region}`, region })).body.id
    const [above, beside] = [await add('360000'), await add('110101')]
    const ask = await server().as({ role: 'administrator', region: '360102' })
    const under = (parent: string) => ask('POST', '/api/departments', { ...school, name: '新校', parent })
    expect(await under(beside)).toMatchObject({ status: 404, codes: ['REQUEST_NOT_FOUND'] })
    const added = await under(above)
    expect(added.status).toBe(201)
    const moved = await ask(
      'PUT',
      `/api/departments/${added.body.id}`,
      { ...school, name: '新校', parent: beside },
      { 'if-match': '"1"' },
    )
    expect(moved).toMatchObject({ status: 404, codes: ['REQUEST_NOT_FOUND'] })
  })

  it('of another region are not there, not even by their id', async () => {
    const { body } = await (await server().as({ role: 'administrator' }))('POST', '/api/departments', {
      ...school,
      name: '外地单位',
      region: '110101',
    })
    const ask = await server().as({ role: 'administrator', region: '360000' })
    expect(
      (await ask('GET', '/api/departments')).body.departments.map((each: { region: string }) => each.region),
    ).not.toContain('110101')
    expect(await ask('GET', `/api/departments/${body.id}`)).toMatchObject({ status: 404, codes: ['REQUEST_NOT_FOUND'] })
    expect(await ask('DELETE', `/api/departments/${body.id}`, undefined, { 'if-match': '"1"' })).toMatchObject({
      status: 404,
    })
  })

  it('are for those who have signed in, and changed by those who may', async () => {
    expect(await server().nobody('GET', '/api/departments')).toMatchObject({ status: 401, codes: ['REQUEST_SIGN_IN'] })
    const reader = await server().as({ role: 'reader' })
    expect(await reader('POST', '/api/departments', school)).toMatchObject({
      status: 403,
      codes: ['REQUEST_FORBIDDEN'],
    })
  })
})
