import type { FileTable } from '../file-table.ts'
import { type Cell, isOrigin, type LooseCell, layOut, type Table } from './grid.ts'

/** A table of a document, told whether anything stands between it and the one before. */
export interface PlacedTable extends FileTable {
  readonly isNext: boolean
}

/**
 * Tables that follow each other with nothing between, cut alike, as one: a page ended there, and its header may stand
 * again. What is not cut alike stays apart.
 */
export function joinContinued(tables: readonly PlacedTable[]): FileTable[] {
  const joined: FileTable[] = []
  for (const { name, table, isNext } of tables) {
    const before = joined.at(-1)
    const both = isNext && before !== undefined ? below(before.table, table) : undefined
    if (before === undefined || both === undefined) joined.push({ name, table })
    else joined[joined.length - 1] = { name: before.name, table: both }
  }
  return joined
}

/** Undefined where they have not the same number of columns. */
function below(one: Table, other: Table): Table | undefined {
  if (one.rows[0]?.length !== other.rows[0]?.length) return undefined
  return layOut(
    [...one.rows, ...other.rows].map((row, at) => looseOf(row, at < one.rows.length ? at : at - one.rows.length)),
  )
}

function looseOf(row: readonly Cell[], at: number): LooseCell[] {
  return row.flatMap((cell, column) =>
    isOrigin(cell, at, column) ? [{ text: cell.text, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan }] : [],
  )
}
