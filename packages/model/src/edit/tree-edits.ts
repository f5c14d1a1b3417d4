import { type Branch, type Indicator, isBranch, isLeaf } from '../schema/indicator.ts'
import { arrange } from './arrange.ts'
import type { Edit } from './edit.ts'
import { idsUnder } from './reducer.ts'

/**
 * The edits that make one tree of indicators into another, by id. `changes` builds the new tree with whatever is left over
 * behind it; `removals` takes that away, once nothing speaks of it any more.
 */
export function treeEdits(before: readonly Indicator[], after: readonly Indicator[]) {
  const [old, wanted] = [nodesOf(before), nodesOf(after)]
  const lists = new Map<string | null, string[]>([[null, before.map(({ id }) => id)]])
  for (const { id, node } of old.values())
    if (isBranch(node))
      lists.set(
        id,
        node.children.map((each) => each.id),
      )
  const whole = new Set<string>()
  return {
    changes: [
      ...untied(old, wanted),
      ...emptied(old, wanted, lists),
      ...built(after, old, lists, whole),
      ...fieldEdits(old, wanted, whole),
    ],
    removals: removals(before, old, wanted),
  }
}

interface Seen {
  readonly id: string
  readonly node: Indicator
  readonly parent: string | null
}

function nodesOf(roots: readonly Indicator[]): Map<string, Seen> {
  const seen = new Map<string, Seen>()
  const visit = (nodes: readonly Indicator[], parent: string | null) => {
    for (const node of nodes) {
      seen.set(node.id, { id: node.id, node, parent })
      if (isBranch(node)) visit(node.children, node.id)
    }
  }
  visit(roots, null)
  return seen
}

/** A selector that changes, or whose children do, is let go first: it would tie them to their old place. */
function untied(old: ReadonlyMap<string, Seen>, wanted: ReadonlyMap<string, Seen>): Edit[] {
  return [...old.values()].flatMap(({ id, node }) => {
    const next = wanted.get(id)?.node
    const isTied = isBranch(node) && typeof node.combine === 'object'
    return isTied && !keepsSelector(node, next) ? [setFields(id, { combine: null })] : []
  })
}

function keepsSelector(node: Branch, next: Indicator | undefined): boolean {
  return (
    next !== undefined &&
    isBranch(next) &&
    same(node.combine, next.combine) &&
    node.children.every(({ id }) => next.children.some((each) => each.id === id))
  )
}

/** A branch that becomes a leaf gives up its children; they wait at the end of the top level. */
function emptied(
  old: ReadonlyMap<string, Seen>,
  wanted: ReadonlyMap<string, Seen>,
  lists: Map<string | null, string[]>,
): Edit[] {
  const top = lists.get(null)!
  return [...old.values()].flatMap(({ id, node }) => {
    const next = wanted.get(id)?.node
    if (!isBranch(node) || next === undefined || isBranch(next)) return []
    const moves = lists.get(id)!.map((child): Edit => {
      top.push(child)
      return { type: 'move-indicator', id: child, parent: null, index: top.length - 1 }
    })
    lists.delete(id)
    return [...moves, { type: 'replace-indicator', id, indicator: next }]
  })
}

/**
 * Parents before children: when a node is put in its place, all above it is already in its own. What is new with all below
 * it comes whole, and is noted in `whole`.
 */
function built(
  after: readonly Indicator[],
  old: ReadonlyMap<string, Seen>,
  lists: Map<string | null, string[]>,
  whole: Set<string>,
): Edit[] {
  const edits: Edit[] = []
  const build = (parent: string | null, nodes: readonly Indicator[]) => {
    const list = lists.get(parent) ?? []
    lists.set(parent, list)
    const nodeById = new Map(nodes.map((node) => [node.id, node]))
    const take = (id: string) => old.has(id) && takeOut(lists, id)
    for (const { type, id, index } of arrange(list, [...nodeById.keys()], take)) {
      const node = nodeById.get(id)!
      if (type === 'move') edits.push({ type: 'move-indicator', id, parent, index })
      else {
        const ids = idsUnder(node)
        const isAllNew = ids.every((each) => !old.has(each))
        if (isAllNew) for (const each of ids) whole.add(each)
        edits.push({ type: 'add-indicator', parent, index, indicator: isAllNew ? node : childless(node) })
      }
    }
    for (const node of nodes) {
      if (!isBranch(node) || whole.has(node.id)) continue
      const known = old.get(node.id)
      if (known !== undefined && isLeaf(known.node)) {
        edits.push({ type: 'replace-indicator', id: node.id, indicator: childless(node) })
      }
      build(node.id, node.children)
    }
    return edits
  }
  return build(null, after)
}

