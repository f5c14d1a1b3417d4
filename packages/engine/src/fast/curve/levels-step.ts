import type { Memory } from '../memory.ts'
import { EDGE, LO, PIECE } from './curve-table.ts'
import { isPresent, KernelStep } from './kernel-step.ts'

/** A curve of levels: bands, all or nothing. Only the edges are asked. */
export class LevelsStep extends KernelStep {
  run(memory: Memory, rows: number): void {
    if (this.table.edges.length === EDGE) this.runTwo(memory, rows)
    else this.runMany(memory, rows)
    this.takeStates(memory, rows, false)
  }

  /** One edge between two levels. */
  private runTwo(memory: Memory, rows: number): void {
    const { table } = this
    const { edges, pieces, limit } = table
    const upper = edges[0]!
    const lower = edges[1]!
    const included = edges[2]!
    const first = pieces[LO]!
    const second = pieces[PIECE + LO]!
    const out = memory.values[this.to]!
    const nums = memory.values[this.num]!
    const states = memory.statesOf(this.num)
    const dens = this.den === undefined ? undefined : memory.values[this.den]!
    for (let row = 0; row < rows; row++) {
      const num = nums[row]!
      const den = dens === undefined ? 1 : dens[row]!
      if (num <= limit && num >= -limit && den <= limit) {
        // Whole numbers: at most 0 is below 1.
        out[row] = num * lower - upper * den < included ? first : second
      } else out[row] = isPresent(states[row]!) ? table.at(num, den) : 0
    }
  }

  private runMany(memory: Memory, rows: number): void {
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
      if (num <= limit && num >= -limit && den <= limit) {
        let at = LO
        for (let edge = 0; edge < ends; edge += EDGE, at += PIECE) {
          if (num * edges[edge + 1]! - edges[edge]! * den < edges[edge + 2]!) break
        }
        out[row] = pieces[at]!
      } else out[row] = isPresent(states[row]!) ? table.at(num, den) : 0
    }
  }
}
