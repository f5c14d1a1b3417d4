import { type Branch, type Indicator, isBranch, type Leaf, type Scheme } from '@yardstick/model'
import { depthOf } from './general.ts'

/**
 * 指标体系表 as bureaus print it: one line a leaf, the branches above it in merged cells. A cell stands in the line in
 * which it begins and says how many lines and levels it spans.
 */
export interface TreeLine {
  readonly cells: readonly TreeCell[]
  /** The leaf of the line; a branch that is still empty has a line of its own. */
  readonly leaf: Leaf | undefined
}

export interface TreeCell {
  readonly node: Indicator
  readonly number: string
  readonly rows: number
  readonly columns: number
}

export function treeLines(scheme: Pick<Scheme, 'indicators'>): TreeLine[] {
  const levels = depthOf(scheme)
  const lines: TreeLine[] = []
  const visit = (nodes: readonly Indicator[], above: readonly TreeCell[], prefix: string) => {
    nodes.forEach((node, index) => {
      const number = node.code ?? `${prefix}${index + 1}`
      // Branches above stand in the first line below them only.
      const begun = index === 0 ? above : []
      const level = levelOf(prefix)
      if (isBranch(node) && node.children.length > 0) {
        const cell = { node, number, rows: leafLines(node), columns: 1 }
        visit(node.children, [...begun, cell], `${prefix}${index + 1}.`)
      } else {
        const cell = { node, number, rows: 1, columns: levels - level }
        lines.push({ cells: [...begun, cell], leaf: isBranch(node) ? undefined : node })
      }
    })
  }
  visit(scheme.indicators, [], '')
  return lines
}

/** Every node with the number it has in the table, in the order of the document. */
export function numbered(scheme: Pick<Scheme, 'indicators'>): { node: Indicator; number: string; depth: number }[] {
  const all: { node: Indicator; number: string; depth: number }[] = []
  const visit = (nodes: readonly Indicator[], prefix: string) => {
    nodes.forEach((node, index) => {
      all.push({ node, number: node.code ?? `${prefix}${index + 1}`, depth: levelOf(prefix) })
      if (isBranch(node)) visit(node.children, `${prefix}${index + 1}.`)
    })
  }
  visit(scheme.indicators, '')
  return all
}

/** "1.2." stands for two levels above. */
const levelOf = (prefix: string) => prefix.split('.').length - 1

function leafLines(node: Branch): number {
  return node.children.reduce(
    (count, child) => count + (isBranch(child) && child.children.length > 0 ? leafLines(child) : 1),
    0,
  )
}
