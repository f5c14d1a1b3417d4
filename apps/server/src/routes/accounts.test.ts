import { Readable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Grant } from '../access/rights.ts'
import { type Asking, stores, testServer } from '../server.testing.ts'

const PASSWORD = 'correct horse battery'
const grant = (role: Grant['role'], region: string, limits = {}) => ({ role, region, ...limits })

describe.each(stores)('on %s, accounts', (kind) => {
  const server = testServer(kind)
  let everywhere: Asking
  let city: Asking
  beforeAll(async () => {
    everywhere = await server().as({ role: 'administrator' })
    city = await server().as({ role: 'administrator', region: '360100' })
  })
  let made = 0
  const add = (ask: Asking, ...grants: unknown[]) =>
    ask('POST', '/api/accounts', { name: `person-${kind}-${++made}`, title: '张三', password: PASSWORD, grants })
  const put = (ask: Asking, id: string, body: object, revision = 1) =>
    ask(
      'PUT',
      `/api/accounts/${id}`,
      { title: '张三', disabled: false, grants: [], ...body },
      { 'if-match': `"${revision}"` },
    )

  it('are added with grants, and begin with a change of the password', async () => {
    const added = await add(everywhere, grant('reader', '360000'))
    expect(added).toMatchObject({ status: 201, headers: { etag: '"1"' }, body: { mustChangePassword: true } })
    expect(added.body.grants).toEqual([{ role: 'reader', region: '360000', campaign: null, department: null }])
    const { name } = added.body
    const signedIn = await server().nobody('POST', '/api/session', { name: name.toUpperCase(), password: PASSWORD })
    expect(signedIn.body.person.mustChangePassword).toBe(true)
    expect(JSON.stringify((await everywhere('GET', '/api/accounts')).body)).not.toContain('argon2')
  })

  it('have one name, and no password that is easily guessed', async () => {
    const body = { name: 'Wang', title: '王五', password: PASSWORD, grants: [] }
    expect((await everywhere('POST', '/api/accounts', body)).status).toBe(201)
    const again = await everywhere('POST', '/api/accounts', { ...body, name: 'wang' })
    expect(again).toMatchObject({ status: 409, codes: ['REQUEST_EXISTS'] })
    const weak = await everywhere('POST', '/api/accounts', { ...body, name: 'zhao', password: 'woaini1314520' })
    expect(weak).toMatchObject({ status: 422, codes: ['PASSWORD_WEAK'] })
  })

  it('are found by name or title, in letters of any size', async () => {
    await everywhere('POST', '/api/accounts', { name: 'li_4', title: 'LI Si', password: PASSWORD, grants: [] })
    for (const search of ['li_4', 'LI_', 'li si', 'LI Si']) {
      const { accounts } = (await everywhere('GET', `/api/accounts?search=${encodeURIComponent(search)}`)).body
      expect(accounts, search).toMatchObject([{ name: 'li_4' }])
    }
  })

  it('are granted whole, by the newest revision', async () => {
    const { id } = (await add(everywhere, grant('reader', '360000'), grant('designer', '360000'))).body
    const changed = await put(everywhere, id, { grants: [grant('reviewer', '360000'), grant('reviewer', '360000')] })
    expect(changed.body.grants).toEqual([{ role: 'reviewer', region: '360000', campaign: null, department: null }])
    expect(await put(everywhere, id, {})).toMatchObject({ status: 412, codes: ['REQUEST_STALE'] })
    expect(await everywhere('PUT', `/api/accounts/${id}`, { title: 'x', disabled: false, grants: [] })).toMatchObject({
      status: 428,
    })
  })

  it('of a department or an expert say which department, which campaign', async () => {
    for (const [role, expected] of [
      ['department', 'department'],
      ['expert', 'campaign'],
    ] as const) {
      const refused = await add(everywhere, grant(role, '360100'))
      expect(refused).toMatchObject({ status: 422, codes: ['SHAPE_REQUIRED'] })
      expect(refused.body.issues[0]).toMatchObject({ pointer: '/grants/0', expected })
    }
    const { body } = await everywhere('POST', '/api/departments', { name: '教育局', type: '机关', region: '360102' })
    const given = await add(everywhere, grant('department', '360100', { department: body.id }))
    expect(given.status).toBe(201)
    const elsewhere = await add(everywhere, grant('department', '110000', { department: body.id }))
    expect(elsewhere).toMatchObject({ status: 404, codes: ['REQUEST_NOT_FOUND'] })
    const nowhere = await add(everywhere, grant('expert', '360100', { campaign: 'no-such' }))
    expect(nowhere).toMatchObject({ status: 404, codes: ['REQUEST_NOT_FOUND'] })
  })

  it('are administrated within a region, and nothing is granted beyond it', async () => {
    for (const region of ['360000', '000000', '', '110000', '360200']) {
      expect(await add(city, grant('reader', region))).toMatchObject({ status: 403, codes: ['REQUEST_FORBIDDEN'] })
    }
    // Nobody of the region would find it again.
    expect(await add(city)).toMatchObject({ status: 422, codes: ['SHAPE_SIZE'] })
    const { id } = (await add(city, grant('administrator', '360102'))).body
    const beyond = await put(city, id, { grants: [grant('administrator', '360000')] })
    expect(beyond).toMatchObject({ status: 403, codes: ['REQUEST_FORBIDDEN'] })
  })

  it('of other regions are not there', async () => {
    const { id } = (await add(everywhere, grant('reader', '110000'))).body
    const listed = (await city('GET', '/api/accounts')).body.accounts.map((each: { id: string }) => each.id)
    expect(listed).not.toContain(id)
    expect(await city('GET', `/api/accounts/${id}`)).toMatchObject({ status: 404 })
    expect(await put(city, id, { grants: [grant('reader', '360100')] })).toMatchObject({ status: 404 })
    expect(await city('POST', `/api/accounts/${id}/password`, { password: PASSWORD })).toMatchObject({ status: 404 })
    expect(await city('POST', `/api/accounts/${id}/unlock`)).toMatchObject({ status: 404 })
  })

  it('that reach beyond a region are not taken over by its administrator', async () => {
    const { id } = (await add(everywhere, grant('administrator', '360000'), grant('reader', '360102'))).body
    const seen = await city('GET', `/api/accounts/${id}`)
    expect(seen.body.grants).toEqual([{ role: 'reader', region: '360102', campaign: null, department: null }])
    const reset = await city('POST', `/api/accounts/${id}/password`, { password: PASSWORD })
    expect(reset).toMatchObject({ status: 403, codes: ['REQUEST_FORBIDDEN'] })
    expect(await city('POST', `/api/accounts/${id}/unlock`)).toMatchObject({ status: 403 })
    expect(await put(city, id, { disabled: true })).toMatchObject({ status: 403 })
    expect(await put(city, id, { title: '李四' })).toMatchObject({ status: 403 })
    expect((await put(city, id, { grants: [grant('evaluator', '360100')] })).status).toBe(200)
    const grants = (await everywhere('GET', `/api/accounts/${id}`)).body.grants
    expect(grants.map(({ role }: Grant) => role).sort()).toEqual(['administrator', 'evaluator'])
  })

  it('are not changed by a right that was taken away while the change came in', async () => {
    const cookie = await server().cookieOf({ role: 'administrator' })
    const { id } = (await server().nobody('GET', '/api/session', undefined, { cookie })).body.person
    async function* slowly() {
      yield Buffer.from('{"title":"x","disabled":false,')
      expect((await put(everywhere, id, { grants: [grant('reader', '360000')] })).status).toBe(200)
      await new Promise((resolve) => setTimeout(resolve, 1_100))
      yield Buffer.from('"grants":[{"role":"administrator","region":""}]}')
    }
    const headers = { host: 'localhost', cookie, 'content-type': 'application/json', 'if-match': '"2"' }
    const payload = Readable.from(slowly())
    const answer = await server().app.inject({ method: 'PUT', url: `/api/accounts/${id}`, headers, payload })
    expect(answer.statusCode).toBe(403)
    const { grants } = (await everywhere('GET', `/api/accounts/${id}`)).body
    expect(grants.map(({ role }: Grant) => role)).toEqual(['reader'])
  })

  it('are not administrated by others', async () => {
    const reader = await server().as(
      { role: 'designer' },
      { role: 'reviewer' },
      { role: 'evaluator' },
      { role: 'reader' },
    )
    expect(await reader('GET', '/api/accounts')).toMatchObject({ status: 403 })
    expect(await add(reader, grant('reader', '360100'))).toMatchObject({ status: 403 })
  })

  it('that are disabled end their sessions, and come back', async () => {
    const added = (await add(everywhere, grant('reader', '360000'))).body
    const signIn = () => server().nobody('POST', '/api/session', { name: added.name, password: PASSWORD })
    const cookie = String((await signIn()).headers['set-cookie']).split(';')[0] ?? ''
    expect((await put(everywhere, added.id, { disabled: true })).body).toMatchObject({ isDisabled: true })
    expect((await server().nobody('GET', '/api/session', undefined, { cookie })).body.person).toBeNull()
    expect(await signIn()).toMatchObject({ status: 401 })
    await put(everywhere, added.id, { disabled: false }, 2)
    expect(await signIn()).toMatchObject({ status: 200 })
    expect((await server().nobody('GET', '/api/session', undefined, { cookie })).body.person).toBeNull()
  })

  it('get a new password and are unlocked by their administrator, not by themselves', async () => {
    const added = (await add(everywhere, grant('administrator', '360000'))).body
    const signIn = (password: string) => server().nobody('POST', '/api/session', { name: added.name, password })
    for (let at = 0; at < 5; at++) await signIn('wrong')
    expect(await signIn(PASSWORD)).toMatchObject({ codes: ['SIGN_IN_LOCKED'] })
    expect((await everywhere('POST', `/api/accounts/${added.id}/unlock`)).status).toBe(204)
    const cookie = String((await signIn(PASSWORD)).headers['set-cookie']).split(';')[0] ?? ''
    const changed = await server().nobody(
      'PUT',
      '/api/session/password',
      { old: PASSWORD, new: 'quite another one' },
      { cookie },
    )
    const own = { cookie: String(changed.headers['set-cookie']).split(';')[0] ?? '' }
    const url = `/api/accounts/${added.id}/password`
    expect(await server().nobody('POST', url, { password: 'yet another one' }, own)).toMatchObject({ status: 403 })
    expect((await everywhere('POST', url, { password: 'yet another one' })).status).toBe(204)
    expect((await server().nobody('GET', '/api/session', undefined, own)).body.person).toBeNull()
    expect((await signIn('yet another one')).body.person.mustChangePassword).toBe(true)
  })

  it('leave their changes in the audit log, without passwords', async () => {
    const { id } = (await add(everywhere, grant('reader', '360000'))).body
    await put(everywhere, id, { title: '改名' })
    const { entries } = (await everywhere('GET', `/api/audit-log?target=${encodeURIComponent(`account ${id}`)}`)).body
    expect(entries.map(({ action }: { action: string }) => action)).toEqual(['account.change', 'account.add'])
    expect(JSON.stringify(entries)).not.toMatch(/argon2|correct horse/)
  })
})

