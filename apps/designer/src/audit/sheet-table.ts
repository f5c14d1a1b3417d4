import { type Language, pointer, type ScoreSheet, type ScoreSheetRow } from '@yardstick/model'
import { type Fact, factsOf, targetOf, writtenOf } from './sheet-facts.ts'

/**
 * A score sheet as it was printed: a row for each leaf, and left of it the rows it stands under, in cells that reach over
 * all their leaves. Every cell knows its place in the document, so that what the audit finds is marked where it stands.
 */
export interface SheetTable {
  /** Columns of levels: 一级, 二级, 三级 … */
  readonly depth: number
  /** Columns that some row has something for; the others are not shown. */
  readonly has: { readonly [C in Column]: boolean }
  readonly rows: readonly LeafRow[]
}

export type Column = 'standard' | 'target' | 'actual' | 'facts' | 'rate'

/** A text at its place; undefined where nothing is printed. */
export interface PrintedCell {
  readonly pointer: string
  readonly text: string | undefined
}

export interface PrintedRow {
  readonly pointer: string
  readonly name: string
  readonly points: PrintedCell
  readonly score: PrintedCell
  readonly rate: PrintedCell
  readonly standard: PrintedCell
  readonly target: PrintedCell
  readonly actual: PrintedCell
  readonly facts: readonly Fact[]
}

export interface LeafRow extends PrintedRow {
  /** From the first level down to the one above. */
  readonly above: readonly PrintedRow[]
  /** Columns of levels that its own name takes. */
  readonly columns: number
}

export function sheetTable(sheet: ScoreSheet, language: Language): SheetTable {
  const found: Omit<LeafRow, 'columns'>[] = []
  const visit = (rows: readonly ScoreSheetRow[], place: string, above: readonly PrintedRow[]) => {
    for (const [index, row] of rows.entries()) {
      const printed = printedRow(row, `${place}${pointer(index)}`, language)
      if (row.children.length > 0) visit(row.children, `${printed.pointer}/children`, [...above, printed])
      else found.push({ ...printed, above })
    }
  }
  visit(sheet.tree, '/tree', [])
  const depth = found.reduce((most, { above }) => Math.max(most, above.length + 1), 1)
  const isThere = (cell: 'standard' | 'target' | 'actual' | 'rate') => found.some((row) => row[cell].text !== undefined)
  return {
    depth,
    has: {
      standard: isThere('standard'),
      target: isThere('target'),
      actual: isThere('actual'),
      rate: isThere('rate'),
      facts: found.some(({ facts }) => facts.length > 0),
    },
    rows: found.map((row) => ({ ...row, columns: depth - row.above.length })),
  }
}

function printedRow(row: ScoreSheetRow, place: string, language: Language): PrintedRow {
  const data = row.data ?? {}
  const inData = row.printedRate === undefined && 'printedRate' in data
  return {
    pointer: place,
    name: row.name,
    points: cell(`${place}/weight`, row.weight),
    score: cell(`${place}/score`, row.score),
    rate: inData
      ? cell(`${place}/data/printedRate`, data['printedRate'])
      : { pointer: `${place}/printedRate`, text: percent(row.printedRate) },
    standard: cell(`${place}/standard`, row.standard),
    target: { pointer: `${place}/data/target`, text: targetOf(data) },
    actual: { pointer: `${place}/data/actual`, text: writtenOf(data['actual'], data['unit'], language) },
    facts: factsOf(data, `${place}/data`, language),
  }
}

function cell(place: string, value: unknown): PrintedCell {
  const text = value === null || value === undefined || value === '' ? undefined : String(value)
  return { pointer: place, text }
}

/** The column of a sheet is in percent; a ratio is shown as it stands. */
function percent(rate: number | null | undefined): string | undefined {
  if (rate === null || rate === undefined) return undefined
  return rate > 0 && rate <= 1 ? String(rate) : `${rate}%`
}

/** A merged cell of the columns of levels, where it begins. */
export interface LevelCell {
  readonly row: PrintedRow
  readonly column: number
  /** Rows it reaches over, of those that are drawn. */
  readonly rows: number
}

/** The merged cells that begin in each of the rows from `from` up to `to`; one that began above begins anew in the first. */
export function levelCells(rows: readonly LeafRow[], from = 0, to = rows.length): readonly (readonly LevelCell[])[] {
  const shown = rows.slice(from, to)
  return shown.map(({ above }, index) =>
    above.flatMap((row, column): LevelCell[] => {
      const isUnder = (other: LeafRow | undefined) => other?.above[column]?.pointer === row.pointer
      if (isUnder(shown[index - 1])) return []
      let end = index + 1
      while (isUnder(shown[end])) end++
      return [{ row, column, rows: end - index }]
    }),
  )
}

/** The first row in which the cell is seen, also that of a branch above it; -1 where it is none of the rows'. */
export function rowOfCell(rows: readonly LeafRow[], cell: string): number {
  const isOwn = ({ pointer: row }: PrintedRow) =>
    cell === row || (cell.startsWith(`${row}/`) && !cell.startsWith(`${row}/children/`))
  return rows.findIndex((row) => isOwn(row) || row.above.some(isOwn))
}
