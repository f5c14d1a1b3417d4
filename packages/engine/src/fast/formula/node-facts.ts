import { type Node, partsOfNode } from '@yardstick/formula'
import { CivilDate, Exact } from '@yardstick/model'
import type { Value } from '../value.ts'

/** What can be said of a part of a formula before it is taken apart. */

/** The same whatever is submitted. */
export function isConstant(node: Node): boolean {
  return !READS.has(node.kind) && partsOfNode(node).every(isConstant)
}

const READS: ReadonlySet<Node['kind']> = new Set(['name', 'field', 'column'])

/** A function over a list or over its fields. */
export function readsList(node: Node): boolean {
  return node.kind === 'call' && node.operands.some((each) => each.kind === 'column' || isListName(each))
}

function isListName(node: Node): boolean {
  return node.kind === 'name' && node.type === 'list'
}

/** The names of items and measures in a node, and whether there are lists among them, which are not named. */
export function namesOf(node: Node): { readonly names: readonly string[]; readonly readsLists: boolean } {
  const names = new Set<string>()
  let readsLists = false
  const visit = (each: Node): void => {
    if (each.kind === 'field' || each.kind === 'column' || isListName(each)) readsLists = true
    else if (each.kind === 'name') names.add(each.name)
    partsOfNode(each).forEach(visit)
  }
  visit(node)
  return { names: [...names], readsLists }
}

/** What a node gives where it is present. */
export function kindOf(node: Node): Value['kind'] {
  switch (node.kind) {
    case 'constant': {
      const { value } = node.reading
      if (value instanceof Exact) return 'number'
      return value instanceof CivilDate ? 'date' : typeof value === 'boolean' ? 'truth' : 'text'
    }
    case 'name':
    case 'field':
    case 'column':
      return KINDS[node.type]
    case 'compare':
    case 'and':
    case 'or':
    case 'not':
      return 'truth'
    case 'call':
      switch (node.function) {
        case 'IF':
          return kindOf(node.operands[1]!)
        case 'COALESCE':
        case 'MIN':
        case 'MAX':
          return kindOf(node.operands[0]!)
        case 'DATE':
          return 'date'
        default:
          return 'number'
      }
    default:
      return 'number'
  }
}

const KINDS = { number: 'number', boolean: 'truth', text: 'text', date: 'date', list: 'number' } as const
