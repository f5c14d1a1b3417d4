import { Exact, type Language } from '@yardstick/model'
import type { Block, CellContent, Workbook, WorkbookCell, WorkbookSheet } from './workbook.ts'

/**
 * Lists as they are seen in a page, for those who go on with them in Excel: what a sheet shows in one sentence, a header
 * that stays in sight, and a row for each line. Numbers and rates are numbers there.
 */
export interface List {
  readonly name: string
  /** Under the title: what is seen, where it is from. */
  readonly notes: readonly string[]
  readonly columns: readonly ListColumn[]
  /** In order of the columns; null and '' stay empty. */
  readonly rows: readonly (readonly (string | null)[])[]
  /** Columns that stay in sight; 1 where nothing is said. */
  readonly frozen?: number
}

export interface ListColumn {
  readonly name: string
  /** Stands above columns that follow each other under the same head. */
  readonly head?: string
  /** In characters. */
  readonly width: number
  /** What is no number in such a column stands as text: 不适用. A rate is a ratio, 0.95. */
  readonly kind?: 'number' | 'rate'
}

export interface ListWorkbookInput {
  readonly title: string
  readonly language: Language
  readonly madeAt?: string
  readonly lists: readonly List[]
}

export function listWorkbook({ title, language, madeAt, lists }: ListWorkbookInput): Workbook {
  const sheets = lists.map((list) => sheetOf(title, list))
  return { title, language, ...(madeAt === undefined ? {} : { madeAt }), sheets }
}

/** A list as texts, for CSV: the header in one row, a rate with its sign, a fraction as a decimal of four digits. */
export function listTable({ columns, rows }: Pick<List, 'columns' | 'rows'>): string[][] {
  const header = columns.map(({ name, head }) => (head === undefined ? name : `${head} / ${name}`))
  return [header, ...rows.map((row) => row.map((value, at) => shown(value, columns[at]?.kind)))]
}

function sheetOf(title: string, { name, notes, columns, rows, frozen = 1 }: List): WorkbookSheet {
  const hasHeads = columns.some(({ head }) => head !== undefined)
  const above = [title, ...notes]
  const top = above.length
  const header = (text: string): WorkbookCell => ({ content: { text }, look: 'header' })
  const heads = columns.map(({ head, name }) => header(head ?? name))
  const names = columns.map(({ name }) => header(name))
  const width = columns.length
  return {
    name,
    columns: columns.map((column) => column.width),
    rows: [
      ...above.map((text, at): (WorkbookCell | null)[] => [{ content: { text }, look: at === 0 ? 'title' : 'plain' }]),
      ...(hasHeads ? [heads, names] : [names]),
      ...rows.map((row) => columns.map(({ kind }, at) => cellOf(row[at] ?? null, kind))),
    ],
    merges: [
      ...above.map((_, row) => ({ row, column: 0, rowSpan: 1, columnSpan: width })),
      ...(hasHeads ? headBlocks(columns, top) : []),
    ],
    frozen: { rows: top + (hasHeads ? 2 : 1), columns: frozen },
    marked: [],
  }
}

/** Columns of one head side by side; a column without one fills both rows. */
function headBlocks(columns: readonly ListColumn[], row: number): Block[] {
  const blocks: Block[] = []
  let from = 0
  while (from < columns.length) {
    const { head } = columns[from]!
    let to = from + 1
    while (head !== undefined && columns[to]?.head === head) to++
    blocks.push({ row, column: from, rowSpan: head === undefined ? 2 : 1, columnSpan: to - from })
    from = to
  }
  return blocks
}

function cellOf(value: string | null, kind: ListColumn['kind']): WorkbookCell {
  const text = value ?? ''
  return kind === undefined ? { content: { text }, look: 'text' } : { content: figure(text, kind), look: 'figure' }
}

function figure(text: string, kind: 'number' | 'rate'): CellContent {
  if (Exact.fromText(text) === undefined) return { text }
  return kind === 'rate' ? { number: text, percent: 1 } : { number: text }
}

function shown(value: string | null, kind: ListColumn['kind']): string {
  const number = kind === undefined || value === null ? undefined : Exact.fromText(value)
  if (number === undefined) return value ?? ''
  if (kind === 'rate') return `${number.times(Exact.integer(100)).round(1).toText()}%`
  // Excel would make a day of 25/3.
  return number.decimalDigits === undefined ? number.round(4).toText() : (value ?? '')
}
