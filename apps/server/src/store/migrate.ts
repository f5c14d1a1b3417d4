import { Migrator } from 'kysely'
import { migrations } from './migrations/index.ts'
import type { Db } from './tables.ts'

/**
 * Brings the tables to the newest form. Each step runs once and in order; two servers that start together wait for each
 * other. A database of a newer Yardstick is refused, since this one does not know what its tables mean.
 */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) {
    const at = results?.find(({ status }) => status === 'Error')?.migrationName
    throw new Error(`the tables could not be brought up to date${at === undefined ? '' : ` (${at})`}`, { cause: error })
  }
}
