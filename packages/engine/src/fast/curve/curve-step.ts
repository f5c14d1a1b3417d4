import type { Memory } from '../memory.ts'
import { EDGE, HI, heldBetween, LO, PIECE } from './curve-table.ts'
import { isPresent, KernelStep } from './kernel-step.ts'

/** A curve of any pieces. */
export class CurveStep extends KernelStep {
  run(memory: Memory, rows: number): void {
    const { table } = this
    const hasGaps = table.finish === 'floor' ? this.runFloor(memory, rows) : this.runFinish(memory, rows)
    this.takeStates(memory, rows, hasGaps)
  }

  private runFloor(memory: Memory, rows: number): boolean {
    const { table } = this
    const { numbers, edgesAt, piecesAt, limit } = table
    const out = memory.values[this.to]!
    const nums = memory.values[this.num]!
    const states = memory.statesOf(this.num)
    const dens = this.den === undefined ? undefined : memory.values[this.den]!
    for (let row = 0; row < rows; row++) {
      const num = nums[row]!
      const den = dens === undefined ? 1 : dens[row]!
      if (!(num <= limit && num >= -limit && den <= limit)) {
        out[row] = isPresent(states[row]!) ? table.at(num, den) : 0
        continue
      }
      let at = piecesAt
      for (let edge = edgesAt; edge < piecesAt; edge += EDGE, at += PIECE) {
        // Whole numbers: at most 0 is below 1.
        if (num * numbers[edge + 1]! - numbers[edge]! * den < numbers[edge + 2]!) break
      }
      const lo = numbers[at + LO]!
      const hi = numbers[at + HI]!
      if (lo === hi) {
        out[row] = lo
        continue
      }
      const a = numbers[at]!
      const b = numbers[at + 1]!
      const c = numbers[at + 2]!
      const e = numbers[at + 3]!
      const f = numbers[at + 4]!
      const w = numbers[at + 7]!
      const above = numbers[at + 5]! + numbers[at + 6]! * Math.floor((a * num + b * den - e) / (c * den + f * num))
      const points = (w > 1 ? Math.floor(above / w) : above) * numbers[at + 8]!
      out[row] = heldBetween(lo, points, hi)
    }
    return false
  }

  private runFinish(memory: Memory, rows: number): boolean {
    const { table } = this
    const out = memory.values[this.to]!
    const nums = memory.values[this.num]!
    const states = memory.statesOf(this.num)
    const dens = this.den === undefined ? undefined : memory.values[this.den]!
    let hasGaps = false
    for (let row = 0; row < rows; row++) {
      if (!isPresent(states[row]!)) continue
      const points = table.at(nums[row]!, dens === undefined ? 1 : dens[row]!)
      out[row] = points
      hasGaps ||= Number.isNaN(points)
    }
    return hasGaps
  }
}
