import type { Exact } from '@yardstick/model'
import type { ScoreCurve } from '../../curve/score-curve.ts'
import type { NumberPool } from '../number-pool.ts'
import { CurveTable, type EdgeUnits, type PieceUnits } from './curve-table.ts'
import { areSidesOfPeak, joinPieces } from './join-pieces.ts'
import type { Printing } from './printed.ts'
import { LEVEL_UNITS, PrintedStep, type ShapeUnits } from './printed-step.ts'
import { Ratio } from './ratio.ts'

/**
 * A curve in whole numbers of what x counts in; undefined where its numbers are too long for that.
 *
 * scale  x = scale × num ÷ den
 */
export function drawTable(pool: NumberPool, curve: ScoreCurve, scale: Exact, at: Printing): CurveTable | undefined {
  const step = PrintedStep.of(at.rounding)
  const joined = joinPieces(curve, step, Ratio.of(at.points))
  if (joined === undefined) return undefined
  const unit = Ratio.of(scale)
  const pieces: PieceUnits[] = []
  const edges: EdgeUnits[] = []
  for (const { piece, lo, hi, to, includesTo } of joined) {
    const units = lo === hi ? LEVEL_UNITS : step.shape(piece.shape, unit)
    if (!step.holds(units, hi)) return undefined
    const { least, most } = step.ends(units, lo, hi)
    pieces.push(withBounds(units, lo, hi, least, most))
    if (to === null) break
    const edge = edgeUnits(to, includesTo, unit)
    if (edge === undefined) return undefined
    edges.push(edge)
  }
  const table = new CurveTable(pool, edges, pieces, step.finish, areSidesOfPeak(joined))
  return table.limit > 0 ? table : undefined
}

/** Written out: a copy by spreading would have a shape of its own. */
function withBounds(
  { a, b, c, e, f, q, m, w, u }: ShapeUnits,
  lo: number,
  hi: number,
  least: number,
  most: number,
): PieceUnits {
  return { a, b, c, e, f, q, m, w, u, lo, hi, least, most }
}

/** Where a piece ends, in what x counts in; undefined where that is too long a number. */
export function edgeUnits(to: Exact, includesTo: boolean, unit: Ratio): EdgeUnits | undefined {
  const { num, den } = Ratio.of(to).over(unit)
  return Number.isNaN(num) ? undefined : { upper: num, lower: den, included: includesTo ? 1 : 0 }
}
