import { Exact } from '@yardstick/model'
import { cellOf, type LeafHead, type ScoreTable } from './score-table.ts'

/** Where most of the points are lost, and how many values are not there; of equals the first. */
export interface Weakest {
  readonly head: LeafHead | undefined
  /** Points given ÷ points. */
  readonly rate: Exact | undefined
  readonly missing: number
}

export function weakestOf(table: ScoreTable): Weakest {
  let missing = 0
  let worst: { head: LeafHead; rate: Exact; lost: Exact } | undefined
  table.heads.forEach((head, at) => {
    let [score, points] = [Exact.zero, Exact.zero]
    for (const row of table.rows) {
      const cell = cellOf(table, row, at)
      if (cell.state === 'missing') missing++
      if (cell.score === null) continue
      score = score.plus(Exact.of(cell.score))
      points = points.plus(Exact.of(cell.points))
    }
    const lost = points.minus(score)
    // What few reach is the nature of a bonus.
    if (head.kind === 'bonus' || lost.sign <= 0) return
    if (worst === undefined || worst.lost.lessThan(lost)) worst = { head, rate: score.over(points), lost }
  })
  return { head: worst?.head, rate: worst?.rate, missing }
}
