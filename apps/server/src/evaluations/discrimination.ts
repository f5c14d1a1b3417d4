import { Exact } from '@yardstick/model'
import type { GroupBorders, LeafSums } from '../store/leaf-scores.ts'
import { type Quotient, rounded } from './quotient.ts'

/**
 * 区分度: how well an indicator tells the good from the poor, as item analysis has it: the score rate of the upper 27 % by
 * total less that of the lower 27 %. 1 tells them apart wholly, 0 not at all; below 0 the poor do better in it.
 *
 * ties     all who share the total at which a group is full count alike, each for its part of the places that are left,
 *          so that nobody's place in a list decides
 * rate     points given ÷ points, over those it applies to who have a score
 * returns  null where a group has no score in it
 * source   Kelley, The selection of upper and lower groups for the validation of test items, 1939; Ebel's steps of 0.2,
 *          0.3 and 0.4 are told in the page
 */
export interface Discrimination {
  readonly upper: Quotient | null
  readonly lower: Quotient | null
  readonly discrimination: Quotient | null
}

type Sums = Pick<LeafSums, 'upper' | 'lower' | 'score' | 'points'>
type Borders = Omit<GroupBorders, 'version' | 'most'>

export function discriminationOf(sums: readonly Sums[], borders: Borders): Discrimination {
  const upper = rateOf(sums, 'upper', share(borders.upper_room, borders.upper_tied))
  const lower = rateOf(sums, 'lower', share(borders.lower_room, borders.lower_tied))
  return {
    upper: upper === null ? null : rounded(upper),
    lower: lower === null ? null : rounded(lower),
    discrimination: upper === null || lower === null ? null : rounded(upper.minus(lower)),
  }
}

const share = (room: number | null, tied: number | null) =>
  room === null || tied === null ? Exact.zero : Exact.integer(room).over(Exact.integer(tied))

function rateOf(sums: readonly Sums[], end: 'upper' | 'lower', border: Exact): Exact | null {
  const weighed = [Exact.zero, border, Exact.one]
  let [score, points] = [Exact.zero, Exact.zero]
  for (const each of sums) {
    const weight = weighed[each[end]]!
    score = score.plus(Exact.of(each.score).times(weight))
    points = points.plus(Exact.of(each.points).times(weight))
  }
  return points.sign === 0 ? null : score.over(points)
}
