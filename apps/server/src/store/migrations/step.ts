import { CompiledQuery, type Kysely, type Migration } from 'kysely'

/**
 * A step of the tables, in SQL as PostgreSQL 14 reads it: text for ids and documents (a document's text is what is hashed
 * and answered, to the letter), timestamptz for times, numeric for scores. There is no way back; before a step one makes a
 * backup.
 */
export function step(statements: string): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await db.executeQuery(CompiledQuery.raw(statements))
    },
  }
}
