import { Exact, type RoundingMode } from '@yardstick/model'
import { constantNumber, stateOnly } from '../constant.ts'
import { SAFE, UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue } from '../value.ts'
import { RoundStep } from './round-step.ts'

/** A number rounded to a multiple of `step` (> 0). */
export function roundedTo(
  plan: Plan,
  value: NumberValue,
  step: Exact,
  mode: Exclude<RoundingMode, 'half-even'>,
): NumberValue {
  if (value.constant !== undefined) return constantNumber(plan, value.constant.roundTo(step, mode))
  const ratio = value.scale.over(step)
  // Whole numbers of a multiple of the step have nothing to round.
  if (ratio.isWhole && value.den === undefined) return value
  const [upper, lower] = [Number(ratio.numerator), Number(ratio.denominator)]
  if (upper * 2 > SAFE || lower * 2 > SAFE) return stateOnly(plan, 'number', UNSURE) as NumberValue
  const num = plan.register()
  plan.add(new RoundStep(num, { num: value.num, den: value.den }, { upper, lower }, mode))
  return { kind: 'number', num, den: undefined, scale: step }
}

/** A measure that is rounded, half away from zero, before it is used. */
export function roundedMeasure(plan: Plan, value: NumberValue, digits: number): NumberValue {
  return roundedTo(plan, value, Exact.one.over(Exact.power10(digits)), 'half-up')
}
