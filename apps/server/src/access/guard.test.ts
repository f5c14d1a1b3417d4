import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newContext } from '../new-context.ts'
import { newId } from '../new-id.ts'
import type { App } from '../routing.ts'
import { stores, testServer, testSettings } from '../server.testing.ts'
import { buildServer } from '../server.ts'
import { addAccount } from '../store/accounts.ts'
import { testDatabase } from '../store/database.testing.ts'
import { createAdministrator } from './administrator.ts'

const TOKEN = 'abcdefghijklmnopqrstuv'
const web = mkdtempSync(join(tmpdir(), 'yardstick-web-'))
writeFileSync(join(web, 'index.html'), '<!doctype html><title>Yardstick</title>')
afterAll(() => rmSync(web, { recursive: true, force: true }))

type Headers = Record<string, string>
const cookie = `yardstick-start-0=${TOKEN}`

describe('without accounts', () => {
  const server = testServer('embedded', { startToken: TOKEN, settings: { web } })
  const ask = async (url: string, headers: Headers = {}, method: InjectOptions['method'] = 'GET') => {
    const answer = await server().app.inject({
      method: method!,
      url,
      headers: { host: 'localhost', cookie, ...headers },
    })
    const isJson = String(answer.headers['content-type']).includes('json') && answer.body !== ''
    return {
      status: answer.statusCode,
      codes: isJson ? (answer.json().issues ?? []).map(({ code }: { code: string }) => code) : [],
      answer,
    }
  }

  it('the person at this computer does everything, by the cookie', async () => {
    const session = (await ask('/api/session')).answer.json()
    expect(session).toMatchObject({ mode: 'local', person: { id: 'local' } })
    expect((await ask('/api/departments')).status).toBe(200)
    expect((await ask('/api/departments', { cookie: '' })).codes).toEqual(['REQUEST_TOKEN'])
    expect((await ask('/api/departments', { cookie: 'yardstick-start-0=x' })).codes).toEqual(['REQUEST_TOKEN'])
    expect((await ask('/api/session', { cookie: '' })).answer.json()).toEqual({ mode: 'local', person: null })
  })

  it('nobody signs in', async () => {
    const answer = await server().nobody('POST', '/api/session', { name: 'a', password: 'b' }, { cookie })
    expect(answer).toMatchObject({ status: 409, codes: ['REQUEST_STATE'] })
  })

  it('the token of the printed address becomes a cookie and leaves the address', async () => {
    const { answer } = await ask(`/?token=${TOKEN}&x=1`, { cookie: '' })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/?x=1')
    expect(answer.headers['set-cookie']).toBe(`yardstick-start-0=${TOKEN}; Path=/; HttpOnly; SameSite=Strict`)
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
  })

  it.each([
    [`//example.org/?token=${TOKEN}`, '/'],
    [`/.//example.org?token=${TOKEN}`, undefined],
    [`/\\example.org/?token=${TOKEN}`, '/'],
    [`/%2f%2fexample.org?token=${TOKEN}`, '/'],
    [`http://example.org/?token=${TOKEN}`, '/'],
  ])('the token leads nowhere else: %s', async (url, expected) => {
    const { location } = (await ask(url, { cookie: '' })).answer.headers
    if (expected !== undefined) expect(location).toBe(expected)
    expect(new URL(location ?? '/', 'http://localhost').host).toBe('localhost')
  })

  it.each([
    ['a wrong token', `/?token=${TOKEN.toUpperCase()}`],
    ['none', '/?token='],
    ['the token at the API', `/api/departments?token=${TOKEN}`],
  ])('%s sets no cookie', async (_, url) => {
    expect((await ask(url, { cookie: '' })).answer.headers['set-cookie']).toBeUndefined()
  })

  it.each([
    'evil.example',
    'localhost.evil.example',
    'localhost@evil.example',
    'evil.example#localhost',
    '127.0.0.1.evil.example',
    '0.0.0.0',
    '[::ffff:127.0.0.1]',
    '192.168.1.7',
    'localhost:80:80',
    'localhost.',
  ])('a host that is not this computer is refused: %j', async (host) => {
    for (const url of ['/', '/api/health', '/api/departments']) {
      expect(await ask(url, { host })).toMatchObject({ status: 403, codes: ['REQUEST_ORIGIN'] })
    }
  })

  it.each([
    'forwarded',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-port',
    'x-forwarded-server',
    'x-real-ip',
    'via',
    'x-original-url',
    'true-client-ip',
  ])('what a proxy brought is refused: %s', async (name) => {
    expect(await ask('/api/departments', { [name]: '127.0.0.1' })).toMatchObject({
      status: 403,
      codes: ['REQUEST_ORIGIN'],
    })
  })

  it.each<[string, Headers]>([
    ['another port', { origin: 'http://localhost:3000' }],
    ['another site', { origin: 'https://evil.example' }],
    ['none (a sandbox)', { origin: 'null' }],
    ['our host over TLS', { origin: 'https://localhost' }],
    ['another site, told by the browser', { 'sec-fetch-site': 'cross-site' }],
    ['another port, told by the browser', { 'sec-fetch-site': 'same-site' }],
  ])('a page of another origin is refused: %s', async (_, headers) => {
    for (const method of ['GET', 'POST', 'DELETE'] as const) {
      expect(await ask('/api/departments', headers, method === 'DELETE' ? 'POST' : method)).toMatchObject({
        status: 403,
        codes: ['REQUEST_ORIGIN'],
      })
    }
  })

  it('our own page is not', async () => {
    expect(
      (await ask('/api/departments', { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(200)
    expect((await ask('/', { 'sec-fetch-site': 'cross-site' })).status).toBe(200)
  })

  it.each([
    '//api/departments',
    '/api//departments',
    '/%61pi/departments',
    '/api/%64epartments',
    '/./api/departments',
    '/x/../api/departments',
    '/API/departments',
    '/api/departments/',
    '/api/departments;x=1',
    '/api/departments%00',
    '/api/departments%2e',
    'http://localhost/api/departments',
    '/api/departments?token=x',
    '/\\api/departments',
    '//',
    '///',
    '/%',
    '/%ff',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/index.html%00.js',
  ])('no spelling of an address gets past: %s', async (url) => {
    const { status, answer } = await ask(url, { cookie: '' })
    expect([200, 400, 401, 403, 404]).toContain(status)
    if (status === 200) expect(answer.body).toContain('<title>Yardstick')
    else expect(answer.json().issues).toHaveLength(1)
    expect(answer.body).not.toMatch(/root:|"departments":/)
  })

  it('other methods give nothing away', async () => {
    for (const method of ['HEAD', 'OPTIONS', 'PATCH', 'TRACE'] as InjectOptions['method'][]) {
      const { answer } = await ask('/api/departments', {}, method)
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})

describe('over a socket, without accounts', () => {
  const database = testDatabase('embedded')
  let app: App
  let port = 0
  let lines = ''
  beforeAll(async () => {
    const context = newContext({
      database: database(),
      settings: { ...testSettings, web },
      now: () => new Date(),
      newId,
    })
    const log = { level: 'trace', stream: { write: (line: string) => (lines += line) } }
    app = await buildServer(context, { startToken: () => TOKEN, log })
    await app.listen({ host: '127.0.0.1', port: 0 })
    port = (app.server.address() as AddressInfo).port
  })
  afterAll(() => app.close())

  const raw = (text: string) =>
    new Promise<string>((resolve) => {
      let got = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(text))
      socket.on('data', (bytes) => (got += bytes))
      socket.on('close', () => resolve(got))
    })
  const asked = (host: string, more = '', target = '/api/departments') =>
    raw(
      `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nCookie: yardstick-start-${port}=${TOKEN}\r\n${more}\r\n`,
    )

  it('the port belongs to the host', async () => {
    expect(await asked(`localhost:${port}`)).toMatch(/^HTTP\/1.1 200/)
    expect(await asked(`127.0.0.1:${port}`)).toMatch(/^HTTP\/1.1 200/)
    expect(await asked(`[::1]:${port}`)).toMatch(/^HTTP\/1.1 200/)
    expect(await asked('')).toMatch(/^HTTP\/1.1 403/)
    expect(await asked('localhost')).toMatch(/^HTTP\/1.1 403/)
    expect(await asked(`localhost:${port + 1}`)).toMatch(/^HTTP\/1.1 403/)
  })

  it('neither a second host nor another target gets past', async () => {
    expect(await asked('evil.example', `Host: localhost:${port}\r\n`)).toMatch(/^HTTP\/1.1 40[03]/)
    expect(await asked('evil.example', '', `http://localhost:${port}/api/departments`)).toMatch(/^HTTP\/1.1 40[03]/)
    expect(await raw(`GET /api/departments HTTP/1.0\r\nCookie: yardstick-start-${port}=${TOKEN}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 40[03]/,
    )
  })

  it('the log holds neither token nor cookie', async () => {
    await raw(`GET /?token=${TOKEN} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`)
    await raw(`GET /nothing?t%6fken=${TOKEN} HTTP/1.1\r\nHost: evil\r\nConnection: close\r\n\r\n`)
    expect(lines).toContain('/api/departments')
    expect(lines).not.toContain(TOKEN)
  })
})

describe.each(stores)('on %s, once there are accounts', (kind) => {
  const server = testServer(kind, { startToken: TOKEN })
  const ask = () => server().nobody('GET', '/api/departments', undefined, { cookie })

  it('the person at this computer is served no longer, at once', async () => {
    expect((await ask()).status).toBe(200)
    const account = (grants: unknown[]) =>
      server().nobody(
        'POST',
        '/api/accounts',
        { name: 'wang', title: '王', password: 'correct horse battery', grants },
        { cookie },
      )
    expect(await account([])).toMatchObject({ status: 409, codes: ['ACCOUNT_LAST_ADMINISTRATOR'] })
    expect((await ask()).status).toBe(200)
    expect((await account([{ role: 'administrator', region: '' }])).status).toBe(201)
    expect(await ask()).toMatchObject({ status: 401, codes: ['REQUEST_SIGN_IN'] })
    expect((await server().nobody('GET', '/api/session', undefined, { cookie })).body).toEqual({
      mode: 'accounts',
      person: null,
    })
  })
})

describe('once another process has made an account', () => {
  const database = testDatabase('embedded')
  let app: App
  let now = new Date()
  beforeAll(async () => {
    const context = newContext({ database: database(), settings: testSettings, now: () => now, newId })
    app = await buildServer(context, { startToken: () => TOKEN })
  })
  afterAll(() => app.close())

  it('the person at this computer is served no longer, within seconds', async () => {
    const ask = () => app.inject({ url: '/api/departments', headers: { host: 'localhost', cookie } })
    expect((await ask()).statusCode).toBe(200)
    await createAdministrator(
      { database: database(), now: () => now, newId },
      { name: 'li', title: '李', password: 'correct horse battery' },
    )
    now = new Date(now.getTime() + 2_000)
    expect((await ask()).statusCode).toBe(401)
  })
})

describe('with accounts', () => {
  const server = testServer('embedded', { settings: { trustedProxies: ['192.0.2.1'] } })
  const inject = (headers: Headers, options: InjectOptions = {}) =>
    server().app.inject({
      method: 'POST',
      url: '/api/session',
      headers,
      payload: { name: 'x', password: 'y' },
      ...options,
    })

  it.each<[string, Headers, number]>([
    ['our own page', { host: 'marks.example', origin: 'http://marks.example' }, 401],
    ['a script, which sends no origin', { host: 'marks.example' }, 401],
    ['another site', { host: 'marks.example', origin: 'http://evil.example' }, 403],
    ['another port', { host: 'marks.example', origin: 'http://marks.example:8080' }, 403],
    ['a sandbox', { host: 'marks.example', origin: 'null' }, 403],
    [
      'a host that somebody says was forwarded',
      { host: 'marks.example', 'x-forwarded-host': 'evil.example', origin: 'http://evil.example' },
      403,
    ],
    ['a site, told by the browser', { host: 'marks.example', 'sec-fetch-site': 'cross-site' }, 403],
  ])('a change is taken from our own pages: %s', async (_, headers, expected) => {
    expect((await inject(headers)).statusCode).toBe(expected)
  })

  it('a form is no request', async () => {
    const host = { host: 'marks.example' }
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json-seq',
    ]) {
      const payload = '{"name":"x","password":"y"}'
      const answer = await server().app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { ...host, 'content-type': type },
        payload,
      })
      expect(answer.statusCode).toBe(415)
      expect(answer.json().issues[0].code).toBe('REQUEST_MEDIA')
    }
  })

  it('a trusted proxy says which address was asked, and by whom', async () => {
    const headers = {
      host: 'inner:4180',
      'x-forwarded-host': 'marks.example',
      'x-forwarded-proto': 'https',
      origin: 'https://marks.example',
    }
    expect((await inject(headers, { remoteAddress: '192.0.2.1' })).statusCode).toBe(401)
    expect((await inject(headers, { remoteAddress: '192.0.2.2' })).statusCode).toBe(403)
  })

  it('the cookie goes over TLS only where there is TLS', async () => {
    const { hashPassword } = await import('./password.ts')
    const row = { id: newId(), name: 'tls', title: 'tls', must_change_password: false, created_at: new Date() }
    await addAccount(server().context.database.db, {
      ...row,
      password_hash: await hashPassword('correct horse battery'),
    })
    const payload = { name: 'tls', password: 'correct horse battery' }
    const overTls = await inject(
      { host: 'marks.example', 'x-forwarded-proto': 'https' },
      { payload, remoteAddress: '192.0.2.1' },
    )
    expect(overTls.headers['set-cookie']).toMatch(/; HttpOnly; Secure; SameSite=Strict$/)
    const pretended = await inject(
      { host: 'marks.example', 'x-forwarded-proto': 'https' },
      { payload, remoteAddress: '192.0.2.9' },
    )
    expect(pretended.headers['set-cookie']).toMatch(/; HttpOnly; SameSite=Strict$/)
  })

  it('the cookie of a server without accounts is worth nothing', async () => {
    const answer = await server().nobody('GET', '/api/departments', undefined, { cookie })
    expect(answer).toMatchObject({ status: 401, codes: ['REQUEST_SIGN_IN'] })
  })
})
