import type { CompareNode } from '@yardstick/formula'
import { constantRegister, stateOnly } from '../constant.ts'
import { SAFE, UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue, TextValue, TruthValue } from '../value.ts'
import { CompareConstantStep, CompareStep, type Side, TRUTHS } from './compare-step.ts'

type Operator = CompareNode['operator']

/** Two numbers, or two dates as their day numbers. */
export function compared(plan: Plan, operator: Operator, left: NumberValue, right: NumberValue): TruthValue {
  if (left.constant !== undefined && right.constant !== undefined) {
    const truth = TRUTHS[operator][left.constant.compare(right.constant) + 1]!
    return { kind: 'truth', num: constantRegister(plan, truth) }
  }
  if (left.constant !== undefined) return compared(plan, MIRRORED[operator], right, left)
  const num = plan.register()
  if (right.constant !== undefined) {
    const edge = right.constant.over(left.scale)
    const [upper, lower] = [Number(edge.numerator), Number(edge.denominator)]
    if (Math.abs(upper) > SAFE || lower > SAFE) return unsure(plan)
    plan.add(new CompareConstantStep(num, operator, { num: left.num, den: left.den }, { upper, lower }))
    return { kind: 'truth', num }
  }
  const ratio = left.scale.over(right.scale)
  const [timesLeft, timesRight] = [Number(ratio.numerator), Number(ratio.denominator)]
  if (timesLeft > SAFE || timesRight > SAFE) return unsure(plan)
  plan.add(new CompareStep(num, operator, sideOf(left, timesLeft), sideOf(right, timesRight)))
  return { kind: 'truth', num }
}

/** Two texts or two truth values, which are equal or not. */
export function equated(plan: Plan, operator: '=' | '<>', left: EqualValue, right: EqualValue): TruthValue {
  const num = plan.register()
  plan.add(new CompareStep(num, operator, sideOf(left, 1), sideOf(right, 1)))
  return { kind: 'truth', num }
}

function sideOf(value: NumberValue | EqualValue, times: number): Side {
  return { num: value.num, den: value.kind === 'number' ? value.den : undefined, times }
}

type EqualValue = TextValue | TruthValue

const MIRRORED: { readonly [O in Operator]: Operator } = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

function unsure(plan: Plan): TruthValue {
  return stateOnly(plan, 'boolean', UNSURE) as TruthValue
}
