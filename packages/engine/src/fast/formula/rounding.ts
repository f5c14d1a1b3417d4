import { stateOnly } from '../constant.ts'
import { UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue } from '../value.ts'

/** A measure that is rounded, half away from zero, before it is used. */
export function roundedMeasure(plan: Plan, _value: NumberValue, _digits: number): NumberValue {
  return stateOnly(plan, 'number', UNSURE) as NumberValue
}
