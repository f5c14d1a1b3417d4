import { Exact } from '@yardstick/model'
import type { CurveProblem } from '../compile/compiled.ts'
import type { Piece, ScoreCurve } from '../curve/score-curve.ts'
import { EXCEL_EPOCH } from './curve-text.ts'
import { literal, timesText } from './number-text.ts'
import { Refused } from './placement.ts'

/**
 * The curve of a leaf whose target is data: drawn anew for each target, it keeps its pieces, and their edges, widths and
 * levels are straight functions a + b × target. These are found by drawing it for two targets, and taken only if more
 * targets, large and small, agree. Where a target ≤ 0 gives another curve, the formula is empty there or what the method
 * says of a target ≤ 0.
 */
export function targetCurveText(
  draw: (target: Exact) => ScoreCurve | CurveProblem,
  text: { readonly x: string; readonly target: string },
  of: { readonly isDate: boolean; readonly full: Exact; readonly zeroTarget: 'error' | 'full' | 'zero' },
): string {
  const drawn = (target: Exact) => {
    const curve = draw(target)
    return 'pieces' in curve ? curve.pieces.map(measuresOf) : undefined
  }
  const [first, second] = [drawn(Exact.one), drawn(Exact.integer(2))]
  if (first === undefined || second === undefined || !isSameShape(first, second)) throw new Refused('target')
  const fitted = first.map((piece, index) => fit(piece, second[index]!))
  const agrees = (target: Exact) => {
    const curve = drawn(target)
    return (
      curve !== undefined && isSameShape(first, curve) && fitted.every((piece, at) => holds(piece, curve[at]!, target))
    )
  }
  if (!POSITIVE.every(agrees)) throw new Refused('target')
  const written = piecesText(fitted, text.x, text.target, of.isDate)
  if (NEGATIVE.every(agrees)) return written
  const isProblem = !('pieces' in draw(Exact.zero))
  const otherwise = isProblem
    ? of.zeroTarget === 'full'
      ? literal(of.full)
      : of.zeroTarget === 'zero'
        ? '0'
        : 'NA()'
    : '""'
  return `IF(${text.target}<=0,${otherwise},${written})`
}

const POSITIVE = ['3', '7/2', '1000000', '1/100', '99/100'].map((each) => Exact.fromText(each)!)
const NEGATIVE = ['0', '-1', '-7/2'].map((each) => Exact.fromText(each)!)

/** The numbers of a piece by what they measure; a slope as the width of one point, which grows with the target. */
interface Measures {
  readonly piece: Piece
  readonly numbers: Readonly<Record<string, Exact | undefined>>
}

function measuresOf(piece: Piece): Measures {
  const { shape } = piece
  const to = piece.to ?? undefined
  switch (shape.kind) {
    case 'constant':
      return { piece, numbers: { to, score: shape.score } }
    case 'linear':
      if (shape.slope.sign === 0)
        return {
          piece: { ...piece, shape: { kind: 'constant', score: shape.score } },
          numbers: { to, score: shape.score },
        }
      return { piece, numbers: { to, at: shape.at, score: shape.score, width: Exact.one.over(shape.slope) } }
    case 'reciprocal':
      return { piece, numbers: { to, numerator: shape.numerator } }
    case 'staircase': {
      const { edge, start, size, deduct, lowest } = shape
      return { piece, numbers: { to, edge, start, size, deduct, lowest } }
    }
  }
}

function isSameShape(a: readonly Measures[], b: readonly Measures[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      ({ piece, numbers }, index) =>
        piece.shape.kind === b[index]!.piece.shape.kind &&
        piece.includesTo === b[index]!.piece.includesTo &&
        Object.keys(numbers).every((key) => (numbers[key] === undefined) === (b[index]!.numbers[key] === undefined)),
    )
  )
}

/** a + b × target */
interface Straight {
  readonly a: Exact
  readonly b: Exact
}

interface Fitted {
  readonly piece: Piece
  readonly straight: Readonly<Record<string, Straight | undefined>>
}

function fit({ piece, numbers }: Measures, atTwo: Measures): Fitted {
  const straight = Object.fromEntries(
    Object.entries(numbers).map(([key, one]) => {
      const two = atTwo.numbers[key]
      if (one === undefined || two === undefined) return [key, undefined]
      const b = two.minus(one)
      return [key, { a: one.minus(b), b }]
    }),
  )
  return { piece, straight }
}

function holds({ straight }: Fitted, { numbers }: Measures, target: Exact): boolean {
  return Object.entries(straight).every(
    ([key, each]) => each === undefined || each.a.plus(each.b.times(target)).equals(numbers[key]!),
  )
}

/** Nothing is known of the sizes of value and target; nine digits are sure of both up to a hundred thousand. */
const DIGITS = 9

function piecesText(pieces: readonly Fitted[], x: string, target: string, isDate: boolean): string {
  /** a + b × target, of a place on the line in Excel's days where the value is a date. */
  const at = (place: Straight | undefined) => {
    const { a, b } = place!
    return straightText(isDate ? { a: a.plus(EXCEL_EPOCH.times(Exact.one.minus(b))), b } : place!, target)
  }
  const plain = (straight: Straight | undefined) => straightText(straight!, target)
  /** The line through (at, score) that takes `width` of x for one point. */
  const lineText = (score: string, from: string, width: string) => {
    const rise = `${from === '0' ? x : `(${x}-${bracketed(from)})`}/${bracketed(width)}`
    return score === '0' ? rise : `${score}+${rise}`
  }
  const shape = ({ piece, straight }: Fitted): string => {
    const { kind } = piece.shape
    switch (kind) {
      case 'constant':
        return plain(straight['score'])
      case 'linear':
        return lineText(plain(straight['score']), at(straight['at']), plain(straight['width']))
      case 'reciprocal':
        return `${bracketed(plain(straight['numerator']))}/${x}`
      case 'staircase': {
        const edge = bracketed(at(straight['edge']))
        const distance = piece.shape.side === 'below' ? `${edge}-${x}` : `${x}-${edge}`
        const count = piece.shape.count === 'whole' ? 'ROUNDDOWN' : 'ROUNDUP'
        const steps = `${count}(ROUND((${distance})/${bracketed(plain(straight['size']))},${DIGITS}),0)`
        return `MAX(${plain(straight['start'])}-${steps}*${bracketed(plain(straight['deduct']))},${plain(straight['lowest'])})`
      }
    }
  }
  return pieces.slice(0, -1).reduceRight(
    (rest, each) => {
      const test = `ROUND(${x},${DIGITS})${each.piece.includesTo ? '<=' : '<'}ROUND(${at(each.straight['to'])},${DIGITS})`
      return `IF(${test},${shape(each)},${rest})`
    },
    shape(pieces.at(-1)!),
  )
}

function straightText({ a, b }: Straight, target: string): string {
  if (b.sign === 0) return literal(a)
  const part = timesText(target, b)
  return a.sign === 0 ? part : `(${literal(a)}+${part})`
}

/** A single reference or number needs no brackets. */
const bracketed = (text: string) => (/^(?:'(?:[^']|'')+'!)?[$\w.]+$/.test(text) ? text : `(${text})`)
