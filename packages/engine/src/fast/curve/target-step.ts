import { densOf, type Place } from '../formula/place.ts'
import { orOf, settle } from '../formula/settle.ts'
import { FAULT, SAFE, STATE, UNSURE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'

/** What x ÷ target is where the target says nothing to divide by: a state, or num ÷ den. */
export type Instead = { readonly state: number } | { readonly num: number; readonly den: number }

/** x ÷ target. Unlike a quotient of a formula it has a meaning of its own where the target is 0 or below. */
export class TargetStep extends Step {
  private readonly x: Place
  private readonly target: Place

  constructor(
    private readonly to: Register,
    private readonly den: Register,
    x: Place,
    target: Place,
    private readonly atZero: Instead,
    private readonly below: Instead,
  ) {
    super()
    // A constant takes its register when it is asked for one: now, and not when the step runs.
    this.x = { num: x.num, den: x.den }
    this.target = { num: target.num, den: target.den }
  }

  get reads(): readonly Register[] {
    return [this.x.num, this.target.num, ...densOf(this.x, this.target)]
  }

  get writes(): readonly Register[] {
    return [this.to, this.den]
  }

  run(memory: Memory, rows: number): void {
    const { x, target } = this
    const out = memory.values[this.to]!
    const den = memory.values[this.den]!
    const nums = memory.values[x.num]!
    const targets = memory.values[target.num]!
    const numDens = x.den === undefined ? undefined : memory.values[x.den]!
    const targetDens = target.den === undefined ? undefined : memory.values[target.den]!
    let hasOdd = false
    for (let row = 0; row < rows; row++) {
      const top = nums[row]! * (targetDens === undefined ? 1 : targetDens[row]!)
      const bottom = targets[row]! * (numDens === undefined ? 1 : numDens[row]!)
      if (bottom > 0 && bottom <= SAFE && top <= SAFE && top >= -SAFE) {
        out[row] = top
        den[row] = bottom
      } else {
        out[row] = Number.NaN
        hasOdd = true
      }
    }
    settle(memory, this.to, [x.num, target.num], rows, hasOdd)
    if (hasOdd) this.settleOdd(memory, rows)
    memory.mixed[this.den] = 0
  }

  /** Rows whose target is 0 or below. */
  private settleOdd(memory: Memory, rows: number): void {
    const out = memory.values[this.to]!
    const den = memory.values[this.den]!
    const states = memory.states[this.to]!
    const targets = memory.values[this.target.num]!
    const ofX = memory.statesOf(this.x.num)
    const ofTarget = memory.statesOf(this.target.num)
    for (let row = 0; row < rows; row++) {
      const given = ofX[row]! | ofTarget[row]!
      if (!Number.isNaN(out[row]) || !(targets[row]! <= 0) || (given & (STATE | UNSURE)) !== 0) continue
      const instead = targets[row] === 0 ? this.atZero : this.below
      if ('state' in instead) states[row] = instead.state
      else {
        out[row] = instead.num
        den[row] = instead.den
        states[row] = given
      }
    }
    memory.mixed[this.to] = orOf(states, rows)
  }
}

export const IN_ERROR: Instead = { state: FAULT }
export const LEFT_TO_REFERENCE: Instead = { state: UNSURE }
