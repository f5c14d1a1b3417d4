import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, inject } from 'vitest'
import { type Database, openDatabase } from './database.ts'
import { PGliteConnection } from './pglite/connection.ts'
import { askOnce } from './postgres.testing.ts'
import type { SharedDatabases } from './shared-databases.testing.ts'

/** Both stores: every suite of the API runs on each. */
export const stores = ['embedded', 'postgres'] as const
export type StoreKind = (typeof stores)[number]

/** A database of this kind for the tests of one `describe`, with all tables and nothing in them: a copy of the run's. */
export function testDatabase(kind: StoreKind): () => Database {
  let database: Database | undefined
  let folder: string | undefined
  beforeAll(async () => {
    const shared = inject('databases')
    if (kind === 'postgres') {
      database = await openDatabase({ url: await copyOf(shared) })
    } else {
      folder = mkdtempSync(join(tmpdir(), 'yardstick-embedded-'))
      cpSync(shared.folder, folder, { recursive: true })
      database = await openDatabase({ folder })
    }
  })
  afterAll(async () => {
    await database?.close()
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  })
  return () => {
    if (database === undefined) throw new Error('the database is opened before the first test')
    return database
  }
}

async function copyOf({ server, template }: SharedDatabases): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await askOnce(server, `create database ${name} template ${template}`)
  return new URL(`/${name}`, server).href
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
