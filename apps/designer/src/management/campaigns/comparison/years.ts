import type { Exact } from '@yardstick/model'
import type { Campaign } from '../../../server/campaigns.ts'
import { rateOf } from './score-table.ts'

/** A department, or a project of it, in two campaigns; null where it is in one of them only or has no total there. */
export interface ComparedRow {
  /** Its line in the whole list, which the next page begins after. */
  readonly place: number
  readonly department: { readonly id: string; readonly name: string; readonly type: string; readonly region: string }
  readonly project: string
  readonly before: Standing
  readonly after: Standing
  /** Of points; null also where the two are out of different full scores. */
  readonly difference: string | null
}

interface Standing {
  readonly submission: string | null
  readonly total: string | null
  readonly fullScore: string | null
  readonly grade: string | null
  readonly rank: number | null
}

/** What `GET /api/campaigns/:id/comparison` answers, page by page: the largest rise first. */
export interface Comparison {
  readonly before: { readonly campaign: string; readonly period: string; readonly run: string }
  readonly after: { readonly campaign: string; readonly period: string; readonly run: string }
  readonly summary: {
    readonly both: number
    readonly up: number
    readonly down: number
    readonly same: number
    readonly onlyBefore: number
    readonly onlyAfter: number
  }
  readonly grades: readonly { readonly before: string | null; readonly after: string | null; readonly count: number }[]
  readonly rows: readonly ComparedRow[]
}

/** An indicator then and now, told by its id; a side is null where that year's schemes do not have it. */
export interface ComparedIndicator {
  readonly id: string
  readonly name: string
  readonly path: readonly string[]
  readonly kind?: 'bonus'
  readonly before: IndicatorSide | null
  readonly after: IndicatorSide | null
  /** Departments that have a score in both, and those of them whose score rate rose, and fell. */
  readonly count: number
  readonly up: number
  readonly down: number
}

interface IndicatorSide {
  readonly name: string
  readonly points: string
  readonly rate: { readonly value: string } | null
}

type Dated = Pick<Campaign, 'id' | 'region' | 'period'>

/** What a campaign is held against before anybody chooses: the one of the period before it, of its own region if there is one. */
export function earlierOf<C extends Dated>(campaign: Dated, all: readonly C[]): C | undefined {
  const isHere = ({ region }: Dated) => Number(region === campaign.region)
  return all
    .filter(({ id, period }) => id !== campaign.id && period < campaign.period)
    .sort((a, b) => isHere(b) - isHere(a) || (a.period < b.period ? 1 : a.period > b.period ? -1 : 0))[0]
}

/** Of points where both are out of the same full score, else of the score rate; null where it cannot be told. */
interface Change {
  readonly points: string | null
  readonly rate: Exact
}

export function changeOf({
  before,
  after,
  difference,
}: Pick<ComparedRow, 'before' | 'after' | 'difference'>): Change | null {
  const [then, now] = [rateIn(before), rateIn(after)]
  return then === null || now === null ? null : { points: difference, rate: now.minus(then) }
}

export function rateIn({ total, fullScore }: Pick<Standing, 'total' | 'fullScore'>): Exact | null {
  return fullScore === null ? null : rateOf(total, fullScore)
}

/** Indicators that have no partner in the other year, by the side they are on. */
export function withoutPartner(indicators: readonly ComparedIndicator[]) {
  return {
    after: indicators.filter(({ before }) => before === null),
    before: indicators.filter(({ after }) => after === null),
  }
}
