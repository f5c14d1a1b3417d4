import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { refusal } from '../refusal.ts'
import type { App } from '../routing.ts'
import { localPerson } from './person.ts'
import { personOfSession } from './sessions.ts'

/**
 * Who is asking. With accounts it is the session's person, and a change must come from our own pages. Without, everything
 * may be done by whoever sits at this computer and by nobody else: the address asked for is a loopback one, no proxy stands
 * between, and the request brings the token that was printed at the start (or the cookie that it was exchanged for).
 */
export interface GuardOptions {
  /** The token of the printed address; undefined with accounts. */
  readonly startToken: () => string | undefined
}

const SESSION_COOKIE = 'yardstick-session'
const START_COOKIE = 'yardstick-start'

export function guard(app: App, { database, now }: Context, { startToken }: GuardOptions): void {
  app.decorateRequest('person', null)
  app.addHook('onRequest', async (request, reply) => {
    const token = startToken()
    if (token === undefined) {
      refuseOtherOrigins(request)
      const secret = request.cookies[SESSION_COOKIE]
      if (secret !== undefined) request.person = await personOfSession(database.db, secret, now())
      return
    }
    refuseFromElsewhere(request)
    const asked = new URL(request.url, 'http://localhost')
    const brought = asked.searchParams.get('token')
    if (brought !== null && isEqual(brought, token)) {
      setCookie(reply, START_COOKIE, token, request)
      asked.searchParams.delete('token')
      return reply.redirect(`${asked.pathname}${asked.search}`, 303)
    }
    const cookie = request.cookies[START_COOKIE]
    if (cookie !== undefined && isEqual(cookie, token)) request.person = localPerson
    else if (asked.pathname.startsWith('/api/') && !isOpen(asked.pathname)) throw refusal('REQUEST_TOKEN')
  })
}

/** What may be asked before anybody has signed in. */
function isOpen(path: string): boolean {
  return path === '/api/health' || path === '/api/session' || path === '/api/openapi.json'
}

export function setSessionCookie(reply: FastifyReply, secret: string, request: FastifyRequest): void {
  setCookie(reply, SESSION_COOKIE, secret, request)
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: '/' })
}

function setCookie(reply: FastifyReply, name: string, value: string, request: FastifyRequest): void {
  reply.setCookie(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    // Many intranets have no certificates; there the cookie goes as everything else does.
    secure: request.protocol === 'https',
  })
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/

function refuseFromElsewhere(request: FastifyRequest): void {
  const host = request.headers.host ?? ''
  const port = request.socket.localPort
  const said = LOOPBACK.exec(host)
  const isOurPort = port === undefined || (said?.[2] ?? ':80') === `:${port}`
  if (said === null || !isOurPort) throw origin(host)
  for (const name of FORWARDED) if (request.headers[name] !== undefined) throw origin(name)
  refuseOtherOrigins(request)
}

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']

/** A page of another origin may send a form here with our cookie's blessing nowhere: the browser says whose page it was. */
function refuseOtherOrigins(request: FastifyRequest): void {
  const { origin: page, 'sec-fetch-site': site } = request.headers
  if (site === 'cross-site' && request.method !== 'GET') throw origin(site)
  if (page !== undefined && page !== `${request.protocol}://${request.host}`) throw origin(page)
}

const origin = (found: string) =>
  refusal('REQUEST_ORIGIN', { expected: 'http://localhost', found: found.slice(0, 200) })

function isEqual(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
