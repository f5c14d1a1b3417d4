import { beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../access/password.ts'
import { newId } from '../new-id.ts'
import { type Answer, stores, type TestServer, testServer } from '../server.testing.ts'
import { addAccount } from '../store/accounts.ts'

const PASSWORD = 'correct horse battery'
const OTHER = 'another staple, please'
let hash = ''
beforeAll(async () => {
  hash = await hashPassword(PASSWORD)
})

/** A new account of this name, whose password is `PASSWORD`. */
async function account({ context }: TestServer, name: string, mustChange = false): Promise<string> {
  const id = newId()
  const row = { id, name, title: name, password_hash: hash, must_change_password: mustChange, created_at: new Date() }
  await addAccount(context.database.db, row)
  return id
}

const cookieOf = ({ headers }: Answer) => String(headers['set-cookie']).split(';')[0] ?? ''

describe.each(stores)('on %s, a session', (kind) => {
  const server = testServer(kind)
  const signIn = (name: string, password = PASSWORD, headers = {}) =>
    server().nobody('POST', '/api/session', { name, password }, headers)
  const attempts = async (count: number, name: string) => {
    for (let at = 0; at < count; at++) expect((await signIn(name, 'wrong')).codes).toEqual(['SIGN_IN_FAILED'])
  }

  it('begins with name and password, and ends when one signs out', async () => {
    const id = await account(server(), 'liming')
    const signedIn = await signIn(' LiMing ')
    expect(signedIn).toMatchObject({
      status: 200,
      body: { mode: 'accounts', person: { id, title: 'liming', grants: [] } },
    })
    const cookie = cookieOf(signedIn)
    expect(String(signedIn.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict$/)
    expect((await server().nobody('GET', '/api/session', undefined, { cookie })).body.person.id).toBe(id)
    expect((await server().nobody('DELETE', '/api/session', undefined, { cookie })).status).toBe(204)
    expect((await server().nobody('GET', '/api/session', undefined, { cookie })).body.person).toBeNull()
  })

  it('says where its person may do what', async () => {
    const ask = await server().as({ role: 'evaluator', region: '360100' })
    const { actions } = (await ask('GET', '/api/session')).body
    expect(actions['campaign.manage']).toEqual([{ region: '360100', campaign: null, department: null }])
    expect(actions).not.toHaveProperty('account.manage')
  })

  it('takes a name and a password typed full width', async () => {
    await account(server(), 'wide')
    expect((await signIn('ｗｉｄｅ', 'ｃｏｒｒｅｃｔ　ｈｏｒｓｅ　ｂａｔｔｅｒｙ')).status).toBe(200)
  })

  it('of a disabled account does not begin, and does not go on', async () => {
    const id = await account(server(), 'gone')
    const cookie = cookieOf(await signIn('gone'))
    await server()
      .context.database.db.updateTable('account')
      .set({ disabled_at: new Date() })
      .where('id', '=', id)
      .execute()
    expect((await server().nobody('GET', '/api/departments', undefined, { cookie })).codes).toEqual(['REQUEST_SIGN_IN'])
    expect(await signIn('gone')).toMatchObject({ status: 401, codes: ['SIGN_IN_FAILED'] })
  })

  it.each([['known'], ['unknown']])(
    'pauses after failed attempts on a name that is %s, longer each time',
    async (name) => {
      if (name === 'known') await account(server(), name)
      await attempts(5, name)
      const paused = await signIn(name)
      expect(paused).toMatchObject({ status: 429, codes: ['SIGN_IN_LOCKED'] })
      expect(paused.body.issues[0].found).toBe(30)
    },
  )

  it('gives many attempts at once no more guesses than one after the other', async () => {
    await account(server(), 'crowd')
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('crowd', 'wrong')))
    expect(answers.filter(({ codes }) => codes[0] === 'SIGN_IN_FAILED')).toHaveLength(5)
    expect(answers.filter(({ codes }) => codes[0] === 'SIGN_IN_LOCKED')).toHaveLength(7)
  })

  it('takes as long for a name that nobody has', async () => {
    await account(server(), 'timed')
    await attempts(1, 'warm')
    const took = async (name: string) => {
      const start = performance.now()
      await attempts(4, name)
      return performance.now() - start
    }
    const [known, unknown] = [await took('timed'), await took('nobody-has-this')]
    expect(unknown / known).toBeGreaterThan(0.2)
    expect(unknown / known).toBeLessThan(5)
  })

  it('does nothing else while the password is one that somebody else has set', async () => {
    await account(server(), 'fresh', true)
    const cookie = cookieOf(await signIn('fresh'))
    const ask = (method: 'GET' | 'PUT', url: string, body?: unknown) => server().nobody(method, url, body, { cookie })
    expect((await ask('GET', '/api/session')).body.person.mustChangePassword).toBe(true)
    expect(await ask('GET', '/api/departments')).toMatchObject({ status: 403, codes: ['PASSWORD_CHANGE_DUE'] })
    expect((await ask('PUT', '/api/session/password', { old: PASSWORD, new: OTHER })).status).toBe(204)
    const after = cookieOf(await signIn('fresh', OTHER))
    expect((await server().nobody('GET', '/api/departments', undefined, { cookie: after })).codes).toEqual([
      'REQUEST_FORBIDDEN',
    ])
  })

  it('changes the password only by the old one, to none that is easily guessed, and ends the others', async () => {
    await account(server(), 'changer')
    const [cookie, elsewhere] = [cookieOf(await signIn('changer')), cookieOf(await signIn('changer'))]
    const put = (old: string, chosen: string) =>
      server().nobody('PUT', '/api/session/password', { old, new: chosen }, { cookie })
    expect(await put('wrong', OTHER)).toMatchObject({ status: 401, codes: ['SIGN_IN_FAILED'] })
    expect(await put(PASSWORD, 'changer-2025')).toMatchObject({ status: 422, codes: ['PASSWORD_WEAK'] })
    expect(await put(PASSWORD, PASSWORD)).toMatchObject({ status: 422, codes: ['PASSWORD_WEAK'] })
    const changed = await put(PASSWORD, OTHER)
    expect(changed.status).toBe(204)
    const who = async (cookie: string) =>
      (await server().nobody('GET', '/api/session', undefined, { cookie })).body.person
    expect(await Promise.all([who(cookie), who(elsewhere)])).toEqual([null, null])
    expect(await who(cookieOf(changed))).toMatchObject({ title: 'changer' })
  })

  it('does not begin with a password that is changed at the same moment', async () => {
    for (const name of ['racer-1', 'racer-2', 'racer-3']) {
      await account(server(), name)
      const cookie = cookieOf(await signIn(name))
      const after = async (ms: number) => {
        await new Promise((resolve) => setTimeout(resolve, ms))
        return signIn(name)
      }
      const [changed, ...begun] = await Promise.all([
        server().nobody('PUT', '/api/session/password', { old: PASSWORD, new: OTHER }, { cookie }),
        ...[20, 60, 70, 80, 90].map(after),
      ])
      expect(changed.status).toBe(204)
      const people = begun
        .filter(({ status }) => status === 200)
        .map(async (each) => {
          const own = { cookie: cookieOf(each) }
          return (await server().nobody('GET', '/api/session', undefined, own)).body.person
        })
      expect((await Promise.all(people)).filter((person) => person !== null)).toEqual([])
    }
  })

  it('is renewed by signing in again: the one before ends', async () => {
    await account(server(), 'again')
    const cookie = cookieOf(await signIn('again'))
    await signIn('again', PASSWORD, { cookie })
    expect((await server().nobody('GET', '/api/session', undefined, { cookie })).body.person).toBeNull()
  })
})

describe('attempts to sign in from one address', () => {
  const server = testServer('embedded', { settings: { limits: { ...limits(), signInsPerMinute: 3 } } })
  const from = (remoteAddress: string, headers = {}) =>
    server().app.inject({
      method: 'POST',
      url: '/api/session',
      remoteAddress,
      headers: { host: 'localhost', ...headers },
      payload: { name: `somebody-${Math.random()}`, password: 'x' },
    })

  it('are limited, whatever a client says of proxies, and not those from another', async () => {
    for (let at = 0; at < 3; at++) {
      expect((await from('192.0.2.1', { 'x-forwarded-for': `198.51.100.${at}` })).statusCode).toBe(401)
    }
    const limited = await from('192.0.2.1', { 'x-forwarded-for': '198.51.100.9' })
    expect(limited.json().issues[0]).toMatchObject({ code: 'REQUEST_LIMIT', expected: '3/min' })
    expect(limited.statusCode).toBe(429)
    expect((await from('192.0.2.2')).statusCode).toBe(401)
  })
})

function limits() {
  return { body: 1_000_000, evidence: 1, evidencePerSubmission: 1, requestsPerMinute: 1_000_000 }
}
