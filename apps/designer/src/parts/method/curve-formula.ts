import { parseFormula } from '@yardstick/formula'
import { Exact } from '@yardstick/model'
import type { CurveView, PieceView } from '../../evaluation/leaf-view.ts'

/**
 * The score curve as a formula over the leaf's value, for who reads formulas more easily than rules: one condition for
 * each edge, from left to right. Undefined for days, which formulas do not count with, and for what would be longer than
 * anybody reads.
 */
export function curveFormula(view: Pick<CurveView, 'pieces' | 'type'>, actual: string): string | undefined {
  if (view.type === 'date') return undefined
  const parsed = parseFormula(actual)
  if (!parsed.ok) return undefined
  const x = parsed.value.kind === 'name' ? actual : `(${actual})`
  const number = numberIn(view.type === 'rate')
  const [last, ...before] = [...view.pieces].reverse()
  if (last === undefined) return undefined
  const text = before.reduce(
    (rest, piece) => {
      const sign = piece.includesTo ? '<=' : '<'
      return `IF(${x} ${sign} ${number(piece.to!)}, ${shapeText(piece, x, number)}, ${rest})`
    },
    shapeText(last, x, number),
  )
  return text.length <= MOST_LETTERS ? text : undefined
}

/** The limit of formulas (`formula`). */
const MOST_LETTERS = 4000

type NumberText = (exact: string) => string

/** Exact text as the language writes it: a rate in percent, a fraction as a quotient. */
function numberIn(isRate: boolean): NumberText {
  return (text) => {
    const value = Exact.fromText(text)!
    if (isRate && value.decimalDigits !== undefined) return `${value.times(Exact.integer(100)).toText()}%`
    return value.decimalDigits === undefined
      ? `(${value.numerator} / ${value.denominator})`
      : value.sign < 0
        ? `(${value.toText()})`
        : value.toText()
  }
}

const plain = numberIn(false)

function shapeText({ shape }: PieceView, x: string, number: NumberText): string {
  switch (shape.kind) {
    case 'constant':
      return plain(shape.score)
    case 'linear':
      return lineText(shape, `(${x} - ${number(shape.at)})`)
    case 'reciprocal':
      return `${plain(shape.numerator)} / ${x}`
    case 'staircase': {
      const away = shape.side === 'below' ? `${number(shape.edge)} - ${x}` : `${x} - ${number(shape.edge)}`
      const round = shape.count === 'whole' ? 'ROUNDDOWN' : 'ROUNDUP'
      const steps = `${round}((${away}) / ${number(shape.size)}, 0)`
      return `MAX(${plain(shape.start)} - ${plain(shape.deduct)} * ${steps}, ${plain(shape.lowest)})`
    }
  }
}

type Line = Extract<PieceView['shape'], { kind: 'linear' }>

/** score ± slope × (x − at), without what is 0. */
function lineText({ score, slope }: Line, distance: string): string {
  const rise = Exact.fromText(slope)!
  const term = `${plain(rise.abs().toText())} * ${distance}`
  const start = Exact.fromText(score)!
  if (rise.sign < 0) return `${plain(score)} - ${term}`
  return start.sign === 0 ? term : `${plain(score)} + ${term}`
}
