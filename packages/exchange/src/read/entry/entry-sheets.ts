import { foldedText, type Item, type Scheme } from '@yardstick/model'
import { fieldHeader } from '../../render/entry/entry-list-sheet.ts'
import {
  CLAIMS_MARK,
  type EntryIdentity,
  HEADING_KEY,
  IDENTITY_MARK,
  ITEMS_MARK,
  identityFrom,
  LIST_MARK,
  nameOf,
  UNITS_MARK,
} from '../../render/entry/entry-workbook-keys.ts'
import { entryWords } from '../../render/entry/entry-workbook-words.ts'
import { addressOf, EMPTY, type FilledCell, type SheetCells } from '../sheet-cells.ts'
import { doubt, type EntryDoubt } from './entry-doubt.ts'

/**
 * Where things stand in a returned file. Sheets are found by their marks and columns by their headers, so that renamed
 * sheets and columns that were put in between do no harm; what was taken away or stands twice is a doubt.
 */
export interface EntrySheets {
  readonly identity: EntryIdentity | undefined
  readonly items: MarkedSheet | undefined
  readonly claims: MarkedSheet | undefined
  readonly units: MarkedSheet | undefined
  readonly listById: ReadonlyMap<string, MarkedSheet>
  readonly doubts: readonly EntryDoubt[]
}

/** A sheet below its mark. */
export interface MarkedSheet {
  readonly sheet: SheetCells
  /** Of the mark. */
  readonly row: number
  readonly column: number
}

export function findEntrySheets(sheets: readonly SheetCells[], scheme: Scheme): EntrySheets {
  const doubts: EntryDoubt[] = []
  const marked = sheets.flatMap((sheet) => marksIn(sheet).map((mark) => ({ ...mark, sheet })))
  const only = (text: string): MarkedSheet | undefined => {
    const found = marked.filter((each) => each.text === text)
    if (found.length < 2) return found[0]
    doubts.push(
      doubt('sheet-twice', { at: found[1]!.sheet.name, found: found.map(({ sheet }) => sheet.name).join(', ') }),
    )
    return undefined
  }
  const identity = identityIn(sheets)
  const items = only(ITEMS_MARK)
  const claims = only(CLAIMS_MARK)
  const units = only(UNITS_MARK)
  const lists = scheme.items.filter(({ type }) => type === 'list')
  const listById = new Map(
    lists.flatMap((item): [string, MarkedSheet][] => {
      const found = only(LIST_MARK + item.id)
      return found === undefined ? [] : [[item.id, found]]
    }),
  )
  const guides = Object.values(entryWords).map(({ guide }) => guide)
  const isOurs = (sheet: SheetCells) => marked.some((each) => each.sheet === sheet) || guides.includes(sheet.name)
  for (const sheet of sheets) {
    const isExtra = !sheet.isHidden && !isOurs(sheet) && sheet.rows.some((row) => row.some(isFilled))
    if (isExtra) doubts.push(doubt('sheet-extra', { at: sheet.name, label: sheet.name }))
  }
  return { identity, items, claims, units, listById, doubts }
}

const MOST_HEAD_ROWS = 40
const MOST_HEAD_COLUMNS = 10
const MARKS: ReadonlySet<string> = new Set([ITEMS_MARK, CLAIMS_MARK, UNITS_MARK])

function marksIn({ rows }: SheetCells): { text: string; row: number; column: number }[] {
  return rows.slice(0, MOST_HEAD_ROWS).flatMap((cells, row) =>
    cells.slice(0, MOST_HEAD_COLUMNS).flatMap(({ kind, text }, column) => {
      const isMark = kind === 'text' && (MARKS.has(text) || text.startsWith(LIST_MARK))
      return isMark ? [{ text, row, column }] : []
    }),
  )
}

/** Whether a file was made to be filled in, and is not merely a workbook. */
export function isEntryWorkbook(sheets: readonly SheetCells[]): boolean {
  return identityIn(sheets) !== undefined || sheets.some((sheet) => marksIn(sheet).length > 0)
}

/** What a file says it was made for: pairs below the mark up to the first row without one. */
export function identityIn(sheets: readonly SheetCells[]): EntryIdentity | undefined {
  for (const { rows } of sheets) {
    const at = rows.findIndex((row) => row[0]?.text === IDENTITY_MARK)
    if (at < 0) continue
    const values = new Map<string, string>()
    for (const row of rows.slice(at + 1)) {
      const [key = EMPTY, value = EMPTY] = row
      if (key.kind !== 'text' || !/^[a-z-]+$/.test(key.text)) break
      if (value.kind !== 'empty') values.set(key.text, value.text)
    }
    return identityFrom(values)
  }
  return undefined
}

// Columns

