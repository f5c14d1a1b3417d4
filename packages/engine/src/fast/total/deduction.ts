import { Exact, roundBy } from '@yardstick/model'
import type { CompiledRule } from '../../compile/compiled.ts'
import { ratioUnit } from '../../compile/ratio-unit.ts'
import { roundedScore } from '../curve/curve-score.ts'
import { printedDigits } from '../curve/printed.ts'
import { formulaValue } from '../formula/formula-value.ts'
import type { Plan } from '../plan.ts'
import { unitsOf } from '../tree/units.ts'
import type { Register } from '../value.ts'

/** A rule that takes points from the total: whether it holds, and how many, each after its own limit and rounded. */
export interface Deduction {
  readonly truth: Register
  /** Where the points stand that differ from row to row, each worth `factor` units of the sum. */
  readonly amount: Register | undefined
  readonly factor: number
}

/**
 * fine  digits of the sum that it is taken from
 * most  more than there can be to take from: what goes beyond comes to the same
 */
export function deduction(
  plan: Plan,
  rule: CompiledRule,
  truth: Register,
  { fine, most }: { readonly fine: number; readonly most: Exact },
): Deduction {
  const rounding = plan.compiled.rounding.total
  const limit = rule.limit === undefined ? most : rule.limit.min(most)
  const { amount } = rule
  if (amount === undefined || 'fixed' in amount) {
    const points = roundBy((amount?.fixed ?? Exact.zero).min(limit), rounding)
    return { truth, amount: undefined, factor: unitsOf(points, fine) }
  }
  const value = formulaValue(plan, amount.formula)
  if (value.kind !== 'number') throw new Error('deduction: not a number')
  const unit = ratioUnit(amount.formula.result)
  const points = { ...value, scale: value.scale.times(unit) }
  const printed = roundedScore(
    plan,
    value.constant === undefined ? points : { ...points, constant: value.constant.times(unit) },
    limit,
    rounding,
  )
  return { truth, amount: printed.num, factor: 10 ** (fine - printedDigits(rounding)) }
}
