import { Exact } from '@yardstick/model'
import type { CompiledRule } from '../../compile/compiled.ts'
import { ratioUnit } from '../../compile/ratio-unit.ts'
import { asNumber, constantNumber } from '../constant.ts'
import { sumOf, timesConstant } from '../formula/arithmetic.ts'
import { extremeOf, ifOf } from '../formula/choose.ts'
import { formulaValue } from '../formula/formula-value.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue, Register, TruthValue } from '../value.ts'
import { AdjustStep } from './adjust-step.ts'

/** A rule of phase 3 on a leaf, with its answer. */
export interface AskedRule {
  readonly rule: CompiledRule
  readonly truth: TruthValue
}

/**
 * A leaf's points with what rules give and take, not clamped yet; its state is all that the leaf's printed score needs.
 *
 * points    of the method, clamped; read where the outcome is present
 * outcome   the state after phases 1 and 2
 * applying  answers of the rules that say that the leaf does not apply
 */
export function adjustedPoints(
  plan: Plan,
  points: NumberValue,
  outcome: Register,
  applying: readonly Register[],
  asked: readonly AskedRule[],
): NumberValue {
  const zeros = asked.filter(({ rule }) => rule.effect === 'zero').map(({ truth }) => truth.num)
  const amounts = asked.filter(({ rule }) => rule.amount !== undefined).map((each) => amountOf(plan, each))
  const sum = sumOf(plan, [{ value: points, sign: 1 as const }, ...amounts.map(({ addend }) => addend)])
  const to = { num: plan.register(), den: sum.den === undefined ? undefined : plan.register() }
  const rules = asked.map(({ truth }) => truth.num)
  const states = amounts.map(({ state }) => state)
  plan.add(new AdjustStep(to, { outcome, applying, rules, zeros, amounts: states, sum }))
  return { kind: 'number', ...to, scale: sum.scale }
}

/**
 * What one rule gives or takes: nothing where it does not hold; never less than nothing, and not beyond its own limit.
 *
 * state  where the state of that stands: of the condition, and of the formula where it holds
 */
function amountOf(plan: Plan, { rule: { amount, limit, effect }, truth }: AskedRule) {
  const sign = effect === 'deduct' ? (-1 as const) : (1 as const)
  const nothing = constantNumber(plan, Exact.zero)
  if ('fixed' in amount!) {
    const points = constantNumber(plan, limit === undefined ? amount.fixed : amount.fixed.min(limit))
    const value = ifOf(plan, truth, points, nothing) as NumberValue
    return { addend: { value, sign }, state: value.num }
  }
  const { formula } = amount!
  const given = timesConstant(plan, asNumber(formulaValue(plan, formula))!, ratioUnit(formula.result))
  const taken = ifOf(plan, truth, given, nothing) as NumberValue
  const above = extremeOf(plan, [taken, nothing], 1) as NumberValue
  const value = limit === undefined ? above : (extremeOf(plan, [above, constantNumber(plan, limit)], -1) as NumberValue)
  return { addend: { value, sign }, state: taken.num }
}
