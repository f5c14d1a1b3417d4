import { indicatorById, limitsOf, type Scheme } from '@yardstick/model'

/** The words that came with a lock: under which document it was set; on the indicator itself or on one above it. */
export function lockBasis(scheme: Scheme, id: string): string | undefined {
  const limits = limitsOf(scheme)
  if (!limits.isLocked('indicator', id)) return undefined
  const places = indicatorById(scheme)
  const line: (string | null)[] = []
  for (let at = places.get(id); at !== undefined; at = at.parent && places.get(at.parent.id)) line.push(at.node.id)
  return [...line, null]
    .flatMap((each) => limits.boundariesOf(each))
    .find(({ mayChange, note }) => mayChange === false && note !== undefined)?.note
}
