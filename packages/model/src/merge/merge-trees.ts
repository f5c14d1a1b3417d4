import { same } from '../edit/tree-edits.ts'
import type { Json } from '../json.ts'
import { type Indicator, isBranch } from '../schema/indicator.ts'
import type { Found, Report, Three } from './conflict.ts'
import { type Fields, mergeFields } from './merge-fields.ts'
import { freeKey } from './merge-members.ts'
import { mergeOrder } from './merge-order.ts'

/**
 * Three trees of indicators into one. First which nodes are there: what one side removed goes, unless the other changed
 * anything in it. Then what each node says, field by field, and whether it is a leaf or a branch. Then where each stands,
 * and where that cannot be (its parent is gone or is a leaf now, or two were moved into each other) mine gives way. Last
 * the order among siblings. What comes out is a tree in which every node of the two stands once, is gone, or is reported.
 */
export function mergeTrees(
  three: Three<readonly Indicator[]>,
  isHeld: (key: string) => boolean,
  report: Report,
): Indicator[] {
  const sides = { base: treeOf(three.base), mine: treeOf(three.mine), theirs: treeOf(three.theirs) }
  const reports: Found[] = []
  const merged = new TreeMerge(sides, isHeld, (found) => reports.push(found)).build()
  // Together they removed everything: what is stored stays.
  if (merged.length === 0 && three.theirs.length > 0) return new TreeMerge(sides, isHeld, report, true).build()
  for (const each of reports) report(each)
  return merged
}

const TOP = ''

/** A node without its children, and where it stands. */
interface Seat {
  readonly key: string
  readonly parent: string
  /** Without `children`. */
  readonly fields: Fields
  readonly node: Indicator
  readonly isBranch: boolean
  readonly path: readonly string[]
}

interface Tree {
  readonly seats: ReadonlyMap<string, Seat>
  readonly children: ReadonlyMap<string, readonly string[]>
}

function treeOf(roots: readonly Indicator[]): Tree {
  const seats = new Map<string, Seat>()
  const children = new Map<string, string[]>()
  const visit = (nodes: readonly Indicator[], parent: string, above: readonly string[]) => {
    const keys: string[] = []
    children.set(parent, keys)
    for (const node of nodes) {
      const key = freeKey(node.id, seats)
      const path = [...above, node.name]
      const { children: _, ...fields } = node as Indicator & { children?: unknown }
      seats.set(key, { key, parent, fields: fields as unknown as Fields, node, isBranch: isBranch(node), path })
      keys.push(key)
      if (isBranch(node)) visit(node.children, key, path)
    }
  }
  visit(roots, TOP, [])
  return { seats, children }
}

/** Fields that leaves and branches share: they outlive a change from one to the other. */
const SHARED: ReadonlySet<string> = new Set([
  'id',
  'name',
  'code',
  'points',
  'kind',
  'weight',
  'core',
  'definition',
  'basis',
  'note',
  'rounding',
])
/** Whether only leaves or only branches have a field. */
export const isOfShape = (field: string) => !SHARED.has(field)

interface Placed {
  fields: Fields
  isBranch: boolean
  parent: string
}

class TreeMerge {
  private readonly placed = new Map<string, Placed>()
  /** Nodes of which mine is told as a whole. */
  private readonly putAside = new Set<string>()

  constructor(
    private readonly sides: Three<Tree>,
    /** What counts as changed by whoever has not removed it. */
    private readonly isHeld: (key: string) => boolean,
    private readonly report: Report,
    private readonly keepsAll = false,
  ) {}

  build(): Indicator[] {
    for (const key of this.remaining()) this.placed.set(key, this.merged(key))
    this.settle()
    return this.nodes()
  }

  // Which nodes there are

