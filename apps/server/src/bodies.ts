import { finished } from 'node:stream'
import { issue, readJson } from '@yardstick/model'
import type { FastifyRequest } from 'fastify'
import { Refusal, refusal } from './refusal.ts'
import type { App } from './routing.ts'

/**
 * JSON that comes in. It is UTF-8, without what `JSON.parse` would quietly change; an empty body is none. What is read takes
 * many times its own size while it is looked through, in the thread that answers everybody: hence a bound on the values of
 * one body, and on the bytes of all large ones together.
 */
export function readBodies(app: App): void {
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_: unknown, bytes: Buffer) => {
    if (bytes.length === 0) return undefined
    demandFewValues(bytes)
    const read = readJson(decode(bytes))
    if (!read.ok) throw new Refusal(400, read.issues)
    return read.value
  })
  app.addHook('preParsing', async (request, reply) => {
    const size = announced(request)
    // One beyond the limit of its route is refused as such.
    if (size <= SMALL || size > (request.routeOptions.bodyLimit ?? 0)) return
    if (underWay + size > MOST_UNDER_WAY) {
      reply.header('connection', 'close')
      throw refusal('REQUEST_LIMIT', { expected: `${MOST_UNDER_WAY / 1e6} MB`, found: 5 })
    }
    underWay += size
    finished(reply.raw, () => {
      underWay -= size
    })
  })
}

const SMALL = 1_000_000
const MOST_UNDER_WAY = 16_000_000

/** Bytes of large bodies that are being read, of all clients. */
let underWay = 0

/** What does not say its length may be as long as its route allows. Files are written away as they come. */
function announced({ headers, routeOptions }: FastifyRequest): number {
  if (headers['content-type']?.startsWith('multipart/') === true) return 0
  if (headers['transfer-encoding'] !== undefined) return routeOptions.bodyLimit ?? 0
  return Number(headers['content-length'] ?? 0)
}

/** A scheme of 2,000 indicators holds some 60,000, a table of 50,000 departments 300,000. */
const MOST_VALUES = 400_000

/** Counted by what separates or opens them, texts included: a bound, found before anything is made of them. */
function demandFewValues(bytes: Buffer): void {
  let values = 1
  for (const byte of bytes) if (byte === COMMA || byte === BRACKET || byte === BRACE) values++
  if (values <= MOST_VALUES) return
  const expected = { count: MOST_VALUES, of: 'values' }
  throw new Refusal(413, [issue('DOCUMENT_TOO_LARGE', { expected, found: values })])
}

const COMMA = 0x2c
const BRACKET = 0x5b
const BRACE = 0x7b

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Refusal(400, [issue('FILE_ENCODING', { found: { offset: firstWrongByte(bytes), byte: '?' } })])
  }
}

function firstWrongByte(bytes: Buffer): number {
  const clean = Buffer.from(bytes.toString('utf8'), 'utf8')
  let at = 0
  while (at < bytes.length && bytes[at] === clean[at]) at++
  return at
}
