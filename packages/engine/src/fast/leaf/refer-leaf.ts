import { Exact, type ResultState } from '@yardstick/model'
import type { CompiledLeaf } from '../../compile/compiled.ts'
import { FAULT, MISSING, NO_SCORE, NOT_APPLICABLE, PRESENT, SAFE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import type { ScoreValue } from '../value.ts'

/** The score of a leaf as the fast path keeps it, and what a row of it is when the leaf applies. */
export interface LeafPlace extends ScoreValue {
  readonly leaf: CompiledLeaf
  /** The leaf's points in units of 10^−`pointsDigits` of the plan. */
  readonly points: number
}

/**
 * Asks the reference for one leaf of one row. What its score cannot be written as, a whole number of 10^−digits, stays
 * UNSURE: then the row as a whole is the reference's.
 *
 * returns  the state of the row
 */
export function referLeaf(memory: Memory, row: number, place: LeafPlace): number {
  const result = memory.reference(row).leaf(place.leaf)
  memory.byReference++
  const units = result.score === null ? 0 : wholeUnits(result.score, place.digits)
  let state = UNSURE
  if (units !== undefined && Math.abs(place.points) <= SAFE) {
    memory.values[place.num]![row] = units
    memory.values[place.applicable]![row] = result.applicable.sign === 0 ? 0 : place.points
    memory.values[place.toSiblings]![row] = result.toSiblings.sign === 0 ? 0 : place.points
    state = STATES[result.state] | (result.score === null ? NO_SCORE : 0) | (result.provisional ? UNVERIFIED : 0)
  }
  memory.states[place.num]![row] = state
  return state
}

const STATES: { readonly [S in ResultState]: number } = {
  present: PRESENT,
  missing: MISSING,
  'not-applicable': NOT_APPLICABLE,
  error: FAULT,
}

/** A number in units of 10^−digits; undefined where it is not whole in them, or beyond `SAFE`. */
export function wholeUnits(value: Exact, digits: number): number | undefined {
  const units = value.times(Exact.power10(digits))
  const number = Number(units.numerator)
  return units.isWhole && Math.abs(number) <= SAFE ? number : undefined
}
