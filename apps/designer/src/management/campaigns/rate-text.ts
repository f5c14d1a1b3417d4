import { Exact } from '@yardstick/model'

/** A part of a whole as a percentage of one digit: 83.51 of 100 is 83.5%; '' of none. */
export function rateText(part: string | null | undefined, whole = '1'): string {
  const [above, below] = [part, whole].map((text) => (text == null ? undefined : Exact.fromText(text)))
  if (above === undefined || below === undefined || below.equals(Exact.zero)) return ''
  return `${above.over(below).times(Exact.integer(100)).round(1).toFixed(1)}%`
}

/** A score of at most two digits, as means are printed; '' of none. */
export function shortText(score: string | null | undefined): string {
  return (score == null ? undefined : Exact.fromText(score))?.round(2).toText() ?? ''
}
