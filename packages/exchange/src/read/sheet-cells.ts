import { columnLetters } from '../render/workbook.ts'
import { readTextTable } from './table/text-table.ts'

/**
 * The cells of a sheet with what each of them is, for whoever must tell 0.95 typed as a number from 95% and from a text that
 * looks like one. A table of texts (`grid.ts`) is what people see; this is what the file holds.
 */
export interface SheetCells {
  readonly name: string
  readonly isHidden: boolean
  /** From A1; short rows end where nothing follows. A merged block has its content in its first cell. */
  readonly rows: readonly (readonly FilledCell[])[]
}

export interface FilledCell {
  readonly kind: 'empty' | 'text' | 'number' | 'truth' | 'day' | 'error'
  /**
   * A text as written; a number with up to 15 significant digits and no exponent; `true` or `false`; YYYY-MM-DD; the name
   * of the error (#N/A).
   */
  readonly text: string
  /** A number whose cell shows it as a percentage: 0.95 is 95%. */
  readonly isPercent?: true
  /** The format divides what it shows by thousands, so that people see another number than the cell holds. */
  readonly isScaled?: true
  /** The text that the format puts behind the number: 元. */
  readonly suffix?: string
  /** What stands there was reckoned, when the file was last saved. */
  readonly isFormula?: true
}

export const EMPTY: FilledCell = { kind: 'empty', text: '' }

/** The table of a CSV or TSV text as one sheet; undefined for no text, and for more cells than any table has. */
export function textSheet(name: string, text: string): SheetCells | undefined {
  const table = readTextTable(text)
  if (table === undefined) return undefined
  const cellOf = (content: string): FilledCell => (content.trim() === '' ? EMPTY : { kind: 'text', text: content })
  return { name, isHidden: false, rows: table.rows.map((row) => row.map(({ text }) => cellOf(text))) }
}

/** 数据填报!E12, as people write where a cell is; rows and columns count from 0. */
export function addressOf(sheet: string, row: number, column: number): string {
  return `${sheet}!${columnLetters(column)}${row + 1}`
}
