import { Exact, sum as sumOf } from '@yardstick/model'
import { type GroupBorders, groupBorders, type LeafSums, leafSums, versionsOfRun } from '../store/leaf-scores.ts'
import type { Db } from '../store/tables.ts'
import { type Discrimination, discriminationOf } from './discrimination.ts'
import { type LeafHead, leafHeadsOf } from './leaf-heads.ts'
import { type Quotient, quotient } from './quotient.ts'

/** What the results of a run say of one indicator. */
export interface IndicatorStatistics extends LeafHead, Discrimination {
  /** Those it applies to who have a score. */
  readonly count: number
  /** Those of them with full points. */
  readonly full: number
  /** Points given ÷ points. */
  readonly rate: Quotient | null
  /** 自评分 against the score, over those who rated themselves here; null where nobody has. */
  readonly claims: {
    readonly count: number
    readonly claimed: Quotient | null
    readonly rate: Quotient | null
    readonly over: number
    readonly under: number
  } | null
}

/** By version, since indicators of different schemes are different ones. */
export interface VersionStatistics {
  readonly hash: string
  readonly name: string
  readonly number: number
  readonly count: number
  readonly scored: number
  /** How many stand in the upper group, and in the lower one; 0 where nobody has a total. */
  readonly group: number
  readonly indicators: readonly IndicatorStatistics[]
}

export async function indicatorStatisticsOf(db: Db, run: string): Promise<VersionStatistics[]> {
  const sums = await leafSums(db, run)
  const borders = new Map((await groupBorders(db, run)).map((each) => [each.version, each]))
  const versions = await versionsOfRun(db, run)
  return Promise.all(
    versions.map(async (version) => ({
      ...version,
      group: borders.get(version.hash)?.most ?? 0,
      indicators: measure(
        await leafHeadsOf(db, version.hash),
        sums.filter((each) => each.version === version.hash),
        version.scored < LEAST ? undefined : borders.get(version.hash),
      ),
    })),
  )
}

/** One alone would be the best and the poorest. */
const LEAST = 2

/** `borders` undefined: there is nobody to tell apart. */
function measure(
  heads: readonly LeafHead[],
  sums: readonly LeafSums[],
  borders: GroupBorders | undefined,
): IndicatorStatistics[] {
  const byId = new Map<string, LeafSums[]>()
  for (const each of sums) byId.set(each.id, [...(byId.get(each.id) ?? []), each])
  return heads.map((head) => {
    const own = byId.get(head.id) ?? []
    const added = (key: 'score' | 'points' | 'claimed' | 'claimed_score' | 'claimed_points') =>
      sumOf(own.map((each) => Exact.of(each[key]))).toText()
    const counted = (key: 'count' | 'full' | 'claims' | 'over' | 'under') =>
      own.reduce((count, each) => count + each[key], 0)
    const claims = counted('claims')
    return {
      ...head,
      ...{ count: counted('count'), full: counted('full') },
      rate: quotient(added('score'), added('points')),
      ...(borders === undefined ? none : discriminationOf(own, borders)),
      claims:
        claims === 0
          ? null
          : {
              count: claims,
              claimed: quotient(added('claimed'), added('claimed_points')),
              rate: quotient(added('claimed_score'), added('claimed_points')),
              over: counted('over'),
              under: counted('under'),
            },
    }
  })
}

const none: Discrimination = { upper: null, lower: null, discrimination: null }
