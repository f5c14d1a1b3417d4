import { type Formula, type Node, partsOfNode } from './formula.ts'

/**
 * Whether the formula has a value only where everything it names has one. IF and COALESCE look at what they need, 且 and 或
 * stop at what decides them, and functions over lists skip what does not apply; arithmetic and comparisons need it all.
 */
export function readsAll({ root }: Formula): boolean {
  return isWhole(root)
}

function isWhole(node: Node): boolean {
  switch (node.kind) {
    case 'and':
    case 'or':
      return false
    case 'call':
      return ALL.has(node.function) && node.operands.every(isWhole)
    default:
      return partsOfNode(node).every(isWhole)
  }
}

const ALL: ReadonlySet<string> = new Set(['ROUND', 'ROUNDUP', 'ROUNDDOWN', 'ABS', 'DAYS'])
