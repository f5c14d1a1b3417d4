import type { Exact } from '@yardstick/model'
import type { ScoreCurve } from '../../curve/score-curve.ts'
import { SAFE } from '../lane.ts'
import type { NumberPool } from '../number-pool.ts'
import { CurveTable, type EdgeUnits, type PieceUnits } from './curve-table.ts'
import { areSidesOfPeak, joinPieces } from './join-pieces.ts'
import type { Printing } from './printed.ts'
import { LEVEL_UNITS, PrintedStep } from './printed-step.ts'

/**
 * A curve in whole numbers of what x counts in; undefined where its numbers are too long for that.
 *
 * scale  x = scale × num ÷ den
 */
export function drawTable(pool: NumberPool, curve: ScoreCurve, scale: Exact, at: Printing): CurveTable | undefined {
  const joined = joinPieces(curve, at)
  if (joined === undefined) return undefined
  const step = PrintedStep.of(at.rounding)
  const pieces: PieceUnits[] = []
  const edges: EdgeUnits[] = []
  for (const { piece, lo, hi, to, includesTo } of joined) {
    const units = lo === hi ? LEVEL_UNITS : step.shape(piece.shape, scale)
    if (!step.holds(units, hi)) return undefined
    pieces.push({ ...units, lo, hi, ...step.ends(units, lo, hi) })
    if (to === null) break
    const edge = edgeUnits(to, includesTo, scale)
    if (edge === undefined) return undefined
    edges.push(edge)
  }
  const table = new CurveTable(pool, edges, pieces, step.finish, areSidesOfPeak(joined))
  return table.limit > 0 ? table : undefined
}

/** Where a piece ends, in what x counts in; undefined where that is too long a number. */
export function edgeUnits(to: Exact, includesTo: boolean, scale: Exact): EdgeUnits | undefined {
  const edge = to.over(scale)
  const [upper, lower] = [Number(edge.numerator), Number(edge.denominator)]
  return Math.abs(upper) > SAFE || lower > SAFE ? undefined : { upper, lower, included: includesTo ? 1 : 0 }
}
