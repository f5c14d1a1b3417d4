import { type Expression, parseFormula } from '@yardstick/formula'
import { Exact } from '@yardstick/model'

/**
 * Brackets that a formula lacks. Where every place they could stand at gives the same value (（A÷B×100% closes behind B or
 * at the end), they are supplied and nothing is said; where the places differ in meaning, there is one to propose only
 * beside the points, whose partner a bracket is: …）×分值, 分值×（….
 */
export interface Piece {
  readonly kind: 'value' | 'sign' | 'open' | 'close'
  /** As the language of formulas writes it. */
  readonly text: string
  readonly isPoints?: boolean
}

export interface Balanced {
  readonly formula: string
  readonly expression: Expression
  readonly isMended: boolean
}

/** Undefined where the brackets stay open, or the pieces make no formula. */
export function balanced(pieces: readonly Piece[]): Balanced | undefined {
  const { opens, closes } = unmatched(pieces)
  if (opens === 0 && closes === 0) return parsed(pieces, false)
  if ((opens > 0 && closes > 0) || opens + closes > MOST_SUPPLIED || pieces.length > MOST_PIECES) return undefined
  const all = opens > 0 ? withCloses(pieces, opens) : withOpens(pieces, closes)
  const read = all.flatMap((each) => parsed(each, false) ?? [])
  const [first] = read
  if (first === undefined) return undefined
  const value = sampleOf(first.expression)
  if (read.every(({ expression }) => sameValue(sampleOf(expression), value))) return first
  const isPartner = opens > 0 ? isBehindPoints(pieces) : isBeforePoints(pieces)
  if (!isPartner) return undefined
  const outermost =
    opens > 0 ? [...pieces, ...Array<Piece>(opens).fill(CLOSE)] : [...Array<Piece>(closes).fill(OPEN), ...pieces]
  return parsed(outermost, true)
}

const MOST_SUPPLIED = 2
/** Every way to supply them is tried. */
const MOST_PIECES = 40
const OPEN: Piece = { kind: 'open', text: '(' }
const CLOSE: Piece = { kind: 'close', text: ')' }

function parsed(pieces: readonly Piece[], isMended: boolean): Balanced | undefined {
  const formula = pieces.map(({ text }) => text).join(' ')
  const read = parseFormula(formula)
  return read.ok ? { formula, expression: read.value, isMended } : undefined
}

function unmatched(pieces: readonly Piece[]): { opens: number; closes: number } {
  let opens = 0
  let closes = 0
  for (const { kind } of pieces) {
    if (kind === 'open') opens++
    else if (kind === 'close' && opens > 0) opens--
    else if (kind === 'close') closes++
  }
  return { opens, closes }
}

/** Every way to close what is open: a bracket behind a value, as often as one lacks. */
function withCloses(pieces: readonly Piece[], count: number): (readonly Piece[])[] {
  if (count === 0) return unmatched(pieces).closes === 0 ? [pieces] : []
  return pieces.flatMap((piece, index) =>
    piece.kind === 'value' || piece.kind === 'close'
      ? withCloses([...pieces.slice(0, index + 1), CLOSE, ...pieces.slice(index + 1)], count - 1)
      : [],
  )
}

function withOpens(pieces: readonly Piece[], count: number): (readonly Piece[])[] {
  if (count === 0) return unmatched(pieces).opens === 0 && unmatched(pieces).closes === 0 ? [pieces] : []
  return pieces.flatMap((piece, index) =>
    piece.kind === 'value' || piece.kind === 'open'
      ? withOpens([...pieces.slice(0, index), OPEN, ...pieces.slice(index)], count - 1)
      : [],
  )
}

/** …）×分值, at the end and with nothing behind. */
function isBeforePoints(pieces: readonly Piece[]): boolean {
  const [close, sign, points] = pieces.slice(-3)
  return close?.kind === 'close' && sign?.text === '×' && points?.isPoints === true
}

/** 分值×（…, from the beginning. */
function isBehindPoints(pieces: readonly Piece[]): boolean {
  const [points, sign, open] = pieces
  return points?.isPoints === true && sign?.text === '×' && open?.kind === 'open'
}

/**
 * The value where each name stands for a prime of its own: two formulas that agree there are taken for one, since
 * brackets that change a meaning change it for nearly all numbers. Undefined for what is not reckoned with + − × ÷.
 */
function sampleOf(expression: Expression, primes = new Map<string, Exact>()): Exact | undefined {
  const of = (node: Expression): Exact | undefined => sampleOf(node, primes)
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'name': {
      const prime = primes.get(expression.name) ?? Exact.integer(PRIMES[primes.size % PRIMES.length]!)
      primes.set(expression.name, prime)
      return prime
    }
    case 'negate':
      return of(expression.operand)?.times(Exact.integer(-1))
    case 'sum':
    case 'product': {
      let total = of(expression.first)
      for (const { operator, operand } of expression.rest) {
        const right = of(operand)
        if (total === undefined || right === undefined) return undefined
        if (operator === '+') total = total.plus(right)
        else if (operator === '-') total = total.minus(right)
        else if (operator === '*') total = total.times(right)
        else if (right.sign === 0) return undefined
        else total = total.over(right)
      }
      return total
    }
    default:
      return undefined
  }
}

const PRIMES = [7919, 6133, 4999, 3571, 2741, 1987, 1327, 811] as const

function sameValue(one: Exact | undefined, other: Exact | undefined): boolean {
  return one !== undefined && other !== undefined && one.equals(other)
}
