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
    // Of thousands of results most have the same few scores: each is added up once.
    const alike = new Map<string, { readonly score: string; readonly points: string; count: number }>()
    for (const row of table.rows) {
      const cell = cellOf(table, row, at)
      if (cell.state === 'missing') missing++
      if (cell.score === null) continue
      const key = `${cell.score} ${cell.points}`
      const known = alike.get(key)
      if (known === undefined) alike.set(key, { score: cell.score, points: cell.points, count: 1 })
      else known.count++
    }
    let [score, points] = [Exact.zero, Exact.zero]
    for (const each of alike.values()) {
      const count = Exact.integer(each.count)
      score = score.plus(Exact.of(each.score).times(count))
      points = points.plus(Exact.of(each.points).times(count))
    }
    const lost = points.minus(score)
    // What few reach is the nature of a bonus.
    if (head.kind === 'bonus' || lost.sign <= 0) return
    if (worst === undefined || worst.lost.lessThan(lost)) worst = { head, rate: score.over(points), lost }
  })
  return { head: worst?.head, rate: worst?.rate, missing }
}
