import type { Table } from './table/grid.ts'

/** One table of a file. */
export interface FileTable {
  /** The name of its sheet, or the heading above it; undefined where it has none. */
  readonly name: string | undefined
  readonly table: Table
}