/** The columns of a sheet of items or claims by what their headers say; undefined where one that is needed is not there. */
export function columnsOf<C extends string>(
  { sheet, row, column }: MarkedSheet,
  headers: readonly { readonly [name in C]: string }[],
  needed: readonly C[],
  doubts: EntryDoubt[],
): ReadonlyMap<C, number> | undefined {
  const found = new Map<C, number>()
  const extra: number[] = []
  const width = Math.max(...sheet.rows.slice(row).map((cells) => cells.length))
  for (let at = column + 1; at < width; at++) {
    const text = plain(cellAt(sheet, row, at))
    const names = Object.keys(headers[0]!) as C[]
    const name = names.find((each) => headers.some((words) => foldedText(words[each]) === text))
    if (name === undefined || found.has(name)) extra.push(at)
    else found.set(name, at)
  }
  extraColumns({ sheet, row, column }, extra, doubts)
  const missing = needed.filter((each) => !found.has(each))
  if (missing.length === 0) return found
  const expected = missing.map((each) => headers[0]![each]).join(', ')
  doubts.push(doubt('column-missing', { at: sheet.name, label: sheet.name, expected }))
  return undefined
}

/** What a sheet of records or units should have in its columns. */
export interface KeyedColumns {
  /** Keys with what may stand as their headers, the one that we write first. */
  readonly fields: readonly { readonly id: string; readonly headers: readonly string[] }[]
  /** Of a column without a key, which has the name of the row. */
  readonly nameHeaders?: readonly string[]
  readonly label: string
}

/**
 * Columns by the keys above their headers, those that are there; undefined where one is not under its own header, or
 * something stands where no column is.
 */
export function keyedColumnsOf(
  { sheet, row, column }: MarkedSheet,
  { fields, nameHeaders = [], label }: KeyedColumns,
  doubts: EntryDoubt[],
): { readonly byKey: ReadonlyMap<string, number>; readonly name: number } | undefined {
  const byKey = new Map<string, number>()
  const extra: number[] = []
  let isWhole = true
  let name = -1
  const width = Math.max(...sheet.rows.slice(row).map((cells) => cells.length))
  for (let at = column + 1; at < width; at++) {
    const key = cellAt(sheet, row, at).text
    const header = plain(cellAt(sheet, row + 1, at))
    const field = fields.find(({ id }) => id === key)
    if (field === undefined && name < 0 && nameHeaders.map(foldedText).includes(header)) name = at
    else if (field === undefined || byKey.has(key)) extra.push(at)
    else {
      byKey.set(key, at)
      if (field.headers.some((each) => foldedText(each) === header)) continue
      isWhole = false
      const place = { at: addressOf(sheet.name, row + 1, at), label }
      const found = cellAt(sheet, row + 1, at).text
      doubts.push(doubt('column-shifted', { ...place, expected: field.headers[0]!, found }))
    }
  }
  if (nameHeaders.length > 0 && name < 0) {
    isWhole = false
    doubts.push(doubt('column-missing', { at: sheet.name, label: sheet.name, expected: nameHeaders[0]! }))
  }
  const [headed, bare] = [true, false].map((isHeaded) =>
    extra.filter((at) => isFilled(cellAt(sheet, row + 1, at)) === isHeaded),
  )
  extraColumns({ sheet, row: row + 1, column }, headed!, doubts)
  // Without a header over it, it is a part of a row that moved.
  for (const at of bare!) {
    const first = sheet.rows.findIndex((cells, index) => index > row + 1 && isFilled(cells[at] ?? EMPTY))
    if (first < 0) continue
    isWhole = false
    const place = { at: addressOf(sheet.name, first, at), label }
    doubts.push(doubt('cell-stray', { ...place, found: cellAt(sheet, first, at).text }))
  }
  return isWhole ? { byKey, name } : undefined
}

/** The columns of a sheet of records; undefined where one that is needed is not there, or not where it should be. */
export function fieldColumnsOf(
  marked: MarkedSheet,
  item: Item,
  doubts: EntryDoubt[],
): ReadonlyMap<string, number> | undefined {
  const fields = (item.fields ?? []).map((field) => ({ id: field.id, headers: [fieldHeader(field), field.id] }))
  // The number of the record stands behind the mark.
  const at = { ...marked, column: marked.column + 1 }
  const found = keyedColumnsOf(at, { fields, label: nameOf(item) }, doubts)
  const { name } = marked.sheet
  const missing = fields.filter(({ id }) => !(found?.byKey.has(id) ?? true)).map(({ headers }) => headers[0]!)
  if (missing.length > 0) doubts.push(doubt('column-missing', { at: name, label: name, expected: missing.join(', ') }))
  return missing.length === 0 ? found?.byKey : undefined
}

function extraColumns({ sheet, row }: MarkedSheet, columns: readonly number[], doubts: EntryDoubt[]): void {
  for (const at of columns) {
    const first = sheet.rows.findIndex((cells, index) => index >= row && isFilled(cells[at] ?? EMPTY))
    if (first < 0) continue
    const place = { at: addressOf(sheet.name, first, at), label: cellAt(sheet, row, at).text }
    doubts.push(doubt('column-extra', { ...place, found: cellAt(sheet, first, at).text }))
  }
}

// Cells

export const isFilled = ({ kind, isFormula }: FilledCell): boolean => kind !== 'empty' || isFormula === true

export function cellAt({ rows }: SheetCells, row: number, column: number | undefined): FilledCell {
  return column === undefined ? EMPTY : (rows[row]?.[column] ?? EMPTY)
}

/** A text as it is compared: full-width forms plain, without spaces at its ends. */
export const plain = ({ text }: FilledCell): string => foldedText(text)

/** Rows that only say what follows. */
export const isHeading = (key: string): boolean => key === HEADING_KEY
