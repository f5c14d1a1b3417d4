import { get as httpGet, type IncomingMessage } from 'node:http'
import { get as httpsGet } from 'node:https'
import { refusal } from '../refusal.ts'

/**
 * A file from a static file server that the operator has listed, and from nowhere else: never through a redirect to another
 * host, never more than was allowed, never longer than somebody waits. What it says is for others to judge.
 */
export interface Bounds {
  /** Bytes. */
  readonly most: number
  /** For all of it, redirects too. */
  readonly ms: number
}

const MOST_REDIRECTS = 3

/** throws  CATALOGUE_UNREACHABLE, CATALOGUE_REDIRECT, FILE_TOO_LARGE, each as a refusal */
export async function fetchFile(address: URL, { most, ms }: Bounds): Promise<Buffer> {
  const signal = AbortSignal.timeout(ms)
  let at = address
  for (let redirects = 0; ; redirects++) {
    const response = await answerOf(at, signal)
    const { statusCode = 0, headers } = response
    if (statusCode === 200) return bodyOf(response, at, most, signal)
    response.destroy()
    const isRedirect = [301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined
    if (!isRedirect) throw unreachable(at, `HTTP ${statusCode}`)
    if (redirects >= MOST_REDIRECTS) throw unreachable(at, `> ${MOST_REDIRECTS} redirects`)
    at = redirected(address, at, headers.location!)
  }
}

function answerOf(at: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const get = at.protocol === 'https:' ? httpsGet : httpGet
  const headers = { accept: 'application/json, */*', 'accept-encoding': 'identity' }
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(unreachable(at, reasonOf(error, signal)))
    get(at, { headers, signal, agent: false }, resolve).on('error', fail)
  })
}

async function bodyOf(response: IncomingMessage, at: URL, most: number, signal: AbortSignal): Promise<Buffer> {
  const { 'content-length': announced, 'content-encoding': encoding = 'identity' } = response.headers
  const tooLarge = (found: string) => refusal('FILE_TOO_LARGE', { expected: `${most} bytes`, found })
  const chunks: Buffer[] = []
  let size = 0
  try {
    // A small file may unpack to a large one.
    if (encoding !== 'identity') throw unreachable(at, `content-encoding ${encoding.slice(0, 40)}`)
    if (Number(announced ?? 0) > most) throw tooLarge(`${announced} bytes`)
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > most) throw tooLarge(`> ${most} bytes`)
      chunks.push(chunk)
    }
  } catch (error) {
    response.destroy()
    if ((error as { issues?: unknown }).issues !== undefined) throw error
    throw unreachable(at, reasonOf(error as NodeJS.ErrnoException, signal))
  }
  return Buffer.concat(chunks)
}

/** Where a redirect leads: on the host that was listed, by the same way or a safer one. */
function redirected(listed: URL, from: URL, location: string): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined
  const isSame = to?.host === listed.host && to.protocol === listed.protocol
  const isSafer = to?.hostname === listed.hostname && to.protocol === 'https:' && to.port === ''
  if (to !== undefined && (isSame || isSafer) && to.username === '' && to.password === '') return to
  throw refusal('CATALOGUE_REDIRECT', { expected: listed.host, found: (to?.host ?? location).slice(0, 200) })
}

function reasonOf({ code, message }: NodeJS.ErrnoException, signal: AbortSignal): string {
  if (signal.aborted) return 'timeout'
  return (code ?? message).slice(0, 100)
}

function unreachable(at: URL, found: string): Error {
  return refusal('CATALOGUE_UNREACHABLE', { expected: at.href.slice(0, 500), found })
}
