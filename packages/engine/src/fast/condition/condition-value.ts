import { Exact } from '@yardstick/model'
import {
  type FactInfo,
  type FactLiteral,
  inBaseUnit,
  type TypedComparison,
  type TypedCondition,
} from '../../compile/typed-condition.ts'
import { asNumber } from '../constant.ts'
import type { Plan } from '../plan.ts'
import type { Register, TruthValue, Value } from '../value.ts'
import { besideFact, besideLiterals, isAboutText, type Place } from './beside.ts'
import { ContainsStep } from './contains-step.ts'
import { GroupStep } from './group-step.ts'

/** What a condition reads: where a fact stands, and what it is. */
interface Facts {
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
  infoOf: (fact: string) => FactInfo | undefined = (fact) => plan.compiled.scope.find(fact),
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
