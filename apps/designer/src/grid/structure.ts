import { applyEdit, type Branch, type Edit, type Indicator, isBranch, type Leaf, type Scheme } from '@yardstick/model'

/**
 * Structural changes as edits: insert, remove, indent, outdent, move. Several rows change one after another on a copy, so
 * that each finds the tree the one before has left. A leaf that gets children becomes a branch, and a plain branch that
 * has lost its last child becomes a leaf again, judged until it has a rule.
 */
export interface Restructuring {
  readonly edit: Edit
  /** Leaves whose rule is gone because they have children now. */
  readonly lostRules: readonly string[]
}

type Tree = Pick<Scheme, 'indicators'>

export interface Seat {
  readonly node: Indicator
  readonly index: number
  readonly siblings: readonly Indicator[]
  readonly parent: Branch | undefined
}

export function seatIn({ indicators }: Tree, id: string): Seat | undefined {
  const search = (siblings: readonly Indicator[], parent: Branch | undefined): Seat | undefined => {
    for (const [index, node] of siblings.entries()) {
      if (node.id === id) return { node, index, siblings, parent }
      const below = isBranch(node) ? search(node.children, node) : undefined
      if (below !== undefined) return below
    }
    return undefined
  }
  return search(indicators, undefined)
}

export function newLeaf(id: string, name: string): Leaf {
  return { id, name, points: '0', scoring: { method: 'judgement' } }
}

/** The ids in tree order, without those that hang under another of them. */
export function topmost(tree: Tree, ids: readonly string[]): string[] {
  const wanted = new Set(ids)
  const found: string[] = []
  const visit = (nodes: readonly Indicator[]) => {
    for (const node of nodes) {
      if (wanted.has(node.id)) found.push(node.id)
      else if (isBranch(node)) visit(node.children)
    }
  }
  visit(tree.indicators)
  return found
}

/** A leaf below the row, on the same level; after all that hangs under it. */
export function insertAfter(scheme: Scheme, id: string | null, leaf: Indicator): Edit {
  const seat = id === null ? undefined : seatIn(scheme, id)
  const index = seat === undefined ? scheme.indicators.length : seat.index + 1
  return { type: 'add-indicator', parent: seat?.parent?.id ?? null, index, indicator: leaf }
}

/** A leaf as the last child; under a leaf it makes a branch of it. */
export function insertUnder(scheme: Scheme, id: string, leaf: Indicator): Restructuring {
  return worked(scheme, (work) => {
    work.adopt(id)
    const parent = work.seat(id)?.node
    const index = parent !== undefined && isBranch(parent) ? parent.children.length : 0
    work.do({ type: 'add-indicator', parent: id, index, indicator: leaf })
  })
}

/** Takes rows away with all below them; a scheme keeps at least one indicator, so `blank` stands in for the last. */
export function remove(scheme: Scheme, ids: readonly string[], blank: () => Leaf): Restructuring {
  return worked(scheme, (work) => {
    const gone = topmost(scheme, ids)
    if (scheme.indicators.every((node) => gone.includes(node.id)))
      work.do({ type: 'add-indicator', parent: null, index: scheme.indicators.length, indicator: blank() })
    for (const id of gone) {
      const parent = work.seat(id)?.parent
      work.do({ type: 'remove-indicator', id })
      if (parent !== undefined) work.abandon(parent.id)
    }
  })
}

/** Under the sibling before; rows that were siblings stay siblings. */
export function indent(scheme: Scheme, ids: readonly string[]): Restructuring {
  return worked(scheme, (work) => {
    for (const id of topmost(scheme, ids)) {
      const seat = work.seat(id)
      const goal = seat?.siblings[seat.index - 1]
      if (goal === undefined) continue
      work.adopt(goal.id)
      const under = work.seat(goal.id)!.node as Branch
      work.do({ type: 'move-indicator', id, parent: goal.id, index: under.children.length })
    }
  })
}

/** After its parent, on the parent's level. */
export function outdent(scheme: Scheme, ids: readonly string[]): Restructuring {
  return worked(scheme, (work) => {
    // Backwards, so that several end in their order behind the parent.
    for (const id of topmost(scheme, ids).reverse()) {
      const parent = work.seat(id)?.parent
      const above = parent === undefined ? undefined : work.seat(parent.id)
      if (parent === undefined || above === undefined) continue
      work.do({ type: 'move-indicator', id, parent: above.parent?.id ?? null, index: above.index + 1 })
      work.abandon(parent.id)
    }
  })
}

