import { foldedText, type Item, type Mapping } from '@yardstick/model'
import type { formPartWords } from './words.ts'

/** What local data call an item, and in which unit; undefined where both are the item's own. */
export function localText(
  item: Pick<Item, 'id' | 'label' | 'type' | 'unit'>,
  mapping: Mapping | null | undefined,
  w: typeof formPartWords.zh,
): string | undefined {
  const bound = mapping != null && Object.hasOwn(mapping.items, item.id) ? mapping.items[item.id] : undefined
  if (bound === undefined) return undefined
  const { name } = bound
  const own = item.type === 'rate' ? '%' : item.unit
  const unit = bound.unit === own ? undefined : bound.unit
  const isOwnName = [item.id, item.label].includes(name)
  if (unit === undefined) return isOwnName ? undefined : w.local(name)
  // Most local names end with the unit in brackets.
  const hasUnit = foldedText(name).endsWith(`(${foldedText(unit)})`)
  const local = isOwnName ? w.localUnit(unit) : hasUnit ? w.local(name) : w.localWith(name, unit)
  return own === undefined ? local : w.hereIn(local, own)
}
