import { Exact } from '@yardstick/model'

/** A ratio as a percentage of one digit: 0.8351 is 83.5%; '' of none. */
export function rateText(rate: string | null | undefined): string {
  const exact = rate === null || rate === undefined ? undefined : Exact.fromText(rate)
  return exact === undefined ? '' : `${exact.times(Exact.integer(100)).round(1).toFixed(1)}%`
}
