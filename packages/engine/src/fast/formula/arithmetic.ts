import { Exact } from '@yardstick/model'
import { constantNumber, constantRegister } from '../constant.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue, Register } from '../value.ts'
import type { Place } from './place.ts'
import { FractionsStep, ProductStep } from './product-step.ts'
import { QuotientStep } from './quotient-step.ts'
import { PairSumStep, SumStep, type Term } from './sum-step.ts'

/** Sums, products and quotients of numbers in a plan. Constant factors go into the scale and cost nothing. */

export interface Addend {
  readonly value: NumberValue
  readonly sign: 1 | -1
}

/** isMany  what does not apply is left out, as functions over many values do */
export function sumOf(plan: Plan, addends: readonly Addend[], isMany = false): NumberValue {
  const constant = addends
    .filter(({ value }) => value.constant !== undefined)
    .reduce((total, { value, sign }) => total.plus(sign < 0 ? value.constant!.negated() : value.constant!), Exact.zero)
  const moving = addends.filter(({ value }) => value.constant === undefined)
  // Of several values one that does not apply is left out: the one that moves is not the sum.
  const isAlone = moving.length === 1 && constant.sign === 0 && !(isMany && addends.length > 1)
  if (isAlone && moving[0]!.sign === 1) return moving[0]!.value
  if (moving.length === 0) return constantNumber(plan, constant)
  const scale = commonScale([
    ...moving.map(({ value }) => value.scale),
    ...(constant.sign === 0 ? [] : [constant.abs()]),
  ])
  const inScale = moving.map(({ value: { num, den, scale: own }, sign }) => ({
    term: { num, times: sign * Number(own.over(scale).numerator) },
    den,
  }))
  const sum = sumOfTerms(plan, inScale, Number(constant.over(scale).numerator), isMany)
  return { kind: 'number', ...sum, scale }
}

/** Terms with the same denominator first, then fraction by fraction. */
function sumOfTerms(
  plan: Plan,
  all: readonly { readonly term: Term; readonly den: Register | undefined }[],
  constant: number,
  isMany: boolean,
): Place {
  const dens = [...new Set(all.flatMap(({ den }) => (den === undefined ? [] : [den])))]
  const add = (terms: readonly Term[], also: number): Register => {
    const only = terms.length === 1 && also === 0 && !isMany ? terms[0]! : undefined
    if (only !== undefined && only.times === 1 && only.by === undefined) return only.num
    const to = plan.register()
    plan.add(sumStep(to, terms, also, isMany))
    return to
  }
  const whole = all.filter(({ den }) => den === undefined).map(({ term }) => term)
  if (dens.length === 0) return { num: add(whole, constant), den: undefined }
  const fractions = dens.map((den, index) => {
    const own = all.filter((each) => each.den === den).map(({ term }) => term)
    const rest = index === 0 ? wholePart(plan, whole, constant, den) : []
    return { num: add([...own, ...rest], 0), den }
  })
  return fractions.reduce((left, right) => {
    const [to, den] = [plan.register(), plan.register()]
    const of = { a: left.num, aDen: left.den, b: right.num, bDen: right.den }
    plan.add(new FractionsStep(to, den, of, true))
    return { num: to, den }
  })
}

function sumStep(to: Register, terms: readonly Term[], constant: number, isMany: boolean): SumStep | PairSumStep {
  const [a, b, ...others] = terms
  return a === undefined || b === undefined || others.length > 0 || isMany || a.by !== undefined || b.by !== undefined
    ? new SumStep(to, terms, constant, isMany)
    : new PairSumStep(to, a.num, a.times, b.num, b.times, constant)
}

/** What is added to a fraction and has no denominator of its own. */
function wholePart(plan: Plan, whole: readonly Term[], constant: number, den: Register): Term[] {
  const terms = whole.map((term) => ({ ...term, by: den }))
  return constant === 0 ? terms : [...terms, { times: constant, num: constantRegister(plan, 1), by: den }]
}

export function productOf(plan: Plan, a: NumberValue, b: NumberValue): NumberValue {
  if (a.constant !== undefined) return timesConstant(plan, b, a.constant)
  if (b.constant !== undefined) return timesConstant(plan, a, b.constant)
  const scale = a.scale.times(b.scale)
  const to = plan.register()
  if (a.den === undefined || b.den === undefined) {
    plan.add(new ProductStep(to, a.num, b.num))
    return { kind: 'number', num: to, den: a.den ?? b.den, scale }
  }
  const den = plan.register()
  plan.add(new FractionsStep(to, den, { a: a.num, aDen: a.den, b: b.num, bDen: b.den }, false))
  return { kind: 'number', num: to, den, scale }
}

/** A factor of 0 makes 0 of what is there, and leaves what is not there as it is. */
export function timesConstant(plan: Plan, value: NumberValue, factor: Exact): NumberValue {
  if (value.constant !== undefined) return constantNumber(plan, value.constant.times(factor))
  if (factor.sign > 0) return { ...value, scale: value.scale.times(factor) }
  const num = plan.register()
  plan.add(new SumStep(num, [{ num: value.num, times: factor.sign }], 0, false))
  return factor.sign === 0
    ? { kind: 'number', num, den: undefined, scale: Exact.one }
    : { kind: 'number', num, den: value.den, scale: value.scale.times(factor.abs()) }
}

/** An error where the divisor is 0. */
export function quotientOf(plan: Plan, left: NumberValue, right: NumberValue): NumberValue {
  if (right.constant !== undefined && right.constant.sign !== 0) {
    return timesConstant(plan, left, Exact.one.over(right.constant))
  }
  const [to, den] = [plan.register(), plan.register()]
  // The same denominator on both sides goes away.
  const isShared = left.den !== undefined && left.den === right.den
  const strip = ({ num, den: own }: NumberValue) => ({ num, den: isShared ? undefined : own })
  plan.add(new QuotientStep(to, den, strip(left), strip(right)))
  return { kind: 'number', num: to, den, scale: left.scale.over(right.scale) }
}

/** The largest scale of which all of these are whole multiples. */
export function commonScale(scales: readonly Exact[]): Exact {
  return scales.reduce((a, b) => {
    if (a.equals(b)) return a
    const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator]
    return Exact.ratio(greatestCommonDivisor(left, right), a.denominator * b.denominator)
  })
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}
