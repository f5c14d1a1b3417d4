import type { Memory } from '../memory.ts'
import type { QuickStep } from '../step.ts'
import { EDGE, HI, heldBetween, LEAST, LO, MOST, PIECE } from './curve-table.ts'
import { isPresent, KernelStep } from './kernel-step.ts'

/** A curve of any pieces. */
export class CurveStep extends KernelStep {
  run(memory: Memory, rows: number): void {
    const { table } = this
    const hasGaps = table.finish === 'floor' ? this.runFloor(memory, rows) : this.runFinish(memory, rows)
    this.takeStates(memory, rows, hasGaps)
  }

  override get quick(): QuickStep {
    return this
  }

  runPlain({ cells }: Memory): boolean {
    const { den: below } = this
    const points = this.table.at(cells[this.num]!, below === undefined ? 1 : cells[below]!)
    cells[this.to] = points
    return !Number.isNaN(points)
  }

  runEach(steps: readonly CurveStep[], memory: Memory): boolean {
    for (let index = 0; index < steps.length; index++) if (!steps[index]!.runPlain(memory)) return false
    return true
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
      if (!(num <= limit && num >= -limit && den <= limit && den > 0)) {
        out[row] = isPresent(states[row]!) ? table.at(num, den) : 0
        continue
      }
      let piece = 0
      for (let edge = edgesAt; edge < piecesAt; edge += EDGE) {
        // Beyond the edge where it is above 0, or 0 on an edge that is not included.
        piece += Number(num * numbers[edge + 1]! - numbers[edge]! * den + 1 - numbers[edge + 2]! > 0)
      }
      const at = piecesAt + PIECE * piece
      const above = numbers[at]! * num + numbers[at + 1]! * den - numbers[at + 3]!
      const below = numbers[at + 2]! * den + numbers[at + 4]! * num
      const steps = heldBetween(numbers[at + LEAST]!, Math.floor(above / below), numbers[at + MOST]!)
      const parts = numbers[at + 5]! + numbers[at + 6]! * steps
      const w = numbers[at + 7]!
      const points = (w > 1 ? Math.floor(parts / w) : parts) * numbers[at + 8]!
      out[row] = heldBetween(numbers[at + LO]!, points, numbers[at + HI]!)
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
