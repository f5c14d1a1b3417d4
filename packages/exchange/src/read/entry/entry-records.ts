import { type InputRecord, type Item, type ItemField, readItem } from '@yardstick/model'
import { nameOf } from '../../render/entry/entry-workbook-keys.ts'
import { addressOf } from '../sheet-cells.ts'
import { doubt, type EntryDoubt } from './entry-doubt.ts'
import { cellAt, fieldColumnsOf, isFilled, type MarkedSheet } from './entry-sheets.ts'
import { type PlainValue, readValue } from './entry-value.ts'

/** The records on the sheet of a list item; undefined where a column is not where it should be, or a cell is in doubt. */
export function readRecords(
  at: MarkedSheet,
  item: Item,
  year: string | undefined,
  doubts: EntryDoubt[],
): InputRecord[] | undefined {
  const columns = fieldColumnsOf(at, item, doubts)
  if (columns === undefined) return undefined
  const before = doubts.filter(({ kind }) => kind !== 'column-extra').length
  const records: InputRecord[] = []
  for (let row = at.row + 2; row < at.sheet.rows.length; row++) {
    const record: InputRecord = {}
    for (const field of item.fields ?? []) {
      const cell = cellAt(at.sheet, row, columns.get(field.id))
      if (!isFilled(cell)) continue
      const place = { at: addressOf(at.sheet.name, row, columns.get(field.id)!), label: nameOf(item), found: cell.text }
      if (cell.isFormula === true) {
        doubts.push(doubt('formula', place))
        continue
      }
      const read = readValue(field, cell, { year })
      if ('doubt' in read) doubts.push(doubt(read.doubt, { ...place, expected: read.expected ?? '' }))
      else {
        record[field.id] = read.value
        doubts.push(...wrongWith(field, read.value, place))
      }
    }
    if (Object.keys(record).length > 0) records.push(record)
  }
  return doubts.filter(({ kind }) => kind !== 'column-extra').length === before ? records : undefined
}

/** What the model finds wrong with a value that was read. */
export function wrongWith(of: Item | ItemField, value: PlainValue, place: Partial<EntryDoubt>): EntryDoubt[] {
  const { issues } = readItem(of, value, [true])
  const [issue] = issues.filter(({ severity }) => severity === 'error')
  return issue === undefined ? [] : [doubt('issue', { ...place, issue })]
}
