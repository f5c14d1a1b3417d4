import { type Branch, type Indicator, isBranch } from '../schema/indicator.ts'
import { setPath } from './make-path.ts'
import { isOfShape } from './merge-trees.ts'

/** What of an indicator is made what it is elsewhere; `make-as.ts` says what the fields mean. */
export interface NodeAspect {
  readonly id: string
  readonly field: string | null
  readonly isAlone?: boolean
}

/** Makes what stands in a tree what it is in another; `tree` is a copy that may be changed, `model` is only read. */
export function makeTreeAs(tree: Indicator[], model: readonly Indicator[], aspect: NodeAspect): void {
  const { id, field, isAlone } = aspect
  const [here, there] = [find(tree, id), find(model, id)]
  if (there === undefined) {
    if (here !== undefined && field === null) remove(tree, model, here)
  } else if (field === null) {
    if (isAlone === true) putAlone(tree, model, there)
    else put(tree, model, there)
  } else if (here === undefined) return
  else if (field === 'parent') move(tree, model, id)
  else if (field === 'children') sortAs(childrenOf(here.node), childrenOf(there.node))
  else if (isBranch(here.node) !== isBranch(there.node) && isOfShape(field.split('/')[0]!)) {
    putAlone(tree, model, there)
  } else setPath(here.node, field, there.node)
}

interface Place {
  readonly node: Indicator
  readonly parent: Branch | undefined
}

function find(nodes: readonly Indicator[], id: string, parent?: Branch): Place | undefined {
  for (const node of nodes) {
    if (node.id === id) return { node, parent }
    const below = isBranch(node) ? find(node.children, id, node) : undefined
    if (below !== undefined) return below
  }
  return undefined
}

const childrenOf = (node: Indicator): Indicator[] => (isBranch(node) ? node.children : [])

/** With all below it but what the model has elsewhere, which goes where it is there. */
function remove(tree: Indicator[], model: readonly Indicator[], { node }: Place): void {
  release(tree, model, node, new Set())
  const here = find(tree, node.id)
  if (here !== undefined) take(tree, here)
}

/** What stands below a node goes where the model has it, but for what comes with the node. */
function release(tree: Indicator[], model: readonly Indicator[], node: Indicator, with_: ReadonlySet<string>): void {
  for (const id of idsBelow(node)) if (!with_.has(id) && find(model, id) !== undefined) move(tree, model, id)
}

function take(tree: Indicator[], { node, parent }: Place): void {
  const list = parent === undefined ? tree : parent.children
  list.splice(list.indexOf(node), 1)
}

/** As it is there, with all below it, in the place it has there. */
function put(tree: Indicator[], model: readonly Indicator[], there: Place): void {
  const copied = JSON.parse(JSON.stringify(there.node)) as Indicator
  const ids = [copied.id, ...idsBelow(copied)]
  const brought = new Set(ids)
  const here = find(tree, copied.id)
  if (here !== undefined) release(tree, model, here.node, brought)
  for (const id of ids) {
    const old = find(tree, id)
    if (old === undefined) continue
    if (id !== copied.id) release(tree, model, old.node, brought)
    const now = find(tree, id)
    if (now !== undefined) take(tree, now)
  }
  hang(tree, model, copied, there.parent?.id)
}

/** As it is there and in its place, with what it has below it here; a leaf has nothing. */
function putAlone(tree: Indicator[], model: readonly Indicator[], there: Place): void {
  const here = find(tree, there.node.id)
  if (here === undefined) {
    const { node } = there
    const alone = JSON.parse(JSON.stringify(isBranch(node) ? { ...node, children: [] } : node)) as Indicator
    hang(tree, model, alone, there.parent?.id)
    return
  }
  if (!isBranch(there.node)) release(tree, model, here.node, new Set())
  const { node } = find(tree, there.node.id)!
  const kept = childrenOf(node)
  const fields = node as unknown as { [field: string]: unknown }
  for (const field of Object.keys(fields)) delete fields[field]
  Object.assign(
    fields,
    JSON.parse(JSON.stringify({ ...there.node, ...(isBranch(there.node) ? { children: [] } : {}) })),
  )
  if (isBranch(node)) node.children = kept
  const now = find(tree, node.id)
  if (now?.parent?.id !== there.parent?.id) move(tree, model, node.id)
}

function move(tree: Indicator[], model: readonly Indicator[], id: string): void {
  const [here, there] = [find(tree, id), find(model, id)]
  if (here === undefined || there === undefined) return
  const parent = there.parent?.id
  // Its parent there may stand below it here: that one goes to its place first.
  if (parent !== undefined && idsBelow(here.node).includes(parent)) move(tree, model, parent)
  const now = find(tree, id)!
  if (parent !== undefined && idsBelow(now.node).includes(parent)) return
  take(tree, now)
  hang(tree, model, now.node, parent)
}

/** Under the parent of that id, where the model has it among its siblings; a parent that is not here comes first, alone. */
function hang(tree: Indicator[], model: readonly Indicator[], node: Indicator, parent: string | undefined): void {
  if (parent !== undefined && find(tree, parent) === undefined) {
    const there = find(model, parent)
    if (there !== undefined) putAlone(tree, model, there)
  }
  const above = parent === undefined ? undefined : find(tree, parent)
  const siblings = parent === undefined ? model : childrenOf(find(model, parent)?.node ?? node)
  if (above === undefined) insertAs(tree, node, siblings)
  else if (isBranch(above.node)) insertAs(above.node.children, node, siblings)
  else {
    const there = find(model, above.node.id)
    if (there !== undefined && isBranch(there.node)) putAlone(tree, model, there)
    const now = find(tree, above.node.id)!.node
    insertAs(isBranch(now) ? now.children : tree, node, siblings)
  }
}

/** Behind the nearest one that stands before it there, else before the nearest behind it. */
export function insertAs<T extends object>(
  list: T[],
  member: T,
  model: readonly T[],
  keyOf: (member: T) => unknown = (each) => (each as { readonly id?: unknown }).id,
): void {
  const at = model.findIndex((each) => keyOf(each) === keyOf(member))
  const indexOf = (each: T | undefined) =>
    each === undefined ? -1 : list.findIndex((own) => keyOf(own) === keyOf(each))
  const before = model
    .slice(0, Math.max(at, 0))
    .reverse()
    .find((each) => indexOf(each) >= 0)
  const behind = model.slice(at + 1).find((each) => indexOf(each) >= 0)
  const index =
    before !== undefined ? indexOf(before) + 1 : behind !== undefined && at >= 0 ? indexOf(behind) : list.length
  list.splice(index, 0, member)
}

function sortAs(list: Indicator[], model: readonly Indicator[]): void {
  list.splice(0, list.length, ...inOrderOf(list, model, ({ id }) => id))
}

/** In the order of another list; what that one does not have goes last. */
export function inOrderOf<T>(list: readonly T[], model: readonly T[], keyOf: (member: T) => unknown): T[] {
  const place = new Map(model.map((each, index) => [keyOf(each), index]))
  const at = (each: T) => place.get(keyOf(each)) ?? model.length
  return [...list].sort((a, b) => at(a) - at(b))
}

function idsBelow(node: Indicator): string[] {
  return childrenOf(node).flatMap((child) => [child.id, ...idsBelow(child)])
}
