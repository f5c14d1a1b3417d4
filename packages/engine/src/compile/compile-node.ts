import { Exact, type Indicator, type Issue, isBranch, issue, nearest, roundingOf } from '@yardstick/model'
import { unknownItem } from './check-items.ts'
import type { Place } from './compile-formula.ts'
import { compileMethod, type MethodContext, NO_KEYS } from './compile-method.ts'
import type { CompiledBranch, CompiledLeaf, CompiledNode } from './compiled.ts'

/** The nodes compiled so far, in tree order and by id; of two equal ids the later one is found. */
export interface Tree {
  readonly nodes: CompiledNode[]
  readonly nodeById: Map<string, CompiledNode>
}

/** An indicator with all that is below it, added to the tree from the top down. */
export function compileNode(
  node: Indicator,
  parent: CompiledBranch | null,
  at: Place,
  context: MethodContext,
  tree: Tree,
): CompiledNode {
  const { pointer } = at
  const path = parent === null ? [node.name] : parent.path.concat(node.name)
  const place = { pointer, where: path }
  const points = Exact.of(node.points)
  const isBonus = node.kind === 'bonus'
  if (tree.nodeById.has(node.id)) {
    context.issues.push(
      issue('SCHEME_ID_TWICE', { ...place, pointer: `${at.pointer}/id`, expected: null, found: node.id }),
    )
  }
  if (!isBranch(node)) {
    const leaf: CompiledLeaf = {
      type: 'leaf',
      node,
      pointer,
      path,
      parent,
      points,
      isBonus,
      rounding: roundingOf(context.scheme, 'leaf', node),
      method: compileMethod(node, points, context, place),
    }
    if (node.weighUnitsBy !== undefined && !context.itemByName.has(node.weighUnitsBy)) {
      context.issues.push(
        unknownItem(node.weighUnitsBy, context.itemByName, { ...place, pointer: `${at.pointer}/weighUnitsBy` }),
      )
    }
    tree.nodes.push(leaf)
    tree.nodeById.set(node.id, leaf)
    return leaf
  }
  const children = new Array<CompiledNode>(node.children.length)
  const branch: CompiledBranch = {
    type: 'branch',
    node,
    pointer,
    path,
    parent,
    points,
    isBonus,
    children,
    rounding: roundingOf(context.scheme, 'branch', node),
    selectorKeys: compileSelector(node, context, place),
  }
  tree.nodes.push(branch)
  tree.nodeById.set(node.id, branch)
  node.children.forEach((child, index) => {
    children[index] = compileNode(
      child,
      branch,
      { pointer: `${pointer}/children/${index}`, where: path },
      context,
      tree,
    )
  })
  if (node.children.length === 0 && node.individual !== true) {
    context.issues.push(
      issue('SCHEME_BRANCH_EMPTY', { ...place, pointer: `${at.pointer}/children`, expected: '>= 1', found: 0 }),
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
