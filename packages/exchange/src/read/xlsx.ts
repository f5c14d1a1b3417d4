import { type Issue, issue, type Result } from '@yardstick/model'
import { formatValue } from 'hucre'
import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx'
import { plainText, shownAs } from './cell-format.ts'
import { EMPTY, type FilledCell, type SheetCells } from './sheet-cells.ts'
import { type LooseCell, layOut, type Table } from './table/grid.ts'
import { workbookTrouble } from './workbook-kind.ts'

/** A sheet of a workbook with something on it, as the clipboard would have handed it over. */
export interface SheetTable {
  readonly name: string
  /** Its first cell is A1, so that rows count as the sheet counts them. */
  readonly table: Table
}

/**
 * The door to hucre, which reads the file: .xlsx → the tables on its visible sheets, in their order, at least one. Texts are
 * what people see: numbers, percentages and days in the format of their cell, though with every digit that they hold, and
 * formulas as the value that was last computed.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<SheetTable[]>> {
  const read = await openSheets(bytes, 'shown')
  return read.ok ? sheetTables(read.value) : read
}

/** What a reader of workbooks hands over of a sheet; also that of .xls, whose cells are shown alike. */
export type SheetContent = Pick<Sheet, 'name' | 'rows' | 'merges'> & {
  /** By row and column: `4,0`. */
  readonly cells?: ReadonlyMap<string, Pick<Cell, 'style'>>
}

/** The tables of sheets with something on them, or why there is none. */
export function sheetTables(sheets: readonly SheetContent[]): Result<SheetTable[]> {
  const tables: SheetTable[] = []
  const issues: Issue[] = []
  for (const sheet of sheets) {
    const read = tableOf(sheet)
    if (read === 'too-large') issues.push(sheetTooLarge(sheet.name))
    else if (read !== undefined) tables.push({ name: sheet.name, table: read })
  }
  if (tables.length > 0) return { ok: true, value: tables }
  return { ok: false, issues: issues.length > 0 ? issues : [issue('FILE_WORKBOOK_EMPTY', {})] }
}

/**
 * The cells of every sheet, hidden ones too, with what each of them is: for a file that we made and people filled in. A
 * sheet with more rows or columns than there may be refuses the file.
 */
export async function readSheets(bytes: Uint8Array): Promise<Result<SheetCells[]>> {
  const read = await openSheets(bytes, 'all')
  if (!read.ok) return read
  const sheets = read.value.map((sheet): SheetCells => {
    const { name, hidden, veryHidden } = sheet
    const rows = sheet.rows.map((row, at) =>
      trimmed(row.map((value, column) => filledCell(value, sheet.cells?.get(`${at},${column}`)))),
    )
    const last = rows.findLastIndex((row) => row.length > 0)
    return { name, isHidden: hidden === true || veryHidden === true, rows: rows.slice(0, last + 1) }
  })
  const issues = sheets
    .filter(({ rows }) => rows.length > MOST_ROWS || rows.some((row) => row.length > MOST_COLUMNS))
    .map(({ name }) => sheetTooLarge(name))
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: sheets }
}

async function openSheets(bytes: Uint8Array, which: 'shown' | 'all'): Promise<Result<readonly Sheet[]>> {
  const trouble = workbookTrouble(bytes)
  if (trouble !== undefined) return { ok: false, issues: [trouble] }
  try {
    const options = { readStyles: true, range: `A1:${FIRST_COLUMN_TOO_MANY}${MOST_ROWS + 1}` }
    const isShown = ({ hidden, veryHidden }: { hidden?: boolean; veryHidden?: boolean }) => !hidden && !veryHidden
    const { sheets } = await readXlsx(bytes, which === 'all' ? options : { ...options, sheets: isShown })
    return { ok: true, value: sheets }
  } catch {
    return { ok: false, issues: [issue('FILE_WORKBOOK_BROKEN', {})] }
  }
}

function trimmed(row: readonly FilledCell[]): FilledCell[] {
  return row.slice(0, row.findLastIndex(({ kind, isFormula }) => kind !== 'empty' || isFormula === true) + 1)
}

function filledCell(value: CellValue | undefined, cell: Cell | undefined): FilledCell {
  const isFormula = cell?.formula === undefined ? {} : { isFormula: true as const }
  if (cell?.type === 'error') return { kind: 'error', text: String(value ?? ''), ...isFormula }
  if (value === null || value === undefined) return { ...EMPTY, ...isFormula }
  if (typeof value === 'boolean') return { kind: 'truth', text: String(value), ...isFormula }
  if (typeof value === 'number')
    return { kind: 'number', text: plainText(value), ...shownAs(cell?.style?.numFmt ?? ''), ...isFormula }
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return { kind: 'error', text: '#####', ...isFormula }
    return { kind: 'day', text: value.toISOString().slice(0, 10), ...isFormula }
  }
  const text = textOf(value, cell)
  return text.trim() === '' ? { ...EMPTY, ...isFormula } : { kind: 'text', text, ...isFormula }
}

