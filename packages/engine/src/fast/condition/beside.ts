import type { Exact, Operator } from '@yardstick/model'
import { Fill } from '../fill.ts'
import { SAFE, UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { Register } from '../value.ts'
import { AmongStep } from './among-step.ts'
import { ContainsStep } from './contains-step.ts'
import { FactsStep } from './facts-step.ts'
import { GroupStep } from './group-step.ts'
import { LiteralStep } from './literal-step.ts'
import { ORDERS, type OrderOperator } from './order.ts'
import { RatioStep } from './ratio-step.ts'

/** factor × num ÷ den, in the unit in which sides are compared. Of dates, texts and truth values the number that stands for them. */
export interface Place {
  readonly num: Register
  readonly den: Register | undefined
  readonly factor: Exact
}

/**
 * A value beside literals, which are given as num ÷ den would be; several only of `in` and `notIn`.
 *
 * returns where the answer stands
 */
export function besideLiterals(
  plan: Plan,
  { num, den }: Place,
  operator: Operator,
  literals: readonly Exact[],
): Register {
  const order = ORDERS[operator as OrderOperator]
  if (den === undefined) {
    const thresholds = literals.map(wholeOrBetween)
    if (thresholds.some((each) => each === undefined)) return unsure(plan)
    const to = plan.register()
    const [first, ...others] = thresholds as number[]
    plan.add(
      others.length === 0
        ? new LiteralStep(to, num, first!, order)
        : new AmongStep(to, num, thresholds as number[], operator === 'notIn'),
    )
    return to
  }
  const members = literals.map(({ numerator, denominator }) => {
    const [upper, lower] = [Number(numerator), Number(denominator)]
    if (Math.abs(upper) >= SAFE || lower >= SAFE) return unsure(plan)
    const to = plan.register()
    plan.add(new RatioStep(to, num, den, { upper, lower }, order))
    return to
  })
  if (members.length === 1) return members[0]!
  const to = plan.register()
  plan.add(new GroupStep(to, members, operator === 'in' ? 1 : 0))
  return to
}

/** What whole numbers compare to as they do to this one; undefined beyond what a double tells apart. */
function wholeOrBetween(value: Exact): number | undefined {
  const below = Number(value.floor().numerator)
  // Halves are exact up to a quarter of SAFE.
  if (Math.abs(below) >= SAFE / 4) return undefined
  return value.isWhole ? below : below + 0.5
}

/** A value beside another. */
export function besideFact(plan: Plan, left: Place, operator: Operator, right: Place): Register {
  const to = plan.register()
  if (isAboutText(operator)) {
    plan.add(new ContainsStep(to, left.num, { register: right.num }, operator === 'doesNotContain', plan.texts))
    return to
  }
  const { numerator, denominator } = left.factor.over(right.factor)
  const [l, r] = [Number(numerator), Number(denominator)]
  if (l >= SAFE || r >= SAFE) return unsure(plan)
  const [leftSide, rightSide] = [
    { num: left.num, den: left.den, factor: l },
    { num: right.num, den: right.den, factor: r },
  ]
  plan.add(new FactsStep(to, leftSide, rightSide, ORDERS[operator as OrderOperator]))
  return to
}

/** A literal beyond the whole numbers that are exact. */
function unsure(plan: Plan): Register {
  const to = plan.register()
  plan.add(new Fill(to, 0, UNSURE))
  return to
}

/** Operators that look into a text. */
export const isAboutText = (operator: Operator) => operator === 'contains' || operator === 'doesNotContain'
