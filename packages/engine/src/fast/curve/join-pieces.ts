import type { Exact } from '@yardstick/model'
import type { Piece, ScoreCurve, Shape, Staircase } from '../../curve/score-curve.ts'
import { SAFE } from '../lane.ts'
import type { PrintedStep } from './printed-step.ts'
import { Ratio } from './ratio.ts'

/** A piece that may reach over its constant neighbours, with the printed points it is held between. */
export interface JoinedPiece {
  readonly piece: Piece
  readonly lo: number
  readonly hi: number
  /** It is the same everywhere. */
  readonly isLevel: boolean
  /** The level it runs into on its right, which is part of it. */
  readonly level: Piece | undefined
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
export function joinPieces({ pieces }: ScoreCurve, step: PrintedStep, top: Ratio): JoinedPiece[] | undefined {
  const joined: JoinedPiece[] = []
  const highest = step.printed(top, top)
  let last: JoinedPiece | undefined
  for (const piece of pieces) {
    const own = alone(piece, step, top, highest)
    if (own === undefined) return undefined
    const both = last && together(last, own)
    if (last !== undefined && both === undefined) joined.push(last)
    last = both ?? own
  }
  if (last !== undefined) joined.push(last)
  return joined
}

/** A piece by itself, with the printed points that it stays between. */
function alone(piece: Piece, step: PrintedStep, top: Ratio, highest: number): JoinedPiece | undefined {
  const { shape, to, includesTo } = piece
  const isLevel = shape.kind === 'constant' || (shape.kind === 'linear' && shape.slope.sign === 0)
  const printed = (score: Exact) => step.printed(Ratio.of(score), top)
  const lo = isLevel ? printed(shape.score) : shape.kind === 'staircase' ? printed(shape.lowest) : 0
  const hi = isLevel ? lo : shape.kind === 'staircase' ? printed(shape.start) : highest
  return lo <= SAFE && hi <= SAFE ? { piece, lo, hi, isLevel, level: undefined, to, includesTo } : undefined
}

/** One piece where the second can be part of the first or the other way round. */
function together(left: JoinedPiece, right: JoinedPiece): JoinedPiece | undefined {
  const { to, includesTo } = right
  if (left.isLevel && right.isLevel) return left.lo === right.lo ? { ...left, to, includesTo } : undefined
  if (right.isLevel && reaches(left.piece, right.piece, 'right')) {
    return { ...held(left, 'right', right.lo), level: right.piece, to, includesTo }
  }
  return left.isLevel && reaches(right.piece, left.piece, 'left') ? held(right, 'left', left.lo) : undefined
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
function reaches({ shape, from, to, includesFrom, includesTo }: Piece, level: Piece, side: 'left' | 'right'): boolean {
  const edge = Ratio.of(side === 'left' ? from! : to!)
  const score = levelOf(level.shape)
  if (score === undefined) return false
  if (shape.kind === 'linear') {
    const rise = Ratio.of(shape.slope).times(edge.minus(Ratio.of(shape.at)))
    return Ratio.of(shape.score).plus(rise).equals(score)
  }
  if (shape.kind !== 'staircase') return false
  const isNear = side === (shape.side === 'below' ? 'right' : 'left')
  if (isNear) return edge.equals(Ratio.of(shape.edge)) && score.equals(Ratio.of(shape.start))
  const lowest = Ratio.of(shape.lowest)
  const isEdgeOfLevel = !(side === 'left' ? includesFrom : includesTo)
  const fallen = fallenAt(shape, edge, isEdgeOfLevel)
  return score.equals(lowest) && (fallen.lessThan(lowest) || fallen.equals(lowest))
}

function levelOf(shape: Shape): Ratio | undefined {
  return shape.kind === 'constant' || shape.kind === 'linear' ? Ratio.of(shape.score) : undefined
}

/** What a staircase without an end comes to at an edge far out, or just beyond it, where every step left has begun. */
function fallenAt(stairs: Staircase, edge: Ratio, isIncluded: boolean): Ratio {
  const own = Ratio.of(stairs.edge)
  const away = (stairs.side === 'below' ? own.minus(edge) : edge.minus(own)).over(Ratio.of(stairs.size))
  const steps = stairs.count === 'whole' ? away.floor() : isIncluded ? away.ceiling() : away.floor() + 1
  return Ratio.of(stairs.start).minus(Ratio.held(steps, 1).times(Ratio.of(stairs.deduct)))
}

/** The piece held at a level on one side; which of its bounds that is depends on the way it runs. */
function held(own: JoinedPiece, side: 'left' | 'right', level: number): JoinedPiece {
  const { shape } = own.piece
  if (shape.kind !== 'linear') return own
  const isRising = shape.slope.sign > 0
  return (side === 'right') === isRising ? { ...own, hi: level } : { ...own, lo: level }
}
