import { Exact, type Rounding } from '@yardstick/model'
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
