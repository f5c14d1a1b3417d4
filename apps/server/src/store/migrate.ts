import { Migrator } from 'kysely'
import { migrations } from './migrations/index.ts'
import { runSql } from './run-sql.ts'
import type { Db } from './tables.ts'
import { DatabaseNewer } from './unusable-database.ts'

/** The names of all steps, in order. */
export const steps: readonly string[] = Object.keys(migrations)

/**
 * Brings the tables to the newest form, or to the step that is named. Each step runs once and in order; two servers that
 * start together wait for each other.
 *
 * throws  `DatabaseNewer`
 */
export async function migrate(db: Db, upTo?: string): Promise<void> {
  // The usual start. The migrator would look at every table there is, which a database just opened takes half a second for.
  const done = await stepsDone(db)
  const unknown = done.find((step) => !steps.includes(step))
  if (unknown !== undefined) throw new DatabaseNewer(unknown)
  if (upTo === undefined && done.length === steps.length) return
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo))
  if (error !== undefined) {
    const at = results?.find(({ status }) => status === 'Error')?.migrationName
    throw new Error(`the tables could not be brought up to date${at === undefined ? '' : ` (${at})`}`, { cause: error })
  }
}

/** The step that the tables are at; undefined where there are none. */
export async function newestStep(db: Db): Promise<string | undefined> {
  return (await stepsDone(db)).at(-1)
}

async function stepsDone(db: Db): Promise<string[]> {
  const { rows } = await runSql(db, `select to_regclass('kysely_migration') is not null as made`)
  if (rows[0]?.['made'] !== true) return []
  const done = await runSql(db, 'select name from kysely_migration order by name')
  return done.rows.map(({ name }) => name as string)
}
