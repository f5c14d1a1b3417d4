/**
 * A table as it was pasted or read: a grid of text without gaps. A merged cell stands at every position it covers, as the
 * same object, so whoever looks up a position finds the text that governs it, and `isOrigin` tells where it begins.
 */
export interface Table {
  /** All of the same length. */
  readonly rows: readonly (readonly Cell[])[]
}

export interface Cell {
  /** Line breaks are \n; leading spaces are kept, since they show levels. */
  readonly text: string
  /** The position of its upper left corner. */
  readonly row: number
  readonly column: number
  /** How many rows and columns it covers, 1 where it is not merged. */
  readonly rowSpan: number
  readonly columnSpan: number
}

export { writeHtmlTable, writeTsv } from '../write/clipboard.ts'
export { readHtmlTable } from './html-table.ts'
export { readTextTable } from './text-table.ts'

/** Whether a cell begins at this position and is not one that reaches here from above or from the left. */
export function isOrigin(cell: Cell, row: number, column: number): boolean {
  return cell.row === row && cell.column === column
}

/** The texts at every position; a merged cell's text stands at its origin only, as a spreadsheet keeps it. */
export function textsOf(table: Table): string[][] {
  return table.rows.map((row, index) => row.map((cell, column) => (isOrigin(cell, index, column) ? cell.text : '')))
}
