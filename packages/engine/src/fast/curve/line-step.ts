import type { Memory } from '../memory.ts'
import { heldBetween } from './curve-table.ts'
import { isPresent, KernelStep } from './kernel-step.ts'

/** A curve of one line, or of one staircase of whole units: what most rules come to. */
export class LineStep extends KernelStep {
  run(memory: Memory, rows: number): void {
    if (this.den === undefined) this.runWhole(memory, rows)
    else this.runFraction(memory, rows, memory.values[this.den]!)
    this.takeStates(memory, rows, false)
  }

  private runWhole(memory: Memory, rows: number): void {
    const { table } = this
    const { pieces, limit } = table
    const a = pieces[0]!
    const c = pieces[2]!
    const u = pieces[8]!
    const lo = pieces[9]!
    const hi = pieces[10]!
    const b = pieces[1]! - pieces[3]!
    const q = pieces[5]! * u
    const m = pieces[6]! * u
    const out = memory.values[this.to]!
    const nums = memory.values[this.num]!
    const states = memory.statesOf(this.num)
    for (let row = 0; row < rows; row++) {
      const num = nums[row]!
      if (num <= limit && num >= -limit) {
        const points = q + m * Math.floor((a * num + b) / c)
        out[row] = heldBetween(lo, points, hi)
      } else out[row] = isPresent(states[row]!) ? table.at(num, 1) : 0
    }
  }

  private runFraction(memory: Memory, rows: number, dens: Float64Array): void {
    const { table } = this
    const { pieces, limit } = table
    const a = pieces[0]!
    const b = pieces[1]!
    const c = pieces[2]!
    const e = pieces[3]!
    const u = pieces[8]!
    const lo = pieces[9]!
    const hi = pieces[10]!
    const q = pieces[5]! * u
    const m = pieces[6]! * u
    const out = memory.values[this.to]!
    const nums = memory.values[this.num]!
    const states = memory.statesOf(this.num)
    for (let row = 0; row < rows; row++) {
      const num = nums[row]!
      const den = dens[row]!
      if (num <= limit && num >= -limit && den <= limit) {
        const points = q + m * Math.floor((a * num + b * den - e) / (c * den))
        out[row] = heldBetween(lo, points, hi)
      } else out[row] = isPresent(states[row]!) ? table.at(num, den) : 0
    }
  }
}
