import { runSql } from '../run-sql.ts'
import type { Db } from '../tables.ts'

/** A table as the database itself describes it: a backup knows no table by name, so that none can be forgotten. */
export interface TableShape {
  readonly name: string
  /** In their order. */
  readonly columns: readonly ColumnShape[]
  /** Names of the columns of the primary key, in its order. */
  readonly key: readonly string[]
}

export interface ColumnShape {
  readonly name: string
  /** As PostgreSQL writes it: text, timestamp with time zone, text[] … */
  readonly type: string
}

/**
 * Not in a backup: sessions, since whoever could sign in then need not be able to when it is read back, and which steps of
 * the tables have been gone, which a database knows of itself. What waits in the job queue is made anew from the runs.
 */
const LEFT_OUT = ['session', 'kysely_migration', 'kysely_migration_lock']

/** All tables of which a backup is made, in the same order on every database. */
export async function tableShapes(db: Db): Promise<TableShape[]> {
  const { rows } = await runSql(
    db,
    `select t.relname as table_name, a.attname as column_name, format_type(a.atttypid, a.atttypmod) as type,
        coalesce(array_position(k.conkey::int2[], a.attnum), 0) as place
      from pg_class t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      left join pg_constraint k on k.conrelid = t.oid and k.contype = 'p'
      where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace
      order by t.relname collate "C", a.attnum`,
  )
  const columns = rows as { table_name: string; column_name: string; type: string; place: number }[]
  const names = [...new Set(columns.map((each) => each.table_name))].filter((name) => !LEFT_OUT.includes(name))
  return names.map((name) => {
    const own = columns.filter((each) => each.table_name === name)
    const inKey = own.filter(({ place }) => place > 0).sort((a, b) => a.place - b.place)
    return {
      name,
      columns: own.map((each) => ({ name: each.column_name, type: each.type })),
      key: inKey.map((each) => each.column_name),
    }
  })
}

/** A name as it stands in SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
