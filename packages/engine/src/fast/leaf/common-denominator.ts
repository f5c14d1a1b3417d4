import { Exact } from '@yardstick/model'
import { SAFE } from '../lane.ts'

/** The smallest whole number by which all of these become whole; undefined where that is not below `SAFE`. */
export function commonDenominator(values: Iterable<Exact>): number | undefined {
  let common = 1n
  for (const { denominator } of values) common *= Exact.ratio(denominator, common).numerator
  return common < BigInt(SAFE) ? Number(common) : undefined
}