  private remaining(): Set<string> {
    const { base, mine, theirs } = this.sides
    const kept = new Set(theirs.seats.keys())
    for (const { root, members, isTouched } of this.removed(mine, theirs)) {
      if (isTouched || this.keepsAll) {
        this.tell('removed-mine', root, { mine: null })
      } else for (const key of members) kept.delete(key)
    }
    for (const { root, isTouched } of this.removed(theirs, mine)) {
      if (isTouched) this.tell('removed-theirs', root, { theirs: null })
    }
    for (const key of mine.seats.keys()) if (!base.seats.has(key)) kept.add(key)
    return kept
  }

  /** What one side removed, in the pieces it makes in the tree of the other, and whether that one changed anything there. */
  private removed(by: Tree, other: Tree): { root: Seat; members: string[]; isTouched: boolean }[] {
    const { base } = this.sides
    const isGone = (key: string) => base.seats.has(key) && !by.seats.has(key)
    return [...other.seats.values()]
      .filter(({ key, parent }) => isGone(key) && !isGone(parent))
      .map((root) => {
        const members = below(other, root.key, isGone)
        return { root, members, isTouched: members.some((key) => this.isTouched(other, key)) }
      })
  }

  private isTouched(tree: Tree, key: string): boolean {
    if (this.isHeld(key)) return true
    const [was, now] = [this.sides.base.seats.get(key)!, tree.seats.get(key)!]
    if (was.isBranch !== now.isBranch || was.parent !== now.parent || !same(was.fields, now.fields)) return true
    return (tree.children.get(key) ?? []).some((child) => this.sides.base.seats.get(child)?.parent !== key)
  }

  // What each says

  private merged(key: string): Placed {
    const [was, own, other] = this.seats(key)
    if (own === undefined) return placedAs(other!)
    if (other === undefined) return placedAs(own)
    if (was === undefined) {
      if (own.isBranch !== other.isBranch || !same(own.fields, other.fields)) this.tell('added', other)
      else if (own.parent !== other.parent) this.tellMoved(was, own, other)
      return placedAs(other)
    }
    const parent = this.parentOf(was, own, other)
    if (own.isBranch === other.isBranch) {
      const fields = mergeFields(fieldsOf(was, own, other), {}, (field, values) => {
        this.tell('field', other, values, field)
      })
      return { fields, isBranch: other.isBranch, parent }
    }
    const hasTurned = was.isBranch !== own.isBranch
    if (hasTurned && !this.hasOwnShape(was, other)) {
      return { fields: withShapeOf(own.fields, this.sharedFields(was, own, other)), isBranch: own.isBranch, parent }
    }
    if (hasTurned) {
      this.tell('shape', other)
      return { fields: withShapeOf(other.fields, this.sharedFields(was, own, other)), isBranch: other.isBranch, parent }
    }
    const fields = mergeFields(fieldsOf(was, own, other), { isTheirs: isOfShape }, (field, values) => {
      this.tell('field', other, values, field)
    })
    return { fields, isBranch: other.isBranch, parent }
  }

  /** What leaves and branches both have is merged whichever of the two it becomes. */
  private sharedFields(was: Seat, own: Seat, other: Seat): Fields {
    return mergeFields(fieldsOf(was, own, other), { isTheirs: isOfShape }, (field, values) => {
      if (!isOfShape(field)) this.tell('field', other, values, field)
    })
  }

  /** Whether they changed what only a node of the old shape has. */
  private hasOwnShape(was: Seat, other: Seat): boolean {
    if (!same(pick(was.fields, isOfShape), pick(other.fields, isOfShape))) return true
    const before = this.sides.base.seats
    return (this.sides.theirs.children.get(other.key) ?? []).some((child) => before.get(child)?.parent !== other.key)
  }

  private parentOf(was: Seat, own: Seat, other: Seat): string {
    if (own.parent === other.parent || own.parent === was.parent) return other.parent
    if (other.parent === was.parent) return own.parent
    this.tellMoved(was, own, other)
    return other.parent
  }

  // Where each stands