/** Rows up or down among their siblings; rows of several parents each go their own way. */
export function shift(scheme: Scheme, ids: readonly string[], step: 1 | -1): Restructuring {
  return worked(scheme, (work) => {
    const order = topmost(scheme, ids)
    if (step > 0) order.reverse()
    const held = new Set<string>()
    for (const id of order) {
      const seat = work.seat(id)!
      const other = seat.siblings[seat.index + step]
      // One that stands at the edge holds those behind it.
      if (other === undefined || held.has(other.id)) held.add(id)
      else work.do({ type: 'move-indicator', id, parent: seat.parent?.id ?? null, index: seat.index + step })
    }
  })
}

/** Dragged rows beside or into another one; into themselves they do not go. */
export function moveTo(
  scheme: Scheme,
  ids: readonly string[],
  to: { readonly row: string; readonly place: 'before' | 'after' | 'inside' },
): Restructuring | undefined {
  const moving = topmost(scheme, ids)
  if (moving.some((id) => id === to.row || isUnder(scheme, to.row, id))) return undefined
  return worked(scheme, (work) => {
    let previous: string | undefined
    for (const id of moving) {
      const from = work.seat(id)?.parent
      if (to.place === 'inside' && previous === undefined) {
        work.adopt(to.row)
        const under = work.seat(to.row)!.node as Branch
        const index = under.children.filter((child) => child.id !== id).length
        work.do({ type: 'move-indicator', id, parent: to.row, index })
      } else {
        const beside = work.seat(previous ?? to.row)!
        const own = work.seat(id)!
        // The index counts after the row has left its old place.
        const leaves = own.siblings === beside.siblings && own.index < beside.index ? 1 : 0
        const isBefore = previous === undefined && to.place === 'before'
        const index = beside.index - leaves + (isBefore ? 0 : 1)
        work.do({ type: 'move-indicator', id, parent: beside.parent?.id ?? null, index })
      }
      if (from !== undefined) work.abandon(from.id)
      previous = id
    }
  })
}

function isUnder(tree: Tree, id: string, above: string): boolean {
  const node = seatIn(tree, above)?.node
  return node !== undefined && isBranch(node) && seatIn({ indicators: node.children }, id) !== undefined
}

interface Work {
  seat(id: string): Seat | undefined
  do(edit: Edit): void
  /** Makes a branch of a leaf. */
  adopt(id: string): void
  /** Makes a leaf of a plain branch that has no children left. */
  abandon(id: string): void
}

function worked(scheme: Scheme, run: (work: Work) => void): Restructuring {
  let now = scheme
  const edits: Edit[] = []
  const lostRules: string[] = []
  const work: Work = {
    seat: (id) => seatIn(now, id),
    do(edit) {
      edits.push(edit)
      const done = applyEdit(now, edit)
      // What is refused is refused again, and worded, when the whole is applied.
      if (done.ok) now = done.value.scheme
    },
    adopt(id) {
      const node = work.seat(id)?.node
      if (node === undefined || isBranch(node)) return
      if (node.scoring.method !== 'judgement' || node.target !== undefined) lostRules.push(node.name)
      work.do({ type: 'replace-indicator', id, indicator: asBranch(node) })
    },
    abandon(id) {
      const node = work.seat(id)?.node
      if (node === undefined || !isBranch(node) || node.children.length > 0 || !isPlain(node)) return
      work.do({ type: 'replace-indicator', id, indicator: asLeaf(node) })
    },
  }
  run(work)
  return { edit: edits.length === 1 ? edits[0]! : { type: 'batch', edits }, lostRules }
}

function asBranch(leaf: Leaf): Branch {
  const { id, name, code, points, kind, weight, core, definition, basis, note } = leaf
  return { ...present({ id, name, code, points, kind, weight, core, definition, basis, note }), children: [] } as Branch
}

function asLeaf(branch: Branch): Leaf {
  const { id, name, code, points, kind, weight, core, definition, basis, note } = branch
  const kept = present({ id, name, code, points, kind, weight, core, definition, basis, note })
  return { ...kept, scoring: { method: 'judgement' } } as Leaf
}

function isPlain({ combine, individual, rounding }: Branch): boolean {
  return (combine === undefined || combine === 'sum') && individual === undefined && rounding === undefined
}

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
