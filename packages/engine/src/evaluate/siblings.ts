import type { Exact, ShareMetScoring } from '@yardstick/model'
import type { CompiledLeaf, CompiledNode, CompiledScheme, ResolvedTarget } from '../compile/compiled.ts'
import type { Inputs } from './inputs.ts'
import type { SiblingResult } from './leaf-run.ts'
import { actualValue, resolveTarget } from './methods/by-curve.ts'
import type { Outcome, Scored, Unscored } from './outcome.ts'

/** Whether a leaf is scored from its siblings, and so after them. */
export function countsSiblings(node: CompiledNode): boolean {
  if (node.type !== 'leaf' || node.method.scoring.method !== 'share-met') return false
  return 'siblings' in (node.method.scoring as ShareMetScoring).of
}

/**
 * What became of a leaf's sibling leaves. One that itself counts siblings is left out, since each would wait for the
 * other; bonus leaves stand outside.
 */
export function siblingsOf(
  leaf: CompiledLeaf,
  compiled: CompiledScheme,
  inputs: Inputs,
  outcomeOf: (id: string) => Outcome,
): SiblingResult[] {
  const all = leaf.parent === null ? compiled.roots : leaf.parent.children
  return all
    .filter((node) => node.type === 'leaf' && node !== leaf && !node.isBonus && !countsSiblings(node))
    .map((node): SiblingResult => {
      const outcome = outcomeOf(node.node.id)
      const { name } = node.node
      if (outcome.state !== 'present') return { name, state: outcome.state, isMet: false, issue: outcome.issue }
      const isMet = isTargetMet(node as CompiledLeaf, outcome, inputs)
      if (typeof isMet !== 'boolean') return { name, state: isMet.state, isMet: false, issue: isMet.issue }
      const provisional = outcome.provisional || isTargetUnverified(node as CompiledLeaf, inputs)
      return { name, state: 'present', isMet, provisional }
    })
}

/**
 * By the comparator on the value; without one (a range, a truth value, a judgement), by full points. A target that is data
 * and is not there leaves it open.
 */
function isTargetMet(leaf: CompiledLeaf, outcome: Scored, inputs: Inputs): boolean | Unscored {
  const { actual } = leaf.method
  const isMeasured = actual !== undefined && ['number', 'money', 'rate', 'count', 'date'].includes(actual.result.type)
  const x = isMeasured ? actualValue(leaf.method, inputs) : undefined
  const target = resolveTarget(leaf.method, inputs)
  if (x?.state === 'present' && target.state !== 'present') return target
  if (x?.state !== 'present' || target.state !== 'present' || target.value === undefined || 'low' in target.value) {
    return leaf.points.atMost(outcome.score)
  }
  return holds(x.value, target.value)
}

function isTargetUnverified({ method }: CompiledLeaf, inputs: Inputs): boolean {
  const target = resolveTarget(method, inputs)
  return target.state === 'present' && target.provisional
}

function holds(x: Exact, target: Extract<ResolvedTarget, { comparator: unknown }>): boolean {
  const order = x.compare(target.value)
  switch (target.comparator) {
    case '>=':
      return order >= 0
    case '>':
      return order > 0
    case '<=':
      return order <= 0
    case '<':
      return order < 0
    case '=':
      return order === 0
  }
}
