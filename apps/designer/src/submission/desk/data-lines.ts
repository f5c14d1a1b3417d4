import {
  type Entry,
  entryOf,
  type InputRecord,
  type Item,
  type Layer,
  type LayerName,
  type Submission,
  stackOf,
} from '@yardstick/model'

/** What was said about one item: what was reported, what is verified of it, what was put in its place. */
export interface DataLine {
  readonly item: Item
  /** A subordinate unit's value, where units are brought together. */
  readonly unit: string | undefined
  readonly entry: Entry | undefined
  readonly layers: { readonly [L in LayerName]?: Layer }
}

/** Items that subordinate units report have a line for each of the units, as the engine reads them. */
export function dataLines(
  items: readonly Item[],
  { items: own, units = [] }: Pick<Submission, 'items' | 'units'>,
): DataLine[] {
  return items.flatMap((item): DataLine[] => {
    const entry = entryOf(own, item.id)
    const isOfUnits = entry === undefined && units.some((unit) => entryOf(unit.items, item.id) !== undefined)
    if (!isOfUnits) return [{ item, unit: undefined, entry, layers: layersByName(entry) }]
    return units.map((unit) => {
      const entry = entryOf(unit.items, item.id)
      return { item, unit: unit.name, entry, layers: layersByName(entry) }
    })
  })
}

/** The layers of an entry by their names; within one name the later one. */
export function layersByName(entry: Entry | undefined): { [L in LayerName]?: Layer } {
  const { top, below } = stackOf(entry)
  const layers: { [L in LayerName]?: Layer } = {}
  for (const layer of [...below].reverse().concat(top ?? [])) layers[layer.layer] = layer
  return layers
}

/** The records of a layer; none where it holds none. */
export function recordsOf(layer: Layer | undefined): readonly InputRecord[] {
  return Array.isArray(layer?.value) ? layer.value : []
}
