import { Exact, type Indicator, type Issue, isBranch, issue, nearest, roundingOf } from '@yardstick/model'
import { unknownItem } from './check-items.ts'
import type { Place } from './compile-formula.ts'
import { compileMethod } from './compile-method.ts'
import type { CompiledBranch, CompiledNode } from './compiled.ts'
import { type MethodContext, NO_KEYS } from './method-context.ts'
import { BranchNode, LeafNode } from './node.ts'

/** The nodes compiled so far, in tree order and by id; of two equal ids the later one is found. */
export interface Tree {
  readonly nodes: CompiledNode[]
  readonly nodeById: Map<string, CompiledNode>
}

/** An indicator with all that is below it, added to the tree from the top down. */
export function compileNode(
  node: Indicator,
  parent: CompiledBranch | null,
  index: number,
  context: MethodContext,
  tree: Tree,
): CompiledNode {
  const pointer = parent === null ? `/indicators/${index}` : `${parent.pointer}/children/${index}`
  const path = parent === null ? [node.name] : parent.path.concat(node.name)
  const place = { pointer, where: path }
  const points = Exact.of(node.points)
  if (tree.nodeById.has(node.id)) {
    context.issues.push(
      issue('SCHEME_ID_TWICE', { ...place, pointer: `${pointer}/id`, expected: null, found: node.id }),
    )
  }
  if (!isBranch(node)) {
    const method = compileMethod(node, points, context, place)
    const leaf = new LeafNode(node, parent, index, points, roundingOf(context.scheme, 'leaf', node), method)
    if (node.weighUnitsBy !== undefined && !context.itemByName.has(node.weighUnitsBy)) {
      context.issues.push(
        unknownItem(node.weighUnitsBy, context.itemByName, { ...place, pointer: `${pointer}/weighUnitsBy` }),
      )
    }
    tree.nodes.push(leaf)
    tree.nodeById.set(node.id, leaf)
    return leaf
  }
  const selectorKeys = compileSelector(node, context, place)
  const branch = new BranchNode(node, parent, index, points, roundingOf(context.scheme, 'branch', node), selectorKeys)
  tree.nodes.push(branch)
  tree.nodeById.set(node.id, branch)
  node.children.forEach((child, at) => {
    branch.children[at] = compileNode(child, branch, at, context, tree)
  })
  if (node.children.length === 0 && node.individual !== true) {
    context.issues.push(
      issue('SCHEME_BRANCH_EMPTY', { ...place, pointer: `${pointer}/children`, expected: '>= 1', found: 0 }),
    )
  }
  if (node.combine === 'weighted-mean') checkWeights(branch, context.issues)
  return branch
}

function compileSelector(node: CompiledBranch['node'], context: MethodContext, at: Place): ReadonlyMap<string, string> {
  if (typeof node.combine !== 'object') return NO_KEYS
  const keys = new Map<string, string>()
  const { alternatives } = node.combine
  const selectorAt = { ...at, pointer: `${at.pointer}/combine/alternatives` }
  const named = 'item' in alternatives ? Object.values(alternatives.children) : Object.keys(alternatives.when)
  // A bonus stands beside the alternatives, not among them.
  const own = node.children.filter(({ kind }) => kind !== 'bonus' || node.kind === 'bonus').map(({ id }) => id)
  for (const id of named) {
    if (!own.includes(id)) {
      context.issues.push(
        issue('SCHEME_INDICATOR_UNKNOWN', { ...selectorAt, expected: nearest(id, own) ?? own, found: id }),
      )
    }
  }
  if ('item' in alternatives) {
    if (!context.itemByName.has(alternatives.item))
      context.issues.push(unknownItem(alternatives.item, context.itemByName, selectorAt))
  } else {
    for (const [id, condition] of Object.entries(alternatives.when)) {
      keys.set(
        id,
        context.ask(condition, { ...selectorAt, pointer: `${selectorAt.pointer}/when/${id}` }, context.issues),
      )
    }
  }
  return keys
}

function checkWeights(branch: CompiledBranch, issues: Issue[]): void {
  for (const child of branch.children) {
    if (child.isBonus) continue
    const { weight } = child.node
    if (weight === undefined || Exact.of(weight).sign <= 0) {
      issues.push(
        issue('SCHEME_WEIGHT', {
          pointer: `${child.pointer}/weight`,
          where: child.path,
          expected: '> 0',
          found: weight ?? null,
        }),
      )
    }
  }
}
