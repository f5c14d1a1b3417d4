import type { ScoreCurve } from '../../curve/score-curve.ts'
import { constantState } from '../constant.ts'
import { UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue, Register } from '../value.ts'

/** Which piece of the curve x falls into, from 0: for the structured trace. */
export function pieceOf(plan: Plan, _x: NumberValue, _curve: ScoreCurve): Register {
  return constantState(plan, UNSURE)
}