const MOST_ROWS = 10_000
const MOST_COLUMNS = 256
const FIRST_COLUMN_TOO_MANY = 'IW'

function sheetTooLarge(name: string): Issue {
  return issue('FILE_SHEET_TOO_LARGE', { where: [name], expected: { rows: MOST_ROWS, columns: MOST_COLUMNS } })
}

/** Undefined for a sheet without any text. */
function tableOf(sheet: SheetContent): Table | 'too-large' | undefined {
  const texts = sheet.rows.map((row, at) =>
    row.map((value, column) => {
      const cell = sheet.cells?.get(`${at},${column}`)
      return indented(textOf(value, cell), cell)
    }),
  )
  const rows = texts.findLastIndex((row) => row.some((text) => text.trim() !== '')) + 1
  if (rows === 0) return undefined
  const columns = Math.max(...texts.slice(0, rows).map((row) => row.findLastIndex((text) => text.trim() !== ''))) + 1
  if (rows > MOST_ROWS || columns > MOST_COLUMNS) return 'too-large'
  const covers = coversOf(sheet, rows, columns)
  const loose = texts.slice(0, rows).map((row, at) =>
    Array.from({ length: columns }, (_, column): LooseCell[] => {
      const cover = covers.get(at * columns + column)
      if (cover === undefined) return [{ text: row[column] ?? '' }]
      return cover.isOrigin ? [{ text: row[column] ?? '', ...cover.spans }] : []
    }).flat(),
  )
  return layOut(loose) ?? 'too-large'
}

interface Cover {
  readonly isOrigin: boolean
  readonly spans: { readonly rowSpan: number; readonly columnSpan: number }
}

/** The merged cells by position, cut to the table; of two that overlap, which no program writes, the first counts. */
function coversOf({ merges = [] }: SheetContent, rows: number, columns: number): Map<number, Cover> {
  const covers = new Map<number, Cover>()
  /** Cells that do not overlap cover no more than there is. */
  let left = rows * columns
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const [rowSpan, columnSpan] = [Math.min(endRow + 1, rows) - startRow, Math.min(endCol + 1, columns) - startCol]
    if (startRow < 0 || startCol < 0 || rowSpan < 1 || columnSpan < 1) continue
    left -= rowSpan * columnSpan
    if (left < 0) break
    const places = Array.from({ length: rowSpan * columnSpan }, (_, index) => {
      const [down, right] = [Math.floor(index / columnSpan), index % columnSpan]
      return (startRow + down) * columns + startCol + right
    })
    if (places.some((place) => covers.has(place))) continue
    for (const [index, place] of places.entries()) {
      covers.set(place, { isOrigin: index === 0, spans: { rowSpan, columnSpan } })
    }
  }
  return covers
}

/** Levels are shown by 缩进 too: a step of it is as wide as a letter, which is what people type instead. */
function indented(text: string, cell: Pick<Cell, 'style'> | undefined): string {
  const steps = Math.min(MOST_INDENT, Math.max(0, cell?.style?.alignment?.indent ?? 0))
  return steps === 0 || text.trim() === '' ? text : `${'\u{3000}'.repeat(steps)}${text}`
}

const MOST_INDENT = 15

function textOf(value: CellValue | undefined, cell: Pick<Cell, 'style'> | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string')
    return value
      .replace(/\r\n?/g, '\n')
      .replaceAll('\u{A0}', ' ')
      .replace(/[^\P{Cc}\t\n]/gu, '')
  const format = cell?.style?.numFmt ?? 'General'
  if (typeof value === 'number') return numberText(value, format)
  return formatValue(value, value instanceof Date && format === 'General' ? 'yyyy-mm-dd' : format)
}

/** As its format shows it; where that hides digits that somebody typed (2.5 shown as 3), with these. */
function numberText(value: number, format: string): string {
  const plain = plainText(value)
  if (format === 'General' || format === '@') return plain
  const shown = formatValue(value, format).trim()
  const number = /^(-?[\d,]+(?:\.\d+)?)(%?)$/.exec(shown)
  if (number === null) return shown
  const isPercent = number[2] === '%'
  const exact = plainText(isPercent ? Number((value * 100).toPrecision(15)) : value)
  const isHiding = Number(number[1]!.replaceAll(',', '')) !== Number(exact)
  return isHiding && digitsAfter(exact) <= MOST_TYPED ? `${exact}${number[2]}` : shown
}

/** More digits than these after the point come of a division, not of a hand. */
const MOST_TYPED = 6

const digitsAfter = (text: string): number => text.split('.')[1]?.length ?? 0
