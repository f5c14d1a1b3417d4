import { Exact, type IndicatorResult, type LostPoints, sum } from '@yardstick/model'
import type { CompiledBranch, CompiledNode, CompiledScheme } from '../compile/compiled.ts'
import type { NodeResult } from '../evaluate/result.ts'

/**
 * The leaves that lost points of the total, most first; those that lost the same in tree order. Bonus nodes lose nothing. A
 * leaf under a mean, which may be scored out of any number, lost what its parent lost by it.
 */
export function lostPoints(
  results: ReadonlyMap<string, NodeResult>,
  compiled: CompiledScheme,
  indicators: readonly IndicatorResult[],
): LostPoints[] {
  return compiled.nodes
    .map((node, index) => ({ node, lost: lostBy(node, results), sentence: indicators[index]!.sentence }))
    .filter(({ lost }) => lost.sign > 0)
    .sort((a, b) => b.lost.compare(a.lost))
    .map(({ node, lost, sentence }) => ({ id: node.node.id, path: [...node.path], lost: lost.toText(), sentence }))
}

function lostBy(node: CompiledNode, results: ReadonlyMap<string, NodeResult>): Exact {
  const result = results.get(node.node.id)!
  if (result.type !== 'leaf' || result.score === null) return Exact.zero
  return node.points.minus(result.score).times(worthOf(node, results))
}

/** What a point of a node is worth in the total: nothing in a bonus, and where a choice above it fell on another. */
function worthOf(node: CompiledNode, results: ReadonlyMap<string, NodeResult>): Exact {
  if (node.isBonus) return Exact.zero
  const { parent } = node
  if (parent === null) return Exact.one
  const above = results.get(parent.node.id)!
  const chosen = above.type === 'branch' ? above.chosen : undefined
  if (chosen !== undefined && chosen !== node) return Exact.zero
  const inParent = parent.node.combine === 'weighted-mean' ? worthInMean(node, parent, results) : Exact.one
  return inParent.times(worthOf(parent, results))
}

/** Those without a score have no part in a mean. */
function worthInMean(node: CompiledNode, parent: CompiledBranch, results: ReadonlyMap<string, NodeResult>): Exact {
  const scored = parent.children.filter((child) => !child.isBonus && results.get(child.node.id)!.score !== null)
  const whole = sum(scored.map(weightOf))
  if (whole.sign === 0 || node.points.sign === 0) return Exact.zero
  return parent.points.times(weightOf(node)).over(whole.times(node.points))
}

function weightOf({ node }: CompiledNode): Exact {
  return Exact.of(node.weight ?? '0')
}
