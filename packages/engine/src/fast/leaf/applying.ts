import { FAULT, NOT_APPLICABLE, PRESENT, STATE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import type { Register } from '../value.ts'

/** What is decided before a leaf's method runs (phase 1): whether the leaf applies at all. */
export interface Applying {
  /** What stands under the leaf's id in `judgements`. */
  readonly entry: Register
  /** Answers of the rules that say that it does not apply. */
  readonly rules: readonly Register[]
}

/** Most leaves have none; they share that. */
export const NO_RULES: readonly Register[] = []

/**
 * What says that a leaf does not apply decides, a rule before an entry, whatever rules stand undecided beside it; an entry
 * that may not be is an error; then what is undecided, then the method's own state.
 */
export function outcomeState(memory: Memory, { entry, rules }: Applying, row: number, method: number): number {
  const entered = memory.statesOf(entry)[row]!
  let seen = entered | method
  let open = PRESENT
  let isLeftOut = false
  for (const rule of rules) {
    const state = memory.statesOf(rule)[row]!
    seen |= state
    open |= state & STATE
    if ((state & STATE) === PRESENT && memory.values[rule]![row] === 1) isLeftOut = true
  }
  if ((seen & UNSURE) !== 0) return UNSURE
  const kind = entered & STATE
  if (isLeftOut || kind === NOT_APPLICABLE) return NOT_APPLICABLE
  if (kind === FAULT) return FAULT
  if (open !== PRESENT) return open
  return method
}

/** UNVERIFIED where what these rules say rests on a value that is still 待核. */
export function restsOn(memory: Memory, rules: readonly Register[], row: number): number {
  let rests = 0
  for (const rule of rules) rests |= memory.statesOf(rule)[row]! & UNVERIFIED
  return rests
}
