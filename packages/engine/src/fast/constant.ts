import type { ValueType } from '@yardstick/formula'
import { Exact } from '@yardstick/model'
import type { Memory } from './memory.ts'
import type { Plan } from './plan.ts'
import { Step } from './step.ts'
import type { NumberValue, Register, Value } from './value.ts'

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

/** A register that holds one value in every row. */
export function constantRegister(plan: Plan, value: number): Register {
  const register = plan.register()
  plan.add(new ConstantStep(register, value))
  return register
}

/** A register without value and one state in every row: what is broken, what a scheme's own words make impossible. */
export function constantState(plan: Plan, state: number): Register {
  const register = plan.register()
  plan.add(new ConstantStateStep(register, state))
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
  return value.kind === 'date' ? { kind: 'number', num: value.num, den: undefined, scale: Exact.one } : undefined
}

class ConstantStep extends Step {
  readonly reads = []
  readonly writes: readonly Register[]

  constructor(
    private readonly register: Register,
    private readonly value: number,
  ) {
    super()
    this.writes = [register]
  }

  run(memory: Memory, rows: number): void {
    memory.values[this.register]!.fill(this.value, 0, rows)
    memory.mixed[this.register] = 0
  }
}

class ConstantStateStep extends Step {
  readonly reads = []
  readonly writes: readonly Register[]

  constructor(
    private readonly register: Register,
    private readonly state: number,
  ) {
    super()
    this.writes = [register]
  }

  run(memory: Memory, rows: number): void {
    memory.states[this.register]!.fill(this.state, 0, rows)
    memory.mixed[this.register] = this.state
  }
}
