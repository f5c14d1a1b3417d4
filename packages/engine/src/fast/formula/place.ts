import type { Register } from '../value.ts'

/** Where a number stands: num ÷ den in units of its scale. */
export interface Place {
  readonly num: Register
  readonly den: Register | undefined
}

export function densOf(...places: readonly Place[]): Register[] {
  return places.flatMap(({ den }) => (den === undefined ? [] : [den]))
}
