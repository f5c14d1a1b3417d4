import { Exact } from '@yardstick/model'
import { asNumber } from '../constant.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue, TruthValue, Value } from '../value.ts'
import { commonScale } from './arithmetic.ts'
import { type Chosen, CoalesceStep, IfStep } from './choose-step.ts'
import { CountStep } from './count-step.ts'
import { ExtremeStep } from './extreme-step.ts'
import type { Place } from './place.ts'

/** Values that are one of several: IF, COALESCE, MIN and MAX, and how many there are. */

export function ifOf(plan: Plan, condition: TruthValue, then: Value, otherwise: Value): Value {
  return between(plan, then, otherwise, (to, first, second) => {
    plan.add(new IfStep(to, condition.num, first, second))
  })
}

export function coalesceOf(plan: Plan, values: readonly Value[]): Value {
  return values.reduceRight((rest, value) =>
    between(plan, value, rest, (to, first, second) => {
      plan.add(new CoalesceStep(to, plan.register(), first, second))
    }),
  )
}

export function extremeOf(plan: Plan, values: readonly Value[], side: -1 | 1): Value {
  return values.reduce((best, value) =>
    between(plan, best, value, (to, first, second) => {
      plan.add(new ExtremeStep(to, first, second, side))
    }),
  )
}

export function countOf(plan: Plan, values: readonly Value[]): NumberValue {
  const num = plan.register()
  plan.add(
    new CountStep(
      num,
      values.map((each) => each.num),
    ),
  )
  return { kind: 'number', num, den: undefined, scale: Exact.one }
}

/** A value of the type of both, which `add` makes out of them in their common scale. */
function between(plan: Plan, a: Value, b: Value, add: (to: Place, first: Chosen, second: Chosen) => void): Value {
  const [left, right] = [asNumber(a), asNumber(b)]
  if (left === undefined || right === undefined) {
    const num = plan.register()
    add({ num, den: undefined }, whole(a), whole(b))
    return { kind: a.kind as 'truth' | 'text', num }
  }
  const scale = commonScale([left.scale, right.scale])
  const inScale = ({ num, den, scale: own }: NumberValue): Chosen => ({
    num,
    den,
    times: Number(own.over(scale).numerator),
  })
  const [first, second] = [inScale(left), inScale(right)]
  const num = plan.register()
  const den = left.den === undefined && right.den === undefined ? undefined : plan.register()
  add({ num, den }, first, second)
  return a.kind === 'date' ? { kind: 'date', num } : { kind: 'number', num, den, scale }
}

function whole(value: Value): Chosen {
  return { num: value.num, den: undefined, times: 1 }
}
