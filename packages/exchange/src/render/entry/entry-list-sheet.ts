import type { InputRecord, Item, ItemField } from '@yardstick/model'
import type { WorkbookSheet } from '../workbook.ts'
import { cell, reportedLayer, valueContent } from './entry-cells.ts'
import { rowsSheet } from './entry-rows-sheet.ts'
import type { EntryContext } from './entry-workbook-input.ts'
import { LIST_MARK, nameOf } from './entry-workbook-keys.ts'

/** A sheet for each list item, a record a row, with empty rows to write in; more may follow below them. */
export function listSheets(context: EntryContext): WorkbookSheet[] {
  return context.scheme.items.filter(({ type }) => type === 'list').map((item) => listSheet(item, context))
}

function listSheet(item: Item, context: EntryContext): WorkbookSheet {
  const { words, sheetByList } = context
  const fields = item.fields ?? []
  const records = recordsOf(item, context)
  const rows = Array.from({ length: Math.max(records.length + SPARE_ROWS, LEAST_ROWS) }, (_, index) => [
    null,
    cell({ number: String(index + 1) }, 'aside'),
    ...fields.map((field) => cell(valueContent(field, records[index]?.[field.id], words), 'input')),
  ])
  return rowsSheet(
    {
      name: sheetByList.get(item.id)!,
      title: words.listHeading(nameOf(item)),
      mark: LIST_MARK + item.id,
      first: words.number,
      values: fields,
      headerOf: fieldHeader,
      widths: [6, ...fields.map(({ type }) => (type === 'text' ? 32 : 16))],
      titleColumns: fields.length + 1,
      rows,
    },
    context,
  )
}

const LEAST_ROWS = 25
const SPARE_ROWS = 10

/** A field with its unit: 金额（万元）. Ids of fields are names that people read. */
export function fieldHeader({ id, type, unit }: ItemField): string {
  const shown = type === 'rate' ? '%' : unit
  return shown === undefined ? id : `${id}（${shown}）`
}

function recordsOf(item: Item, { present }: EntryContext): readonly InputRecord[] {
  const value = reportedLayer(present, item.id)?.value
  return Array.isArray(value) ? value : []
}
