import { Exact } from '@yardstick/model'
import type { LeafHead, VersionHead } from './score-table.ts'

/** A rate rounded to four digits. */
interface Quotient {
  readonly value: string
}

/** What the results of a run say of one indicator, as `GET /api/campaigns/:id/indicators` gives it. */
export interface IndicatorMeasures extends LeafHead {
  /** Those it applies to who have a score; those of them with full points. */
  readonly count: number
  readonly full: number
  readonly rate: Quotient | null
  /** Score rates of the upper and the lower group, and what lies between: 区分度. */
  readonly upper: Quotient | null
  readonly lower: Quotient | null
  readonly discrimination: Quotient | null
  /** 自评分 against the score, over those who rated themselves here. */
  readonly claims: {
    readonly count: number
    readonly claimed: Quotient | null
    readonly rate: Quotient | null
    readonly over: number
    readonly under: number
  } | null
}

export interface VersionMeasures extends VersionHead {
  /** How many stand in the upper group, and in the lower one. */
  readonly group: number
  readonly indicators: readonly IndicatorMeasures[]
}

/** Ebel's steps: what an indicator of this 区分度 is held to be. */
const steps = ['excellent', 'good', 'fair', 'poor'] as const
export type Step = (typeof steps)[number]
const stepEdges = [0.4, 0.3, 0.2] as const

/** As it is printed, with two digits, so that 0.20 is never below 0.2. */
export function stepOf(discrimination: Quotient): Step {
  const printed = Number(Exact.of(discrimination.value).round(2).toText())
  const at = stepEdges.findIndex((edge) => printed >= edge)
  return steps[at < 0 ? steps.length - 1 : at]!
}

/** Bonus indicators are no part of the full score: that few reach them is as it should be. */
export function counted<M extends Pick<LeafHead, 'kind'>>(indicators: readonly M[]): M[] {
  return indicators.filter(({ kind }) => kind !== 'bonus')
}

/** Everybody it applies to has full points. */
export function isFullForAll({ count, full }: Pick<IndicatorMeasures, 'count' | 'full'>): boolean {
  return count > 0 && full === count
}
