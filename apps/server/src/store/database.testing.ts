import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Database, openDatabase } from './database.ts'
import { PGliteConnection } from './pglite/connection.ts'
import { startPostgres, type TestPostgres } from './postgres.testing.ts'

/** Both stores: every suite of the API runs on each. */
export const stores = ['embedded', 'postgres'] as const
export type StoreKind = (typeof stores)[number]

/**
 * A database of this kind for the tests of one `describe`, with all tables and nothing in them. The embedded one is a copy
 * of an empty one that is made once, since making takes seconds and much memory.
 */
export function testDatabase(kind: StoreKind): () => Database {
  let database: Database | undefined
  let postgres: TestPostgres | undefined
  let folder: string | undefined
  beforeAll(async () => {
    if (kind === 'postgres') {
      postgres = await startPostgres()
      database = await openDatabase({ url: await postgres.newDatabase() })
    } else {
      folder = await newFolder()
      database = await openDatabase({ folder })
    }
  })
  afterAll(async () => {
    await database?.close()
    await postgres?.stop()
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  })
  return () => {
    if (database === undefined) throw new Error('the database is opened before the first test')
    return database
  }
}

/** A folder with an empty embedded database that has been made but has no tables yet. */
export async function newFolder(): Promise<string> {
  const made = await emptyDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'yardstick-embedded-'))
  cpSync(made, join(folder, 'database'), { recursive: true })
  return folder
}

async function emptyDatabase(): Promise<string> {
  const ready = join(tmpdir(), `yardstick-empty-0.5.16-${process.getuid?.() ?? 0}`)
  if (existsSync(ready)) return ready
  const making = mkdtempSync(`${ready}-`)
  const folder = join(making, 'database')
  mkdirSync(folder)
  await (await PGliteConnection.open({ folder, params: [] })).close()
  if (existsSync(ready)) rmSync(making, { recursive: true, force: true })
  else renameSync(folder, ready)
  return ready
}
