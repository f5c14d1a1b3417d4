import { SAFE } from '../lane.ts'
import type { Printer } from './printer.ts'

/** What a branch, and the total, ends with: clamp to [0, limit], then round. In whole numbers of the printer's fine units. */
export class Finish {
  /**
   * limit  in fine units, ≥ 0
   * most   of what comes in where everything is present, in fine units; it is then not below 0
   */
  constructor(
    private readonly limit: number,
    private readonly most: number,
    private readonly printer: Printer,
  ) {}

  /** Whether what comes in where everything is present goes out as it is. */
  get changesNothing(): boolean {
    return this.most <= this.limit && this.printer.changesNothing
  }

  /** For whole blocks in which everything is present. */
  all(values: Float64Array, rows: number): void {
    const { limit } = this
    if (this.most > limit) {
      for (let row = 0; row < rows; row++) if (values[row]! > limit) values[row] = limit
    }
    if (this.printer.changesNothing) return
    for (let row = 0; row < rows; row++) values[row] = this.printer.print(values[row]!, 1)
  }

  /** For num ÷ den, den > 0; NaN where it cannot be done exactly. */
  one(num: number, den: number): number {
    if (num <= 0) return 0
    const limit = this.limit * den
    if (!(num <= SAFE && limit <= SAFE)) return Number.NaN
    return num >= limit ? this.printer.print(this.limit, 1) : this.printer.print(num, den)
  }
}
