import { Exact, type Reading, roundBy } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { policyOf } from '../compile/policy.ts'
import { amountsUnverified, eventPoints, readUnverified, rulesOn, unknownRule } from './events.ts'
import { othersOf } from './group-view.ts'
import { type Outcome, type Unscored, worstOf } from './outcome.ts'
import type { AppliedEvent, LeafResult } from './result.ts'
import type { Truths } from './rules.ts'
import type { Run } from './run.ts'

/**
 * Phase 3 for one leaf: zero wins; else minus all deductions plus all bonuses; clamp; round.
 *
 * base  the method's points, clamped; null where there are none
 */
export function finishLeaf(
  leaf: CompiledLeaf,
  outcome: Outcome,
  base: Exact | null,
  run: Run,
  truths: Truths,
  read: (fact: string) => Reading,
): LeafResult {
  const { compiled } = run
  const restsOnRules =
    readUnverified(rulesOn(leaf, 'items', compiled), run, read) ||
    (outcome.state === 'present' && readUnverified(rulesOn(leaf, 'leaves', compiled), run, read))
  if (outcome.state === 'not-applicable') {
    return { ...notApplicableLeaf(leaf, outcome, run), provisional: restsOnRules }
  }
  if (outcome.state === 'error') return withoutScore(leaf, outcome, outcome, null)
  // What is missing and counts as zero is zero: no rule adds to it or takes from it.
  const adjusted =
    base === null || outcome.state === 'missing' ? (outcome as Unscored) : adjust(leaf, base, run, truths, read)
  if ('state' in adjusted) {
    const counts = adjusted.state === 'missing' && isZeroWhenMissing(leaf, run.compiled)
    return { ...withoutScore(leaf, outcome, adjusted, base, counts ? Exact.zero : null), provisional: restsOnRules }
  }
  const exact = adjusted.score.clamp(Exact.zero, leaf.points)
  return {
    type: 'leaf',
    node: leaf,
    outcome,
    method: base,
    events: adjusted.events,
    state: 'present',
    score: roundBy(exact, leaf.rounding),
    exact,
    provisional:
      restsOnRules ||
      (outcome.state === 'present' && outcome.provisional) ||
      amountsUnverified(adjusted.events, run.inputs),
    applicable: leaf.points,
    toSiblings: Exact.zero,
    names: [],
  }
}

export function isZeroWhenMissing(leaf: CompiledLeaf, { scheme }: CompiledScheme): boolean {
  return (leaf.node.missing ?? scheme.missing ?? 'block') === 'zero'
}

function withoutScore(
  leaf: CompiledLeaf,
  outcome: Outcome,
  why: Unscored,
  method: Exact | null,
  score: Exact | null = null,
): LeafResult {
  return {
    type: 'leaf',
    node: leaf,
    outcome,
    method,
    events: [],
    state: why.state,
    score,
    exact: score,
    provisional: false,
    applicable: leaf.points,
    toSiblings: Exact.zero,
    names: why.names,
    reason: why.reason,
    issue: why.issue,
  }
}

function adjust(
  leaf: CompiledLeaf,
  base: Exact,
  { compiled, inputs }: Run,
  truths: Truths,
  read: (fact: string) => Reading,
): { score: Exact; events: AppliedEvent[] } | Unscored {
  const events: AppliedEvent[] = []
  const waiting: Unscored[] = []
  for (const rule of rulesOn(leaf, 'leaves', compiled)) {
    const truth = truths.get(rule.key)
    if (truth === 'unknown') waiting.push(unknownRule(rule, compiled, read))
    if (truth !== 'true') continue
    const points = eventPoints(rule, inputs)
    if (points !== undefined && 'state' in points) waiting.push(points)
    else events.push({ rule, effect: rule.effect, points })
  }
  // Zero is zero, whatever is undecided beside it.
  if (events.some((event) => event.effect === 'zero')) return { score: Exact.zero, events }
  const undecided = worstOf(waiting)
  if (undecided !== undefined) return undecided
  let score = base
  for (const { effect, points = Exact.zero } of events)
    score = effect === 'deduct' ? score.minus(points) : score.plus(points)
  return { score, events }
}

/** What becomes of the points of a leaf that does not apply. */
function notApplicableLeaf(leaf: CompiledLeaf, outcome: Unscored, run: Run): LeafResult {
  const policy = policyOf(run.compiled.scheme, leaf.node)
  if (policy === 'group-mean' || policy === 'full') {
    const exact = policy === 'full' ? leaf.points : groupMean(leaf, run)
    if (exact !== undefined)
      return { ...withoutScore(leaf, outcome, outcome, null), score: roundBy(exact, leaf.rounding), exact }
    return withoutScore(leaf, outcome, { state: 'missing', names: [leaf.node.name], reason: 'no-group' }, null)
  }
  const toSiblings = policy === 'siblings' ? leaf.points : Exact.zero
  return { ...withoutScore(leaf, outcome, outcome, null), applicable: Exact.zero, toSiblings }
}

/** Mean score rate of the other members of the group that have one. */
function groupMean(leaf: CompiledLeaf, { group, submission }: Run): Exact | undefined {
  const others = group === undefined ? undefined : othersOf(group, 'rates', leaf.node.id, submission.subject)
  if (others === undefined || others.count === 0) return undefined
  return leaf.points.times(others.sum).over(Exact.integer(others.count))
}
