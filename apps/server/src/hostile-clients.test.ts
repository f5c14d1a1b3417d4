import { connect, type Socket } from 'node:net'
import { catalogue } from '@yardstick/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exchange, type Spawned, spawnServer } from './spawned.testing.ts'

/** What no client library would send, over sockets, to a server in a process of its own. */
const isLong = process.env['YARDSTICK_LONG'] !== undefined
/** Resident memory, in MB. */
const MOST_MEMORY = 512

describe('a server', () => {
  let server: Spawned
  beforeAll(async () => {
    server = await spawnServer()
  })
  afterAll(() => server?.stop())

  const send = (...pieces: (string | Uint8Array)[]) => exchange(server.port, pieces)
  const json = (body: string | Uint8Array, { method = 'POST', path = '/api/departments', more = '' } = {}) => {
    const bytes = Buffer.from(body)
    const type = more.includes('Content-Type') ? '' : 'Content-Type: application/json\r\n'
    return send(
      head(`${method} ${path}`, `${type}Content-Length: ${bytes.length}\r\nConnection: close\r\n${more}`),
      bytes,
    )
  }
  const head = (request: string, more = '') => `${request} HTTP/1.1\r\n${server.headers}${more}\r\n`
  const health = async () => {
    const start = performance.now()
    expect(await send(head('GET /api/health', 'Connection: close\r\n'))).toMatch(/^HTTP\/1.1 200/)
    return performance.now() - start
  }

  /** Refused: a status, and issues of the catalogue. */
  function expectRefused(answer: string, status: RegExp | number): void {
    const [top = '', body = ''] = answer.split('\r\n\r\n')
    expect(`${top.split('\r\n')[0]} ${body.slice(0, 200)}`).toMatch(
      new RegExp(`^HTTP/1.1 ${status instanceof RegExp ? status.source : status}`),
    )
    const { issues } = JSON.parse(body.replace(/^[0-9a-f]+\r\n|\r\n0\r\n.*$/gs, '')) as { issues: { code: string }[] }
    expect(issues.map(({ code }) => Object.hasOwn(catalogue, code))).toContain(true)
  }

  it.each<[string, string | Uint8Array, number]>([
    ['deeper than any document', '['.repeat(1_000_000), 413],
    ['deep and not closed', '['.repeat(200_000), 400],
    ['deep and closed', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 422],
    ['deep objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 422],
    ['of a key that stands twice', '{"name":"a","name":"b"}', 400],
    ['of keys that mean something to programs', '{"__proto__":{"isAdmin":true}}', 422],
    ['of bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400],
    ['of UTF-8 longer than it need be', Buffer.from([0x22, 0xc0, 0xaf, 0x22]), 400],
    ['of half a character', '"\\ud800"', 422],
    ['of an end mark', '{"name":"\\u0000"}', 422],
    ['of UTF-16', Buffer.from('\ufeff{}', 'utf16le'), 400],
    ['cut off', '{"name":', 400],
    ['of a number that nothing holds', '{"name":1e999}', 400],
    ['of a number of many digits', `{"name":${'9'.repeat(100_000)}}`, 400],
    ['of more values than any document', `[${'0,'.repeat(400_000)}0]`, 413],
    ['of another type', '7', 422],
    ['empty', '', 422],
    ['of white space', ' '.repeat(1_000_000), 400],
    ['of very many keys', `{${Array.from({ length: 60_000 }, (_, at) => `"k${at}":0`).join()}}`, 422],
    ['compressed and not said so', Buffer.from([0x1f, 0x8b, 8, 0]), 400],
  ])('refuses a body %s', async (_, body, status) => {
    expectRefused(await json(body), status)
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/xml',
    'application/json-patch+json',
    'application/jsonx',
    '',
    ';',
    'x'.repeat(200),
  ])('refuses a body of type %s', async (type) => {
    expectRefused(await json('{}', { more: `Content-Type: ${type}\r\n` }), 4)
  })

  it('refuses a body that is compressed', async () => {
    expectRefused(await json('{}', { more: 'Content-Encoding: gzip\r\n' }), 4)
  })

  it.each([
    ['bytes that are no HTTP', '\u0016\u0003\u0001\u0002\r\n\r\n', 400],
    ['a version there is not', 'GET / HTTP/9.9\r\n\r\n', 400],
    ['a line without an end of it', `GET /${'a'.repeat(70_000)} HTTP/1.1\r\n\r\n`, 431],
    ['headers without end', `GET / HTTP/1.1\r\n${'X-A: b\r\n'.repeat(20_000)}\r\n`, 431],
    [
      'two lengths',
      'POST /api/departments HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
      400,
    ],
    [
      'a length and pieces',
      'POST /api/departments HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['a negative length', 'POST /api/departments HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n', 400],
    ['a header in two lines', 'GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n', 4],
    ['a name with a space', 'GET / HTTP/1.1\r\nHost : a\r\n\r\n', 400],
    ['a method there is not', 'FETCH / HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['no host', 'GET /api/departments HTTP/1.1\r\nConnection: close\r\n\r\n', 4],
  ])('refuses %s', async (_, bytes, status) => {
    expectRefused(await send(bytes), status)
  })

  it.each(['PROPFIND', 'TRACE', 'OPTIONS', 'PATCH', 'LOCK', 'CONNECT', 'M-SEARCH'])(
    'refuses the method %s',
    async (method) => {
      const answer = await send(head(`${method} /api/departments`, 'Connection: close\r\n'))
      // What asks for a tunnel is cut off.
      if (method === 'CONNECT') expect(answer).toBe('')
      else expectRefused(answer, 4)
    },
  )

  it.each([
    '/api/../../etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/%c0%ae%c0%ae/etc/passwd',
    '/api/departments/..%2f..%2f',
    '/api/departments/%00',
    '/api/departments/%',
    `/api/departments/${'a'.repeat(400)}`,
    '/api/departments?after=%00',
    '/api/departments?limit=1&limit=2',
    '/api/departments?__proto__=1',
    '/api/departments?a[b]=c',
    '*',
    'http://[',
    '//',
    '/\\',
  ])('refuses the address %s', async (path) => {
    expectRefused(await send(head(`GET ${path}`, 'Connection: close\r\n')), 4)
  })

  it.each([
    ['of no end', '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nabc'],
    ['of no beginning', 'abc'],
    ['empty', ''],
    [
      'of a name that leads elsewhere',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="../../a.pdf"\r\n\r\nabc\r\n--x--\r\n',
    ],
    ['of very many parts', `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(20_000)}--x--\r\n`],
    ['of a part of very many headers', `--x\r\n${'X-A: b\r\n'.repeat(50_000)}\r\nb\r\n--x--\r\n`],
    ['of a field of no name', '--x\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x--\r\n'],
  ])('refuses a form %s', async (_, body) => {
    // As browsers send it, on a connection that goes on: one that ends may take the answer with it while they still send.
    const own = server.headers
      .trim()
      .split('\r\n')
      .map((line) => line.split(/: (.*)/))
    const answer = await fetch(`http://127.0.0.1:${server.port}/api/submissions/1/evidence`, {
      method: 'POST',
      headers: { ...Object.fromEntries(own), 'content-type': 'multipart/form-data; boundary=x' },
      body,
    })
    expectRefused(`HTTP/1.1 ${answer.status}\r\n\r\n${await answer.text()}`, 4)
  })

  it('refuses a body that is too large, said or not', async () => {
    const path = 'POST /api/departments'
    expectRefused(await send(head(path, 'Content-Type: application/json\r\nContent-Length: 900000000\r\n')), 413)
    const piece = Buffer.alloc(1_000_000, ' ')
    const chunk = (count: number) =>
      Array.from({ length: count }, () => Buffer.concat([Buffer.from('f4240\r\n'), piece, Buffer.from('\r\n')]))
    const chunked = head(path, 'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n')
    expectRefused(await send(chunked, ...chunk(20)), 413)
  })

  it('answers others while very many clients say little or nothing', async () => {
    const slow: Socket[] = []
    for (let at = 0; at < 400; at++) {
      const socket = connect(server.port, '127.0.0.1')
      socket.on('error', () => undefined)
      if (at % 4 === 1) socket.write('GET /api/hea')
      if (at % 4 === 2)
        socket.write(
          head('POST /api/departments', 'Content-Type: application/json\r\nContent-Length: 1000000\r\n').slice(0, -2),
        )
      if (at % 4 === 3)
        socket.write(
          `${head('POST /api/departments', 'Content-Type: application/json\r\nContent-Length: 1000000\r\n')}{"name":`,
        )
      slow.push(socket)
    }
    expect(await health()).toBeLessThan(5_000)
    for (const socket of slow) socket.destroy()
    expect(await health()).toBeLessThan(5_000)
  })

  it('answers as many requests as stand in one piece', async () => {
    const many = head('GET /api/session').repeat(500)
    const answer = await send(`${many}${head('GET /api/session', 'Connection: close\r\n')}`)
    expect(answer.match(/HTTP\/1.1 200/g)).toHaveLength(501)
  })

  it('stays small while many send as much as they may', async () => {
    const before = server.memory()
    const ofValues = `[${Array.from({ length: 130_000 }, (_, at) => `{"a":${at},"b":0}`).join()}]`
    const ofText = JSON.stringify({ name: '汉'.repeat(3_300_000) })
    const rounds = isLong ? 6 : 1
    for (let round = 0; round < rounds; round++) {
      for (const body of [ofValues, ofText]) {
        const answers = await Promise.all(Array.from({ length: 12 }, () => json(body)))
        // Who goes on sending after a refusal may lose the answer with the connection.
        for (const answer of answers) if (answer !== '') expectRefused(answer, 4)
        expect(answers.filter((answer) => answer !== '')).not.toEqual([])
      }
    }
    await health()
    const memory = server.memory()
    if (memory === undefined) return console.log('NOT RUN: memory of the server, this system does not tell it')
    console.log(`memory of the server: ${before?.now} MB before, ${memory.now} MB after, at most ${memory.most} MB`)
    expect(memory.most).toBeLessThan(MOST_MEMORY)
  })

  it('has not ended', async () => {
    expect(server.process.exitCode).toBeNull()
    expect(await health()).toBeLessThan(5_000)
  })
})
