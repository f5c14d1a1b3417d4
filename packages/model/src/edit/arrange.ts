/**
 * How one order becomes another in few steps: members of the longest run that is already in order stay where they are, all
 * others are put in place one by one. What the new order does not name is left standing behind it, for the caller to take
 * away afterwards.
 */
export type Step = { readonly id: string; readonly index: number; readonly type: 'move' | 'add' }

/**
 * now      the ids in their list; changed along with the steps, so that lists can be arranged one after the other
 * wanted   the ids in their new order, each once
 * take     called for an id that is not in the list: true where it came out of another list and moves, false where it is new
 */
export function arrange(now: string[], wanted: readonly string[], take: (id: string) => boolean = () => false): Step[] {
  const staying = longestInOrder(now, wanted)
  const steps: Step[] = []
  let at = 0
  for (const id of wanted) {
    if (staying.has(id)) {
      at = now.indexOf(id, at) + 1
      continue
    }
    const from = now.indexOf(id)
    if (from >= 0) now.splice(from, 1)
    if (from >= 0 && from < at) at--
    const isMoved = from >= 0 || take(id)
    now.splice(at, 0, id)
    steps.push({ id, index: at, type: isMoved ? 'move' : 'add' })
    at++
  }
  return steps
}

/** The most members of `now` that stand in the order of `wanted`, by patience sorting. */
export function longestInOrder(now: readonly string[], wanted: readonly string[]): ReadonlySet<string> {
  const rankOf = new Map(wanted.map((id, rank) => [id, rank]))
  const known = now.filter((id) => rankOf.has(id))
  /** The member that ends the best run of each length, and the member before each one in its run. */
  const ends: string[] = []
  const before = new Map<string, string | undefined>()
  for (const id of known) {
    const rank = rankOf.get(id)!
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (rankOf.get(ends[middle]!)! < rank) low = middle + 1
      else high = middle
    }
    before.set(id, ends[low - 1])
    ends[low] = id
  }
  const staying = new Set<string>()
  for (let id = ends.at(-1); id !== undefined; id = before.get(id)) staying.add(id)
  return staying
}
