import type { Memory } from '../memory.ts'
import type { QuickStep } from '../step.ts'
import { atLeast, heldBetween, LEAST, LO, MOST, PIECE, stairsOf, stepsOf } from './curve-table.ts'
import { isPresent, KernelStep } from './kernel-step.ts'

/** A curve that rises to a level and falls from it: the lower of its two sides, without asking which one it is. */
export class PeakStep extends KernelStep {
  run(memory: Memory, rows: number): void {
    const { table } = this
    const { numbers, piecesAt: at, limit } = table
    const a = numbers[at]!
    const b = numbers[at + 1]!
    const c = numbers[at + 2]!
    const e = numbers[at + 3]!
    const u = numbers[at + 8]!
    const q = numbers[at + 5]! * u
    const m = numbers[at + 6]! * u
    const lo = numbers[at + LO]!
    const least = numbers[at + LEAST]!
    const most = numbers[at + MOST]!
    const right = at + PIECE
    const aRight = numbers[right]!
    const bRight = numbers[right + 1]!
    const cRight = numbers[right + 2]!
    const eRight = numbers[right + 3]!
    const uRight = numbers[right + 8]!
    const qRight = numbers[right + 5]! * uRight
    const mRight = numbers[right + 6]! * uRight
    const loRight = numbers[right + LO]!
    const leastRight = numbers[right + LEAST]!
    const mostRight = numbers[right + MOST]!
    const out = memory.values[this.to]!
    const nums = memory.values[this.num]!
    const states = memory.statesOf(this.num)
    const dens = this.den === undefined ? undefined : memory.values[this.den]!
    for (let row = 0; row < rows; row++) {
      const num = nums[row]!
      const den = dens === undefined ? 1 : dens[row]!
      if (num <= limit && num >= -limit && den <= limit) {
        const rising = heldBetween(least, Math.floor((a * num + b * den - e) / (c * den)), most)
        const falling = heldBetween(
          leastRight,
          Math.floor((aRight * num + bRight * den - eRight) / (cRight * den)),
          mostRight,
        )
        const left = atLeast(lo, q + m * rising)
        const other = atLeast(loRight, qRight + mRight * falling)
        out[row] = (left + other - Math.abs(left - other)) / 2
      } else out[row] = isPresent(states[row]!) ? table.at(num, den) : 0
    }
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
      const left = stairsOf(numbers, at, stepsOf(numbers, at, num, den))
      const right = stairsOf(numbers, at + PIECE, stepsOf(numbers, at + PIECE, num, den))
      cells[this.to] = (left + right - Math.abs(left - right)) / 2
    } else cells[this.to] = table.at(num, den)
    return true
  }

  runEach(steps: readonly PeakStep[], memory: Memory): boolean {
    for (let index = 0; index < steps.length; index++) if (!steps[index]!.runPlain(memory)) return false
    return true
  }
}
