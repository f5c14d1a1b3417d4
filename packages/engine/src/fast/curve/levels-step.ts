import type { Memory } from '../memory.ts'
import { EDGE } from './curve-table.ts'
import { isPresent, KernelStep } from './kernel-step.ts'

/** A curve of levels: bands, all or nothing. Only the edges are asked. */
export class LevelsStep extends KernelStep {
  run(memory: Memory, rows: number): void {
    if (this.table.piecesAt - this.table.edgesAt === EDGE) this.runTwo(memory, rows)
    else this.runMany(memory, rows)
    this.takeStates(memory, rows, false)
  }

  /** One edge between two levels. */
  private runTwo(memory: Memory, rows: number): void {
    const { table } = this
    const { numbers, edgesAt, piecesAt, limit } = table
    const upper = numbers[edgesAt]!
    const lower = numbers[edgesAt + 1]!
    const included = numbers[edgesAt + 2]!
    const first = numbers[piecesAt]!
    const second = numbers[piecesAt + 1]!
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
    const { numbers, edgesAt, piecesAt, limit } = table
    const out = memory.values[this.to]!
    const nums = memory.values[this.num]!
    const states = memory.statesOf(this.num)
    const dens = this.den === undefined ? undefined : memory.values[this.den]!
    for (let row = 0; row < rows; row++) {
      const num = nums[row]!
      const den = dens === undefined ? 1 : dens[row]!
      if (num <= limit && num >= -limit && den <= limit) {
        let at = piecesAt
        for (let edge = edgesAt; edge < piecesAt; edge += EDGE, at++) {
          if (num * numbers[edge + 1]! - numbers[edge]! * den < numbers[edge + 2]!) break
        }
        out[row] = numbers[at]!
      } else out[row] = isPresent(states[row]!) ? table.at(num, den) : 0
    }
  }
}
