import type { LeafScore } from '../scoring/leaf-scores.ts'
import type { LeafHead } from './leaf-heads.ts'

/**
 * A result as a row of a table whose columns are the leaves of its version. What is the same for nearly all rows is said
 * only where it differs, since there are as many cells as results times leaves.
 */
export interface ScoreTableRow {
  /** In order of the columns; null without a score. */
  readonly scores: readonly (string | null)[]
  /** A letter for each column: `.` a value, `n` 不适用, `m` 空缺, `e` a fault, `-` not scored at all. */
  readonly states: string
  /** Where they differ from the scheme's: by the number of the column. */
  readonly points?: Readonly<Record<number, string>>
  /** 自评分; left out where there is none at all. */
  readonly claims?: readonly (string | null)[]
}

/** `scores` is the JSON text of `LeafScore[]`. */
export function scoreTableRow(heads: readonly LeafHead[], scores: string): ScoreTableRow {
  const byId = new Map((JSON.parse(scores) as LeafScore[]).map((each) => [each[0], each]))
  const cells = heads.map(({ id }) => byId.get(id))
  const points = cells.flatMap((cell, at) =>
    cell === undefined || cell[1] === heads[at]!.points ? [] : [[at, cell[1]]],
  )
  const claims = cells.map((cell) => cell?.[4] ?? null)
  return {
    scores: cells.map((cell) => cell?.[2] ?? null),
    states: cells.map((cell) => (cell === undefined ? '-' : cell[3] || '.')).join(''),
    ...(points.length === 0 ? {} : { points: Object.fromEntries(points) as Record<number, string> }),
    ...(claims.every((claim) => claim === null) ? {} : { claims }),
  }
}
