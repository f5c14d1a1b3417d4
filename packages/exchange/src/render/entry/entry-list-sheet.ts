import type { InputRecord, Item, ItemField } from '@yardstick/model'
import type { CellRule, WorkbookCell, WorkbookSheet } from '../workbook.ts'
import { block, cell, reportedLayer, textCell, valueContent, valueRule } from './entry-cells.ts'
import type { EntryContext } from './entry-workbook-input.ts'
import { LIST_MARK, nameOf } from './entry-workbook-keys.ts'

/** A sheet for each list item, a record a row, with empty rows to write in; more may follow below them. */
export function listSheets(context: EntryContext): WorkbookSheet[] {
  return context.scheme.items.filter(({ type }) => type === 'list').map((item) => listSheet(item, context))
}

/**
 * The row above the headers is hidden and holds the keys: of the item first, then of its fields. Nothing is locked, since
 * people add rows.
 */
function listSheet(item: Item, context: EntryContext): WorkbookSheet {
  const { words, sheetByList } = context
  const fields = item.fields ?? []
  const records = recordsOf(item, context)
  const count = Math.max(records.length + 10, LEAST_ROWS)
  const rows: (WorkbookCell | null)[][] = [
    [null, textCell(words.listHeading(nameOf(item)), 'title')],
    [textCell(LIST_MARK + item.id, 'aside'), null, ...fields.map(({ id }) => textCell(id, 'aside'))],
    [null, textCell(words.number, 'header'), ...fields.map((field) => textCell(fieldHeader(field), 'header'))],
    ...Array.from({ length: count }, (_, index) => [
      null,
      cell({ number: String(index + 1) }, 'aside'),
      ...fields.map((field) => cell(valueContent(field, records[index]?.[field.id], words), 'input')),
    ]),
  ]
  const rules = fields.flatMap((field, index): CellRule[] => {
    const rule = valueRule(field, block(HEAD_ROWS, FIRST_FIELD + index, count), context)
    return rule === undefined ? [] : [rule]
  })
  return {
    name: sheetByList.get(item.id)!,
    columns: [6, 6, ...fields.map(({ type }) => (type === 'text' ? 32 : 16))],
    rows,
    merges: [block(0, 1, 1, fields.length + 1)],
    frozen: { rows: HEAD_ROWS, columns: 2 },
    marked: [],
    hiddenColumns: [0],
    hiddenRows: [1],
    rules,
  }
}

const HEAD_ROWS = 3
const FIRST_FIELD = 2
const LEAST_ROWS = 25

/** A field with its unit: 金额（万元）. Ids of fields are names that people read. */
export function fieldHeader({ id, type, unit }: ItemField): string {
  const shown = type === 'rate' ? '%' : unit
  return shown === undefined ? id : `${id}（${shown}）`
}

function recordsOf(item: Item, { present }: EntryContext): readonly InputRecord[] {
  const value = reportedLayer(present, item.id)?.value
  return Array.isArray(value) ? value : []
}
