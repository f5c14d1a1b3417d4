import type { Exact, Rounding } from '@yardstick/model'
import type { ScoreCurve } from '../../curve/score-curve.ts'
import { constantState } from '../constant.ts'
import { UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue } from '../value.ts'
import { type Printed, type Printing, printedDigits } from './printed.ts'

/** The points of a curve at x, clamped to [0, points] and rounded. The state is that of x. */
export function curveScore(plan: Plan, _x: NumberValue, _curve: ScoreCurve, at: Printing): Printed {
  return { num: constantState(plan, UNSURE), digits: printedDigits(at.rounding) }
}

/** Points that came about in any way, clamped to [0, points] and rounded. */
export function roundedScore(plan: Plan, _value: NumberValue, _points: Exact, rounding: Rounding): Printed {
  return { num: constantState(plan, UNSURE), digits: printedDigits(rounding) }
}
