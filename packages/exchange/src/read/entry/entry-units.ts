import { foldedText, type Item, type UnitEntries, unitItems } from '@yardstick/model'
import { reportedLayer } from '../../render/entry/entry-cells.ts'
import { unitHeader } from '../../render/entry/entry-units-sheet.ts'
import { nameOf } from '../../render/entry/entry-workbook-keys.ts'
import { entryWords } from '../../render/entry/entry-workbook-words.ts'
import { addressOf } from '../sheet-cells.ts'
import { doubt, type EntryDoubt } from './entry-doubt.ts'
import { judgedRows, type Row, readRow } from './entry-row.ts'
import { ScaleClues } from './entry-scale.ts'
import { cellAt, isFilled, keyedColumnsOf, type MarkedSheet } from './entry-sheets.ts'
import type { EntryChange, EntryContext } from './entry-workbook-input.ts'
import { statedIn } from './stated-cell.ts'

const LANGUAGES = Object.values(entryWords)

/** 下属单位: a change or doubt for every cell of every unit. A unit that is not there yet is a new one. */
export function readUnitRows(marked: MarkedSheet, context: EntryContext, doubts: EntryDoubt[]): EntryChange[] {
  const { scheme, present, last } = context
  const items = unitItems({ items: scheme.items }, everyUnit(context))
  const fields = items.map((item) => ({ id: item.id, headers: [unitHeader(item), nameOf(item), item.id] }))
  const nameHeaders = LANGUAGES.map(({ unit }) => unit)
  const columns = keyedColumnsOf(marked, { fields, nameHeaders, label: LANGUAGES[0]!.units }, doubts)
  if (columns === undefined) return []
  const gone = items.filter(({ id }) => !columns.byKey.has(id)).map(nameOf)
  if (gone.length > 0) doubts.push(doubt('column-gone', { at: marked.sheet.name, expected: gone.join(', ') }))
  return unitsIn(marked, columns, context, doubts).flatMap(({ name, row }) => {
    const unit = unitCalled(present?.units, name)
    const said = items.flatMap((item) => {
      const column = columns.byKey.get(item.id)
      if (column === undefined) return []
      const at = addressOf(marked.sheet.name, row, column)
      const cell = cellAt(marked.sheet, row, column)
      const place = { at, label: `${name} ${nameOf(item)}` }
      const own: Row = { item, unitName: name, place, ...statedIn(cell), before: reportedLayer(unit, item.id) }
      return [{ row: own, ...readRow(own, context) }]
    })
    const lastUnit = unitCalled(last?.units, name)
    return judgedRows(said, (given) => new ScaleClues(scheme, unit, lastUnit, given), doubts)
  })
}

/** Columns may have been made for units of either. */
function everyUnit({ present, last }: EntryContext): { units: UnitEntries[] } {
  return { units: [...(present?.units ?? []), ...(last?.units ?? [])] }
}

function unitCalled(units: readonly UnitEntries[] | undefined, name: string): UnitEntries | undefined {
  return units?.find((unit) => unit.name === name)
}

/** The rows with a name, each unit once; rows of units that are known under another name are not taken. */
function unitsIn(
  { sheet, row: head, column: keys }: MarkedSheet,
  { name: names, byKey }: { readonly name: number; readonly byKey: ReadonlyMap<string, number> },
  { present }: EntryContext,
  doubts: EntryDoubt[],
): { readonly name: string; readonly row: number }[] {
  const known = (present?.units ?? []).map(({ name }) => name)
  const rowsByName = new Map<string, number[]>()
  const keyed = new Set<string>()
  for (let row = head + 2; row < sheet.rows.length; row++) {
    const [key, typed] = [keys, names].map((column) => cellAt(sheet, row, column).text.trim())
    const name = known.find((each) => foldedText(each) === foldedText(typed!)) ?? typed!
    const place = { at: addressOf(sheet.name, row, names), label: key === '' ? typed! : key! }
    keyed.add(key!)
    const filled = [...byKey.values()].find((column) => isFilled(cellAt(sheet, row, column)))
    if (name === '' && filled === undefined) continue
    if (name === '') doubts.push(doubt('unit-nameless', { ...place, found: cellAt(sheet, row, filled).text }))
    else if (key !== '' && key !== name) doubts.push(doubt('unit-renamed', { ...place, expected: key!, found: name }))
    else if (name.length > LONGEST_NAME) doubts.push(doubt('text-form', { ...place, expected: String(LONGEST_NAME) }))
    else rowsByName.set(name, [...(rowsByName.get(name) ?? []), row])
  }
  for (const name of known) {
    const isThere = rowsByName.has(name) || keyed.has(name)
    if (!isThere) doubts.push(doubt('row-missing', { at: sheet.name, label: name, expected: name }))
  }
  return [...rowsByName].flatMap(([name, rows]) => {
    if (rows.length === 1) return [{ name, row: rows[0]! }]
    doubts.push(doubt('unit-twice', { at: addressOf(sheet.name, rows[1]!, names), label: name, found: name }))
    return []
  })
}

/** As the server takes it. */
const LONGEST_NAME = 200

/** Items given for the department itself and for its units, too: only the first counts. */
export function besideUnits(changes: readonly EntryChange[], { scheme, present }: EntryContext): EntryDoubt[] {
  const isGiven = (entry: EntryChange['entry']) => entry.value !== undefined || entry.state !== undefined
  const given = changes.filter(({ entry }) => entry.of === 'items' && isGiven(entry))
  const own = (item: Item) =>
    given.some(({ entry }) => entry.id === item.id && entry.unit === undefined) ||
    reportedLayer(present, item.id) !== undefined
  const both = unitItems(scheme).filter(
    (item) => own(item) && given.some(({ entry }) => entry.id === item.id && entry.unit !== undefined),
  )
  return both.map((item) => doubt('units-unread', { label: nameOf(item), at: LANGUAGES[0]!.units }))
}