function takeOut(lists: ReadonlyMap<string | null, string[]>, id: string): boolean {
  for (const list of lists.values()) {
    const at = list.indexOf(id)
    if (at >= 0) {
      list.splice(at, 1)
      return true
    }
  }
  return false
}

/** A branch without its children and without what speaks of them. */
function childless(node: Indicator): Indicator {
  if (!isBranch(node)) return node
  const { combine, ...rest } = node
  return { ...rest, ...(combine === undefined || typeof combine === 'object' ? {} : { combine }), children: [] }
}

function fieldEdits(
  old: ReadonlyMap<string, Seen>,
  wanted: ReadonlyMap<string, Seen>,
  whole: ReadonlySet<string>,
): Edit[] {
  const points: { [id: string]: string } = {}
  const edits = [...wanted.values()].flatMap(({ id, node }): Edit[] => {
    if (whole.has(id)) return []
    const known = old.get(id)
    // What was put there by an edit of its own differs at most by the selector that could not come with it.
    const isPut = known === undefined || isBranch(known.node) !== isBranch(node)
    const from = isPut ? childless(node) : fromOf(known.node, node)
    if (from.points !== node.points) points[id] = node.points
    const isRescored = isLeaf(node) && isLeaf(from) && !same(from.scoring, node.scoring)
    // A new method takes its basis away, so fields are held against what it leaves.
    const fields = changedFields(isRescored ? { ...from, scoringBasis: undefined } : from, node, [
      'id',
      'points',
      'scoring',
      'target',
      'children',
    ])
    const found: Edit[] = isRescored ? [{ type: 'set-scoring', id, scoring: node.scoring }] : []
    if (fields !== undefined) found.push(setFields(id, fields))
    if (!isLeaf(node) || !isLeaf(from)) return found
    if (!same(from.target, node.target)) found.push({ type: 'set-target', id, target: node.target ?? null })
    return found
  })
  return Object.keys(points).length === 0 ? edits : [{ type: 'set-points', points }, ...edits]
}

/** The node as `untied` has left it. */
function fromOf(node: Indicator, next: Indicator): Indicator {
  if (!isBranch(node) || typeof node.combine !== 'object' || keepsSelector(node, next)) return node
  const { combine: _, ...rest } = node
  return rest
}

/** What goes away may speak of others that go: first it falls silent, then it goes. */
function removals(
  before: readonly Indicator[],
  old: ReadonlyMap<string, Seen>,
  wanted: ReadonlyMap<string, Seen>,
): Edit[] {
  const gone = [...old.values()].filter(({ id }) => !wanted.has(id))
  const silenced = gone.flatMap(({ id, node }): Edit[] =>
    isLeaf(node) ? [{ type: 'set-scoring', id, scoring: { method: 'judgement' } }] : [],
  )
  // Below a removed node nothing is left but removed ones, so the upper ones suffice.
  const upper = gone.filter(({ parent }) => parent === null || wanted.has(parent))
  const order = new Map(before.flatMap(idsUnder).map((id, index) => [id, index]))
  upper.sort((a, b) => order.get(a.id)! - order.get(b.id)!)
  return [...silenced, ...upper.map(({ id }): Edit => ({ type: 'remove-indicator', id }))]
}

function setFields(id: string, fields: object): Edit {
  return { type: 'set-indicator', id, fields }
}

/** Fields that differ, with null for those that are gone; undefined where none does. */
export function changedFields(
  before: object,
  after: object,
  without: readonly string[],
): { [key: string]: unknown } | undefined {
  const [old, next] = [before, after] as { [key: string]: unknown }[]
  const keys = new Set([...Object.keys(old!), ...Object.keys(next!)])
  const fields: { [key: string]: unknown } = {}
  for (const key of keys) {
    if (without.includes(key) || same(old![key], next![key])) continue
    fields[key] = next![key] ?? null
  }
  return Object.keys(fields).length === 0 ? undefined : fields
}

/** Whether two parts of documents are the same, in whatever order their keys stand. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((each, index) => same(each, b[index]))
  }
  const [one, other] = [a, b] as { readonly [key: string]: unknown }[]
  const stated = (of: { readonly [key: string]: unknown }) => Object.keys(of).filter((key) => of[key] !== undefined)
  const keys = stated(one!)
  if (keys.length !== stated(other!).length) return false
  return keys.every((key) => Object.hasOwn(other!, key) && same(one![key], other![key]))
}
