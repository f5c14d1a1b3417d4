import { Exact } from '@yardstick/model'
import type { Piece, ScoreCurve, Shape } from '../curve/score-curve.ts'
import { literal, minusText, sureDigits, timesText } from './number-text.ts'

/**
 * A score curve as an Excel formula over one value: pieces from left to right, the first whose end is not passed decides.
 *
 * x           the text of the value; a reference, or in brackets
 * isReckoned  whether the value is a result of arithmetic, which is rounded to its sure digits before it meets an edge
 */
export function curveText(curve: ScoreCurve, x: string, isReckoned: boolean): string {
  const edges = curve.pieces.flatMap((piece) => [piece.from, piece.to]).filter((edge) => edge !== null)
  const most = edges.reduce((size, edge) => size.max(edge.abs()), Exact.one)
  const isPlain = !isReckoned && edges.every((edge) => edge.decimalDigits !== undefined)
  const digits = sureDigits(most)
  const firm = (text: string) => (isPlain ? text : `ROUND(${text},${digits})`)
  const last = curve.pieces.at(-1)!
  return curve.pieces.slice(0, -1).reduceRight(
    (rest, piece) => {
      const edge = literal(piece.to!)
      const test = `${firm(x)}${piece.includesTo ? '<=' : '<'}${edge.startsWith('(') ? firm(edge) : edge}`
      return `IF(${test},${shapeText(piece, x, digits)},${rest})`
    },
    shapeText(last, x, digits),
  )
}

function shapeText({ shape }: Piece, x: string, digits: number): string {
  switch (shape.kind) {
    case 'constant':
      return literal(shape.score)
    case 'linear':
      return lineText(shape, x)
    case 'reciprocal':
      return `${literal(shape.numerator)}/${x}`
    case 'staircase':
      return stairsText(shape, x, digits)
  }
}

/** Through the origin as a share of x, else from its anchor: 8+(x−0.9)×20. */
function lineText({ at, score, slope }: Extract<Shape, { kind: 'linear' }>, x: string): string {
  const atOrigin = score.minus(slope.times(at))
  if (atOrigin.sign === 0) return timesText(x, slope)
  const distance = at.sign === 0 ? x : `(${minusText(x, at)})`
  const rise = timesText(distance, slope.abs())
  if (slope.sign < 0) return `${literal(score)}-${rise}`
  return score.sign === 0 ? rise : `${literal(score)}+${rise}`
}

function stairsText(stairs: Extract<Shape, { kind: 'staircase' }>, x: string, digits: number): string {
  const { side, edge, start, size, deduct, count, lowest } = stairs
  const distance = side === 'below' ? `${literal(edge)}-${x}` : minusText(x, edge)
  const steps = `${count === 'whole' ? 'ROUNDDOWN' : 'ROUNDUP'}(ROUND((${distance})/${literal(size)},${Math.min(9, digits)}),0)`
  return `MAX(${literal(start)}-${timesText(steps, deduct)},${literal(lowest)})`
}

/** A curve over days moved from day numbers to Excel's, which counts from the end of 1899. */
export function inExcelDays({ pieces }: ScoreCurve): ScoreCurve {
  const moved = (edge: Exact | null) => (edge === null ? null : edge.plus(EXCEL_EPOCH))
  const shape = (of: Shape): Shape => {
    if (of.kind === 'linear') return { ...of, at: of.at.plus(EXCEL_EPOCH) }
    return of.kind === 'staircase' ? { ...of, edge: of.edge.plus(EXCEL_EPOCH) } : of
  }
  return {
    pieces: pieces.map((piece) => ({
      ...piece,
      from: moved(piece.from),
      to: moved(piece.to),
      shape: shape(piece.shape),
    })),
  }
}

/** 1970-01-01 in Excel. */
export const EXCEL_EPOCH = Exact.integer(25_569)
