import type { Exact } from '@yardstick/model'
import { SAFE } from '../lane.ts'
import { productSign } from '../products.ts'

/**
 * What `Exact` is, in doubles: a reduced fraction of whole numbers up to `SAFE`, den > 0. Plans are made from a hundred
 * curves at a time, and big numbers would take most of that. A result that is longer has NaN for its num, as has all that
 * is made from it; NaN equals nothing and is not below or above anything.
 */
export class Ratio {
  static readonly zero = new Ratio(0, 1)

  private constructor(
    readonly num: number,
    readonly den: number,
  ) {}

  static of({ numerator, denominator }: Exact): Ratio {
    return held(Number(numerator), Number(denominator))
  }

  /** num ÷ den, reduced; den > 0 */
  static reduced(num: number, den: number): Ratio {
    const divisor = greatestCommonDivisor(Math.abs(num), den)
    return held(num / divisor, den / divisor)
  }

  static held(num: number, den: number): Ratio {
    // Plus 0: no −0.
    return Math.abs(num) <= SAFE && den <= SAFE ? new Ratio(num + 0, den) : NOT_HELD
  }

  static readonly notHeld = new Ratio(Number.NaN, 1)

  plus(other: Ratio): Ratio {
    const divisor = greatestCommonDivisor(this.den, other.den)
    const left = this.num * (other.den / divisor)
    const right = other.num * (this.den / divisor)
    if (!(Math.abs(left) + Math.abs(right) <= SAFE)) return NOT_HELD
    return Ratio.reduced(left + right, (this.den / divisor) * other.den)
  }

  minus(other: Ratio): Ratio {
    return this.plus(other.negated())
  }

  times(other: Ratio): Ratio {
    const first = greatestCommonDivisor(Math.abs(this.num), other.den)
    const second = greatestCommonDivisor(Math.abs(other.num), this.den)
    return held((this.num / first) * (other.num / second), (this.den / second) * (other.den / first))
  }

  /** Division; by 0 it is not held. */
  over(other: Ratio): Ratio {
    if (other.num > 0) return this.times(new Ratio(other.den, other.num))
    return other.num < 0 ? this.times(new Ratio(-other.den, -other.num)) : NOT_HELD
  }

  negated(): Ratio {
    return new Ratio(0 - this.num, this.den)
  }

  equals(other: Ratio): boolean {
    return this.num === other.num && this.den === other.den
  }

  lessThan(other: Ratio): boolean {
    return productSign(this.num, other.den, other.num, this.den) < 0
  }

  floor(): number {
    const rest = this.num % this.den
    const whole = (this.num - rest) / this.den
    return rest < 0 ? whole - 1 : whole
  }

  ceiling(): number {
    return 0 - this.negated().floor()
  }
}

const held = Ratio.held
const NOT_HELD = Ratio.notHeld

/** Of whole numbers ≥ 0, not both 0. */
export function greatestCommonDivisor(a: number, b: number): number {
  let divisor = a
  let rest = b
  // NaN is not above 0, and ends it.
  while (rest > 0) {
    const next = divisor % rest
    divisor = rest
    rest = next
  }
  return divisor
}
