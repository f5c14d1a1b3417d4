import type { Evaluation, Issue, Scheme, ScoringMethod } from '@yardstick/model'
import type { TreeBox } from './tree-layout.ts'

/** What a box says besides its name: its points, what the sample got of them, and whether something is wrong. */
export interface ShownBox {
  readonly points: string
  /** As printed; undefined without a sample, null where there is no score. */
  readonly score: string | null | undefined
  /** 0 to 1, for drawing only. */
  readonly rate: number | undefined
  readonly standing: Standing
  readonly isBonus: boolean
  readonly method: ScoringMethod | 'branch' | 'scheme'
  readonly grade: string | undefined
  readonly errors: number
  readonly warnings: number
}

/** How much of the points was reached: all, some, less than six tenths; none where nothing is scored. */
export type Standing = 'full' | 'part' | 'low' | 'none'

export type Scores = ReadonlyMap<string, { readonly score: string | null; readonly points: string }>

const none: Scores = new Map()
const known = new WeakMap<Evaluation, Scores>()

/** Scores by indicator id, read from an evaluation once. */
function scoresOf(evaluation: Evaluation | null): Scores {
  if (evaluation === null) return none
  let scores = known.get(evaluation)
  if (scores === undefined) {
    scores = new Map(evaluation.indicators.map(({ id, score, points }) => [id, { score, points }]))
    known.set(evaluation, scores)
  }
  return scores
}

/** issues: those of the box, and of what is folded away below it. */
export function shownBox(
  { id, node }: TreeBox,
  scheme: Pick<Scheme, 'fullScore'>,
  evaluation: Evaluation | null,
  issues: readonly Issue[],
): ShownBox {
  const points = node?.points ?? scheme.fullScore
  const score = node === undefined ? evaluation?.total : scoresOf(evaluation).get(id)?.score
  const rate = rateOf(score, points)
  return {
    points,
    score,
    rate,
    standing: rate === undefined ? 'none' : rate >= 1 ? 'full' : rate < 0.6 ? 'low' : 'part',
    isBonus: node?.kind === 'bonus',
    method: node === undefined ? 'scheme' : 'scoring' in node ? node.scoring.method : 'branch',
    grade: node === undefined ? (evaluation?.grade ?? undefined) : undefined,
    errors: issues.filter((each) => each.severity === 'error').length,
    warnings: issues.filter((each) => each.severity === 'warning').length,
  }
}

/** For the length of a bar: pixels may be numbers. */
function rateOf(score: string | null | undefined, points: string): number | undefined {
  if (score === null || score === undefined) return undefined
  const whole = Number(points)
  return whole > 0 ? Math.max(0, Math.min(1, Number(score) / whole)) : undefined
}
