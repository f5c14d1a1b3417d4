import { Exact, type Rounding, type RoundingMode } from '@yardstick/model'
import { SAFE } from '../lane.ts'
import { unitsOf } from './units.ts'

/**
 * Rounds sums of printed scores, in whole numbers: comes in units of 10^−fine, goes out in units of 10^−digits, where digits
 * ≤ fine. What cannot be done exactly gives NaN, which is nobody's score.
 */
export class Printer {
  private readonly mode: RoundingMode | 'none'
  /** What a printed number is a multiple of, in units of 10^−fine. */
  readonly step: number
  /** The same in units of 10^−digits. */
  private readonly width: number

  /** Most nodes are rounded alike, and share one. */
  static of(rounding: Rounding, digits: number, fine: number): Printer {
    if (rounding === 'none' || 'step' in rounding) return new Printer(rounding, digits, fine)
    const key = `${rounding.mode} ${digits} ${fine}`
    const known = byDigits.get(key) ?? new Printer(rounding, digits, fine)
    byDigits.set(key, known)
    return known
  }

  private constructor(rounding: Rounding, digits: number, fine: number) {
    this.mode = rounding === 'none' ? 'none' : (rounding.mode ?? 'half-up')
    const step =
      rounding !== 'none' && 'step' in rounding ? Exact.of(rounding.step) : Exact.one.over(Exact.power10(digits))
    this.step = unitsOf(step, fine)
    this.width = unitsOf(step, digits)
  }

  /** Whether what comes in goes out as it is. */
  get changesNothing(): boolean {
    return this.step === 1
  }

  /** num ÷ den, rounded. den > 0 */
  print(num: number, den: number): number {
    if (num < 0) return -this.print(-num, den)
    const divisor = den * this.step
    if (!(num <= SAFE && divisor <= SAFE)) return Number.NaN
    // A quotient of whole numbers that add up to no more than SAFE rounds down to what the exact one does; a remainder of
    // doubles is exact, and slow.
    const below = num + divisor <= SAFE ? Math.floor(num / divisor) : (num - (num % divisor)) / divisor
    const rest = num - below * divisor
    const printed = (rest === 0 ? below : below + this.goesUp(rest, divisor - rest, below)) * this.width
    return printed <= SAFE ? printed : Number.NaN
  }

  /** 1 where the whole number above is printed, 0 where that below is. `rest` and `short`: how far it is from each. */
  private goesUp(rest: number, short: number, below: number): number {
    switch (this.mode) {
      case 'half-up':
        return rest >= short ? 1 : 0
      case 'half-even':
        return rest > short || (rest === short && below % 2 === 1) ? 1 : 0
      case 'up':
        return 1
      case 'down':
        return 0
      case 'none':
        return Number.NaN
    }
  }
}

/** Of roundings to digits, of which there are not many. */
const byDigits = new Map<string, Printer>()
