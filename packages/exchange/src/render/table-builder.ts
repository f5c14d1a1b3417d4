import type { DocumentCell, DocumentTable } from './document.ts'
import type { Block } from './workbook.ts'

/** Rows and cells put where they belong, merged cells among them, until the table is whole. */
export class TableBuilder {
  readonly #columns: readonly number[]
  readonly #rows: (DocumentCell | null)[][] = []
  readonly #merges: Block[] = []

  /** `columns`: widths in characters. */
  constructor(columns: readonly number[]) {
    this.#columns = columns
  }

  /** How many rows there are; the number of the next one. */
  get height(): number {
    return this.#rows.length
  }

  /** A cell that may reach over several rows and columns; rows come to be as they are needed. */
  put(row: number, column: number, cell: DocumentCell, rowSpan = 1, columnSpan = 1): void {
    while (this.#rows.length < row + rowSpan) this.#rows.push(this.#columns.map(() => null))
    this.#rows[row]![column] = cell
    if (rowSpan * columnSpan > 1) this.#merges.push({ row, column, rowSpan, columnSpan })
  }

  text(row: number, column: number, text: string, look: DocumentCell['look'], rowSpan = 1, columnSpan = 1): void {
    this.put(row, column, { content: { text }, look }, rowSpan, columnSpan)
  }

  /** The next row, its texts from the first column on. */
  line(texts: readonly string[], look: DocumentCell['look'] | readonly DocumentCell['look'][]): void {
    const row = this.height
    for (const [column, text] of texts.entries()) {
      this.text(row, column, text, typeof look === 'string' ? look : look[column]!)
    }
  }

  table(headerRows: number): DocumentTable {
    return { columns: this.#columns, rows: this.#rows, merges: this.#merges, headerRows }
  }
}
