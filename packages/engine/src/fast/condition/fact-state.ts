import { FAULT, MISSING, PRESENT, STATE, UNSURE, UNVERIFIED } from '../lane.ts'

/**
 * What the state of a fact makes of a condition that reads it: an error and what is missing keep it open, each in its way,
 * and what does not apply counts as not there. Several facts or-ed give the worst: error, then missing; see `answerState`.
 */
export function factState(state: number): number {
  if ((state & UNSURE) !== 0) return UNSURE
  const kind = state & STATE
  if (kind === PRESENT) return state & UNVERIFIED
  return kind === FAULT ? FAULT : MISSING
}

/** States of facts or-ed, as the state of one value: what is not there is not also to be verified. */
export function answerState(state: number): number {
  if ((state & UNSURE) !== 0) return UNSURE
  return (state & STATE) === PRESENT ? state : state & STATE
}
