import { createHash } from 'node:crypto'
import { migrate, newestStep, steps } from '../migrate.ts'
import { runSql } from '../run-sql.ts'
import type { Db } from '../tables.ts'
import { BACKUP_FORMAT, type BackupEnd, type BackupHead, type BackupRow } from './backup-lines.ts'
import { readRow } from './column-values.ts'
import { quoted, type TableShape, tableShapes } from './table-shapes.ts'

/** What is read is not a whole backup: `line` says where that was seen. */
export class BackupBroken extends Error {
  constructor(
    readonly what: 'head' | 'line' | 'end' | 'hash',
    readonly line: number,
  ) {
    super(`not a whole backup: ${what}, line ${line}`)
  }
}

/** The backup was made by a newer Yardstick, whose tables this one does not know. */
export class BackupNewer extends Error {
  constructor(readonly head: BackupHead) {
    super(`made by Yardstick ${head.version}, with the tables of ${head.tables}`)
  }
}

/** Something is in the database already: a backup is never mixed with it. */
export class DatabaseNotEmpty extends Error {
  constructor(readonly table: string) {
    super(`the database is not empty: ${table}`)
  }
}

/** Looks through a whole backup without changing anything. throws  `BackupBroken`, `BackupNewer` */
export async function verifyBackup(lines: AsyncIterable<string>): Promise<BackupHead> {
  const reading = readBackup(lines)
  for (;;) {
    const { done, value } = await reading.next()
    if (done === true) return value
  }
}

/**
 * Puts a backup into a database with nothing in it: all of it or, where anything is wrong with it, nothing. The tables are
 * made as they were when the backup was and then brought to the newest form.
 *
 * throws  `BackupBroken`, `BackupNewer`, `DatabaseNotEmpty`
 */
export async function restoreLines(db: Db, lines: AsyncIterable<string>): Promise<BackupHead> {
  const reading = readBackup(lines)
  const first = await reading.next()
  if (first.done === true || !('head' in first.value)) throw new BackupBroken('head', 1)
  await makeTables(db, first.value.head)
  const head = await db.transaction().execute((transaction) => fill(transaction, reading))
  await migrate(db)
  await runSql(db, 'analyze')
  return head
}

async function makeTables(db: Db, { tables }: BackupHead): Promise<void> {
  const found = await newestStep(db)
  if (found === tables) return
  const isOlder = found === undefined || (steps.includes(found) && steps.indexOf(found) < steps.indexOf(tables))
  if (isOlder) return migrate(db, tables)
  throw new DatabaseNotEmpty(found)
}

type Reading = AsyncGenerator<{ readonly head: BackupHead } | BackupRow, BackupHead>

async function fill(db: Db, reading: Reading): Promise<BackupHead> {
  const shapes = new Map((await tableShapes(db)).map((shape) => [shape.name, shape]))
  await demandEmpty(db, [...shapes.keys()])
  // A row may name one that comes later: what belongs together is looked at when all are there.
  const references = await dropReferences(db)
  let page: { table: TableShape; rows: unknown[][]; size: number } | undefined
  for (;;) {
    const { done, value } = await reading.next()
    const name = done === true || 'head' in value ? undefined : value.table
    if (page !== undefined && (page.table.name !== name || page.size > PAGE || page.rows.length >= MOST_ROWS)) {
      await insert(db, page.table, page.rows)
      page = undefined
    }
    if (done === true) {
      for (const statement of references) await runSql(db, statement)
      return value
    }
    if ('head' in value) continue
    const table = shapes.get(value.table)
    if (table === undefined) throw new BackupBroken('line', 0)
    page ??= { table, rows: [], size: 0 }
    const row = readRow(table.columns, value.row)
    page.rows.push(row)
    page.size += row.reduce<number>((sum, each) => sum + ((each as { length?: number } | null)?.length ?? 0), 0)
  }
}

async function demandEmpty(db: Db, tables: readonly string[]): Promise<void> {
  // The head of an empty log is written with its table; one with entries will not let itself be taken away here.
  await db.deleteFrom('audit_head').where('number', '=', 0).execute()
  // What comes with the product is in every database that a server has begun with.
  if (tables.includes('template')) await db.deleteFrom('template').where('source', '=', 'built-in').execute()
  for (const name of tables) {
    const { rows } = await runSql(db, `select 1 from ${quoted(name)} limit 1`)
    if (rows.length > 0) throw new DatabaseNotEmpty(name)
  }
}

/** Returns the statements that bring them back. */
async function dropReferences(db: Db): Promise<string[]> {
  const { rows } = await runSql(
    db,
    `select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by conname`,
  )
  const references = rows as { table: string; name: string; definition: string }[]
  for (const { table, name } of references) await runSql(db, `alter table ${table} drop constraint ${name}`)
  return references.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`)
}

const PAGE = 1_000_000
const MOST_ROWS = 500

async function insert(db: Db, { name, columns }: TableShape, rows: readonly unknown[][]): Promise<void> {
  const values = rows.map((_, at) => {
    const own = columns.map(({ type }, column) => `$${at * columns.length + column + 1}::${type}`)
    return `(${own.join(', ')})`
  })
  const named = columns.map((column) => quoted(column.name)).join(', ')
  await runSql(db, `insert into ${quoted(name)} (${named}) values ${values.join(', ')}`, rows.flat())
}

/** The head, then the rows; returns the head once the end has been found to be right. */
async function* readBackup(lines: AsyncIterable<string>): Reading {
  const hash = createHash('sha256')
  const rows: Record<string, number> = {}
  let head: BackupHead | undefined
  let end: BackupEnd | undefined
  let number = 0
  for await (const line of lines) {
    number++
    if (end !== undefined) throw new BackupBroken('end', number)
    const read = parse(line, head === undefined ? 'head' : 'line', number)
    if (head === undefined) {
      head = headIn(read)
      yield { head }
    } else if (isRow(read)) {
      rows[read.table] = (rows[read.table] ?? 0) + 1
      yield read
    } else if (isEnd(read)) {
      end = read
      continue
    } else throw new BackupBroken('line', number)
    hash.update(`${line}\n`)
  }
  if (head === undefined) throw new BackupBroken('head', 1)
  if (end === undefined) throw new BackupBroken('end', number)
  const isWhole = Object.entries(end.rows).every(([table, count]) => (rows[table] ?? 0) === count)
  if (!isWhole || hash.digest('hex') !== end.sha256) throw new BackupBroken('hash', number)
  return head
}

function parse(line: string, what: 'head' | 'line', number: number): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(line)
    if (typeof read === 'object' && read !== null) return read as Record<string, unknown>
  } catch {
    // Told below.
  }
  throw new BackupBroken(what, number)
}

function headIn(read: Record<string, unknown>): BackupHead {
  if (read['yardstick'] !== BACKUP_FORMAT || typeof read['tables'] !== 'string') throw new BackupBroken('head', 1)
  const head = read as unknown as BackupHead
  if (!steps.includes(head.tables)) throw new BackupNewer(head)
  return head
}

const isRow = (read: Record<string, unknown>): read is Record<string, unknown> & BackupRow =>
  typeof read['table'] === 'string' && typeof read['row'] === 'object' && read['row'] !== null

const isEnd = (read: Record<string, unknown>): read is Record<string, unknown> & BackupEnd =>
  typeof read['sha256'] === 'string' && typeof read['rows'] === 'object' && read['rows'] !== null
