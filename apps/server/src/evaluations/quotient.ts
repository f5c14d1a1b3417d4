import { Exact } from '@yardstick/model'

/** A mean or a rate: rounded to be read; `exact` beside it, as a fraction, where no such decimal is all of it. */
export interface Quotient {
  readonly value: string
  readonly exact?: string
}

const DIGITS = 4

/** Null where there is nothing to divide by. */
export function quotient(part: string, whole: string): Quotient | null {
  const divisor = Exact.of(whole)
  return divisor.sign === 0 ? null : rounded(Exact.of(part).over(divisor))
}

export function rounded(exact: Exact): Quotient {
  const value = exact.round(DIGITS)
  return value.equals(exact) ? { value: value.toText() } : { value: value.toText(), exact: exact.toText() }
}
