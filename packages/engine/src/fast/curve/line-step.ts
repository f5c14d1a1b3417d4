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
    const { numbers, piecesAt: at, limit } = table
    const a = numbers[at]!
    const c = numbers[at + 2]!
    const u = numbers[at + 8]!
    const lo = numbers[at + 9]!
    const hi = numbers[at + 10]!
    const b = numbers[at + 1]! - numbers[at + 3]!
    const q = numbers[at + 5]! * u
    const m = numbers[at + 6]! * u
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
    const { numbers, piecesAt: at, limit } = table
    const a = numbers[at]!
    const b = numbers[at + 1]!
    const c = numbers[at + 2]!
    const e = numbers[at + 3]!
    const u = numbers[at + 8]!
    const lo = numbers[at + 9]!
    const hi = numbers[at + 10]!
    const q = numbers[at + 5]! * u
    const m = numbers[at + 6]! * u
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
