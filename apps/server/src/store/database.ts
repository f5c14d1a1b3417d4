import { existsSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { migrate } from './migrate.ts'
import { PGliteConnection } from './pglite/connection.ts'
import { pgliteDialect } from './pglite/dialect.ts'
import { lockFolder } from './pglite/folder-lock.ts'
import { makeDatabase } from './pglite/make-database.ts'
import { runSql } from './run-sql.ts'
import type { Db } from './tables.ts'
import { DatabaseTooOld, OLDEST_POSTGRES } from './unusable-database.ts'

/**
 * The door to the database: embedded in a folder, or PostgreSQL at an address. Behind it both speak the same SQL and give
 * the same values: numeric as text, timestamptz as Date, jsonb as a value, bigint as a number, bytea as bytes.
 */
export interface Database {
  readonly kind: 'embedded' | 'postgres'
  readonly db: Db
  /** Resolves when an embedded one has ended by itself, with why: the process can only end too, and be started again. */
  readonly lost: Promise<Error>
  close(): Promise<void>
}

export type DatabasePlace = { readonly folder: string } | { readonly url: string }

/**
 * Opens the database, made and brought to the newest tables where that is still to be done; `asFound` leaves the tables
 * to whoever reads a backup into it.
 *
 * throws  `FolderLocked` where another process has the folder, `DatabaseTooOld`, `DatabaseNewer`, `DatabaseDamaged`; the
 *         driver's error where there is none
 */
export async function openDatabase(place: DatabasePlace, { asFound = false } = {}): Promise<Database> {
  const database = 'url' in place ? openPostgres(place.url) : await openEmbedded(place.folder)
  try {
    await demandNewEnough(database.db)
    if (!asFound) await migrate(database.db)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

async function demandNewEnough(db: Db): Promise<void> {
  const { rows } = await runSql(db, `select current_setting('server_version') as version`)
  const version = String(rows[0]?.['version'])
  if (Number.parseInt(version, 10) < OLDEST_POSTGRES) throw new DatabaseTooOld(version)
}

const INT8 = 20

/** How many connections one server holds; a worker needs fewer and takes them as it needs them. */
const MOST_CONNECTIONS = 10

function openPostgres(url: string): Database {
  const types = {
    getTypeParser: ((oid: number, format?: 'text') =>
      oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
  }
  const pool = new pg.Pool({ connectionString: url, max: MOST_CONNECTIONS, types })
  // A connection that breaks while nobody uses it is replaced by the next; whoever uses one is told by the statement. What
  // it says itself, between two statements of a transaction, would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }) })
  return {
    kind: 'postgres',
    db,
    lost: new Promise(() => undefined),
    close: () => db.destroy(),
  }
}

/** An office's database fits into this; the default of 128 MB is memory nobody would use. */
const PARAMS = ['-c', 'shared_buffers=16MB']

async function openEmbedded(folder: string): Promise<Database> {
  const lock = await lockFolder(folder)
  try {
    const options = { folder: join(folder, DATABASE), params: PARAMS }
    if (!isMade(folder)) await makeDatabase(options.folder)
    const connection = await PGliteConnection.open(options)
    const db: Db = new Kysely({ dialect: pgliteDialect(connection) })
    return {
      kind: 'embedded',
      db,
      lost: connection.lost,
      close: async () => {
        await db.destroy()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw isFull(folder) ? diskFull() : error
  }
}

/** Less room than a segment of the log and something beside it is none; what PGlite says then tells nobody anything. */
function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < 32_000_000
}

const diskFull = () => Object.assign(new Error('the disk is full'), { code: 'ENOSPC', syscall: 'open' })

const DATABASE = 'database'

/** Whether the embedded database of this folder has been made; making it takes some seconds. */
export function isMade(folder: string): boolean {
  return existsSync(join(folder, DATABASE))
}
