import { FAULT, MISSING, NO_SCORE, NOT_APPLICABLE, SAFE, STATE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import type { Register } from '../value.ts'

/** Where a node's score stands, and its points: in units of 10^−`pointsDigits`, as are `applicable` and `toSiblings`. */
export interface Standing {
  readonly num: Register
  readonly applicable: Register
  readonly toSiblings: Register
  readonly points: number
}

/** A node as what it hangs in counts it: `factor` brings its score into the units of the sum. */
export interface Child extends Standing {
  readonly factor: number
}

/** All registers of nodes. */
export function registersOf(nodes: readonly Standing[]): Register[] {
  return nodes.flatMap(({ num, applicable, toSiblings }) => [num, applicable, toSiblings])
}

/**
 * What the children of a branch, or the top of the tree, come to in one row in which not all is plain: how many have a
 * score, what keeps the others from one, and whose points go where.
 */
class RowOfChildren {
  /** Σ printed scores, in units of the sum; NaN where that cannot be said exactly. */
  total = 0
  present = 0
  /** FAULT or MISSING where a child has no score though it applies; an error beats what is missing. Else 0. */
  blocking = 0
  unverified = 0
  /** Points that count, of those that have a score. */
  own = 0
  /** Points that those without a score leave to the others. */
  taken = 0
  /** The same, of all. */
  given = 0
  /** Every child leaves points to the others. */
  everyGives = true
  /** Points that nobody takes over. */
  outside = 0
  /** Every child has a score, on all its points. */
  isWhole = true

  read(children: readonly Child[], memory: Memory, row: number): this {
    let total = 0
    let present = 0
    let blocking = 0
    let unverified = 0
    let own = 0
    let taken = 0
    let given = 0
    let outside = 0
    let everyGives = true
    let isWhole = true
    for (const child of children) {
      const isMixed = memory.mixed[child.num] !== 0
      const state = isMixed ? memory.states[child.num]![row]! : 0
      const applicable = isMixed ? memory.values[child.applicable]![row]! : child.points
      const toSiblings = isMixed ? memory.values[child.toSiblings]![row]! : 0
      if ((state & NO_SCORE) === 0) {
        const score = memory.values[child.num]![row]! * child.factor
        total = Math.abs(score) <= SAFE && Math.abs(total + score) <= SAFE ? total + score : Number.NaN
        present++
        unverified |= state & UNVERIFIED
        own += applicable
        if (applicable !== child.points) isWhole = false
      } else {
        if ((state & STATE) !== NOT_APPLICABLE) blocking = worse(blocking, state)
        taken += toSiblings
        isWhole = false
      }
      given += toSiblings
      if (toSiblings <= 0) everyGives = false
      outside += child.points - applicable - toSiblings
    }
    this.total = total
    this.present = present
    this.blocking = blocking
    this.unverified = unverified
    this.own = own
    this.taken = taken
    this.given = given
    this.everyGives = everyGives
    this.outside = outside
    this.isWhole = isWhole
    return this
  }

  /** The sum with the points of siblings that do not apply, as a fraction: num ÷ den, den > 0. */
  get shared(): { num: number; den: number } {
    const { total, own, taken } = this
    if (own === 0 || taken === 0) return { num: total, den: 1 }
    return own > 0 ? times(total, own + taken, own) : times(-total, own + taken, -own)
  }
}

/** One for all: what it says of a row is read before it is asked of the next. */
export const rowOfChildren = new RowOfChildren()

/** value × num ÷ den in lowest terms, so that it stays small. den > 0; NaN where it is too large all the same. */
export function times(value: number, num: number, den: number): { num: number; den: number } {
  const first = commonDivisor(Math.abs(value), den)
  const second = commonDivisor(Math.abs(num), den / first)
  const product = (value / first) * (num / second)
  return { num: Math.abs(product) <= SAFE ? product : Number.NaN, den: den / first / second }
}

/** > 0 where b > 0; of NaN anything. */
function commonDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b]
  return a
}

/** An error beats what is missing. */
function worse(blocking: number, state: number): number {
  return blocking === FAULT || (state & STATE) === FAULT ? FAULT : MISSING
}
