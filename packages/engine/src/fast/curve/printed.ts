import { Exact, type Rounding, roundBy } from '@yardstick/model'
import { SAFE } from '../lane.ts'
import type { Register } from '../value.ts'

/** Points as they are printed: a whole number of 10^−digits, with its state. */
export interface Printed {
  readonly num: Register
  readonly digits: number
}

/** What a node's points are clamped to and how they are rounded where they stand. */
export interface Printing {
  readonly points: Exact
  readonly rounding: Rounding
}

/** Digits after the point in which everything that a rounding gives is whole; of `none` what is not whole there is UNSURE. */
export function printedDigits(rounding: Rounding): number {
  if (rounding === 'none') return EXACT_DIGITS
  return 'step' in rounding ? Exact.of(rounding.step).decimalDigits! : rounding.digits
}

const EXACT_DIGITS = 6

/** Points clamped and rounded, in units of 10^−`printedDigits`; undefined where they are not whole there, or too many. */
export function printedUnits(score: Exact, { points, rounding }: Printing): number | undefined {
  const units = roundBy(score.clamp(Exact.zero, points), rounding).times(Exact.power10(printedDigits(rounding)))
  const number = Number(units.numerator)
  return units.isWhole && number <= SAFE ? number : undefined
}
