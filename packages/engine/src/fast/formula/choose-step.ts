import { FAULT, SAFE, STATE, UNSURE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import { densOf, type Place } from './place.ts'
import { orOf } from './settle.ts'

/** One of the two that a choice is made between, brought to their common scale. */
export interface Chosen extends Place {
  readonly times: number
}

/** What IF and COALESCE share: one of two values, and the state of just that one. */
abstract class ChooseStep extends Step {
  constructor(
    protected readonly to: Place,
    protected readonly first: Chosen,
    protected readonly second: Chosen,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return [this.first.num, this.second.num, ...densOf(this.first, this.second)]
  }

  get writes(): readonly Register[] {
    return [this.to.num, ...densOf(this.to)]
  }

  run(memory: Memory, rows: number): void {
    const { to, first, second } = this
    const out = memory.values[to.num]!
    const states = memory.states[to.num]!
    const outDen = to.den === undefined ? undefined : memory.values[to.den]!
    const a = memory.values[first.num]!
    const b = memory.values[second.num]!
    const aDen = first.den === undefined ? undefined : memory.values[first.den]!
    const bDen = second.den === undefined ? undefined : memory.values[second.den]!
    const timesA = first.times
    const timesB = second.times
    const chosen = this.choose(memory, rows)
    for (let row = 0; row < rows; row++) {
      const isFirst = chosen[row] === 1
      const value = isFirst ? timesA * a[row]! : timesB * b[row]!
      out[row] = value + 0
      if (outDen !== undefined) outDen[row] = isFirst ? (aDen?.[row] ?? 1) : (bDen?.[row] ?? 1)
      if (!(Math.abs(value) <= SAFE) && (states[row]! & (STATE | UNSURE)) === 0) states[row] = UNSURE
    }
    memory.mixed[to.num] = orOf(states, rows)
    if (to.den !== undefined) memory.mixed[to.den] = 0
  }

  /** Writes the states, and gives 1 for each row where it is the first. */
  protected abstract choose(memory: Memory, rows: number): Float64Array
}

/** 如果: only what is taken counts, and the condition. */
export class IfStep extends ChooseStep {
  constructor(
    to: Place,
    private readonly condition: Register,
    first: Chosen,
    second: Chosen,
  ) {
    super(to, first, second)
  }

  override get reads(): readonly Register[] {
    return [this.condition, ...super.reads]
  }

  protected choose(memory: Memory, rows: number): Float64Array {
    const { condition, first, second, to } = this
    const held = memory.values[condition]!
    const states = memory.states[to.num]!
    const ofHeld = memory.statesOf(condition)
    const a = memory.statesOf(first.num)
    const b = memory.statesOf(second.num)
    for (let row = 0; row < rows; row++) {
      const state = ofHeld[row]!
      if ((state & (STATE | UNSURE)) !== 0) states[row] = state
      else {
        const taken = held[row] === 1 ? a[row]! : b[row]!
        states[row] = (taken & (STATE | UNSURE)) === 0 ? taken | state : taken
      }
    }
    return held
  }
}

/** 缺省取: the first where it is there or in error, else the second, and the worse of two that are not there. */
export class CoalesceStep extends ChooseStep {
  private readonly isFirst: Register

  /** isFirst  a register of its own */
  constructor(to: Place, isFirst: Register, first: Chosen, second: Chosen) {
    super(to, first, second)
    this.isFirst = isFirst
  }

  protected choose(memory: Memory, rows: number): Float64Array {
    const states = memory.states[this.to.num]!
    const chosen = memory.values[this.isFirst]!
    const a = memory.statesOf(this.first.num)
    const b = memory.statesOf(this.second.num)
    for (let row = 0; row < rows; row++) {
      const first = a[row]!
      const second = b[row]!
      const isAbsent = (first & UNSURE) === 0 && (first & STATE) !== 0 && (first & STATE) !== FAULT
      const isSecond = isAbsent && isThereOrKnown(second)
      chosen[row] = isSecond ? 0 : 1
      states[row] = !isAbsent ? first : isSecond ? second : Math.max(first, second)
    }
    return chosen
  }
}

/** Present, in error, or for the reference to say. */
function isThereOrKnown(state: number): boolean {
  return (state & UNSURE) !== 0 || (state & STATE) === 0 || (state & STATE) === FAULT
}
