import { Exact } from '@yardstick/model'
import { type Piece, type ScoreCurve, type Staircase, shapeScore, stepsTaken } from '../../curve/score-curve.ts'
import { type Printing, printedUnits } from './printed.ts'

/** A piece that may reach over its constant neighbours, with the printed points it is held between. */
export interface JoinedPiece {
  readonly piece: Piece
  readonly lo: number
  readonly hi: number
  /** It is the same everywhere. */
  readonly isLevel: boolean
  /** The level it runs into on its right, which is part of it. */
  readonly level?: Piece
  readonly to: Exact | null
  readonly includesTo: boolean
}

/**
 * The pieces of a curve with as few edges as can be: where a line runs into a level, or a staircase ends on one, the line
 * may run on and is held at the level instead, which needs no comparison. The usual ratio and the usual one-sided
 * deduction become one piece.
 *
 * returns undefined where a level is not whole in the printed digits
 */
export function joinPieces(curve: ScoreCurve, at: Printing): JoinedPiece[] | undefined {
  const joined: JoinedPiece[] = []
  const top = printedUnits(at.points, at)
  for (const piece of curve.pieces) {
    const own = alone(piece, at, top)
    if (own === undefined) return undefined
    const before = joined.pop()
    if (before !== undefined) joined.push(...together(before, own))
    else joined.push(own)
  }
  return joined
}

/** A piece by itself, with the printed points that it stays between. */
function alone(piece: Piece, at: Printing, top: number | undefined): JoinedPiece | undefined {
  const { shape, to, includesTo } = piece
  const isLevel = shape.kind === 'constant' || (shape.kind === 'linear' && shape.slope.sign === 0)
  const [low, high] = isLevel
    ? [shape.score, shape.score]
    : shape.kind === 'staircase'
      ? [shape.lowest, shape.start]
      : [undefined, undefined]
  const lo = low === undefined ? 0 : printedUnits(low, at)
  const hi = high === undefined ? top : printedUnits(high, at)
  return lo === undefined || hi === undefined ? undefined : { piece, lo, hi, isLevel, to, includesTo }
}

/** One piece where the second can be part of the first or the other way round, else both. */
function together(left: JoinedPiece, right: JoinedPiece): JoinedPiece[] {
  const { to, includesTo } = right
  if (left.isLevel && right.isLevel) return left.lo === right.lo ? [{ ...left, to, includesTo }] : [left, right]
  if (right.isLevel && reaches(left.piece, right.piece, 'right')) {
    return [{ ...held(left, 'right', right.lo), level: right.piece, to, includesTo }]
  }
  if (left.isLevel && reaches(right.piece, left.piece, 'left')) return [held(right, 'left', left.lo)]
  return [left, right]
}

/**
 * Whether two pieces rise to a level and fall from it, as a zone with deductions on both sides does: each is at the level
 * where the other one counts, so that everywhere the lower of the two is meant.
 */
export function areSidesOfPeak([left, right, ...others]: readonly JoinedPiece[]): boolean {
  if (left?.level === undefined || right === undefined || others.length > 0) return false
  return (
    left.hi === right.hi &&
    runs(left.piece) === 'up' &&
    runs(right.piece) === 'down' &&
    reaches(right.piece, left.level, 'left')
  )
}

function runs({ shape }: Piece): 'up' | 'down' | undefined {
  if (shape.kind === 'staircase') return shape.side === 'below' ? 'up' : 'down'
  return shape.kind !== 'linear' ? undefined : shape.slope.sign > 0 ? 'up' : 'down'
}

/** Whether a shape that runs on over the level beside it stays beyond the level everywhere. */
function reaches({ shape, from, to, ...ends }: Piece, level: Piece, side: 'left' | 'right'): boolean {
  const edge = side === 'left' ? from! : to!
  const score = shapeScore(level.shape, edge)
  if (shape.kind === 'linear') return shapeScore(shape, edge).equals(score)
  if (shape.kind !== 'staircase') return false
  const isNear = side === (shape.side === 'below' ? 'right' : 'left')
  if (isNear) return edge.equals(shape.edge) && score.equals(shape.start)
  const isEdgeOfLevel = !(side === 'left' ? ends.includesFrom : ends.includesTo)
  return score.equals(shape.lowest) && fallen(shape, edge, isEdgeOfLevel).atMost(shape.lowest)
}

/** What a staircase without an end comes to at an edge far out, or just beyond it. */
function fallen(stairs: Staircase, edge: Exact, isIncluded: boolean): Exact {
  const started = isIncluded || stairs.count === 'whole' ? stepsTaken(stairs, edge) : startedBeyond(stairs, edge)
  return stairs.start.minus(started.times(stairs.deduct))
}

/** Every step whose near end is left has begun. */
function startedBeyond(stairs: Staircase, edge: Exact): Exact {
  return stepsTaken({ ...stairs, count: 'whole' }, edge).plus(Exact.one)
}

/** The piece held at a level on one side; which of its bounds that is depends on the way it runs. */
function held(own: JoinedPiece, side: 'left' | 'right', level: number): JoinedPiece {
  const { shape } = own.piece
  if (shape.kind !== 'linear') return own
  const isRising = shape.slope.sign > 0
  return (side === 'right') === isRising ? { ...own, hi: level } : { ...own, lo: level }
}
