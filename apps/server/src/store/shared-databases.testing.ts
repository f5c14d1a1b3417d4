import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { newFolder } from './database.testing.ts'
import { openDatabase } from './database.ts'
import { startPostgres } from './postgres.testing.ts'

/** What the tests of a run copy: databases with all tables and nothing in them. */
export interface SharedDatabases {
  /** The folder of an embedded one. */
  readonly folder: string
  /** The server, and its database to be copied, to which nobody connects. */
  readonly server: string
  readonly template: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    databases: SharedDatabases
  }
}

/**
 * Before the tests of the server: one PostgreSQL for all their files, and of each store one database that is brought to the
 * newest tables once. Making and migrating cost more than most files take for their tests.
 */
export default async function share({ provide }: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  const folder = await newFolder()
  const template = `empty_${randomBytes(6).toString('hex')}`
  const server = await postgres.newDatabase()
  const url = await postgres.newDatabase(template)
  for (const place of [{ url }, { folder }]) await (await openDatabase(place)).close()
  provide('databases', { folder, server, template })
  return async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
