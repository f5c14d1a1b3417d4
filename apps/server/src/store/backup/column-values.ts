import type { ColumnShape } from './table-shapes.ts'
import { quoted } from './table-shapes.ts'

/**
 * How a value of each type is selected, written as JSON, read again and inserted. Both databases give the same text for the
 * same value, and the value that is inserted from it is the same to the last digit.
 */
interface ColumnKind {
  select(column: string): string
  /** A value that is not null, as JSON. */
  write(value: unknown): string
  /** What was written, as a parameter. */
  read(value: unknown): unknown
}

const plain: ColumnKind = {
  select: (column) => column,
  write: (value) => JSON.stringify(value),
  read: (value) => value,
}

const asText: ColumnKind = { ...plain, select: (column) => `${column}::text` }

/** A document is a document, not a text in a text, wherever its text comes back to the letter. */
const text: ColumnKind = {
  ...plain,
  write: (value) => (isDocument(value as string) ? (value as string) : JSON.stringify(value)),
  read: (value) => (typeof value === 'string' ? value : JSON.stringify(value)),
}

const kinds: Readonly<Record<string, ColumnKind>> = {
  boolean: plain,
  integer: plain,
  bigint: plain,
  numeric: asText,
  text,
  'text[]': plain,
  'timestamp with time zone': {
    ...plain,
    select: (column) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  },
  jsonb: {
    select: (column) => `${column}::text`,
    write: (value) => JSON.stringify(JSON.parse(value as string)),
    read: (value) => JSON.stringify(value),
  },
  bytea: {
    ...plain,
    write: (value) => JSON.stringify(Buffer.from(value as Uint8Array).toString('base64')),
    read: (value) => Buffer.from(value as string, 'base64'),
  },
}

function kindOf({ name, type }: ColumnShape): ColumnKind {
  const kind = kinds[type]
  if (kind === undefined) throw new Error(`a backup does not know the type ${type} of the column ${name}`)
  return kind
}

export function selected(column: ColumnShape): string {
  return `${kindOf(column).select(quoted(column.name))} as ${quoted(column.name)}`
}

/** One line of a backup, as JSON: what `readRow` takes. */
export function writeRow(columns: readonly ColumnShape[], row: Readonly<Record<string, unknown>>): string {
  const fields = columns.map((column) => {
    const value = row[column.name]
    return `${JSON.stringify(column.name)}:${value === null ? 'null' : kindOf(column).write(value)}`
  })
  return `{${fields.join(',')}}`
}

/** The parameters of a row, in the order of the columns; one that the row does not have is null. */
export function readRow(columns: readonly ColumnShape[], row: Readonly<Record<string, unknown>>): unknown[] {
  return columns.map((column) => {
    const value = row[column.name] ?? null
    return value === null ? null : kindOf(column).read(value)
  })
}

function isDocument(text: string): boolean {
  if (!/^[[{]/.test(text)) return false
  try {
    return JSON.stringify(JSON.parse(text)) === text
  } catch {
    return false
  }
}
