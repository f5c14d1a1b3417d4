import { type Indicator, isBranch, type Scheme } from '@yardstick/model'

/** Which branches are closed, as a set of their ids. The picture has a folding of its own: it never folds the grid. */
export type Folded = ReadonlySet<string>

type Tree = Pick<Scheme, 'indicators'>

/** Everything below so many levels closed; level 1 is the top of the tree. */
export function foldedBelow(scheme: Tree, levels: number): Folded {
  const folded = new Set<string>()
  const visit = (nodes: readonly Indicator[], level: number) => {
    for (const node of nodes) {
      if (!isBranch(node)) continue
      if (level >= levels && node.children.length > 0) folded.add(node.id)
      visit(node.children, level + 1)
    }
  }
  visit(scheme.indicators, 1)
  return folded
}

/** How many levels the tree has. */
export function levelsOf(nodes: readonly Indicator[]): number {
  return nodes.reduce((most, node) => Math.max(most, 1 + (isBranch(node) ? levelsOf(node.children) : 0)), 0)
}

export function toggled(folded: Folded, id: string): Folded {
  const next = new Set(folded)
  if (!next.delete(id)) next.add(id)
  return next
}

/** With every branch above the indicator open, so that it can be seen; the same set where it can already. */
export function revealing(folded: Folded, scheme: Tree, id: string): Folded {
  const closed = branchesAbove(scheme.indicators, id)?.filter((above) => folded.has(above)) ?? []
  if (closed.length === 0) return folded
  const next = new Set(folded)
  for (const above of closed) next.delete(above)
  return next
}

function branchesAbove(nodes: readonly Indicator[], id: string): string[] | undefined {
  for (const node of nodes) {
    if (node.id === id) return []
    const below = isBranch(node) ? branchesAbove(node.children, id) : undefined
    if (below !== undefined) return [node.id, ...below]
  }
  return undefined
}
