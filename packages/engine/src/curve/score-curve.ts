import { Exact } from '@yardstick/model'

/**
 * The score curve 得分曲线: points as a function of one value, in pieces. Every threshold-like method compiles to one, and
 * whoever wants to know what a rule does — evaluation, the picture, the gap check, boundary cases, 还差多少, the Excel
 * formula — reads the curve and never the method.
 *
 * Pieces are in order, touch without gap or overlap and cover the whole line; a piece may be a single point.
 */
export interface ScoreCurve {
  readonly pieces: readonly Piece[]
}

export interface Piece {
  /** null is unbounded. */
  readonly from: Exact | null
  readonly to: Exact | null
  readonly includesFrom: boolean
  readonly includesTo: boolean
  readonly shape: Shape
}

export type Shape =
  | { readonly kind: 'constant'; readonly score: Exact }
  /** score + slope × (x − at) */
  | { readonly kind: 'linear'; readonly at: Exact; readonly score: Exact; readonly slope: Exact }
  /** numerator ÷ x, on positive x only */
  | { readonly kind: 'reciprocal'; readonly numerator: Exact }
  /** start − steps × deduct, where steps counts how many `size` the value lies away from `edge` */
  | Staircase

export interface Staircase {
  readonly kind: 'staircase'
  readonly side: 'below' | 'above'
  readonly edge: Exact
  readonly start: Exact
  readonly size: Exact
  readonly deduct: Exact
  readonly count: 'whole' | 'started'
  /** Where the steps stop counting. */
  readonly lowest: Exact
}

/** Points at x, exact, not yet clamped to the indicator's points. */
export function scoreAt(curve: ScoreCurve, x: Exact): Exact {
  return shapeScore(pieceAt(curve, x).piece.shape, x)
}

export function pieceAt(curve: ScoreCurve, x: Exact): { piece: Piece; index: number } {
  const index = curve.pieces.findIndex((piece) => isBefore(x, piece.to, piece.includesTo))
  const piece = curve.pieces[index]
  if (piece === undefined) throw new Error('ScoreCurve: the pieces do not cover the line')
  return { piece, index }
}

function isBefore(x: Exact, end: Exact | null, included: boolean): boolean {
  if (end === null) return true
  const order = x.compare(end)
  return order < 0 || (order === 0 && included)
}

export function shapeScore(shape: Shape, x: Exact): Exact {
  switch (shape.kind) {
    case 'constant':
      return shape.score
    case 'linear':
      return shape.score.plus(shape.slope.times(x.minus(shape.at)))
    case 'reciprocal':
      return shape.numerator.over(x)
    case 'staircase':
      return shape.start.minus(stepsTaken(shape, x).times(shape.deduct)).max(shape.lowest)
  }
}

export function stepsTaken(stairs: Staircase, x: Exact): Exact {
  const deviation = stairs.side === 'below' ? stairs.edge.minus(x) : x.minus(stairs.edge)
  const steps = deviation.over(stairs.size)
  return stairs.count === 'whole' ? steps.floor() : steps.ceiling()
}

/** Pieces from left to right; each end belongs to the piece that `includesTo` says. Empty pieces are dropped. */
export function curveFrom(parts: readonly { to: Exact | null; includesTo: boolean; shape: Shape }[]): ScoreCurve {
  const pieces: Piece[] = []
  let from: Exact | null = null
  let includesFrom = false
  for (const part of parts) {
    const isEmpty =
      from !== null &&
      part.to !== null &&
      (part.to.lessThan(from) || (part.to.equals(from) && !(includesFrom && part.includesTo)))
    if (isEmpty) continue
    const { to, includesTo, shape } = part
    pieces.push({ from, includesFrom, to, includesTo, shape })
    from = part.to
    includesFrom = !part.includesTo
  }
  return { pieces: pieces.slice() }
}

export function constant(score: Exact): Shape {
  return { kind: 'constant', score }
}

/** The straight line through two points. */
export function line(x1: Exact, score1: Exact, x2: Exact, score2: Exact): Shape {
  return { kind: 'linear', at: x1, score: score1, slope: score2.minus(score1).over(x2.minus(x1)) }
}

/** The highest and the lowest score the curve comes to or comes near to; a line that never ends is not bounded. */
export function scoreBounds(curve: ScoreCurve): { best: Exact | null; worst: Exact | null } {
  let best: Exact | null | undefined
  let worst: Exact | null | undefined
  for (const piece of curve.pieces) {
    for (const score of endScores(piece)) {
      if (score === 'unbounded-up') best = null
      else if (score === 'unbounded-down') worst = null
      else {
        if (best !== null) best = best === undefined ? score : best.max(score)
        if (worst !== null) worst = worst === undefined ? score : worst.min(score)
      }
    }
  }
  return { best: best ?? null, worst: worst ?? null }
}

function endScores(piece: Piece): (Exact | 'unbounded-up' | 'unbounded-down')[] {
  const { shape, from, to } = piece
  switch (shape.kind) {
    case 'constant':
      return [shape.score]
    case 'linear': {
      const left = from === null ? (shape.slope.sign > 0 ? 'unbounded-down' : 'unbounded-up') : shapeScore(shape, from)
      const right = to === null ? (shape.slope.sign > 0 ? 'unbounded-up' : 'unbounded-down') : shapeScore(shape, to)
      return [left, right]
    }
    case 'reciprocal':
      return [
        from === null ? 'unbounded-up' : shapeScore(shape, from),
        to === null ? Exact.zero : shapeScore(shape, to),
      ]
    case 'staircase': {
      const far = shape.side === 'below' ? from : to
      // The first stair is the start itself when only whole steps count, else one step down.
      const near = shape.count === 'whole' ? shape.start : shape.start.minus(shape.deduct)
      return [near.max(shape.lowest), far === null ? shape.lowest : shapeScore(shape, far)]
    }
  }
}
