import type { Exact } from '@yardstick/model'
import type { ScoreCurve } from '../../curve/score-curve.ts'
import { stateOnly } from '../constant.ts'
import { UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue } from '../value.ts'

/** The points of a curve at x, clamped to [0, points], exact. The state is that of x. */
export function curvePoints(plan: Plan, _x: NumberValue, _curve: ScoreCurve, _points: Exact): NumberValue {
  return stateOnly(plan, 'number', UNSURE) as NumberValue
}

/** Points that came about in any way, clamped to [0, points], exact. */
export function clampedPoints(plan: Plan, _value: NumberValue, _points: Exact): NumberValue {
  return stateOnly(plan, 'number', UNSURE) as NumberValue
}
