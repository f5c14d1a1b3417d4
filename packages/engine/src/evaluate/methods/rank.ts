import { Exact, type GroupFacts, issue, type RankScoring, type Subject } from '@yardstick/model'
import { scoreValue } from '../../curve/plain-curves.ts'
import type { ScoreCurve } from '../../curve/score-curve.ts'
import { scoreAt } from '../../curve/score-curve.ts'
import { type Others, othersOf } from '../group-view.ts'
import type { LeafRun } from '../leaf-run.ts'
import { failed, type Outcome, scored } from '../outcome.ts'
import { actualValue } from './by-curve.ts'

/**
 * 排名 within a group: points by place, in proportion to the best, or by the distance from the mean. On exact values;
 * equal values share the better place (1-1-3). Whoever stands alone has no rank: missing, with that reason.
 */
export function rank({ leaf, inputs, subject, group }: LeafRun): Outcome {
  const x = actualValue(leaf.method, inputs)
  return x.state === 'present' ? rankOf(x, leaf, subject, group) : x
}

/** The same of a value that has been read already. */
export function rankOf(
  x: { readonly value: Exact; readonly provisional: boolean },
  leaf: LeafRun['leaf'],
  subject: Subject,
  group: GroupFacts | undefined,
): Outcome {
  const { method, points } = leaf
  const scoring = method.scoring as RankScoring
  const others = rankedAmong(leaf, subject, group)
  if (others === undefined) return { state: 'missing', names: [leaf.node.name], reason: 'alone' }
  const isAscending = isLowerBetter(leaf)
  const place = 1 + (isAscending ? others.below(x.value) : others.above(x.value))
  const size = others.count + 1
  const detail = { kind: 'rank', x: x.value, place, size } as const
  const nothingToCompare = () =>
    failed(
      issue('SCORING_GROUP_ZERO', {
        pointer: `${leaf.pointer}/scoring/rule`,
        where: leaf.path,
        expected: '> 0',
        found: '0',
      }),
    )
  const { rule } = scoring
  switch (rule.by) {
    case 'place':
      return scored(scoreValue(rule.places[place - 1] ?? rule.otherwise, points), detail, x.provisional)
    case 'best': {
      const best = isAscending ? others.least!.min(x.value) : others.most!.max(x.value)
      const [part, whole] = isAscending ? [best, x.value] : [x.value, best]
      // A share of something below 0 says nothing; of a least of 0 the best has all and the others have none.
      if (best.sign < 0 || whole.sign === 0) {
        if (best.sign === 0 && part.sign === 0 && isAscending) return scored(points, { ...detail, best }, x.provisional)
        return nothingToCompare()
      }
      return scored(points.times(part).over(whole), { ...detail, best }, x.provisional)
    }
    case 'mean': {
      const from = distanceFromMean(rule.distance, x.value, others)
      if (from === undefined) return nothingToCompare()
      const curve = method.curve as ScoreCurve
      return scored(scoreAt(curve, from.distance), { ...detail, ...from, curve }, x.provisional)
    }
  }
}

/** The others of the group that a subject is ranked among; undefined where it stands alone. */
export function rankedAmong(
  { node, method }: LeafRun['leaf'],
  subject: Subject,
  group: GroupFacts | undefined,
): Others | undefined {
  const { within } = method.scoring as RankScoring
  // Without the attribute that makes the groups the subject stands in none.
  if (group === undefined || (within !== undefined && subject.attributes?.[within] === undefined)) return undefined
  const others = othersOf(group, 'values', node.id, subject, within)
  return others.count === 0 ? undefined : others
}

/** How far a value lies from the mean of the group, itself included; undefined relative to a mean of 0. */
export function distanceFromMean(
  kind: 'absolute' | 'relative',
  value: Exact,
  others: Others,
): { readonly mean: Exact; readonly distance: Exact } | undefined {
  const mean = others.sum.plus(value).over(Exact.integer(others.count + 1))
  const difference = value.minus(mean)
  if (kind === 'absolute') return { mean, distance: difference }
  return mean.sign === 0 ? undefined : { mean, distance: difference.over(mean.abs()) }
}

function isLowerBetter({ method }: LeafRun['leaf']): boolean {
  const { order } = method.scoring as RankScoring
  if (order !== undefined) return order === 'ascending'
  const { target } = method
  if (target === undefined || target.kind === 'text') return false
  const comparator =
    target.kind === 'formula' ? target.comparator : 'comparator' in target.resolved ? target.resolved.comparator : '='
  return comparator.startsWith('<')
}
