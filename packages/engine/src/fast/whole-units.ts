import { Exact } from '@yardstick/model'
import { SAFE } from './lane.ts'

/** A number in units of 10^−digits; undefined where it is not whole in them, or not below `SAFE`. */
export function wholeUnits(value: Exact, digits: number): number | undefined {
  const units = value.times(Exact.power10(digits))
  const number = Number(units.numerator)
  return units.isWhole && Math.abs(number) < SAFE ? number : undefined
}
