import { FAULT, NOT_APPLICABLE, STATE, UNSURE, worseState } from '../lane.ts'
import type { Memory } from '../memory.ts'
import type { Register } from '../value.ts'

/**
 * States of values that need all of what they are made from: the worst of them. Where everything is there a value that
 * came out as NaN could not be held, and is UNSURE.
 *
 * hasGaps  whether any value came out as NaN
 */
export function settle(memory: Memory, to: Register, from: readonly Register[], rows: number, hasGaps: boolean): void {
  let mixed = 0
  for (let index = 0; index < from.length; index++) mixed |= memory.mixed[from[index]!]!
  if (mixed === 0 && !hasGaps) {
    memory.mixed[to] = 0
    return
  }
  const states = memory.states[to]!
  writeWorst(memory, states, from, rows)
  if (hasGaps) {
    const values = memory.values[to]!
    for (let row = 0; row < rows; row++) {
      if ((states[row]! & (STATE | UNSURE)) === 0 && Number.isNaN(values[row])) states[row] = UNSURE
    }
  }
  memory.mixed[to] = orOf(states, rows)
}

/** As `settle`, for functions over many values: they leave out what does not apply, which is left to the reference. */
export function settleMany(
  memory: Memory,
  to: Register,
  from: readonly Register[],
  rows: number,
  hasGaps: boolean,
): void {
  settle(memory, to, from, rows, hasGaps)
  if (memory.mixed[to] === 0) return
  const states = memory.states[to]!
  for (let row = 0; row < rows; row++) if ((states[row]! & STATE) === NOT_APPLICABLE) states[row] = UNSURE
  memory.mixed[to] = orOf(states, rows)
}

/** As `settle`, for a quotient: a divisor of 0 is an error where both sides are there. */
export function settleQuotient(
  memory: Memory,
  to: Register,
  left: Register,
  right: Register,
  rows: number,
  hasGaps: boolean,
): void {
  // The usual block, without making a list of two.
  if (!hasGaps && memory.mixed[left] === 0 && memory.mixed[right] === 0) {
    memory.mixed[to] = 0
    return
  }
  settle(memory, to, [left, right], rows, hasGaps)
  if (!hasGaps) return
  const states = memory.states[to]!
  const divisors = memory.values[right]!
  const ofLeft = memory.statesOf(left)
  const ofRight = memory.statesOf(right)
  for (let row = 0; row < rows; row++) {
    if (divisors[row] === 0 && ((ofLeft[row]! | ofRight[row]!) & (STATE | UNSURE)) === 0) states[row] = FAULT
  }
  memory.mixed[to] = orOf(states, rows)
}

/** All states of a register, or-ed. */
export function orOf(states: Uint8Array, rows: number): number {
  let all = 0
  for (let row = 0; row < rows; row++) all |= states[row]!
  return all
}

function writeWorst(memory: Memory, states: Uint8Array, from: readonly Register[], rows: number): void {
  const first = memory.statesOf(from[0]!)
  for (let row = 0; row < rows; row++) states[row] = first[row]!
  for (let index = 1; index < from.length; index++) {
    if (memory.mixed[from[index]!] === 0) continue
    const other = memory.states[from[index]!]!
    for (let row = 0; row < rows; row++) states[row] = worseState(states[row]!, other[row]!)
  }
}
