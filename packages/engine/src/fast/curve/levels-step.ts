import type { Memory } from '../memory.ts'
import type { QuickStep } from '../step.ts'
import { EDGE } from './curve-table.ts'
import { isPresent, KernelStep } from './kernel-step.ts'

/** A curve of levels: bands, all or nothing. Only the edges are asked. */
export class LevelsStep extends KernelStep {
  run(memory: Memory, rows: number): void {
    if (this.table.piecesAt - this.table.edgesAt === EDGE) this.runTwo(memory, rows)
    else this.runMany(memory, rows)
    this.takeStates(memory, rows, false)
  }

  override get quick(): QuickStep {
    return this
  }

  runPlain({ cells }: Memory): boolean {
    const { table, den: below } = this
    const { numbers, edgesAt, piecesAt, limit } = table
    const num = cells[this.num]!
    const den = below === undefined ? 1 : cells[below]!
    if (num <= limit && num >= -limit && den <= limit) {
      let at = piecesAt
      for (let edge = edgesAt; edge < piecesAt; edge += EDGE) {
        at += Number(num * numbers[edge + 1]! - numbers[edge]! * den + 1 - numbers[edge + 2]! > 0)
      }
      cells[this.to] = numbers[at]!
    } else cells[this.to] = table.at(num, den)
    return true
  }

  runEach(steps: readonly LevelsStep[], memory: Memory): boolean {
    for (let index = 0; index < steps.length; index++) if (!steps[index]!.runPlain(memory)) return false
    return true
  }

  /** One edge between two levels. */
  private runTwo(memory: Memory, rows: number): void {
    const { table } = this
    const { numbers, edgesAt, piecesAt, limit } = table
    const upper = numbers[edgesAt]!
    const lower = numbers[edgesAt + 1]!
    const rest = 1 - numbers[edgesAt + 2]!
    const first = numbers[piecesAt]!
    const more = numbers[piecesAt + 1]! - first
    const out = memory.values[this.to]!
    const nums = memory.values[this.num]!
    const states = memory.statesOf(this.num)
    const dens = this.den === undefined ? undefined : memory.values[this.den]!
    for (let row = 0; row < rows; row++) {
      const num = nums[row]!
      const den = dens === undefined ? 1 : dens[row]!
      if (num <= limit && num >= -limit && den <= limit) {
        // Beyond the edge where it is above 0, or 0 on an edge that is not included.
        out[row] = first + more * Number(num * lower - upper * den + rest > 0)
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
        for (let edge = edgesAt; edge < piecesAt; edge += EDGE) {
          // A truth made a number is no branch: half of all guesses at one would be wrong.
          at += Number(num * numbers[edge + 1]! - numbers[edge]! * den + 1 - numbers[edge + 2]! > 0)
        }
        out[row] = numbers[at]!
      } else out[row] = isPresent(states[row]!) ? table.at(num, den) : 0
    }
  }
}
