import { createHash } from 'node:crypto'
import { ENGINE_VERSION } from '@yardstick/engine'
import { newestStep } from '../migrate.ts'
import { runSql } from '../run-sql.ts'
import type { Db } from '../tables.ts'
import { selected, writeRow } from './column-values.ts'
import { quoted, type TableShape, tableShapes } from './table-shapes.ts'

/**
 * A backup is lines of JSON: a head, a line for each row of each table, and an end with the number of rows and the SHA-256
 * of everything before it. Two databases that hold the same give the same bytes, whichever store they are on.
 */
export interface BackupHead {
  readonly yardstick: typeof BACKUP_FORMAT
  /** Which Yardstick made it. */
  readonly version: string
  /** The newest step of the tables: `008-evaluations`. */
  readonly tables: string
  /** The newest entry of the audit log. */
  readonly audit: { readonly number: number; readonly hash: string }
}

export interface BackupRow {
  readonly table: string
  readonly row: Readonly<Record<string, unknown>>
}

export interface BackupEnd {
  readonly rows: Readonly<Record<string, number>>
  readonly sha256: string
}

export const BACKUP_FORMAT = 'backup/1'

/**
 * The lines of a backup, each with its line break, as they come from the database: one state of it, however much is
 * written meanwhile, and never more than a page in memory.
 */
export async function* backupLines(db: Db): AsyncGenerator<string, BackupHead> {
  const hash = createHash('sha256')
  const hashed = (line: string) => {
    hash.update(line)
    return line
  }
  const transaction = await db.startTransaction().execute()
  try {
    await runSql(transaction, 'set transaction isolation level repeatable read, read only')
    const head = await headOf(transaction)
    yield hashed(`${JSON.stringify(head)}\n`)
    const rows: Record<string, number> = {}
    for (const table of await tableShapes(transaction)) {
      rows[table.name] = 0
      for await (const row of rowsOf(transaction, table)) {
        rows[table.name]!++
        yield hashed(`{"table":${JSON.stringify(table.name)},"row":${row}}\n`)
      }
    }
    yield `${JSON.stringify({ rows, sha256: hash.digest('hex') } satisfies BackupEnd)}\n`
    return head
  } finally {
    await transaction.rollback().execute()
  }
}

async function headOf(db: Db): Promise<BackupHead> {
  const audit = await db.selectFrom('audit_head').select(['number', 'hash']).executeTakeFirstOrThrow()
  const tables = await newestStep(db)
  if (tables === undefined) throw new Error('there are no tables')
  return { yardstick: BACKUP_FORMAT, version: ENGINE_VERSION, tables, audit }
}

/** How much text one page is to hold: rows may be anything from a hundred bytes to megabytes. */
const PAGE = 1_000_000
const MOST_ROWS = 1_000

/**
 * The rows as JSON, in the order of their key by code point, which is the same on every database. A cursor sorts a table
 * once; asking for the rows after a key would sort what is left of it for each page, since no index has this order.
 */
async function* rowsOf(db: Db, { name, columns, key }: TableShape): AsyncGenerator<string> {
  const order = key.map((column) => {
    const isText = columns.some((each) => each.name === column && each.type === 'text')
    return `${quoted(name)}.${quoted(column)}${isText ? ' collate "C"' : ''}`
  })
  const query = `select ${columns.map(selected).join(', ')} from ${quoted(name)} order by ${order.join(', ')}`
  await runSql(db, `declare backup_rows no scroll cursor for ${query}`)
  for (let count = 10; ; ) {
    const { rows } = await runSql(db, `fetch ${count} from backup_rows`)
    let length = 0
    for (const row of rows) {
      const line = writeRow(columns, row)
      length += line.length
      yield line
    }
    if (rows.length < count) break
    count = Math.min(Math.max(Math.floor((count * PAGE) / length), 1), MOST_ROWS)
  }
  await runSql(db, 'close backup_rows')
}
