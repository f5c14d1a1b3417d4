import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Context } from './context.ts'
import { newId } from './new-id.ts'
import { buildServer } from './server.ts'
import type { Settings } from './settings.ts'
import { openDatabase } from './store/database.ts'

export interface Serving {
  /** To be opened in a browser; without accounts it holds the token that lets one in. */
  readonly address: string
  stop(): Promise<void>
}

/**
 * Opens the database and listens.
 *
 * throws  `FolderLocked`; `NeedsAccounts` where others than this computer should be served and nobody could sign in; the
 *         system's error where the port is taken
 */
export async function serve(settings: Settings, log?: { level: string }): Promise<Serving> {
  const { databaseUrl, folder } = settings
  const database = await openDatabase(databaseUrl === undefined ? { folder } : { url: databaseUrl })
  try {
    const context: Context = { database, settings, now: () => new Date(), newId }
    const hasAccounts = (await database.db.selectFrom('account').select('id').limit(1).execute()).length > 0
    if (!hasAccounts && !isLoopback(settings.host)) throw new NeedsAccounts(settings.host)
    const token = hasAccounts ? undefined : startToken(folder)
    const app = await buildServer(context, { startToken: () => token, log })
    await app.listen({ host: settings.host, port: settings.port })
    const { port } = app.server.address() as AddressInfo
    const name = settings.host.includes(':') ? `[${settings.host}]` : settings.host
    return {
      address: `http://${name}:${port}/${token === undefined ? '' : `?token=${token}`}`,
      stop: async () => {
        await app.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Without accounts everybody who reaches the server could do everything. */
export class NeedsAccounts extends Error {
  constructor(readonly host: string) {
    super(`there are no accounts, so that ${host} cannot be served`)
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Kept from start to start, so that an open page and a bookmark go on working; only this computer's user can read it. */
function startToken(folder: string): string {
  const file = join(folder, 'start-token')
  try {
    return readFileSync(file, 'utf8')
  } catch {
    const token = randomBytes(16).toString('base64url')
    writeFileSync(file, token, { mode: 0o600 })
    return token
  }
}