describe.each(stores)('on %s, the last administrator', (kind) => {
  const server = testServer(kind)

  it('can neither disable nor disempower themselves', async () => {
    const ask = await server().as({ role: 'administrator' })
    const { id } = (await ask('GET', '/api/session')).body.person
    const revision = { 'if-match': '"1"' }
    const administrator = [grant('administrator', '')]
    for (const body of [
      { title: 'x', disabled: true, grants: administrator },
      { title: 'x', disabled: false, grants: [] },
      { title: 'x', disabled: false, grants: [grant('administrator', '360000')] },
    ]) {
      const refused = await ask('PUT', `/api/accounts/${id}`, body, revision)
      expect(refused).toMatchObject({ status: 409, codes: ['ACCOUNT_LAST_ADMINISTRATOR'] })
    }
    const both = await Promise.all([1, 2].map(() => server().as({ role: 'administrator' })))
    const ids = await Promise.all(both.map(async (each) => (await each('GET', '/api/session')).body.person.id))
    await ask('PUT', `/api/accounts/${id}`, { title: 'x', disabled: false, grants: [] }, revision)
    const answers = await Promise.all(
      both.map((each, at) =>
        each('PUT', `/api/accounts/${ids[1 - at]}`, { title: 'x', disabled: true, grants: [] }, revision),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200])
  })
})
