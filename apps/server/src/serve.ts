import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { newContext } from './new-context.ts'
import { newId } from './new-id.ts'
import type { App } from './routing.ts'
import { buildServer, type ServerOptions } from './server.ts'
import type { Settings } from './settings.ts'
import { type Database, openDatabase } from './store/database.ts'
import { builtInsOf, keepBuiltIns } from './templates/built-ins.ts'

export interface Serving {
  /** To be opened in a browser; without accounts it holds the token that lets one in. */
  readonly address: string
  /** See `Database`. */
  readonly lost: Promise<Error>
  stop(): Promise<void>
}

export interface ServeOptions {
  readonly log?: ServerOptions['log']
  /** How many ports are tried, from that of the settings on. */
  readonly ports?: number
  /** Being opened already: the thread of an embedded one starts while the modules of the server are still read. */
  readonly opening?: Promise<Database>
}

/**
 * Opens the database and listens.
 *
 * throws  `FolderLocked`; `NeedsAccounts` where others than this computer should be served and nobody could sign in; the
 *         system's error where no port is free
 */
export async function serve(settings: Settings, { log, ports = 1, opening }: ServeOptions = {}): Promise<Serving> {
  const { databaseUrl, folder } = settings
  // Large requests leave much behind, which is by default let lie until the memory in use has grown several times over.
  setFlagsFromString('--heap-growing-percent=40')
  const isEmbedded = databaseUrl === undefined
  const opened = opening ?? openDatabase(isEmbedded ? { folder } : { url: databaseUrl })
  // Made while an embedded database is opened by a thread of its own.
  const builtIns = settings.rules === undefined ? undefined : builtInsOf(settings.rules)
  // Told when it is waited for.
  builtIns?.catch(() => undefined)
  const database = await opened
  let app: App | undefined
  const stop = async () => {
    if (isEmbedded) rmSync(addressFile(folder), { force: true })
    // Progress is told over connections that would never end by themselves.
    const cutOff = setTimeout(() => app?.server.closeAllConnections(), 1_000)
    try {
      await app?.close()
    } finally {
      clearTimeout(cutOff)
      await database.close()
    }
  }
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // A killed server has left its own there.
    if (isEmbedded) rmSync(addressFile(folder), { force: true })
    const context = newContext({ database, settings, now: () => new Date(), newId })
    if (builtIns !== undefined) await keepBuiltIns(context, await builtIns)
    const hasAccounts = (await database.db.selectFrom('account').select('id').limit(1).execute()).length > 0
    if (!hasAccounts && !isLoopback(settings.host)) throw new NeedsAccounts(settings.host)
    const token = hasAccounts ? undefined : startToken(folder)
    app = await buildServer(context, { startToken: () => token, log })
    await listen(app, settings, ports)
    const { port } = app.server.address() as AddressInfo
    const name = settings.host.includes(':') ? `[${settings.host}]` : settings.host
    const address = `http://${name}:${port}/${token === undefined ? '' : `?token=${token}`}`
    if (isEmbedded) writeFileSync(addressFile(folder), address, { mode: 0o600 })
    return { address, lost: database.lost, stop }
  } catch (error) {
    // What has begun to work would go on by itself.
    await stop()
    throw error
  }
}

async function listen(app: App, { host, port }: Settings, ports: number): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      await app.listen({ host, port: port + tried - 1 })
      return
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if ((code !== 'EADDRINUSE' && code !== 'EACCES') || tried >= ports) throw error
    }
  }
}

/** Beside the lock, for whoever finds the folder locked: where its holder can be opened. */
function addressFile(folder: string): string {
  return join(folder, 'address')
}

/** The address of the server that has this folder; undefined where it has not told one (yet). */
export function addressOfHolder(folder: string): string | undefined {
  try {
    return readFileSync(addressFile(folder), 'utf8') || undefined
  } catch {
    return undefined
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
  const kept = readToken(file)
  if (kept !== undefined) return kept
  const token = randomBytes(16).toString('base64url')
  writeFileSync(file, token, { mode: 0o600 })
  return token
}

/** A file that a full disk left empty holds none. */
function readToken(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8')
    return /^[\w-]{22}$/.test(text) ? text : undefined
  } catch {
    return undefined
  }
}
