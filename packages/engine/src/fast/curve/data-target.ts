import type { Exact } from '@yardstick/model'
import type { CompiledMethod } from '../../compile/compiled.ts'
import type { ScoreCurve } from '../../curve/score-curve.ts'
import { asNumber } from '../constant.ts'
import { formulaValue } from '../formula/formula-value.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue } from '../value.ts'

/**
 * A curve that is the same in every row, and the value to read it at.
 *
 * x  the leaf's actual value where its target is constant or none. Where the target is data it is the value put beside
 *    its target (their ratio, their difference) so that the curve can stand still; its state is the worst of both, and
 *    FAULT where no curve can be drawn
 */
export interface CurveInput {
  readonly x: NumberValue
  readonly curve: ScoreCurve
}

/** undefined where a method's curve moves with its target in a way that no such value expresses. */
export function curveInput(plan: Plan, method: CompiledMethod, _points: Exact): CurveInput | undefined {
  const { actual, curve } = method
  if (actual === undefined || curve === undefined || typeof curve === 'function') return undefined
  const x = asNumber(formulaValue(plan, actual))
  return x && { x, curve }
}
