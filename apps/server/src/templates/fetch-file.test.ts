import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { Refusal } from '../refusal.ts'
import { fetchFile } from './fetch-file.ts'
import { type Answers, fileServer } from './file-server.testing.ts'

const other = fileServer({ '/templates/stolen': 'secret' })
const leads = (to: () => string) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(302, { location: to() }).end()
}

const answers: Answers = {
  '/templates/small': 'text',
  '/templates/模板-1.yardstick': 'named',
  '/templates/moved': leads(() => 'small'),
  '/templates/elsewhere': leads(() => `${other()}stolen`),
  '/templates/by-name': leads(() => `${home().replace('127.0.0.1', 'localhost')}small`),
  '/templates/with-account': leads(() => home().replace('http://', 'http://a:b@')),
  '/templates/file': leads(() => 'file:///etc/hostname'),
  '/templates/round': leads(() => 'round'),
  '/templates/large': 'x'.repeat(101),
  '/templates/endless': (_, response) => {
    const more = () => response.write('x'.repeat(1_000), (error) => error || setImmediate(more))
    more()
  },
  '/templates/lying': (_, response) => response.writeHead(200, { 'content-length': '1000000' }).end(),
  '/templates/packed': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
  '/templates/silent': () => undefined,
  '/templates/slow': (_, response) => {
    const timer = setInterval(() => response.write('x'), 20)
    response.on('close', () => clearInterval(timer))
  },
  '/templates/cut-off': (_, response) => {
    response.writeHead(200, { 'content-length': '50' })
    response.write('x', () => response.destroy())
  },
}
const home = fileServer(answers)

describe('a file of a catalogue', () => {
  const fetched = (name: string, ms = 5_000) => fetchFile(new URL(encodeURIComponent(name), home()), { most: 100, ms })

  it.each([
    ['small', 'text'],
    ['模板-1.yardstick', 'named'],
    ['moved', 'text'],
  ])('%s is fetched', async (name, text) => {
    expect((await fetched(name)).toString()).toBe(text)
  })

  it.each([
    ['elsewhere', 'CATALOGUE_REDIRECT'],
    ['by-name', 'CATALOGUE_REDIRECT'],
    ['with-account', 'CATALOGUE_REDIRECT'],
    ['file', 'CATALOGUE_REDIRECT'],
    ['round', 'CATALOGUE_UNREACHABLE'],
    ['none', 'CATALOGUE_UNREACHABLE'],
    ['large', 'FILE_TOO_LARGE'],
    ['endless', 'FILE_TOO_LARGE'],
    ['lying', 'FILE_TOO_LARGE'],
    ['packed', 'CATALOGUE_UNREACHABLE'],
    ['cut-off', 'CATALOGUE_UNREACHABLE'],
  ])('%s is refused', async (name, code) => {
    const refused: Refusal = await fetched(name).catch((error) => error)
    expect(refused.issues).toMatchObject([{ code }])
  })

  it.each(['silent', 'slow'])('%s is waited for only so long', async (name) => {
    const refused: Refusal = await fetched(name, 300).catch((error) => error)
    expect(refused.issues).toMatchObject([{ code: 'CATALOGUE_UNREACHABLE', found: 'timeout' }])
  })

  it('from where nobody answers is refused', async () => {
    const refused: Refusal = await fetchFile(new URL('http://127.0.0.1:9/x'), { most: 1, ms: 5_000 }).catch(
      (error) => error,
    )
    expect(refused.issues).toMatchObject([{ code: 'CATALOGUE_UNREACHABLE', found: 'ECONNREFUSED' }])
  })
})
