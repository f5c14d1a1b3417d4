import { SAFE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { type QuickStep, Step } from '../step.ts'
import type { Register } from '../value.ts'
import { densOf, type Place } from './place.ts'
import { settleQuotient } from './settle.ts'

/** left ÷ right, its sign in the numerator. */
export class QuotientStep extends Step {
  constructor(
    private readonly to: Register,
    private readonly den: Register,
    private readonly left: Place,
    private readonly right: Place,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return [this.left.num, this.right.num, ...densOf(this.left, this.right)]
  }

  get writes(): readonly Register[] {
    return [this.to, this.den]
  }

  run(memory: Memory, rows: number): void {
    const { left, right } = this
    const isPlain = left.den === undefined && right.den === undefined
    const hasGaps = isPlain ? this.divideWhole(memory, rows) : this.divide(memory, rows)
    settleQuotient(memory, this.to, left.num, right.num, rows, hasGaps)
    memory.mixed[this.den] = 0
  }

  override get quick(): QuickStep | undefined {
    return this.left.den === undefined && this.right.den === undefined ? this : undefined
  }

  runPlain({ cells }: Memory): boolean {
    const divisor = cells[this.right.num]!
    cells[this.to] = cells[this.left.num]!
    cells[this.den] = divisor
    return divisor > 0
  }

  runEach(steps: readonly QuotientStep[], memory: Memory): boolean {
    for (let index = 0; index < steps.length; index++) if (!steps[index]!.runPlain(memory)) return false
    return true
  }

  private divideWhole(memory: Memory, rows: number): boolean {
    const out = memory.values[this.to]!
    const den = memory.values[this.den]!
    const above = memory.values[this.left.num]!
    const below = memory.values[this.right.num]!
    let hasGaps = false
    for (let row = 0; row < rows; row++) {
      const divisor = below[row]!
      if (divisor > 0) {
        out[row] = above[row]!
        den[row] = divisor
      } else {
        out[row] = divisor < 0 ? 0 - above[row]! : Number.NaN
        den[row] = -divisor
        hasGaps ||= !(divisor < 0)
      }
    }
    return hasGaps
  }

  private divide(memory: Memory, rows: number): boolean {
    const out = memory.values[this.to]!
    const den = memory.values[this.den]!
    const above = memory.values[this.left.num]!
    const below = memory.values[this.right.num]!
    const aboveDen = this.left.den === undefined ? undefined : memory.values[this.left.den]!
    const belowDen = this.right.den === undefined ? undefined : memory.values[this.right.den]!
    let hasGaps = false
    for (let row = 0; row < rows; row++) {
      const divisor = below[row]!
      const top = (divisor < 0 ? 0 - above[row]! : above[row]!) * (belowDen === undefined ? 1 : belowDen[row]!)
      const bottom = Math.abs(divisor) * (aboveDen === undefined ? 1 : aboveDen[row]!)
      if (bottom > 0 && bottom <= SAFE && top <= SAFE && top >= -SAFE) {
        out[row] = top
        den[row] = bottom
      } else {
        out[row] = Number.NaN
        hasGaps = true
      }
    }
    return hasGaps
  }
}
