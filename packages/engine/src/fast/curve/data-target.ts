import { Exact, type StepsScoring } from '@yardstick/model'
import type { CompiledLeaf, CompiledMethod, CompiledTarget, ResolvedTarget } from '../../compile/compiled.ts'
import { type ScoreCurve, scoreAt } from '../../curve/score-curve.ts'
import { asNumber } from '../constant.ts'
import { sumOf, timesConstant } from '../formula/arithmetic.ts'
import { formulaValue } from '../formula/formula-value.ts'
import { SAFE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue } from '../value.ts'
import { IN_ERROR, type Instead, LEFT_TO_REFERENCE, TargetStep } from './target-step.ts'

/**
 * A curve that is the same in every row, and the value to read it at.
 *
 * x  the leaf's actual value where its target is constant or none. Where the target is data it is the value put beside
 *    its target (their ratio, their difference) so that the curve can stand still; its state is the worst of both, and
 *    FAULT where no curve can be drawn. A target that counts as met or as missed lies at a value, or at 1 ÷ 0, where
 *    the curve says so
 */
export interface CurveInput {
  readonly x: NumberValue
  readonly curve: ScoreCurve
}

/** undefined where a method's curve moves with its target in a way that no such value expresses. */
export function curveInput(
  plan: Plan,
  { method, points }: Pick<CompiledLeaf, 'method' | 'points'>,
): CurveInput | undefined {
  const { actual, curve, target } = method
  if (actual === undefined || curve === undefined) return undefined
  if (typeof curve !== 'function') return { x: asNumber(formulaValue(plan, actual))!, curve }
  if (target?.kind !== 'formula') return undefined
  const beside = relationOf(method)
  const drawn = beside && curve(standing(target, beside))
  if (beside === undefined || drawn === undefined || 'zeroTarget' in drawn || !isFullAtTarget(method, drawn, points)) {
    return undefined
  }
  const x = asNumber(formulaValue(plan, actual))!
  const goal = timesConstant(plan, asNumber(formulaValue(plan, target.formula))!, target.factor)
  const value = beside === 'difference' ? differenceOf(plan, x, goal) : ratioOf(plan, x, goal, method, target)
  return value && { x: value, curve: drawn }
}

/** A limit below the target itself leaves no place on the curve for a target of nothing that is full. */
function isFullAtTarget({ scoring }: CompiledMethod, curve: ScoreCurve, points: Exact): boolean {
  if (scoring.method !== 'ratio' || scoring.zeroTarget !== 'full') return true
  return points.atMost(scoreAt(curve, Exact.one))
}

/** Which value of x and its target stands still where both move: their ratio or their difference. */
type Relation = 'ratio' | 'difference'

function relationOf({ scoring }: CompiledMethod): Relation | undefined {
  switch (scoring.method) {
    case 'ratio':
      return 'ratio'
    case 'pass':
      return 'difference'
    case 'steps':
      return stepsRelation(scoring)
    default:
      return undefined
  }
}

/** Steps by a percentage of the target go with the ratio, others with the difference; both at once, or a fixed zone, with neither. */
function stepsRelation({ from, below, above }: StepsScoring): Relation | undefined {
  if (from !== undefined) return undefined
  const kinds = new Set(
    [below, above].flatMap((side) => (side === undefined ? [] : [side.per === 'percent-of-target'])),
  )
  if (kinds.size !== 1) return undefined
  return kinds.has(true) ? 'ratio' : 'difference'
}

/** The target of a curve over the ratio is 1, of one over the difference 0. */
function standing({ comparator }: CompiledTarget & { kind: 'formula' }, beside: Relation): ResolvedTarget {
  return { comparator, value: beside === 'ratio' ? Exact.one : Exact.zero }
}

function differenceOf(plan: Plan, x: NumberValue, target: NumberValue): NumberValue {
  return sumOf(plan, [
    { value: x, sign: 1 },
    { value: target, sign: -1 },
  ])
}

function ratioOf(
  plan: Plan,
  x: NumberValue,
  target: NumberValue,
  { scoring }: CompiledMethod,
  { comparator }: CompiledTarget & { kind: 'formula' },
): NumberValue | undefined {
  const scale = x.scale.over(target.scale)
  const zero = scoring.method === 'ratio' ? zeroTarget(scoring.zeroTarget ?? 'error', scale, comparator) : IN_ERROR
  if (zero === undefined) return undefined
  const [num, den] = [plan.register(), plan.register()]
  // Percentages of a target below 0 count from |target|, which the ratio does not.
  plan.add(new TargetStep(num, den, x, target, zero, scoring.method === 'ratio' ? zero : LEFT_TO_REFERENCE))
  return { kind: 'number', num, den, scale }
}

/** Where a target ≤ 0 lies on the curve over the ratio: at 1, which is full, or where nothing is left: below 0, or beyond every end. */
function zeroTarget(treat: 'error' | 'full' | 'zero', scale: Exact, comparator: string): Instead | undefined {
  if (treat === 'error') return IN_ERROR
  if (treat === 'zero') return comparator.startsWith('>') ? { num: -1, den: 1 } : { num: 1, den: 0 }
  const [num, den] = [Number(scale.denominator), Number(scale.numerator)]
  return num <= SAFE && den <= SAFE ? { num, den } : undefined
}
