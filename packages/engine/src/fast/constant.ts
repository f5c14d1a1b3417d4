import type { ValueType } from '@yardstick/formula'
import { CivilDate, Exact, type Reading } from '@yardstick/model'
import { Fill } from './fill.ts'
import { FAULT, MISSING, NOT_APPLICABLE, PRESENT } from './lane.ts'
import type { Plan } from './plan.ts'
import type { DateValue, NumberValue, Register, Value } from './value.ts'

/** A number that is the same in every row. It takes a register only where somebody wants to read it from one. */
export function constantNumber(plan: Plan, constant: Exact): NumberValue {
  const scale = constant.sign === 0 ? Exact.one : constant.abs()
  let num: Register | undefined
  return {
    kind: 'number',
    get num() {
      num ??= constantRegister(plan, constant.sign)
      return num
    },
    den: undefined,
    scale,
    constant,
  }
}

/** What a part of a formula comes to that reads nothing. */
export function constantValue(plan: Plan, reading: Reading, kind: Value['kind']): Value {
  if (reading.state !== 'present') return stateOnly(plan, TYPES[kind], STATES[reading.state])
  const { value } = reading
  if (value instanceof Exact) return constantNumber(plan, value)
  if (value instanceof CivilDate) return constantDate(plan, value.dayNumber)
  if (typeof value === 'boolean') return { kind: 'truth', num: constantRegister(plan, Number(value)) }
  return { kind: 'text', num: constantRegister(plan, plan.texts.codeOf(value as string)) }
}

const TYPES = { number: 'number', truth: 'boolean', text: 'text', date: 'date' } as const
const STATES = { missing: MISSING, 'not-applicable': NOT_APPLICABLE, error: FAULT } as const

function constantDate(plan: Plan, day: number): DateValue {
  let num: Register | undefined
  return {
    kind: 'date',
    get num() {
      num ??= constantRegister(plan, day)
      return num
    },
    constant: Exact.integer(day),
  }
}

/** A register that holds one value in every row. */
export function constantRegister(plan: Plan, value: number): Register {
  const register = plan.register()
  plan.add(new Fill(register, value, PRESENT))
  return register
}

/** A register without value and one state in every row: what is broken, what a scheme's own words make impossible. */
export function constantState(plan: Plan, state: number): Register {
  const register = plan.register()
  plan.add(new Fill(register, 0, state))
  return register
}

/** A value of a type that has one state and no value in any row. */
export function stateOnly(plan: Plan, type: ValueType | 'money' | 'rate' | 'count' | 'choice', state: number): Value {
  const num = constantState(plan, state)
  switch (type) {
    case 'boolean':
      return { kind: 'truth', num }
    case 'date':
      return { kind: 'date', num }
    case 'text':
    case 'choice':
      return { kind: 'text', num }
    default:
      return { kind: 'number', num, den: undefined, scale: Exact.one }
  }
}

/** A value as a number to compute with: of a date its day number, undefined for what is no number. */
export function asNumber(value: Value): NumberValue | undefined {
  if (value.kind === 'number') return value
  if (value.kind !== 'date') return undefined
  const number = { kind: 'number', den: undefined, scale: Exact.one } as const
  const { constant } = value
  if (constant === undefined) return { ...number, num: value.num }
  return {
    ...number,
    get num() {
      return value.num
    },
    constant,
  }
}
