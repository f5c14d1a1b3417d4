import { CompiledQuery } from 'kysely'
import type { Db } from './tables.ts'

/**
 * Runs statements as they are: one with parameters, or several in one text without; for the job queue and for tools.
 *
 * A text that brings a transaction of its own and fails leaves it open on the connection, where everybody's next statement
 * would fail too; it is ended here.
 */
export function runSql(
  db: Db,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<{ rows: Record<string, unknown>[] }> {
  const query = CompiledQuery.raw(sql, [...parameters]) as CompiledQuery<Record<string, unknown>>
  if (!/^\s*begin\b/i.test(sql)) return db.executeQuery(query)
  return db.connection().execute(async (connection) => {
    try {
      return await connection.executeQuery(query)
    } catch (error) {
      await connection.executeQuery(CompiledQuery.raw('rollback'))
      throw error
    }
  })
}
