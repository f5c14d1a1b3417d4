import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll } from 'vitest'
import type { Grant } from './access/rights.ts'
import { openSession } from './access/sessions.ts'
import type { Context } from './context.ts'
import { newContext } from './new-context.ts'
import { newId } from './new-id.ts'
import type { App } from './routing.ts'
import { buildServer, type ServerOptions } from './server.ts'
import { defaultLimits, type Settings } from './settings.ts'
import { type StoreKind, testDatabase } from './store/database.testing.ts'

export { stores } from './store/database.testing.ts'

/** A server on a real database, asked by injected requests. Each person signs in with a session of their own. */
export interface TestServer {
  readonly app: App
  readonly context: Context
  /** Who has these grants; without any, somebody signed in who may do nothing. */
  as(...grants: Partial<Grant>[]): Promise<Asking>
  /** The same as a `cookie` header, for requests of another kind. */
  cookieOf(...grants: Partial<Grant>[]): Promise<string>
  readonly nobody: Asking
}

/** Requests of one person; the answer's body is read where it is JSON. */
export type Asking = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>

export interface Answer {
  readonly status: number
  readonly headers: LightMyRequestResponse['headers']
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect to find
  readonly body: any
  /** The codes of the issues, where it was refused. */
  readonly codes: string[]
  /** The answer's body as it came. */
  readonly bytes: Buffer
}

export const testSettings: Settings = {
  folder: '',
  databaseUrl: undefined,
  host: '127.0.0.1',
  port: 0,
  web: undefined,
  trustedProxies: [],
  limits: { ...defaultLimits, requestsPerMinute: 1_000_000, signInsPerMinute: 1_000_000 },
  // Nobody takes jobs but where a test is about them.
  jobs: { atOnce: 0 },
}

/** With accounts, unless `startToken` is given. */
export function testServer(
  kind: StoreKind,
  {
    settings = {},
    startToken,
    log,
  }: { settings?: Partial<Settings>; startToken?: string; log?: ServerOptions['log'] } = {},
): () => TestServer {
  const database = testDatabase(kind)
  let server: TestServer | undefined
  beforeAll(async () => {
    const context = newContext({
      database: database(),
      settings: { ...testSettings, ...settings },
      now: () => new Date(),
      newId,
    })
    const app = await buildServer(context, { startToken: () => startToken, log })
    server = {
      app,
      context,
      nobody: asking(app, {}),
      as: async (...grants) => asking(app, { cookie: await signIn(context, grants) }),
      cookieOf: (...grants) => signIn(context, grants),
    }
  })
  afterAll(() => server?.app.close())
  return () => {
    if (server === undefined) throw new Error('the server is built before the first test')
    return server
  }
}

async function signIn({ database: { db } }: Context, grants: Partial<Grant>[]): Promise<string> {
  const id = newId()
  await db
    .insertInto('account')
    .values({
      id,
      name: id,
      title: grants.map(({ role }) => role).join(' ') || 'nobody',
      password_hash: '-',
      must_change_password: false,
      failed_attempts: 0,
      locked_until: null,
      created_at: new Date(),
      disabled_at: null,
    })
    .execute()
  for (const { role = 'reader', region = '', campaign = null, department = null } of grants) {
    const grant = { id: newId(), account_id: id, role, region, campaign_id: campaign, department_id: department }
    await db.insertInto('grant').values(grant).execute()
  }
  return `yardstick-session=${await openSession(db, id, new Date())}`
}

function asking(app: App, own: Record<string, string>): Asking {
  return async (method, url, body, headers = {}) => {
    const payload = body === undefined ? {} : { payload: body as NonNullable<InjectOptions['payload']> }
    const response = await app.inject({ method, url, headers: { host: 'localhost', ...own, ...headers }, ...payload })
    const isJson = String(response.headers['content-type'] ?? '').includes('json')
    const read = isJson && response.body !== '' ? response.json() : response.body
    const codes = (read?.issues ?? []).map(({ code }: { code: string }) => code)
    return { status: response.statusCode, headers: response.headers, body: read, codes, bytes: response.rawPayload }
  }
}
