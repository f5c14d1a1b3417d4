import { isOrigin, type Table } from '@yardstick/exchange/table'
import type { RowsShown } from './use-rows-shown.ts'

/** A cell of their sheet as it is drawn: where it begins and how far it reaches, in rows and columns. */
export interface DrawnCell {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** The cells that reach into the rows in view, merged ones whole, each once, by the row in view they are drawn with. */
export function cellsShown({ rows }: Table, { from, to }: RowsShown): ReadonlyMap<number, DrawnCell[]> {
  const shown = new Map<number, DrawnCell[]>()
  for (let row = from; row < Math.min(to, rows.length); row++) {
    const cells = rows[row]!.flatMap((cell, column): DrawnCell[] => {
      const begins = isOrigin(cell, row, column) || (row === from && cell.row < from && cell.column === column)
      return begins ? [cell] : []
    })
    shown.set(row, cells)
  }
  return shown
}
