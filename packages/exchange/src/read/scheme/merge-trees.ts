import { type Indicator, isBranch, type Place } from '@yardstick/model'

/**
 * The tree that a table makes of a scheme's: its order and its branches for what is taken over, the old place for what is
 * not. What the table does not have and nobody takes away stays behind the neighbour it stood behind.
 */
export class TreeMerge {
  private readonly oldById: ReadonlyMap<string, Place>
  private readonly freshById: ReadonlyMap<string, Place>
  /** The branch that each one will stand under; null at the top, undefined where it will not be there. */
  private readonly parentOf = new Map<string, string | null | undefined>()

  private readonly branches = new Set<string | null>()
  private readonly freshIds: readonly string[]

  constructor(
    private readonly old: readonly Place[],
    fresh: readonly Place[],
    private readonly idOf: ReadonlyMap<string, string>,
    private readonly taken: ReadonlySet<string>,
  ) {
    this.oldById = new Map(old.map((place) => [place.node.id, place]))
    this.freshIds = fresh.map(({ node }) => idOf.get(node.id)!)
    this.freshById = new Map(fresh.map((place) => [idOf.get(place.node.id)!, place]))
    for (const place of fresh) this.seat(place)
    for (const place of [...old].reverse()) this.stay(place)
    for (const parent of this.parentOf.values()) if (parent !== undefined) this.branches.add(parent)
  }

  /** `nodeOf`: what an indicator will be, its children aside. */
  build(
    nodeOf: (fresh: Place | undefined, old: Indicator | undefined) => Indicator,
    parent: string | null = null,
  ): Indicator[] {
    return this.childrenOf(parent).map((id) => {
      const [fresh, old] = [this.freshById.get(id), this.oldById.get(id)?.node]
      const children = this.build(nodeOf, id)
      const node = nodeOf(fresh, old)
      if (children.length === 0 && !isBranch(node)) return node
      return asBranch(node, children)
    })
  }

  private seat(place: Place): void {
    const id = this.idOf.get(place.node.id)!
    const parent = place.parent === undefined ? null : this.idOf.get(place.parent.id)!
    const old = this.oldById.get(id)
    if (old !== undefined && !this.taken.has(id)) this.parentOf.set(id, old.parent?.id ?? null)
    else if (old !== undefined || this.taken.has(id)) {
      const isThere = parent === null || this.parentOf.get(parent) !== undefined
      this.parentOf.set(id, isThere ? parent : old && (old.parent?.id ?? null))
    }
  }

  /** A branch goes only when nothing is left in it. */
  private stay({ node, parent }: Place): void {
    if (this.parentOf.has(node.id)) return
    const isLeft = this.old.some((each) => each.parent?.id === node.id && this.parentOf.get(each.node.id) === node.id)
    this.parentOf.set(node.id, isLeft || !this.taken.has(node.id) ? (parent?.id ?? null) : undefined)
  }

  private childrenOf(parent: string | null): string[] {
    if (!this.branches.has(parent)) return []
    const isHere = (id: string) => this.parentOf.get(id) === parent
    const isNew = (id: string) => !this.oldById.has(id) || this.taken.has(id) || this.keepsPlace(id)
    const order = this.freshIds.filter((id) => isHere(id) && isNew(id))
    const siblings = this.old.filter((place) => (place.parent?.id ?? null) === parent).map(({ node }) => node.id)
    for (const [index, id] of siblings.entries()) {
      if (order.includes(id) || !isHere(id)) continue
      const before = siblings.slice(0, index).findLast((each) => order.includes(each))
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
    }
    return order
  }

  /** In the table too it stands under this branch. */
  private keepsPlace(id: string): boolean {
    const fresh = this.freshById.get(id)
    const parent = fresh?.parent === undefined ? null : this.idOf.get(fresh.parent.id)!
    return (this.oldById.get(id)!.parent?.id ?? null) === parent
  }
}

function asBranch(node: Indicator, children: Indicator[]): Indicator {
  if (isBranch(node)) return { ...node, children }
  const { id, name, code, points, kind, definition, note } = node
  return {
    id,
    name,
    ...(code === undefined ? {} : { code }),
    points,
    ...(kind === undefined ? {} : { kind }),
    ...(definition === undefined ? {} : { definition }),
    ...(note === undefined ? {} : { note }),
    children,
  }
}
