import { type Entry, type Item, type Layer, type LayerEntry, type Submission, stackOf } from '@yardstick/model'
import { layerAt } from '../journal.ts'

/** What the department itself said of an item, whatever others made of it. */
export function reportedLayer(document: Submission, { id }: Item): Layer | null {
  return layerAt(document, { of: 'items', id, layer: 'reported' })
}

export function reportedEntry(document: Submission, item: Item): Entry | undefined {
  const layer = reportedLayer(document, item)
  return layer === null ? undefined : { layers: [layer] }
}

/** An entry as it is written; undefined takes away what was said. */
export function writtenAs({ id }: Item, entry: Entry | undefined): LayerEntry {
  const { top } = stackOf(entry)
  return {
    of: 'items',
    id,
    layer: 'reported',
    ...(top?.value === undefined ? {} : { value: top.value }),
    ...(top?.state === undefined ? {} : { state: top.state }),
    ...(top?.why === undefined ? {} : { why: top.why }),
  }
}
