import type { Exact, ResultState } from '@yardstick/model'
import type { Scores } from '../evaluate/score.ts'
import type { FastScheme } from './fast-scheme.ts'
import { FAULT, MISSING, NO_SCORE, NOT_APPLICABLE, PRESENT, UNSURE, UNVERIFIED } from './lane.ts'
import { wholeUnits } from './whole-units.ts'

/** A score as registers hold it. What no whole number of units says is UNSURE. */
export interface Units {
  readonly units: number
  readonly state: number
}

/** A row that the reference scored, as registers would hold it. */
export function whole(
  { compiled, total: { digits }, scores }: FastScheme,
  { total, results }: Scores,
): { readonly total: Units; readonly grade: number; readonly nodes: readonly Units[] } {
  return {
    total: unitsOf(total.total, digits, total.provisional ? UNVERIFIED : PRESENT),
    grade: compiled.grades.findIndex((each) => each.name === total.grade),
    nodes: compiled.nodes.map(({ node }, index) => {
      const { score, state, provisional } = results.get(node.id)!
      return unitsOf(score, scores[index]!.digits, STATES[state] | (provisional ? UNVERIFIED : 0))
    }),
  }
}

function unitsOf(score: Exact | null, digits: number, state: number): Units {
  if (score === null) return { units: 0, state: state | NO_SCORE }
  const units = wholeUnits(score, digits)
  return units === undefined ? { units: 0, state: state | UNSURE } : { units, state }
}

const STATES: { readonly [S in ResultState]: number } = {
  present: PRESENT,
  missing: MISSING,
  'not-applicable': NOT_APPLICABLE,
  error: FAULT,
}
