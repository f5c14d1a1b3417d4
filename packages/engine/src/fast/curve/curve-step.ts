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
    const { edges, pieces, limit } = table
    const out = memory.values[this.to]!
    const nums = memory.values[this.num]!
    const states = memory.statesOf(this.num)
    const dens = this.den === undefined ? undefined : memory.values[this.den]!
    const ends = edges.length
    for (let row = 0; row < rows; row++) {
      const num = nums[row]!
      const den = dens === undefined ? 1 : dens[row]!
      if (!(num <= limit && num >= -limit && den <= limit)) {
        out[row] = isPresent(states[row]!) ? table.at(num, den) : 0
        continue
      }
      let at = 0
      for (let edge = 0; edge < ends; edge += EDGE, at += PIECE) {
        // Whole numbers: at most 0 is below 1.
        if (num * edges[edge + 1]! - edges[edge]! * den < edges[edge + 2]!) break
      }
      const lo = pieces[at + LO]!
      const hi = pieces[at + HI]!
      if (lo === hi) {
        out[row] = lo
        continue
      }
      const a = pieces[at]!
      const b = pieces[at + 1]!
      const c = pieces[at + 2]!
      const e = pieces[at + 3]!
      const f = pieces[at + 4]!
      const w = pieces[at + 7]!
      const above = pieces[at + 5]! + pieces[at + 6]! * Math.floor((a * num + b * den - e) / (c * den + f * num))
      const points = (w > 1 ? Math.floor(above / w) : above) * pieces[at + 8]!
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
