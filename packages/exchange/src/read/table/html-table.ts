import type { FileTable } from '../file-table.ts'
import { CellText } from './cell-text.ts'
import { type LooseCell, layOut, type Table } from './grid.ts'
import { headingOf } from './heading.ts'
import { htmlTokens } from './html-tokens.ts'

/**
 * The table on the clipboard, as Excel, WPS, Word and browsers put it there: of several, the one with the most filled
 * cells. A table inside a cell is one of its own, and its text is also the cell's. Cells without their end tags, rows
 * without a table round them and the hidden row Excel adds are taken as they are meant.
 *
 * returns undefined where there is no table, or none that fits in memory
 */
export function readHtmlTable(html: string): Table | undefined {
  let largest: { rows: LooseCell[][]; filled: number } | undefined
  for (const { rows } of tablesIn(html)) {
    const filled = rows.flat().filter((cell) => cell.text !== '').length
    if (largest === undefined || filled > largest.filled) largest = { rows, filled }
  }
  return largest === undefined ? undefined : layOut(largest.rows)
}

/** All tables of a page with something in them, in their order, named by the line of text before them. */
export function readHtmlTables(html: string): FileTable[] {
  return tablesIn(html).flatMap(({ rows, name }) => {
    const table = layOut(rows)
    return table?.rows.some((row) => row.some(({ text }) => text.trim() !== '')) ? [{ name, table }] : []
  })
}

interface LooseTable {
  readonly rows: LooseCell[][]
  readonly name: string | undefined
}

function tablesIn(html: string): LooseTable[] {
  const reader = new TableReader()
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') reader.text(token.text)
    else if (token.kind === 'open') reader.open(token.name, token.attributes)
    else reader.close(token.name)
  }
  return reader.finish()
}

interface OpenTable {
  readonly rows: LooseCell[][]
  readonly name: string | undefined
  row: LooseCell[] | undefined
  isRowHidden: boolean
  cell: { readonly text: CellText; readonly rowSpan: number; readonly columnSpan: number } | undefined
}

class TableReader {
  private readonly done: LooseTable[] = []
  private readonly stack: OpenTable[] = []
  /** What stands before the next table. */
  private outside = new CellText()

  text(text: string): void {
    const { cell } = this.stack.at(-1) ?? {}
    if (cell !== undefined) cell.text.add(text)
    else if (this.stack.length === 0) this.outside.add(text)
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'table') {
      const heading = headingOf(this.outside.finish().split('\n'))
      this.outside = new CellText()
      this.stack.push({ rows: [], name: heading, row: undefined, isRowHidden: false, cell: undefined })
    } else if (name === 'tr') {
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
    } else (this.stack.at(-1)?.cell?.text ?? this.outside).open(name, attributes)
  }

  close(name: string): void {
    const table = this.stack.at(-1)
    if (table === undefined) this.outside.close(name)
    else if (name === 'table') this.closeTable(table)
    else if (name === 'tr') this.closeRow(table)
    else if (name === 'td' || name === 'th') this.closeCell(table)
    else table.cell?.text.close(name)
  }

  finish(): LooseTable[] {
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
    if (table.rows.some((row) => row.length > 0)) this.done.push(table)
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
