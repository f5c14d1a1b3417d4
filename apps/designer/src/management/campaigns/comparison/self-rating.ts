import { Exact } from '@yardstick/model'
import { cellOf, type LeafHead, rateOf, type ScoreRow, type ScoreTable } from './score-table.ts'

/** 自评 against 评价 of one department, as shares of the full score. */
export interface SelfRated {
  readonly row: ScoreRow
  readonly claimed: Exact
  readonly reviewed: Exact
  /** Claimed less reviewed: above 0 it rated itself too high. */
  readonly difference: Exact
}

/** Those who have both; the largest over-rating first. */
export function selfRated(rows: readonly ScoreRow[]): SelfRated[] {
  return rows
    .flatMap((row) => {
      const [claimed, reviewed] = [rateOf(row.claimed, row.fullScore), rateOf(row.total, row.fullScore)]
      return claimed === null || reviewed === null
        ? []
        : [{ row, claimed, reviewed, difference: claimed.minus(reviewed) }]
    })
    .sort((a, b) => b.difference.compare(a.difference))
}

export interface SelfSummary {
  readonly both: number
  readonly over: number
  readonly under: number
  /** Mean of the differences; null where there are none. */
  readonly mean: Exact | null
}

export function selfSummary(rated: readonly Pick<SelfRated, 'difference'>[]): SelfSummary {
  const sum = rated.reduce((sum, { difference }) => sum.plus(difference), Exact.zero)
  return {
    both: rated.length,
    over: rated.filter(({ difference }) => difference.sign > 0).length,
    under: rated.filter(({ difference }) => difference.sign < 0).length,
    mean: rated.length === 0 ? null : sum.over(Exact.integer(rated.length)),
  }
}

/** One leaf of one department, claimed and given, in points. */
export interface SelfRatedLeaf {
  readonly head: LeafHead
  readonly points: string
  readonly claim: string
  readonly score: string
  readonly difference: Exact
}

/** The leaves it rated itself in and has a score for; the largest over-rating first. */
export function selfRatedLeaves(table: ScoreTable, row: ScoreRow): SelfRatedLeaf[] {
  return table.heads
    .flatMap((head, at) => {
      const { points, claim, score } = cellOf(table, row, at)
      if (claim === null || score === null) return []
      return [{ head, points, claim, score, difference: Exact.of(claim).minus(Exact.of(score)) }]
    })
    .sort((a, b) => b.difference.compare(a.difference))
}

/** How far from none a mean difference is, as it is printed, and which way; null where that is no way at all. */
export function meanText(mean: Exact | null): { readonly points: string; readonly isOver: boolean } | null {
  const text = mean === null ? '' : pointsText(mean)
  return /^[+−]/.test(text) ? { points: text.slice(1), isOver: text.startsWith('+') } : null
}

/** Of a rate in percentage points, one digit, with its sign: "+4.2", "−1.0", "0.0". */
export function pointsText(rate: Exact): string {
  const percent = rate.times(Exact.integer(100)).round(1)
  const sign = percent.sign > 0 ? '+' : percent.sign < 0 ? '−' : ''
  return `${sign}${percent.abs().toFixed(1)}`
}
