import { longestInOrder } from '../edit/arrange.ts'
import type { Three } from './conflict.ts'

/**
 * The order of a merged list, by neighbours. What neither has moved stands firm, in the order of all three lists, and
 * divides them into gaps; what one side added or moved goes into the gap where that side has it, behind the neighbours it
 * has there. Of two additions in one gap the one with the smaller first id goes first, so that it does not matter who
 * saved first. What both moved stands where theirs has it.
 *
 * three       the ids of the list on each side; the base's is empty where there was no such list
 * kept        the ids of the merged list; one that neither side has here goes last
 * isContested both moved or added some in different ways
 */
export function mergeOrder(
  three: Three<readonly string[]>,
  kept: ReadonlySet<string>,
): { order: string[]; isContested: boolean } {
  const placedBy = placing(three)
  const isShared = (id: string) => placedBy(id) === 'both'
  const [mine, theirs] = [gaps(three.mine, 'mine', kept, placedBy), gaps(three.theirs, 'theirs', kept, placedBy)]
  const order: string[] = []
  let isContested = false
  const placed = new Set(theirs.flatMap(({ run }) => run))
  theirs.forEach(({ run, end }, index) => {
    const own = mine[index]?.run ?? []
    const [shared, sharedByOwn] = [run.filter(isShared), own.filter(isShared)]
    if (isEqual(shared, sharedByOwn)) order.push(...interleaved(own, run, new Set(shared)))
    else {
      isContested = true
      order.push(...run, ...own.filter((id) => !placed.has(id)))
    }
    if (end !== undefined) order.push(end)
  })
  const known = new Set(order)
  return { order: [...order, ...[...kept].filter((id) => !known.has(id))], isContested }
}

type Side = 'mine' | 'theirs' | 'both' | 'neither'

/** Who says where a member stands. */
function placing({ base, mine, theirs }: Three<readonly string[]>): (id: string) => Side {
  const [inBase, inMine, inTheirs] = [new Set(base), new Set(mine), new Set(theirs)]
  const [stayingInMine, stayingInTheirs] = [longestInOrder(base, mine), longestInOrder(base, theirs)]
  return (id) => {
    if (!inTheirs.has(id)) return 'mine'
    if (!inMine.has(id)) return 'theirs'
    if (!inBase.has(id)) return 'both'
    const [hasMoved, haveMoved] = [!stayingInMine.has(id), !stayingInTheirs.has(id)]
    return hasMoved && haveMoved ? 'both' : hasMoved ? 'mine' : haveMoved ? 'theirs' : 'neither'
  }
}

/** What a side puts before each member that stands firm, and behind the last. */
interface Gap {
  readonly run: string[]
  end: string | undefined
}

function gaps(
  list: readonly string[],
  side: 'mine' | 'theirs',
  kept: ReadonlySet<string>,
  placedBy: (id: string) => Side,
): Gap[] {
  const found: Gap[] = [{ run: [], end: undefined }]
  for (const id of list) {
    if (!kept.has(id)) continue
    const by = placedBy(id)
    if (by === 'neither') {
      found.at(-1)!.end = id
      found.push({ run: [], end: undefined })
    } else if (by === side || by === 'both') found.at(-1)!.run.push(id)
  }
  return found
}

/** Two runs that share members in one order: what stands between those is put together. */
function interleaved(mine: readonly string[], theirs: readonly string[], shared: ReadonlySet<string>): string[] {
  const [own, others] = [parts(mine, shared), parts(theirs, shared)]
  return others.flatMap(({ part, end }, index) => {
    const beside = own[index]?.part ?? []
    const isFirst = part.length === 0 || (beside.length > 0 && beside[0]! < part[0]!)
    return [...(isFirst ? [...beside, ...part] : [...part, ...beside]), ...(end === undefined ? [] : [end])]
  })
}

function parts(run: readonly string[], shared: ReadonlySet<string>): { part: string[]; end?: string }[] {
  const found: { part: string[]; end?: string }[] = [{ part: [] }]
  for (const id of run) {
    if (shared.has(id)) {
      found.at(-1)!.end = id
      found.push({ part: [] })
    } else found.at(-1)!.part.push(id)
  }
  return found
}

function isEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index])
}
