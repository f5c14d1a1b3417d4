import type { Item, ItemField } from '@yardstick/model'
import type { CellRule, WorkbookCell, WorkbookSheet } from '../workbook.ts'
import { block, textCell, valueRule } from './entry-cells.ts'
import type { EntryContext } from './entry-workbook-input.ts'

/** A sheet that people add rows to: what it is called, and a column for each value of a row. */
interface RowsSheet<V> {
  readonly name: string
  readonly title: string
  /** What stands hidden before the keys of the columns, and tells what the sheet holds. */
  readonly mark: string
  /** Over the first column that is seen. */
  readonly first: string
  readonly values: readonly V[]
  readonly headerOf: (value: V) => string
  /** Of the columns that are seen. */
  readonly widths: readonly number[]
  /** As many columns does the title stand over. */
  readonly titleColumns: number
  readonly rows: readonly (readonly (WorkbookCell | null)[])[]
}

/**
 * The row above the headers is hidden and holds the keys of the columns behind the sheet's mark; the first column is hidden
 * too. Nothing is locked, since people add rows.
 */
export function rowsSheet<V extends Item | ItemField>(sheet: RowsSheet<V>, context: EntryContext): WorkbookSheet {
  const { name, title, mark, first, values, headerOf, widths, titleColumns, rows } = sheet
  return {
    name,
    columns: [6, ...widths],
    rows: [
      [null, textCell(title, 'title')],
      [textCell(mark, 'aside'), null, ...values.map(({ id }) => textCell(id, 'aside'))],
      [null, textCell(first, 'header'), ...values.map((value) => textCell(headerOf(value), 'header'))],
      ...rows,
    ],
    merges: [block(0, 1, 1, titleColumns)],
    frozen: { rows: HEAD_ROWS, columns: FIRST_VALUE },
    marked: [],
    hiddenColumns: [0],
    hiddenRows: [1],
    rules: values.flatMap((value, index): CellRule[] => {
      const rule = valueRule(value, block(HEAD_ROWS, FIRST_VALUE + index, rows.length), context)
      return rule === undefined ? [] : [rule]
    }),
  }
}

const HEAD_ROWS = 3
const FIRST_VALUE = 2
