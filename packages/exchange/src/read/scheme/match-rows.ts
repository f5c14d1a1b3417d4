import { isBranch, type Place, type Scheme, walk } from '@yardstick/model'
import type { MatchedBy } from './row-difference.ts'

/** A node of the scheme and the node of the new one that it is. */
export interface Match {
  readonly before: Place
  readonly after: Place
  readonly by: MatchedBy
}

type Tree = Pick<Scheme, 'indicators'>

/**
 * Which indicators of two trees are the same one. What is surest goes first: number and name, the whole path, a name that
 * stands once on both sides (it was moved), then the number alone (it was renamed), at last the place between neighbours.
 */
export function matchTrees(before: Tree, after: Tree): Match[] {
  const matcher = new Matcher(walk(before), walk(after))
  matcher.by('path', (place) => `${place.node.code ?? ''} ${pathOf(place)}`)
  matcher.by('path', pathOf)
  matcher.by('name', (place) => (place.node.code === undefined ? undefined : `${place.node.code} ${nameOf(place)}`))
  matcher.by('name', nameOf)
  matcher.by('code', (place) => place.node.code, true)
  matcher.byPosition()
  return matcher.matches
}

class Matcher {
  readonly matches: Match[] = []
  private readonly ofBefore = new Map<string, Match>()
  private readonly ofAfter = new Map<string, Match>()
  private readonly oldSiblings: ReadonlyMap<string, readonly Place[]>
  private readonly freshSiblings: ReadonlyMap<string, readonly Place[]>

  constructor(
    private readonly before: readonly Place[],
    private readonly after: readonly Place[],
  ) {
    this.oldSiblings = byParent(before)
    this.freshSiblings = byParent(after)
  }

  /** Pairs what has the same key, where it stands once on both sides. `isInPlace`: under the same parent only. */
  by(by: MatchedBy, keyOf: (place: Place) => string | undefined, isInPlace = false): void {
    const [old, fresh] = [this.loose(this.before, this.ofBefore), this.loose(this.after, this.ofAfter)]
    const [oldByKey, freshByKey] = [uniqueBy(old, keyOf), uniqueBy(fresh, keyOf)]
    for (const [key, place] of freshByKey) {
      const found = oldByKey.get(key)
      if (found === undefined) continue
      // Under one path a leaf may have become a branch, or the other way; elsewhere it is another one.
      if (by !== 'path' && isBranch(found.node) !== isBranch(place.node)) continue
      if (!isInPlace || this.isUnderSame(found, place)) this.pair(found, place, by)
    }
  }

  /** What is left between the same neighbours, as many on both sides: it was renamed. */
  byPosition(): void {
    for (const after of this.after) {
      if (this.ofAfter.has(after.node.id)) continue
      const parent = after.parent === undefined ? '' : this.ofAfter.get(after.parent.id)?.before.node.id
      const siblings = parent === undefined ? [] : (this.oldSiblings.get(parent) ?? [])
      const gap = runOf(after, this.freshSiblings.get(after.parent?.id ?? '')!, this.ofAfter)
      const { behind } = gap
      const at = behind === undefined ? -1 : siblings.indexOf(behind.before)
      // Its neighbour came from elsewhere.
      if (behind !== undefined && at < 0) continue
      const before = siblings[at + 1]
      if (before === undefined || this.ofBefore.has(before.node.id)) continue
      const there = runOf(before, siblings, this.ofBefore)
      const isSame =
        gap.run.length === there.run.length &&
        gap.run.every((each, index) => isBranch(each.node) === isBranch(there.run[index]!.node))
      if (isSame) for (const [index, each] of gap.run.entries()) this.pair(there.run[index]!, each, 'position')
    }
  }

  private isUnderSame(before: Place, after: Place): boolean {
    const [old, fresh] = [before.parent?.id, after.parent?.id]
    if (old === undefined || fresh === undefined) return old === fresh
    return this.ofAfter.get(fresh)?.before.node.id === old
  }

  private loose(places: readonly Place[], known: ReadonlyMap<string, Match>): Place[] {
    return places.filter(({ node }) => !known.has(node.id))
  }

  private pair(before: Place, after: Place, by: MatchedBy): void {
    if (this.ofBefore.has(before.node.id) || this.ofAfter.has(after.node.id)) return
    const match: Match = { before, after, by }
    this.matches.push(match)
    this.ofBefore.set(before.node.id, match)
    this.ofAfter.set(after.node.id, match)
  }
}

/** By the id of the parent; '' at the top. */
function byParent(places: readonly Place[]): Map<string, Place[]> {
  const found = new Map<string, Place[]>()
  for (const place of places) {
    const parent = place.parent?.id ?? ''
    const siblings = found.get(parent)
    if (siblings === undefined) found.set(parent, [place])
    else siblings.push(place)
  }
  return found
}

/** The run of loose siblings that a loose one stands in, and the known one it stands behind. */
function runOf(place: Place, siblings: readonly Place[], known: ReadonlyMap<string, Match>) {
  const at = siblings.indexOf(place)
  let [from, to] = [at, at]
  while (from > 0 && !known.has(siblings[from - 1]!.node.id)) from--
  while (to + 1 < siblings.length && !known.has(siblings[to + 1]!.node.id)) to++
  const neighbour = siblings[from - 1]
  return { run: siblings.slice(from, to + 1), behind: neighbour && known.get(neighbour.node.id) }
}

function uniqueBy(places: readonly Place[], keyOf: (place: Place) => string | undefined): Map<string, Place> {
  const found = new Map<string, Place | undefined>()
  for (const place of places) {
    const key = keyOf(place)
    if (key !== undefined) found.set(key, found.has(key) ? undefined : place)
  }
  return new Map([...found].filter((entry): entry is [string, Place] => entry[1] !== undefined))
}

/** Names are the same whatever their width and spaces. */
export function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

const nameOf = ({ node }: Place) => folded(node.name)
const pathOf = ({ path }: Place) => path.map(folded).join('\n')
