import { SAFE } from './lane.ts'

/**
 * Products of whole numbers up to `SAFE`, compared without loss. Rounding is monotone: where two products differ after
 * rounding they differ before, in the same direction. Only two that round to the same double need their tails.
 */

/** A number with the sign of a·b − c·d. */
export function productSign(a: number, b: number, c: number, d: number): number {
  const left = a * b
  const right = c * d
  if (left !== right) return left - right
  return left <= SAFE && left >= -SAFE ? 0 : tail(a, b, left) - tail(c, d, right)
}

/** What a·b is more than its rounded product, exact: each factor is split into halves of 26 bits (Dekker). */
function tail(a: number, b: number, product: number): number {
  const aShifted = SPLITTER * a
  const aHigh = aShifted - (aShifted - a)
  const aLow = a - aHigh
  const bShifted = SPLITTER * b
  const bHigh = bShifted - (bShifted - b)
  const bLow = b - bHigh
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)
}

const SPLITTER = 134_217_729

/**
 * ⌊(a·n + b·d − e) ÷ (c·d + f·n)⌋ for whole numbers of any size up to `SAFE`, where the divisor is above 0 and e is 0 or 1.
 *
 * A result beyond 2^53 is rounded; it is on the same side of any bound within.
 */
export function floorQuotient(n: number, d: number, a: number, b: number, e: number, c: number, f: number): number {
  const left = a * n
  const right = b * d
  const divisor = c * d + f * n
  const size = (Math.abs(left) + Math.abs(right) + 1) / divisor
  // Three roundings above and two below the line, each of 2^-53 at most, and one of the quotient.
  const error = size * ERROR
  if (!(error < 0.25)) return floorOfBig(n, d, a, b, e, c, f)
  const quotient = (left + right - e) / divisor
  const near = Math.round(quotient)
  if (Math.abs(quotient - near) > error) return Math.floor(quotient)
  const ofN = a - near * f
  const ofD = near * c - b
  if (Math.abs(near * f) + Math.abs(a) > SAFE || Math.abs(near * c) + Math.abs(b) > SAFE) {
    return floorOfBig(n, d, a, b, e, c, f)
  }
  // Whole numbers: not below e is above 0 where e is 1.
  const sign = productSign(n, ofN, d, ofD)
  return (e === 0 ? sign >= 0 : sign > 0) ? near : near - 1
}

const ERROR = 2 ** -49

function floorOfBig(n: number, d: number, a: number, b: number, e: number, c: number, f: number): number {
  const top = BigInt(n)
  const bottom = BigInt(d)
  const dividend = BigInt(a) * top + BigInt(b) * bottom - BigInt(e)
  const divisor = BigInt(c) * bottom + BigInt(f) * top
  const quotient = dividend / divisor
  return Number(dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient)
}
