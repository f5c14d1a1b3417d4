import type { Item, Layer, UnitEntries } from '@yardstick/model'
import type { WorkbookCell, WorkbookSheet } from '../workbook.ts'
import { cell, contentText, reportedLayer, textCell, valueContent } from './entry-cells.ts'
import { rowsSheet } from './entry-rows-sheet.ts'
import type { EntryContext } from './entry-workbook-input.ts'
import { nameOf, UNITS_MARK } from './entry-workbook-keys.ts'

/**
 * 下属单位: a row for each unit, a column for each item that units are brought together in, with empty rows to write in.
 * The hidden column holds the name under which a unit is known, so that a renamed one is noticed.
 */
export function unitsSheet(context: EntryContext, items: readonly Item[]): WorkbookSheet {
  const { words, present } = context
  const units = present?.units ?? []
  return rowsSheet(
    {
      name: words.units,
      title: words.unitsHeading,
      mark: UNITS_MARK,
      first: words.unit,
      values: items,
      headerOf: unitHeader,
      widths: [26, ...items.map((item) => (unitHeader(item).length > 10 ? 18 : 14))],
      titleColumns: Math.min(items.length, TITLE_COLUMNS) + 1,
      rows: Array.from({ length: Math.max(units.length + SPARE_ROWS, LEAST_ROWS) }, (_, index) =>
        unitRow(units[index], items, context),
      ),
    },
    context,
  )
}

const LEAST_ROWS = 15
const SPARE_ROWS = 10
const TITLE_COLUMNS = 8

/** What people call the item, with its unit: 实际支出（万元）. */
export function unitHeader(item: Item): string {
  const shown = item.type === 'rate' ? '%' : item.unit
  return shown === undefined ? nameOf(item) : `${nameOf(item)}（${shown}）`
}

function unitRow(unit: UnitEntries | undefined, items: readonly Item[], { words }: EntryContext): WorkbookCell[] {
  const name = unit === undefined ? cell({ blank: 'text' }, 'input') : textCell(unit.name, 'input')
  return [
    textCell(unit?.name ?? '', 'aside'),
    name,
    ...items.map((item) => {
      const layer = reportedLayer(unit, item.id)
      const content = valueContent(item, layer?.value, words)
      const said = layer === undefined ? undefined : statedText(layer, content, words)
      return cell(said === undefined ? content : { text: said }, 'input')
    }),
  ]
}

/** A cell of a unit has no column of states beside it: 空缺：原因, and 12.5（待核：原因）. */
function statedText(
  { state, why }: Layer,
  content: ReturnType<typeof valueContent>,
  words: EntryContext['words'],
): string | undefined {
  if (state === undefined || state === 'present') return undefined
  const value = contentText(content)
  if (state !== 'to-be-verified') return words.stated(words.states[state], why)
  return value === '' ? undefined : words.verifying(value, why)
}
