import { type Branch, type Conflict, type Indicator, isBranch } from '@yardstick/model'

/** Makes what stands in a tree what it is in another, for one conflict; both trees are copies that may be changed. */
export function inTreeAsTheirs(base: Indicator[], theirs: Indicator[], conflict: Conflict): void {
  const { kind, id, field } = conflict
  const [here, there] = [find(base, id), find(theirs, id)]
  if (kind === 'field' && field !== null && here !== undefined) {
    const { node } = here as { node: { [field: string]: unknown } & Indicator }
    if (conflict.theirs === null) delete (node as { [field: string]: unknown })[field]
    else (node as { [field: string]: unknown })[field] = conflict.theirs
  } else if (kind === 'order' && here !== undefined && there !== undefined) {
    sortAs(childrenOf(here.node), childrenOf(there.node))
  } else if (there === undefined) {
    if (here !== undefined) remove(base, theirs, here)
  } else if (kind === 'moved') move(base, theirs, id)
  else put(base, theirs, there)
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

const childrenOf = (node: Indicator): Indicator[] => (isBranch(node) ? (node.children as Indicator[]) : [])

/** With all below it but what theirs has elsewhere, which goes where it is there. */
function remove(base: Indicator[], theirs: Indicator[], { node, parent }: Place): void {
  const kept = idsBelow(node).filter((id) => find(theirs, id) !== undefined)
  for (const id of kept) move(base, theirs, id)
  take(base, node, parent)
}

function take(base: Indicator[], node: Indicator, parent: Branch | undefined): void {
  const list = parent === undefined ? base : childrenOf(parent)
  const at = list.indexOf(node)
  if (at >= 0) list.splice(at, 1)
}

/** As it is there, with all below it, in the place it has there. */
function put(base: Indicator[], theirs: Indicator[], { node, parent }: Place): void {
  const copied = JSON.parse(JSON.stringify(node)) as Indicator
  for (const id of [node.id, ...idsBelow(node)]) {
    const here = find(base, id)
    if (here !== undefined) take(base, here.node, here.parent)
  }
  hang(base, theirs, copied, parent?.id)
}

function move(base: Indicator[], theirs: Indicator[], id: string): void {
  const here = find(base, id)
  const there = find(theirs, id)
  if (here === undefined || there === undefined) return
  take(base, here.node, here.parent)
  hang(base, theirs, here.node, there.parent?.id)
}

/** Under the parent of that id; one that is not here comes first, alone. */
function hang(base: Indicator[], theirs: Indicator[], node: Indicator, parent: string | undefined): void {
  if (parent === undefined) {
    base.push(node)
    return
  }
  if (find(base, parent) === undefined) {
    const there = find(theirs, parent)
    if (there !== undefined) hang(base, theirs, { ...there.node, children: [] } as unknown as Branch, there.parent?.id)
  }
  const above = find(base, parent)
  if (above !== undefined && isBranch(above.node)) childrenOf(above.node).push(node)
  else base.push(node)
}

function sortAs(list: Indicator[], model: readonly Indicator[]): void {
  const place = new Map(model.map(({ id }, index) => [id, index]))
  const at = ({ id }: Indicator) => place.get(id) ?? model.length
  list.sort((a, b) => at(a) - at(b))
}

function idsBelow(node: Indicator): string[] {
  return childrenOf(node).flatMap((child) => [child.id, ...idsBelow(child)])
}
