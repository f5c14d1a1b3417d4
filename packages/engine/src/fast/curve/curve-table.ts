import { SAFE } from '../lane.ts'
import type { NumberPool } from '../number-pool.ts'
import { floorQuotient, productSign } from '../products.ts'

/**
 * A curve in whole numbers, for a value num ÷ den: edges, and for each piece between them how its points are computed and
 * printed. All pieces have one form, in which `steps` is a line's printed points or the steps of a staircase:
 *
 *     steps  = ⌊(a·num + b·den − e) ÷ (c·den + f·num)⌋
 *     points = ⌊(q + m·steps) ÷ w⌋ · u, held between lo and hi
 *
 * A line has q 0, m 1 and w 0, and nothing is divided; a piece with lo = hi is constant, and nothing else of it is read.
 * Rounding is in the constants: half-up adds a half before the floor, up adds all but one part. Clamping after rounding is
 * the same as before, since rounding never changes the order of two values.
 */
export interface PieceUnits {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly e: 0 | 1
  readonly f: number
  readonly q: number
  readonly m: number
  readonly w: number
  readonly u: number
  readonly lo: number
  readonly hi: number
  /** Between which steps are held first: beyond them the points are at `lo` or `hi` already. */
  readonly least: number
  readonly most: number
}

/** Where a piece ends, at upper ÷ lower; `included` 1 where that value still belongs to it, else 0. */
export interface EdgeUnits {
  readonly upper: number
  readonly lower: number
  readonly included: 0 | 1
}

/** What is done where the floor is no rounding of its own: nothing, ties to even, or nothing but whole points. */
export type Finish = 'floor' | 'even' | 'whole'

export class CurveTable {
  /** The limit, edges (upper, lower, included) from `edgesAt`, then what is said of pieces from `piecesAt`. */
  readonly numbers: Float64Array
  readonly edgesAt: number
  readonly piecesAt: number
  /** `LEVEL` where each piece is one number, its points; else `PIECE`, in the order a, b, c, e, f, q, m, w, u, lo, hi, least, most. */
  readonly stride: number

  constructor(
    pool: NumberPool,
    edges: readonly EdgeUnits[],
    pieces: readonly PieceUnits[],
    readonly finish: Finish,
    private readonly areSidesOfPeak = false,
  ) {
    this.stride = pieces.every(isLevel) ? LEVEL : PIECE
    this.edgesAt = pool.take(1 + EDGE * edges.length + this.stride * pieces.length) + 1
    this.piecesAt = this.edgesAt + EDGE * edges.length
    this.numbers = pool.array
    this.numbers[this.edgesAt - 1] = Math.floor(SAFE / Math.max(1, this.putEdges(edges), this.putPieces(pieces)))
  }

  /** Up to which num (as a size) and den all products and sums stay within `SAFE`. */
  get limit(): number {
    return this.numbers[this.edgesAt - 1]!
  }

  /** Returns what the largest num and den may be multiplied by at an edge. */
  private putEdges(edges: readonly EdgeUnits[]): number {
    const { numbers } = this
    let at = this.edgesAt
    let most = 0
    for (const { upper, lower, included } of edges) {
      numbers[at] = upper
      numbers[at + 1] = lower
      numbers[at + 2] = included
      at += EDGE
      most = Math.max(most, Math.abs(upper) + lower + 1)
    }
    return most
  }

  /** Returns what the largest num and den may be multiplied by in a piece. */
  private putPieces(pieces: readonly PieceUnits[]): number {
    const { numbers, stride } = this
    let at = this.piecesAt
    let largest = 0
    for (const { a, b, c, e, f, q, m, w, u, lo, hi, least, most } of pieces) {
      if (stride === LEVEL) numbers[at] = lo
      else {
        numbers[at] = a
        numbers[at + 1] = b
        numbers[at + 2] = c
        numbers[at + 3] = e
        numbers[at + 4] = f
        numbers[at + 5] = q
        numbers[at + 6] = m
        numbers[at + 7] = w
        numbers[at + 8] = u
        numbers[at + LO] = lo
        numbers[at + HI] = hi
        numbers[at + LEAST] = least
        numbers[at + MOST] = most
      }
      at += stride
      largest = Math.max(largest, Math.abs(a) + Math.abs(b) + c + f + 1 + most)
    }
    return largest
  }

  /** Nothing but levels. */
  get isLevels(): boolean {
    return this.stride === LEVEL
  }

  /** One line, or one staircase of whole units, rounded by its floor. */
  get isLine(): boolean {
    return this.edgesAt === this.piecesAt && this.isPlain(this.piecesAt)
  }

  /** Two such pieces, of which everywhere the lower one is meant: what rises to a level, and what falls from it. */
  get isPeak(): boolean {
    const { piecesAt } = this
    return this.areSidesOfPeak && this.isPlain(piecesAt) && this.isPlain(piecesAt + PIECE)
  }

