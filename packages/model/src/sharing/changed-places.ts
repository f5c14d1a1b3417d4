import { type Indicator, isBranch } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'

/** An indicator where it stands. */
export interface Standing {
  readonly node: Indicator
  /** The id of its parent, null at the top. */
  readonly parent: string | null
}

/** Indicators by id, on one side and on the other, without whatever is the very same object under the same parent. */
export interface ChangedPlaces {
  readonly before: ReadonlyMap<string, Standing>
  readonly after: ReadonlyMap<string, Standing>
}

/** An edit leaves what it does not touch as it is, so that only the way to what it touched is walked. */
export function changedPlaces(before: Pick<Scheme, 'indicators'>, after: Pick<Scheme, 'indicators'>): ChangedPlaces {
  const found = { before: new Map<string, Standing>(), after: new Map<string, Standing>() }
  const put = (side: 'before' | 'after', node: Indicator, parent: string | null) => {
    if (!found[side].has(node.id)) found[side].set(node.id, { node, parent })
  }
  const all = (side: 'before' | 'after', node: Indicator, parent: string | null) => {
    put(side, node, parent)
    if (isBranch(node)) for (const child of node.children) all(side, child, node.id)
  }
  const compare = (one: readonly Indicator[], other: readonly Indicator[], parent: string | null) => {
    if (one === other) return
    const olds = new Map(one.map((node) => [node.id, node]))
    const kept = new Set<string>()
    for (const node of other) {
      const old = olds.get(node.id)
      if (old === undefined || kept.has(node.id)) {
        all('after', node, parent)
        continue
      }
      kept.add(node.id)
      if (old === node) continue
      put('before', old, parent)
      put('after', node, parent)
      compare(childrenOf(old), childrenOf(node), node.id)
    }
    for (const node of one) if (!kept.has(node.id)) all('before', node, parent)
  }
  compare(before.indicators, after.indicators, null)
  return found
}

const childrenOf = (node: Indicator): readonly Indicator[] => (isBranch(node) ? node.children : [])
