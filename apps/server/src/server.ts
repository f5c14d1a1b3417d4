import type { Socket } from 'node:net'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import { issue, validateAs } from '@yardstick/model'
import Fastify, { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify'
import { type GuardOptions, guard, isOfApi } from './access/guard.ts'
import { readBodies } from './bodies.ts'
import type { Context } from './context.ts'
import { openApi } from './open-api.ts'
import { Refusal, refusal } from './refusal.ts'
import { routes } from './routes/index.ts'
import type { App } from './routing.ts'
import { securityHeaders, servePages } from './web.ts'

export interface ServerOptions extends GuardOptions {
  /** Writes a line of JSON for each request and fault; undefined is silent. */
  readonly log?: { readonly level: string; readonly stream?: { write(line: string): void } } | undefined
}

/**
 * The server, built and not yet listening. A request goes one way: headers and origin (`access/guard.ts`) → person → body
 * read and held to the route's schema → the route, which asks for the right it needs, calls one stage or one store and
 * answers with a document. Whatever is refused on the way is answered here, in the one form: `{ issues: [...] }`.
 */
export async function buildServer(context: Context, options: ServerOptions): Promise<App> {
  const { settings } = context
  const app: App = Fastify({
    logger: options.log === undefined ? false : { ...options.log, serializers: { req: logged } },
    genReqId: () => context.newId(),
    bodyLimit: settings.limits.body,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    // A slow client is cut off, after a minute of headers or five of a body; a slow answer (progress) is not.
    requestTimeout: 300_000,
    clientErrorHandler: refuseUnreadable,
    // A request without one is refused below, in the one form.
    http: { requireHostHeader: false },
    connectionTimeout: 0,
    routerOptions: { maxParamLength: 300 },
    exposeHeadRoutes: false,
    frameworkErrors: (error, request, reply) => answer(error, request, reply as FastifyReply),
  })
  readBodies(app)
  app.setValidatorCompiler<object>(({ schema, httpPart }) => (value) => {
    // Schemas of headers are for the description of the API: who reads a header says what is wrong with it.
    if (httpPart === 'headers') return { value }
    const checked = validateAs(schema, value)
    return checked.ok ? checked : { error: new Refusal(422, checked.issues) }
  })
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
  app.setErrorHandler(answer)
  app.setNotFoundHandler(async (request) => {
    throw refusal('REQUEST_NOT_FOUND', { found: pathOf(request) })
  })
  app.addHook('onRequest', async (request, reply) => {
    for (const [name, value] of Object.entries(securityHeaders)) reply.header(name, value)
    if (isOfApi(request)) reply.header('cache-control', 'no-store')
  })
  await app.register(rateLimit, {
    max: settings.limits.requestsPerMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_, { max, ttl }) =>
      refusal('REQUEST_LIMIT', { expected: `${max}/min`, found: Math.ceil(ttl / 1000) }),
  })
  await app.register(cookie)
  guard(app, context, options)
  await openApi(app)
  await app.register(async (scope) => routes(scope as App, context))
  if (settings.web !== undefined) await servePages(app, settings.web)
  return app
}

/** What is no HTTP reaches no route; it is answered in the same form, and the connection ends. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = UNREADABLE[error.code ?? ''] ?? '400 Bad Request'
  const found = (error.code ?? error.message).slice(0, 100)
  const body = JSON.stringify({ issues: [issue('REQUEST_BROKEN', { expected: 'HTTP/1.1', found })] })
  const headers = `content-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}`
  socket.end(`HTTP/1.1 ${status}\r\n${headers}\r\nconnection: close\r\n\r\n${body}`, () => socket.destroy())
}

const UNREADABLE: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** A request as it stands in the log: neither cookies nor queries, one of which is the token of the printed address. */
function logged(request: FastifyRequest): Record<string, unknown> {
  return { method: request.method, url: pathOf(request), ip: request.ip }
}

const pathOf = ({ url }: FastifyRequest) => url.replace(/\?.*$/s, '').slice(0, 200)

function answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refused = refusalOf(error, request)
  if (refused.status === 401) reply.header('www-authenticate', 'Session')
  reply.status(refused.status).send({ issues: refused.issues, ...refused.more })
}

function refusalOf(error: unknown, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error
  const { code, statusCode, message } = error as FastifyError
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE') {
    const most = request.routeOptions.bodyLimit ?? 0
    return refusal('FILE_TOO_LARGE', {
      expected: `${most} bytes`,
      found: `${request.headers['content-length'] ?? `> ${most}`} bytes`,
    })
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const found = String(request.headers['content-type'] ?? '').slice(0, 100)
    return refusal('REQUEST_MEDIA', { expected: ['application/json'], found })
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    const found = message.slice(0, 200)
    return new Refusal(statusCode, [issue('REQUEST_BROKEN', { expected: 'HTTP', found })])
  }
  request.log.error(error)
  return refusal('SERVER_FAULT', { found: request.id })
}
