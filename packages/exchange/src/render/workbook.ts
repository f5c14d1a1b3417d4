/**
 * A workbook as plain data: what stands in its cells and what each cell is for. How that looks and how it becomes a file
 * is the matter of `write/xlsx.ts`.
 */
export interface Workbook {
  readonly title: string
  readonly language: 'zh' | 'en'
  /** When it was made, ISO 8601; shown in the file's properties. */
  readonly madeAt?: string
  readonly sheets: readonly WorkbookSheet[]
}

export interface WorkbookSheet {
  readonly name: string
  /** Widths in characters. */
  readonly columns: readonly number[]
  readonly rows: readonly (readonly (WorkbookCell | null)[])[]
  readonly merges: readonly Block[]
  /** Rows and columns that stay in sight, the rows also repeated on every printed page. */
  readonly frozen: { readonly rows: number; readonly columns: number }
  /** Cells that are marked where they are not empty. */
  readonly marked: readonly Block[]
  /** Of the printed page; landscape where nothing is said. */
  readonly orientation?: 'portrait'
  /** Not shown to people, for what a program reads again. */
  readonly isHidden?: true
  readonly hiddenColumns?: readonly number[]
  readonly hiddenRows?: readonly number[]
  /** Nothing can be moved or changed but cells of the look `input`; without a password. */
  readonly isLocked?: true
  readonly rules?: readonly CellRule[]
}

/** What may be entered into the cells of a block, told while somebody types. */
export interface CellRule {
  readonly block: Block
  readonly allows:
    | { readonly choices: readonly string[] }
    /** A reference to the cells that hold the choices, for those a rule itself cannot hold. */
    | { readonly choicesAt: string }
    /** Exact text; an end that is not stated is open. */
    | { readonly kind: 'number' | 'whole'; readonly min?: string; readonly max?: string }
    | { readonly kind: 'day' }
  readonly message: string
  /** Anything else is refused; else it is asked about. */
  readonly isStrict?: true
}

/** Rows and columns count from 0. */
export interface Block {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

export interface WorkbookCell {
  readonly content: CellContent
  readonly look: CellLook
}

/**
 * A number is exact text ("83.51", "20/3") until it is written; `percent` shows a ratio as a percentage with so many
 * digits, `grouped` a number with at least so many and with a comma between thousands. A formula has no = before it; no value is stored with it, so that what a program shows it has reckoned itself.
 */
export type CellContent =
  | { readonly text: string }
  | { readonly number: string; readonly percent?: number; readonly grouped?: number }
  | { readonly date: string }
  | { readonly formula: string; readonly percent?: number; readonly isDate?: true }
  /** Nothing yet; it shows what is entered as this. */
  | { readonly blank: 'text' | 'date' | { readonly percent: number } | { readonly grouped: number } }

/** What a cell is for: the heading, a column's header, a level or a text, a figure, a sum of figures, an aside, an entry, a heading among rows. */
export type CellLook = 'title' | 'header' | 'text' | 'figure' | 'sum' | 'aside' | 'plain' | 'input' | 'section'

/** $C$5 of a cell counted from 0. */
export function cellReference(row: number, column: number): string {
  return `$${columnLetters(column)}$${row + 1}`
}

/** The same from every sheet: '数据'!$C$5. */
export function sheetReference(sheet: string, row: number, column: number): string {
  return `'${sheet.replaceAll("'", "''")}'!${cellReference(row, column)}`
}

export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter
}
