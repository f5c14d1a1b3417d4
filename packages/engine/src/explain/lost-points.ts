import { Exact, type IndicatorResult, type LostPoints } from '@yardstick/model'
import type { CompiledNode, CompiledScheme } from '../compile/compiled.ts'
import type { NodeResult } from '../evaluate/result.ts'

/** The leaves that lost points, most first; those that lost the same in tree order. Bonus nodes lose nothing. */
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
  if (result.type !== 'leaf' || result.score === null || !counts(node, results)) return Exact.zero
  return node.points.minus(result.score)
}

/** A leaf counts where nothing above it is a bonus and every choice above it fell on its side. */
function counts(node: CompiledNode, results: ReadonlyMap<string, NodeResult>): boolean {
  if (node.isBonus) return false
  if (node.parent === null) return true
  const parent = results.get(node.parent.node.id)!
  const chosen = parent.type === 'branch' ? parent.chosen : undefined
  return (chosen === undefined || chosen === node) && counts(node.parent, results)
}
