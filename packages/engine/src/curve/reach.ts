import { Exact } from '@yardstick/model'
import { type Piece, pieceAt, type ScoreCurve, shapeScore } from './score-curve.ts'

/** A value on the curve that is to be reached: at it where it is included, else just beyond it. */
export interface Reach {
  readonly direction: 'up' | 'down'
  readonly x: Exact
  readonly included: boolean
}

/**
 * The nearest value in each direction at which the curve gives at least `goal` points; none where it never does. The
 * value itself is not asked: at x the goal is not reached yet.
 */
export function reaching(curve: ScoreCurve, x: Exact, goal: Exact): Reach[] {
  const { index } = pieceAt(curve, x)
  const upwards = firstIn(curve.pieces.slice(index), (piece) => enterFromLeft(piece, x, goal))
  const downwards = firstIn(curve.pieces.slice(0, index + 1).reverse(), (piece) => enterFromRight(piece, x, goal))
  return [
    ...(upwards === undefined ? [] : [{ direction: 'up' as const, ...upwards }]),
    ...(downwards === undefined ? [] : [{ direction: 'down' as const, ...downwards }]),
  ]
}

/** The next better score in each direction: the end of the piece or the stair at hand, whichever comes first. */
export function nextScores(curve: ScoreCurve, x: Exact): Exact[] {
  const { piece, index } = pieceAt(curve, x)
  const now = shapeScore(piece.shape, x)
  const ahead = [curve.pieces.slice(index), curve.pieces.slice(0, index + 1).reverse()]
  return ahead.flatMap((pieces, side) => {
    for (const each of pieces) {
      const scores = stopScores(each, side === 0, each === piece ? now : undefined).filter((score) =>
        now.lessThan(score),
      )
      if (scores[0] !== undefined) return [scores.reduce((a, b) => a.min(b))]
    }
    return []
  })
}

/** The scores at which a piece stops being better: its far end, or for stairs each stair above the one at hand. */
function stopScores({ shape, from, to }: Piece, isUpward: boolean, now: Exact | undefined): Exact[] {
  if (shape.kind === 'constant') return [shape.score]
  if (shape.kind === 'staircase') {
    if (now !== undefined) return [now.plus(shape.deduct).min(shape.start)]
    const near = isUpward ? from : to
    return near === null ? [shape.start] : [shapeScore(shape, near), shape.start]
  }
  const far = isUpward ? to : from
  return far === null ? [] : [shapeScore(shape, far)]
}

type Entry = { readonly x: Exact; readonly included: boolean }

function firstIn(pieces: readonly Piece[], enter: (piece: Piece) => Entry | undefined): Entry | undefined {
  for (const piece of pieces) {
    const entry = enter(piece)
    if (entry !== undefined) return entry
  }
  return undefined
}

/** Going right from x: the first value in the piece, right of x, that scores at least the goal. */
function enterFromLeft(piece: Piece, x: Exact, goal: Exact): Entry | undefined {
  const start: Entry =
    piece.from === null || piece.from.lessThan(x)
      ? { x, included: false }
      : { x: piece.from, included: piece.includesFrom }
  return narrow(piece, start, goal, true)
}

function enterFromRight(piece: Piece, x: Exact, goal: Exact): Entry | undefined {
  const start: Entry =
    piece.to === null || x.lessThan(piece.to) ? { x, included: false } : { x: piece.to, included: piece.includesTo }
  return narrow(piece, start, goal, false)
}

/** Where, from `start` on in one direction, the piece first gives the goal; undefined where it does not. */
function narrow(piece: Piece, start: Entry, goal: Exact, isUpward: boolean): Entry | undefined {
  const bound = solve(piece, goal)
  if (bound === 'everywhere') return start
  if (bound === 'nowhere') return undefined
  const isAhead = isUpward ? start.x.compare(bound.x) : bound.x.compare(start.x)
  if (bound.side === (isUpward ? 'right' : 'left')) {
    // Good from the bound on.
    const entry = isAhead > 0 || (isAhead === 0 && bound.included) ? start : { x: bound.x, included: bound.included }
    return isInside(piece, entry, isUpward) ? entry : undefined
  }
  // Good up to the bound only: right where we stand, or not at all in this direction.
  return isAhead < 0 || (isAhead === 0 && bound.included && start.included) ? start : undefined
}

type Bound =
  | { readonly x: Exact; readonly included: boolean; readonly side: 'left' | 'right' }
  | 'everywhere'
  | 'nowhere'

/** The half-line of values at which a shape gives at least the goal. */
function solve({ shape }: Piece, goal: Exact): Bound {
  switch (shape.kind) {
    case 'constant':
      return goal.atMost(shape.score) ? 'everywhere' : 'nowhere'
    case 'linear':
      if (shape.slope.sign === 0) return goal.atMost(shape.score) ? 'everywhere' : 'nowhere'
      return {
        x: shape.at.plus(goal.minus(shape.score).over(shape.slope)),
        included: true,
        side: shape.slope.sign > 0 ? 'right' : 'left',
      }
    case 'reciprocal':
      return goal.sign <= 0 ? 'everywhere' : { x: shape.numerator.over(goal), included: true, side: 'left' }
    case 'staircase': {
      if (goal.atMost(shape.lowest)) return 'everywhere'
      if (shape.start.lessThan(goal)) return 'nowhere'
      const steps = shape.start.minus(goal).over(shape.deduct).floor()
      const isWhole = shape.count === 'whole'
      const distance = shape.size.times(isWhole ? steps.plus(Exact.one) : steps)
      const x = shape.side === 'below' ? shape.edge.minus(distance) : shape.edge.plus(distance)
      return { x, included: !isWhole, side: shape.side === 'below' ? 'right' : 'left' }
    }
  }
}

/** Whether the value itself, or for one that is not included the values just beyond it, belong to the piece. */
function isInside({ from, to, includesFrom, includesTo }: Piece, { x, included }: Entry, isUpward: boolean): boolean {
  const atFrom = from?.equals(x) === true
  const atTo = to?.equals(x) === true
  if (!included)
    return !(isUpward ? atTo : atFrom) && (from === null || from.atMost(x)) && (to === null || x.atMost(to))
  return (
    (from === null || from.lessThan(x) || (atFrom && includesFrom)) &&
    (to === null || x.lessThan(to) || (atTo && includesTo))
  )
}
