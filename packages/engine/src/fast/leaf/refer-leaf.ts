import type { ResultState } from '@yardstick/model'
import { FAULT, MISSING, NO_SCORE, NOT_APPLICABLE, PRESENT, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { wholeUnits } from '../whole-units.ts'
import type { LeafPlace } from './leaf-place.ts'

/**
 * Asks the reference for one leaf of one row. Where its score cannot be written as a whole number of 10^−digits the row
 * stays UNSURE: as a whole it is then the reference's.
 *
 * returns  the state of the row
 */
export function referLeaf(memory: Memory, row: number, place: LeafPlace): number {
  const states = memory.states[place.num]!
  states[row] = UNSURE
  if (!memory.hasSource) return UNSURE
  const result = memory.reference(row).leaf(place.leaf)
  memory.byReference++
  const score = result.score === null ? 0 : wholeUnits(result.score, place.digits)
  if (score === undefined || place.points < 0) return UNSURE
  memory.values[place.num]![row] = score
  memory.values[place.applicable]![row] = result.applicable.sign === 0 ? 0 : place.points
  memory.values[place.toSiblings]![row] = result.toSiblings.sign === 0 ? 0 : place.points
  states[row] = STATES[result.state] | (result.score === null ? NO_SCORE : 0) | (result.provisional ? UNVERIFIED : 0)
  return states[row]!
}

const STATES: { readonly [S in ResultState]: number } = {
  present: PRESENT,
  missing: MISSING,
  'not-applicable': NOT_APPLICABLE,
  error: FAULT,
}
