import { lane } from '@yardstick/engine'
import { isEnd, ZERO } from './cell-signs.ts'
import type { NumberCell } from './table-cells.ts'

const MINUS = 0x2d
const POINT = 0x2e
const PERCENT = 0x25
/** More are read as a text, exactly. */
const MOST_DIGITS = 15
const POWERS = Array.from({ length: 40 }, (_, exponent) => 10 ** exponent)
/** 1.5 in units of 10^−fraction. */
const SMALL = POWERS.map((power) => 1.5 * power)

/** Digits as a whole number of the units that a register has; neither a text nor a float is made on the way. */
export class CellFigure {
  /** What was read last. */
  units = 0

  /** returns where the cell ends, or −1 where it is no figure that can be read in one way */
  read(plan: NumberCell, bytes: Uint8Array, from: number, separator: number): number {
    let at = from
    const isNegative = bytes[at] === MINUS
    if (isNegative) at++
    let value = 0
    const first = at
    let digit = bytes[at]! - ZERO
    while (digit >= 0 && digit <= 9) {
      value = value * 10 + digit
      digit = bytes[++at]! - ZERO
    }
    let count = at - first
    if (count === 0) return -1
    let fraction = 0
    if (bytes[at] === POINT) {
      const point = at
      digit = bytes[++at]! - ZERO
      while (digit >= 0 && digit <= 9) {
        value = value * 10 + digit
        digit = bytes[++at]! - ZERO
      }
      fraction = at - point - 1
      if (fraction === 0) return -1
      count += fraction
    }
    if (count > MOST_DIGITS) return -1
    let exponent = plan.shift + plan.digits - fraction
    if (bytes[at] === PERCENT) {
      if (plan.percent === 'never') return -1
      at++
      exponent -= 2
    } else if (plan.percent === 'always') {
      // 0.95 below a % may be 0.95% and may be 95%.
      if (value !== 0 && value <= SMALL[fraction]!) return -1
      exponent -= 2
    } else if (plan.percent === 'sign' && value !== 0) return -1
    if (!isEnd(bytes, at, separator)) return -1
    if (exponent >= 0) value *= POWERS[exponent]!
    else {
      const power = POWERS[-exponent]!
      if (value % power !== 0) return -1
      value /= power
    }
    if (!(value <= lane.SAFE)) return -1
    if (isNegative && value !== 0) value = -value
    if (value < plan.min || value > plan.max) return -1
    this.units = value
    return at
  }
}
