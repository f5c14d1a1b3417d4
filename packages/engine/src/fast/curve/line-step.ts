import type { Memory } from '../memory.ts'
import type { QuickStep } from '../step.ts'
import { atLeast, heldBetween, LEAST, LO, MOST, stairsOf, stepsOf } from './curve-table.ts'
import { isPresent, KernelStep } from './kernel-step.ts'

/**
 * A curve of one line, or of one staircase of whole units: what most rules come to. First the steps of all rows, then for
 * a staircase their points, then what was too large to be sure of.
 */
export class LineStep extends KernelStep {
  run(memory: Memory, rows: number): void {
    const hasWide =
      this.den === undefined ? this.countWhole(memory, rows) : this.count(memory, rows, memory.values[this.den]!)
    if (this.table.hasStairs) this.climb(memory, rows)
    if (hasWide) this.runWide(memory, rows)
    this.takeStates(memory, rows, false)
  }

  override get quick(): QuickStep {
    return this
  }

  runPlain({ cells }: Memory): boolean {
    const { table, den: below } = this
    const { numbers, piecesAt: at, limit } = table
    const num = cells[this.num]!
    const den = below === undefined ? 1 : cells[below]!
    if (num <= limit && num >= -limit && den <= limit) {
      const steps = stepsOf(numbers, at, num, den)
      cells[this.to] = table.hasStairs ? stairsOf(numbers, at, steps) : steps
    } else cells[this.to] = table.at(num, den)
    return true
  }

  runEach(steps: readonly LineStep[], memory: Memory): boolean {
    for (let index = 0; index < steps.length; index++) if (!steps[index]!.runPlain(memory)) return false
    return true
  }

  private countWhole(memory: Memory, rows: number): boolean {
    const { numbers, piecesAt: at, limit } = this.table
    const a = numbers[at]!
    const b = numbers[at + 1]! - numbers[at + 3]!
    const c = numbers[at + 2]!
    const least = numbers[at + LEAST]!
    const most = numbers[at + MOST]!
    const out = memory.values[this.to]!
    const nums = memory.values[this.num]!
    let hasWide = false
    for (let row = 0; row < rows; row++) {
      const num = nums[row]!
      if (num <= limit && num >= -limit) out[row] = heldBetween(least, Math.floor((a * num + b) / c), most)
      else {
        out[row] = Number.NaN
        hasWide = true
      }
    }
    return hasWide
  }

  private count(memory: Memory, rows: number, dens: Float64Array): boolean {
    const { numbers, piecesAt: at, limit } = this.table
    const a = numbers[at]!
    const b = numbers[at + 1]!
    const c = numbers[at + 2]!
    const e = numbers[at + 3]!
    const least = numbers[at + LEAST]!
    const most = numbers[at + MOST]!
    const out = memory.values[this.to]!
    const nums = memory.values[this.num]!
    let hasWide = false
    for (let row = 0; row < rows; row++) {
      const num = nums[row]!
      const den = dens[row]!
      if (num <= limit && num >= -limit && den <= limit) {
        out[row] = heldBetween(least, Math.floor((a * num + b * den - e) / (c * den)), most)
      } else {
        out[row] = Number.NaN
        hasWide = true
      }
    }
    return hasWide
  }

  private climb(memory: Memory, rows: number): void {
    const { numbers, piecesAt: at } = this.table
    const u = numbers[at + 8]!
    const q = numbers[at + 5]! * u
    const m = numbers[at + 6]! * u
    const lo = numbers[at + LO]!
    const out = memory.values[this.to]!
    for (let row = 0; row < rows; row++) out[row] = atLeast(lo, q + m * out[row]!)
  }

  private runWide(memory: Memory, rows: number): void {
    const { table } = this
    const out = memory.values[this.to]!
    const nums = memory.values[this.num]!
    const dens = this.den === undefined ? undefined : memory.values[this.den]!
    const states = memory.statesOf(this.num)
    for (let row = 0; row < rows; row++) {
      if (Number.isNaN(out[row]) && isPresent(states[row]!)) {
        out[row] = table.at(nums[row]!, dens === undefined ? 1 : dens[row]!)
      }
    }
  }
}
