import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { refusal } from '../refusal.ts'
import type { App } from '../routing.ts'
import { Mode } from './mode.ts'
import { localPerson, type Person } from './person.ts'
import { personOfSession } from './sessions.ts'

/**
 * Who is asking. With accounts it is the session's person. Without, everything may be done by whoever sits at this computer
 * and by nobody else: the address asked for is a loopback one, no proxy stands between, and the request brings the token
 * that was printed at the start (or the cookie that it was exchanged for). In both, a page of another origin is refused.
 *
 * What a request is for is told by the route it has found, never by its address, which has many spellings.
 */
export interface GuardOptions {
  /** The token of the printed address; undefined with accounts. */
  readonly startToken: () => string | undefined
}

export const SESSION_COOKIE = 'yardstick-session'

declare module 'fastify' {
  interface FastifyRequest {
    /** When it was looked at who asks; of `performance.now()`. */
    lookedAt: number
  }
  interface FastifyInstance {
    mode: Mode
    /**
     * Who asked this, as it is at this moment; null where whoever it was is let in no more. For answers that go on and on:
     * it counts as no request, and keeps no session alive.
     */
    personStill(request: FastifyRequest): Promise<Person | null>
  }
}

export function guard(app: App, { database, now }: Context, { startToken }: GuardOptions): void {
  app.decorateRequest('person', null)
  app.decorateRequest('lookedAt', 0)
  const mode = new Mode(database.db, startToken, now)
  app.decorate('mode', mode)
  app.decorate('personStill', async (request) => {
    const token = await mode.token()
    if (token !== undefined) return personOfToken(request, token)
    const secret = request.cookies[SESSION_COOKIE]
    const person = secret === undefined ? null : await personOfSession(database.db, secret, now(), { isAsking: false })
    return person?.mustChangePassword === true ? null : person
  })
  app.addHook('onRequest', async (request, reply) => {
    request.lookedAt = performance.now()
    const isApi = isOfApi(request)
    const token = isApi ? await mode.token() : mode.known()
    if (token !== undefined) refuseFromElsewhere(request)
    refuseOtherOrigins(request, isApi)
    if (token === undefined) {
      const secret = isApi ? request.cookies[SESSION_COOKIE] : undefined
      if (secret !== undefined) request.person = await personOfSession(database.db, secret, now())
      if (!isApi || isOpen(request.routeOptions.url)) return
      // Before anything is read of a body.
      if (request.person === null) throw refusal('REQUEST_SIGN_IN')
      if (request.person.mustChangePassword === true) throw refusal('PASSWORD_CHANGE_DUE')
      return
    }
    if (!isApi) return exchangeToken(request, reply, token)
    request.person = personOfToken(request, token)
    if (request.person === null && !isOpen(request.routeOptions.url)) throw refusal('REQUEST_TOKEN')
  })
  // A body may come slowly, for minutes: nobody does by it what they might do when it began.
  app.addHook('preHandler', async (request) => {
    const took = performance.now() - request.lookedAt
    if (took < SLOW_MS || request.person === null || isOpen(request.routeOptions.url)) return
    request.person = await app.personStill(request)
    if (request.person === null) throw refusal('REQUEST_SIGN_IN')
  })
}

const SLOW_MS = 1_000

function personOfToken(request: FastifyRequest, token: string): Person | null {
  const cookie = request.cookies[startCookie(request)]
  return cookie !== undefined && isEqual(cookie, token) ? localPerson : null
}

export function isOfApi(request: FastifyRequest): boolean {
  return request.routeOptions.url?.startsWith('/api/') === true
}

/** Whether a route may be asked before anybody has signed in. */
export function isOpen(url = ''): boolean {
  return OPEN.includes(url)
}

const OPEN = ['/api/health', '/api/session', '/api/session/password', '/api/openapi.json']

/** The printed address: its token goes into a cookie, and out of the address before any page could pass it on. */
function exchangeToken(request: FastifyRequest, reply: FastifyReply, token: string): FastifyReply | undefined {
  const at = request.url.indexOf('?')
  if (at < 0 || (request.method !== 'GET' && request.method !== 'HEAD')) return undefined
  const query = new URLSearchParams(request.url.slice(at + 1))
  const brought = query.get('token')
  if (brought === null || !isEqual(brought, token)) return undefined
  setCookie(reply, startCookie(request), token, request)
  query.delete('token')
  const path = request.url.slice(0, at)
  // `//elsewhere` and its kin are other servers.
  const here = /^\/(?:[\w.-][\w./-]*)?$/.test(path) ? path : '/'
  return reply.redirect(query.size === 0 ? here : `${here}?${query}`, 303)
}

/** Cookies know no ports: two servers on one computer would take each other's away. */
function startCookie(request: FastifyRequest): string {
  return `yardstick-start-${request.socket.localPort ?? 0}`
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

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/

/** A name that somebody else's DNS leads here is not ours, and what a proxy brings comes from who knows where. */
function refuseFromElsewhere(request: FastifyRequest): void {
  const { host = '' } = request.headers
  const port = request.socket.localPort
  const said = LOOPBACK.exec(host)
  const isOurs = said !== null && (port === undefined || (said[1] ?? ':80') === `:${port}`)
  const forwarded = Object.keys(request.headers).find((name) => FORWARDED.test(name))
  if (isOurs && forwarded === undefined) return
  throw otherOrigin(`http://localhost${port === undefined ? '' : `:${port}`}`, forwarded ?? host)
}

const FORWARDED = /^(forwarded|via|x-forwarded.*|x-real-ip|x-original-.*|x-client-ip|true-client-ip|cf-connecting-ip)$/

/**
 * The browser says whose page it was: by `Origin` wherever it could do harm, and more exactly, though not over plain HTTP to
 * other computers, by `Sec-Fetch-Site`. A page may be linked to from anywhere; what the API gives is for our pages.
 */
function refuseOtherOrigins(request: FastifyRequest, isApi: boolean): void {
  const { origin, 'sec-fetch-site': site } = request.headers
  const own = `${request.protocol}://${request.host}`
  if (origin !== undefined && origin !== own) throw otherOrigin(own, origin)
  if (isApi && (site === 'cross-site' || site === 'same-site')) throw otherOrigin(own, site)
}

const otherOrigin = (expected: string, found: string) =>
  refusal('REQUEST_ORIGIN', { expected: expected.slice(0, 200), found: found.slice(0, 200) })

function isEqual(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