  /** Mine gives way until all nodes hang on the top; every round takes at least one a step nearer to it. */
  private settle(): void {
    for (;;) {
      const reached = this.reached()
      const lost = [...this.placed.keys()].filter((key) => !reached.has(key))
      if (lost.length === 0) return
      const homeless = lost.filter((key) => this.isHomeless(key))
      if (homeless.length > 0) for (const key of homeless) this.rehouse(key)
      else this.cut(lost.filter((key) => this.isInRing(key)))
    }
  }

  /** Two that were moved into each other: mine go back; where theirs has no place left for any of them, one goes to the top. */
  private cut(ring: readonly string[]): void {
    const able = ring.filter((key) => {
      const parent = this.sides.theirs.seats.get(key)?.parent
      const isElsewhere = parent !== undefined && parent !== this.placed.get(key)!.parent
      return isElsewhere && (parent === TOP || this.placed.has(parent))
    })
    if (able.length > 0) for (const key of able) this.giveWay(key)
    else this.placed.get(ring[0]!)!.parent = TOP
  }

  private isInRing(key: string): boolean {
    const seen = new Set<string>()
    for (let at = this.placed.get(key)!.parent; at !== key; at = this.placed.get(at)!.parent) {
      if (at === TOP || seen.has(at)) return false
      seen.add(at)
    }
    return true
  }

  private reached(): Set<string> {
    const children = new Map<string, string[]>()
    for (const [key, { parent }] of this.placed) {
      const list = children.get(parent)
      if (list === undefined) children.set(parent, [key])
      else list.push(key)
    }
    const reached = new Set<string>()
    const waiting = [TOP]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (at !== TOP && !this.placed.get(at)!.isBranch) continue
      for (const child of children.get(at) ?? []) {
        reached.add(child)
        waiting.push(child)
      }
    }
    return reached
  }

  private isHomeless(key: string): boolean {
    const { parent } = this.placed.get(key)!
    return parent !== TOP && this.placed.get(parent)?.isBranch !== true
  }

  private rehouse(key: string): void {
    const { mine, theirs } = this.sides
    const seat = this.placed.get(key)
    if (seat === undefined || !this.isHomeless(key)) return
    const other = theirs.seats.get(key)
    if (other === undefined) this.drop(mine.seats.get(key)!)
    else if (seat.parent !== other.parent) this.giveWay(key)
    else if (this.placed.has(other.parent)) this.turnBack(other.parent)
    else seat.parent = this.nearest(other)
  }

  /** What I added where nothing can stand any more. */
  private drop(own: Seat): void {
    // Where the parent is gone, or was put aside for theirs, it is told there with all below it.
    const isTold = !this.placed.has(own.parent) || this.putAside.has(own.parent)
    if (!isTold) this.tell('no-place', own, { theirs: null })
    this.placed.delete(own.key)
  }

  /** A node that I moved to where it cannot stand goes back to where they have it. */
  private giveWay(key: string): void {
    const seat = this.placed.get(key)!
    const [was, own, other] = this.seats(key)
    if (other === undefined || own === undefined || seat.parent === other.parent) return
    seat.parent = other.parent
    this.tellMoved(was, own, other)
  }

  /** A branch that I made a leaf, while they have something in it. */
  private turnBack(key: string): void {
    const [was, own, other] = this.seats(key)
    const seat = this.placed.get(key)!
    if (was === undefined || own === undefined || other === undefined) return
    this.tell('shape', other)
    seat.isBranch = other.isBranch
    seat.fields = withShapeOf(other.fields, seat.fields)
  }

  private nearest({ parent }: Seat): string {
    let at = this.sides.theirs.seats.get(parent)
    while (at !== undefined && this.placed.get(at.parent)?.isBranch !== true) {
      at = this.sides.theirs.seats.get(at.parent)
    }
    return at?.parent ?? TOP
  }

  // The tree

  private nodes(): Indicator[] {
    const kept = new Map<string, Set<string>>()
    for (const [key, { parent }] of this.placed) {
      const list = kept.get(parent)
      if (list === undefined) kept.set(parent, new Set([key]))
      else list.add(key)
    }
    const children = (parent: string): Indicator[] =>
      this.ordered(parent, kept.get(parent) ?? new Set()).map((key) => {
        const { fields, isBranch: hasChildren } = this.placed.get(key)!
        return (hasChildren ? { ...fields, children: children(key) } : fields) as unknown as Indicator
      })
    return children(TOP)
  }

  private ordered(parent: string, kept: ReadonlySet<string>): string[] {
    const { base, mine, theirs } = this.sides
    const list = (tree: Tree) => tree.children.get(parent) ?? []
    const { order, isContested } = mergeOrder({ base: list(base), mine: list(mine), theirs: list(theirs) }, kept)
    if (isContested) {
      const names = (tree: Tree): Json => list(tree).map((key) => tree.seats.get(key)!.node.name)
      const seat = theirs.seats.get(parent)
      const found = seat === undefined ? TOP_OF_TREE : { ...subject(seat), field: 'children' }
      this.report({ kind: 'order', ...found, base: names(base), mine: names(mine), theirs: names(theirs) })
    }
    return order
  }

  private seats(key: string): [was: Seat | undefined, own: Seat | undefined, other: Seat | undefined] {
    const { base, mine, theirs } = this.sides
    return [base.seats.get(key), mine.seats.get(key), theirs.seats.get(key)]
  }

  private idAt({ parent }: Seat): Json {
    const { base, mine, theirs } = this.sides
    const seat = theirs.seats.get(parent) ?? mine.seats.get(parent) ?? base.seats.get(parent)
    return seat?.node.id ?? null
  }

  private tellMoved(was: Seat | undefined, own: Seat, other: Seat): void {
    const base = was === undefined ? null : this.idAt(was)
    this.tell('moved', other, { base, mine: this.idAt(own), theirs: this.idAt(other) })
  }

  private tell(kind: Found['kind'], seat: Seat, values: Partial<Three<Json>> = {}, field: string | null = null): void {
    const [was, own, other] = this.seats(seat.key)
    if (kind === 'shape' || kind === 'added') this.putAside.add(seat.key)
    const whole = { base: nodeOf(was), mine: nodeOf(own), theirs: nodeOf(other) }
    this.report({ kind, ...subject(seat), field, ...whole, ...values })
  }
}

