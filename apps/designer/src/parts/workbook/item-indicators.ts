import { isLeafPlace, type Scheme, walk } from '@yardstick/model'
import { itemsOfLeaf } from '../entry/items-of-leaf.ts'

const known = new WeakMap<Scheme, ReadonlyMap<string, string>>()

/** The indicator that reads an item first, by the item's id: 产出 / 数量指标 / 培训人次. */
export function indicatorOfItems(scheme: Scheme): ReadonlyMap<string, string> {
  const before = known.get(scheme)
  if (before !== undefined) return before
  const byItem = new Map<string, string>()
  for (const { node, path } of walk(scheme).filter(isLeafPlace)) {
    for (const { id } of itemsOfLeaf(scheme, node.id)) if (!byItem.has(id)) byItem.set(id, path.join(' / '))
  }
  known.set(scheme, byItem)
  return byItem
}
