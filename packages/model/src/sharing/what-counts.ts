import { same } from '../edit/tree-edits.ts'
import { type Indicator, isBranch } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import { indicatorById, walk } from '../scheme.ts'

/**
 * What is above a locked indicator decides whether it counts: a parent that takes the best of its children, one of several
 * alternatives, or only what is extra. So how a free indicator puts together what holds something locked stays as it is.
 */
export const COUNTING_FIELDS: readonly string[] = ['combine', 'kind']

/** Indicators with something locked below them, each with who locked the first of that. */
export function holdersOf(
  scheme: Pick<Scheme, 'indicators'>,
  lockedBy: (id: string) => string | undefined,
): Map<string, string> {
  const found = new Map<string, string>()
  for (const { node, parent } of walk(scheme).reverse()) {
    const by = lockedBy(node.id) ?? found.get(node.id)
    if (by !== undefined && parent !== undefined) found.set(parent.id, by)
  }
  return found
}

/** Whether an indicator stands under the same ways of putting together in both schemes. */
export function countsAlike(id: string, before: Scheme, after: Scheme): boolean {
  return same(waysAbove(before, id), waysAbove(after, id))
}

/** From its parent upwards; a plain sum changes nothing of what counts. */
function waysAbove(scheme: Scheme, id: string): object[] {
  const places = indicatorById(scheme)
  const ways: object[] = []
  for (let at = places.get(id)?.parent; at !== undefined; at = places.get(at.id)?.parent) {
    const { combine = 'sum', kind } = at as Indicator & { combine?: unknown }
    if (isBranch(at) && (combine !== 'sum' || kind !== undefined)) ways.push({ combine, kind: kind ?? null })
  }
  return ways
}
