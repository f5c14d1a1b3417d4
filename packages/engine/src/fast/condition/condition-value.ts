import { Exact, type Operator } from '@yardstick/model'
import {
  type FactInfo,
  type FactLiteral,
  inBaseUnit,
  type TypedComparison,
  type TypedCondition,
} from '../../compile/typed-condition.ts'
import { asNumber } from '../constant.ts'
import { Fill } from '../fill.ts'
import { SAFE, UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { Register, TruthValue, Value } from '../value.ts'
import { AmongStep } from './among-step.ts'
import { ContainsStep } from './contains-step.ts'
import { FactsStep } from './facts-step.ts'
import { GroupStep } from './group-step.ts'
import { LiteralStep } from './literal-step.ts'
import { ORDERS, type OrderOperator } from './order.ts'
import { RatioStep } from './ratio-step.ts'

/** What a condition reads: where a fact stands, and what it is. */
export interface Facts {
  readonly valueOfFact: (fact: string) => Value
  readonly infoOf: (fact: string) => FactInfo | undefined
}

/**
 * A condition for all rows of a block: 1 where it holds, 0 where it does not, by three-valued logic.
 *
 * valueOfFact  where what a fact says stands
 * infoOf       what a fact is, so that money in 万元 and in 元 meet in one unit; by default items and measures
 * returns      PRESENT, or unknown: FAULT where an error keeps it open, else MISSING. UNVERIFIED stands beside any of them
 *              where one of all its facts is 待核, also one that decides nothing
 */
export function conditionValue(
  plan: Plan,
  typed: TypedCondition,
  valueOfFact: (fact: string) => Value,
  infoOf: (fact: string) => FactInfo | undefined = (fact) => plan.compiled.nameInfo.get(fact),
): TruthValue {
  return { kind: 'truth', num: visit(plan, typed, { valueOfFact, infoOf }) }
}

function visit(plan: Plan, typed: TypedCondition, facts: Facts): Register {
  if ('fact' in typed) return comparison(plan, typed, facts)
  const isAny = 'any' in typed
  const members = (isAny ? typed.any : typed.all).map((each) => visit(plan, each, facts))
  if (members.length === 1) return members[0]!
  const to = plan.register()
  plan.add(new GroupStep(to, members, isAny ? 1 : 0))
  return to
}

function comparison(plan: Plan, { fact, operator, value }: TypedComparison, facts: Facts): Register {
  const left = inBase(fact, facts)
  if ('fact' in value) return besideFact(plan, left, operator, inBase(value.fact, facts))
  if (isAboutText(operator)) {
    const part = { literal: String(value.literals[0]) }
    const to = plan.register()
    plan.add(new ContainsStep(to, left.num, part, operator === 'doesNotContain', plan.texts))
    return to
  }
  const places = value.literals.map((each) => literalPlace(plan, each, left))
  return besideLiterals(plan, left, operator, places)
}

const isAboutText = (operator: Operator) => operator === 'contains' || operator === 'doesNotContain'

/** factor × num ÷ den, in base units. */
interface Place {
  readonly num: Register
  readonly den: Register | undefined
  readonly factor: Exact
}

function inBase(fact: string, { valueOfFact, infoOf }: Facts): Place {
  const value = valueOfFact(fact)
  const number = asNumber(value)
  if (number === undefined) return { num: value.num, den: undefined, factor: Exact.one }
  const info = infoOf(fact)
  const one = info === undefined ? undefined : inBaseUnit({ state: 'present', value: Exact.one }, info)
  const unit = one?.state === 'present' && one.value instanceof Exact ? one.value : Exact.one
  return { num: number.num, den: number.den, factor: number.scale.times(unit) }
}

/** A literal as upper ÷ lower in the place's own unit: what num ÷ den is held against. */
function literalPlace(plan: Plan, literal: FactLiteral, { factor }: Place): Exact {
  if (literal instanceof Exact) return literal.over(factor)
  if (typeof literal === 'string') return Exact.integer(plan.texts.codeOf(literal))
  return Exact.integer(typeof literal === 'boolean' ? Number(literal) : literal.dayNumber)
}

function besideLiterals(plan: Plan, { num, den }: Place, operator: Operator, literals: readonly Exact[]): Register {
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

function besideFact(plan: Plan, left: Place, operator: Operator, right: Place): Register {
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
