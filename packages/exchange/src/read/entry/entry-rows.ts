import { foldedText, type InputRecord, itemById } from '@yardstick/model'
import { reportedLayer } from '../../render/entry/entry-cells.ts'
import { listSheetNames, nameOf } from '../../render/entry/entry-workbook-keys.ts'
import { entryWords } from '../../render/entry/entry-workbook-words.ts'
import { addressOf } from '../sheet-cells.ts'
import { doubt, type EntryDoubt } from './entry-doubt.ts'
import { itemsCalled, localCell } from './entry-local.ts'
import { readRecords } from './entry-records.ts'
import { judgedRows, type Row, readRow, yearOf } from './entry-row.ts'
import { ScaleClues } from './entry-scale.ts'
import { cellAt, columnsOf, type EntrySheets, isFilled, isHeading, type MarkedSheet, plain } from './entry-sheets.ts'
import type { EntryChange, EntryContext } from './entry-workbook-input.ts'

const LANGUAGES = Object.values(entryWords)
const HEADERS = LANGUAGES.map(({ columns }) => columns)
type Column = keyof (typeof HEADERS)[0]
const NEEDED = ['item', 'unit', 'value', 'state', 'why'] as const satisfies readonly Column[]

/** The rows of 数据填报, each a change or in doubt; one that says nothing, where nothing was said before, is neither. */
export function readItemRows(found: EntrySheets, context: EntryContext, doubts: EntryDoubt[]): readonly EntryChange[] {
  const { items: marked } = found
  if (marked === undefined) {
    const isTwice = found.doubts.some(({ kind }) => kind === 'sheet-twice')
    if (!isTwice) doubts.push(doubt('sheet-missing', { expected: LANGUAGES[0]!.data }))
    return []
  }
  const columns = columnsOf(marked, HEADERS, NEEDED, doubts)
  if (columns === undefined) return []
  const rows = rowsOf(marked, columns, context, doubts)
  const said = rows.map((row) => {
    const records = (own: EntryDoubt[]) => listValue(row, found, context, own)
    return { row, ...readRow(row, context, row.item.type === 'list' ? records : undefined) }
  })
  const { scheme, present, last } = context
  return judgedRows(said, (given) => new ScaleClues(scheme, present, last, given), doubts)
}

/** The rows whose key and name agree, each item once. */
function rowsOf(
  { sheet, row: head, column: keys }: MarkedSheet,
  columns: ReadonlyMap<Column, number>,
  { scheme, present, mapping }: EntryContext,
  doubts: EntryDoubt[],
): Row[] {
  const items = itemById(scheme)
  const rowsById = new Map<string, Row[]>()
  const at = (row: number, column: Column) => cellAt(sheet, row, columns.get(column))
  const seen = new Set<string>()
  let isLocal = false
  for (let row = head + 1; row < sheet.rows.length; row++) {
    const key = cellAt(sheet, row, keys).text.trim()
    if (isHeading(key)) continue
    const label = at(row, 'item')
    const place = { at: addressOf(sheet.name, row, columns.get('value')!), label: label.text.trim() }
    const says = (['value', 'state', 'why'] as const).some((column) => isFilled(at(row, column)))
    const called = itemsCalled(label.text, mapping, scheme)
    const local = key === '' ? called : called.filter(({ id }) => id === key)
    if (local.length > 0) {
      isLocal = true
      const [state, why] = [at(row, 'state').text.trim(), at(row, 'why').text.trim()]
      for (const item of local) {
        seen.add(item.id)
        const cell = localCell(item, mapping!, scheme, { value: at(row, 'value'), unit: at(row, 'unit').text })
        const own = { item, place: { ...place, label: nameOf(item) }, ...cell, state, why }
        rowsById.set(item.id, [...(rowsById.get(item.id) ?? []), { ...own, before: reportedLayer(present, item.id) }])
      }
      continue
    }
    const item = items.get(key)
    if (item === undefined) {
      const text = key === '' ? (label.text.trim() === '' ? at(row, 'value').text : label.text.trim()) : key
      if (key !== '') doubts.push(doubt('row-unknown', { ...place, found: text }))
      else if (says) doubts.push(doubt('row-without-key', { ...place, found: text }))
      continue
    }
    seen.add(key)
    const name = nameOf(item)
    if (plain(label) !== foldedText(name) && plain(label) !== foldedText(item.id)) {
      doubts.push(doubt('row-shifted', { ...place, label: name, expected: name, found: label.text.trim() }))
      continue
    }
    const unit = at(row, 'unit').text
    const [state, why] = [at(row, 'state').text.trim(), at(row, 'why').text.trim()]
    const before = reportedLayer(present, key)
    const read = { item, place: { ...place, label: name }, unit, value: at(row, 'value'), state, why, before }
    rowsById.set(key, [...(rowsById.get(key) ?? []), read])
  }
  if (isLocal) doubts.push(doubt('local-names', {}))
  for (const item of scheme.items) {
    const name = nameOf(item)
    if (!seen.has(item.id)) doubts.push(doubt('row-missing', { at: sheet.name, expected: name }))
  }
  return [...rowsById.values()].flatMap((rows) => {
    if (rows.length === 1) return rows
    doubts.push(doubt('row-twice', { ...rows[1]!.place }))
    return []
  })
}

/** The records of a list item; undefined where they are in doubt. */
function listValue(
  { item, place, value: cell }: Row,
  { listById, doubts: found }: EntrySheets,
  { scheme, period }: EntryContext,
  doubts: EntryDoubt[],
): readonly InputRecord[][] | undefined {
  const [sheet] = [
    ...listSheetNames(
      scheme,
      LANGUAGES.flatMap(({ guide, data, units, claims }) => [guide, data, units, claims]),
    ),
  ]
    .filter(([id]) => id === item.id)
    .map(([, name]) => name)
  const isOwn = cell.kind === 'empty' || LANGUAGES.some((words) => cell.text.startsWith(words.listIn('').slice(0, 6)))
  if (!isOwn) doubts.push(doubt('list-in-sheet', { ...place, expected: sheet ?? '', found: cell.text }))
  const marked = listById.get(item.id)
  if (marked === undefined) {
    const isTwice = found.some(({ kind }) => kind === 'sheet-twice')
    if (!isTwice) doubts.push(doubt('sheet-missing', { ...place, expected: sheet ?? '' }))
    return undefined
  }
  const records = readRecords(marked, item, yearOf(period ?? ''), doubts)
  if (records === undefined || !isOwn) return undefined
  return records.length === 0 ? [] : [records]
}