const TOP_OF_TREE = { of: 'scheme', key: '', id: '', name: '', where: [], field: 'indicators' } as const

function subject({ key, node, path }: Seat) {
  return { of: 'indicator', key, id: node.id, name: node.name, where: path } as const
}

const nodeOf = (seat: Seat | undefined): Json => (seat === undefined ? null : (seat.node as unknown as Json))

function placedAs({ fields, isBranch: hasChildren, parent }: Seat): Placed {
  return { fields, isBranch: hasChildren, parent }
}

function fieldsOf(was: Seat, own: Seat, other: Seat): Three<Fields> {
  return { base: was.fields, mine: own.fields, theirs: other.fields }
}

/** What only leaves or only branches have, of the one; what both have, of the other. */
function withShapeOf(shaped: Fields, shared: Fields): Fields {
  return { ...pick(shaped, isOfShape), ...pick(shared, (field) => !isOfShape(field)) }
}

function pick(fields: Fields, isWanted: (field: string) => boolean): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => isWanted(field)))
}

/** A node and those below it that a condition holds for, without what hangs on others. */
function below(tree: Tree, root: string, isWanted: (key: string) => boolean): string[] {
  const found: string[] = []
  const waiting = [root]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (!isWanted(at)) continue
    found.push(at)
    waiting.push(...(tree.children.get(at) ?? []))
  }
  return found
}
