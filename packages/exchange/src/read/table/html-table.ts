import { CellText } from './cell-text.ts'
import { type LooseCell, layOut, type Table } from './grid.ts'
import { htmlTokens } from './html-tokens.ts'

/**
 * The table on the clipboard, as Excel, WPS, Word and browsers put it there: of several, the one with the most filled
 * cells. A table inside a cell is one of its own, and its text is also the cell's. Cells without their end tags, rows
 * without a table round them and the hidden row Excel adds are taken as they are meant.
 *
 * returns undefined where there is no table, or none that fits in memory
 */
export function readHtmlTable(html: string): Table | undefined {
  const reader = new TableReader()
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') reader.text(token.text)
    else if (token.kind === 'open') reader.open(token.name, token.attributes)
    else reader.close(token.name)
  }
  let largest: { rows: LooseCell[][]; filled: number } | undefined
  for (const rows of reader.finish()) {
    const filled = rows.flat().filter((cell) => cell.text !== '').length
    if (largest === undefined || filled > largest.filled) largest = { rows, filled }
  }
  return largest === undefined ? undefined : layOut(largest.rows)
}

interface OpenTable {
  readonly rows: LooseCell[][]
  row: LooseCell[] | undefined
  isRowHidden: boolean
  cell: { readonly text: CellText; readonly rowSpan: number; readonly columnSpan: number } | undefined
}

class TableReader {
  private readonly done: LooseCell[][][] = []
  private readonly stack: OpenTable[] = []

  text(text: string): void {
    this.stack.at(-1)?.cell?.text.add(text)
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'table') this.stack.push({ rows: [], row: undefined, isRowHidden: false, cell: undefined })
    else if (name === 'tr') {
      const table = this.table()
      this.closeRow(table)
      table.row = []
      table.isRowHidden = isHidden(attributes)
    } else if (name === 'td' || name === 'th') {
      const table = this.table()
      this.closeCell(table)
      table.row ??= []
      table.cell = {
        text: new CellText(),
        rowSpan: spanIn(attributes, 'rowspan', 0),
        columnSpan: spanIn(attributes, 'colspan', 1),
      }
    } else this.stack.at(-1)?.cell?.text.open(name, attributes)
  }

  close(name: string): void {
    const table = this.stack.at(-1)
    if (table === undefined) return
    if (name === 'table') this.closeTable(table)
    else if (name === 'tr') this.closeRow(table)
    else if (name === 'td' || name === 'th') this.closeCell(table)
    else table.cell?.text.close(name)
  }

  finish(): LooseCell[][][] {
    for (let table = this.stack.at(-1); table !== undefined; table = this.stack.at(-1)) this.closeTable(table)
    return this.done
  }

  /** Some programs hand over rows alone. */
  private table(): OpenTable {
    if (this.stack.length === 0) this.open('table', new Map())
    return this.stack.at(-1)!
  }

  private closeTable(table: OpenTable): void {
    this.closeRow(table)
    this.stack.pop()
    if (table.rows.some((row) => row.length > 0)) this.done.push(table.rows)
    const outside = this.stack.at(-1)?.cell
    for (const row of table.rows) {
      for (const { text } of row) outside?.text.addLine(text)
    }
  }

  private closeRow(table: OpenTable): void {
    this.closeCell(table)
    const { row } = table
    table.row = undefined
    if (row === undefined || (table.isRowHidden && row.every((cell) => cell.text === ''))) return
    table.rows.push(row)
  }

  private closeCell(table: OpenTable): void {
    if (table.cell === undefined) return
    const { text, rowSpan, columnSpan } = table.cell
    table.row?.push({ text: text.finish(), rowSpan, columnSpan })
    table.cell = undefined
  }
}

function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  return /display\s*:\s*none/i.test(attributes.get('style') ?? '')
}

/** At most what browsers take; `least` is 0 for rows, which means: to the end. */
function spanIn(attributes: ReadonlyMap<string, string>, name: string, least: 0 | 1): number {
  const given = /^\s*(\d{1,7})/.exec(attributes.get(name) ?? '')?.[1]
  const span = given === undefined ? 1 : Number(given)
  return span < least ? 1 : Math.min(span, name === 'colspan' ? 1_000 : 65_534)
}
