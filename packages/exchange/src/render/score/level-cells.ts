import { type Indicator, isBranch, type Leaf } from '@yardstick/model'
import type { TableBuilder } from '../table-builder.ts'

/**
 * The names of a tree in level columns, a leaf a row: a branch reaches down over its leaves, a leaf above the lowest level
 * reaches over the columns right of it. What lies deeper than there are columns stands with its leaf: 数量 / 培训人次.
 *
 * from, columns  where the level columns begin, and how many there are
 * nameOf         what a branch's or a leaf's cell says
 * returns        the leaves with their rows, from the builder's next row on
 */
export function putLevels(
  builder: TableBuilder,
  nodes: readonly Indicator[],
  { from, columns, nameOf }: { from: number; columns: number; nameOf: (node: Indicator) => string },
): { readonly leaf: Leaf; readonly row: number }[] {
  const placed: { leaf: Leaf; row: number }[] = []
  let row = builder.height
  const visit = (node: Indicator, level: number, before: string): void => {
    if (!isBranch(node)) {
      builder.text(row, from + level, before + nameOf(node), 'text', 1, columns - level)
      placed.push({ leaf: node, row })
      row++
    } else if (level === columns - 1) {
      for (const child of node.children) visit(child, level, `${before}${node.name} / `)
    } else {
      const height = leafCount(node)
      if (height > 0) builder.text(row, from + level, nameOf(node), 'text', height)
      for (const child of node.children) visit(child, level + 1, '')
    }
  }
  for (const node of nodes) visit(node, 0, '')
  return placed
}

/** How many level columns a tree fills. */
export function depthOf(nodes: readonly Indicator[]): number {
  return nodes.reduce((most, node) => Math.max(most, isBranch(node) ? 1 + depthOf(node.children) : 1), 0)
}

function leafCount(node: Indicator): number {
  return isBranch(node) ? node.children.reduce((sum, child) => sum + leafCount(child), 0) : 1
}