  /** A piece of which only the lower bound is to be held once its steps are: its top is where they begin or end. */
  private isPlain(at: number): boolean {
    const { numbers, finish } = this
    const q = numbers[at + 5]!
    const m = numbers[at + 6]!
    const top = q + m * numbers[m < 0 ? at + LEAST : at + MOST]!
    return (
      finish === 'floor' &&
      numbers[at + 7]! <= 1 &&
      numbers[at + 4] === 0 &&
      top * numbers[at + 8]! <= numbers[at + HI]!
    )
  }

  /** Whether the one piece has points of its own for its steps. */
  get hasStairs(): boolean {
    const { numbers, piecesAt: at } = this
    return numbers[at + 7] !== 0 || numbers[at + 8] !== 1
  }

  /** Printed points at num ÷ den, of any size up to `SAFE`; NaN where `whole` is asked and they are not. */
  at(num: number, den: number): number {
    const { numbers: pieces, piecesAt, stride } = this
    const at = piecesAt + this.pieceAt(num, den) * stride
    if (stride === LEVEL) return pieces[at]!
    const lo = pieces[at + LO]!
    const hi = pieces[at + HI]!
    if (lo === hi) return lo
    const steps = this.stepsAt(num, den, at)
    const q = pieces[at + 5]!
    const m = pieces[at + 6]!
    const w = pieces[at + 7]!
    const u = pieces[at + 8]!
    const above = q + m * steps
    const whole = w > 1 ? Math.floor(above / w) : above
    const points = whole * u
    if (points < lo) return lo
    if (points > hi) return hi
    if (this.finish === 'floor') return points
    const isOn = w === 0 ? this.isOn(steps, num, den, at) : w === 1 || whole * w === above
    if (this.finish === 'whole') return isOn ? points : Number.NaN
    // A staircase of whole units has no ties; elsewhere what is on the floor was a half before the half was added.
    return isOn && w !== 1 && whole % 2 !== 0 ? Math.max(lo, points - u) : points
  }

  pieceAt(num: number, den: number): number {
    const { numbers: edges, edgesAt, piecesAt } = this
    let piece = 0
    for (let edge = edgesAt; edge < piecesAt; edge += EDGE, piece++) {
      const side = productSign(num, edges[edge + 1]!, edges[edge]!, den)
      if (side < 0 || (side === 0 && edges[edge + 2] === 1)) break
    }
    return piece
  }

  private stepsAt(num: number, den: number, at: number): number {
    const { numbers: pieces, limit } = this
    const a = pieces[at]!
    const b = pieces[at + 1]!
    const c = pieces[at + 2]!
    const e = pieces[at + 3]!
    const f = pieces[at + 4]!
    return num <= limit && num >= -limit && den <= limit
      ? Math.floor((a * num + b * den - e) / (c * den + f * num))
      : floorQuotient(num, den, a, b, e, c, f)
  }

  /** Whether the quotient is the whole number `steps` itself. */
  private isOn(steps: number, num: number, den: number, at: number): boolean {
    const { numbers: pieces } = this
    const a = pieces[at]!
    const b = pieces[at + 1]!
    const c = pieces[at + 2]!
    const f = pieces[at + 4]!
    return productSign(num, a - steps * f, den, steps * c - b) === 0
  }
}

function isLevel({ lo, hi }: PieceUnits): boolean {
  return lo === hi
}

/** How many numbers an edge, a piece and a level take, and where a piece has its bounds. */
export const EDGE = 3
export const PIECE = 13
const LEVEL = 1
export const LO = 9
export const HI = 10
export const LEAST = 11
export const MOST = 12

/**
 * A whole number held between two bounds, without a branch: where half of all values lie beyond a bound, a processor that
 * guesses wrong loses more than all the rest takes. Exact as long as the sums are.
 */
export function heldBetween(lo: number, value: number, hi: number): number {
  return atLeast(lo, (value + hi - Math.abs(value - hi)) / 2)
}

export function atLeast(lo: number, value: number): number {
  return (value + lo + Math.abs(value - lo)) / 2
}

/** Of a plain piece: its steps at num ÷ den within the table's limit. */
export function stepsOf(numbers: Float64Array, at: number, num: number, den: number): number {
  const above = numbers[at]! * num + numbers[at + 1]! * den - numbers[at + 3]!
  return heldBetween(numbers[at + LEAST]!, Math.floor(above / (numbers[at + 2]! * den)), numbers[at + MOST]!)
}

/** Of a plain piece: the points of its steps. */
export function stairsOf(numbers: Float64Array, at: number, steps: number): number {
  const unit = numbers[at + 8]!
  return atLeast(numbers[at + LO]!, numbers[at + 5]! * unit + numbers[at + 6]! * unit * steps)
}
