import { entryOf, type Item, type LayerEntry, layersOf, type Submission, type UnitEntries } from '@yardstick/model'
import { type CellReading, readCell } from '../../../parts/entry/read-cell.ts'
import { missingReason } from '../missing-reason.ts'
import { writtenAs } from '../reported.ts'

/** What somebody typed for one item of one subordinate unit: what is written by it, or why it cannot be taken. */
export type UnitReading = { readonly entry: LayerEntry } | Exclude<CellReading, { readonly entry: unknown }>

/** `head` is the unit over the column, where it is not the item's own: 元 over an item in 万元. */
export function readUnitCell(item: Item, unit: string, typed: string, head?: string): UnitReading {
  const why = missingReason(typed)
  if (why !== undefined) return { entry: { of: 'items', id: item.id, unit, layer: 'reported', state: 'missing', why } }
  // The head of a rate's column says %.
  const read = readCell(item, typed, undefined, head ?? (item.type === 'rate' ? '%' : undefined))
  return 'entry' in read ? { entry: { ...writtenAs(item, read.entry), unit } } : read
}

/** What the department said of an item of one of its units. */
export function unitLayer(unit: UnitEntries | undefined, { id }: Item) {
  return layersOf(entryOf(unit?.items, id)).findLast(({ layer }) => layer === 'reported')
}

export function unitCalled({ units }: Pick<Submission, 'units'>, name: string): UnitEntries | undefined {
  return units?.find((unit) => unit.name === name)
}

/** Whether somebody else has written of it, too: its name is theirs as well then. */
export function isVerified(unit: UnitEntries | undefined): boolean {
  const entries = [...Object.values(unit?.items ?? {}), ...Object.values(unit?.judgements ?? {})]
  return entries.some((entry) => layersOf(entry).some(({ layer }) => layer !== 'reported'))
}

/** Takes away all that was reported of a unit; with a name, it is written again under that. */
export function movedUnit(unit: UnitEntries, to?: string): LayerEntry[] {
  return Object.entries(unit.items).flatMap(([id, entry]): LayerEntry[] => {
    const layer = layersOf(entry).findLast((each) => each.layer === 'reported')
    if (layer === undefined) return []
    const { value, state, why } = layer
    const place = { of: 'items', id, layer: 'reported' } as const
    const said = {
      ...(value === undefined ? {} : { value }),
      ...(state === undefined ? {} : { state }),
      ...(why === undefined ? {} : { why }),
    }
    return [...(to === undefined ? [] : [{ ...place, unit: to, ...said }]), { ...place, unit: unit.name }]
  })
}
