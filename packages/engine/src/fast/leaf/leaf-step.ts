import { FAULT, MISSING, NO_SCORE, NOT_APPLICABLE, PRESENT, STATE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { type QuickStep, Step } from '../step.ts'
import type { Register } from '../value.ts'
import type { Applying } from './applying.ts'
import { NO_RULES, outcomeState, restsOn } from './applying.ts'
import type { LeafPlace } from './leaf-place.ts'
import { referLeaf } from './refer-leaf.ts'

/**
 * A leaf from its method to its printed score, in one step, so that a block in which everything is present has no more to
 * do than the method's own loop.
 *
 * own       gives the printed score and the method's state in the place's register; what applying says and what becomes of
 *           rows without points is then put over it
 * applying  what is decided before the method; undefined where the register's state has all that already
 * isRefused the reference scores it in every row, and reads what it likes
 */
export class LeafStep extends Step {
  private readonly entry: Register | undefined
  private readonly rules: readonly Register[]

  constructor(
    private readonly place: LeafPlace,
    private readonly own: Step,
    applying: Applying | undefined,
    private readonly isRefused: boolean,
  ) {
    super()
    this.entry = applying?.entry
    this.rules = applying?.rules ?? NO_RULES
  }

  get reads(): readonly Register[] {
    const { own, entry, rules } = this
    return entry === undefined ? own.reads : [...own.reads, entry, ...rules]
  }

  get writes(): readonly Register[] {
    const { own, place } = this
    return [...own.writes, place.num, place.applicable, place.toSiblings]
  }

  override get readsDocument(): boolean {
    return this.isRefused || this.own.readsDocument
  }

  /** Where nothing is decided before the method, that is all. */
  override get quick(): QuickStep | undefined {
    return this.rules.length === 0 ? this.own.quick : undefined
  }

  run(memory: Memory, rows: number): void {
    const { entry, place } = this
    this.own.run(memory, rows)
    if (entry !== undefined && (this.rules.length > 0 || memory.mixed[entry] !== 0)) {
      applyStates(memory, place.num, { entry, rules: this.rules }, rows)
    }
    if (memory.mixed[place.num] !== 0) finishStates(memory, place, rows)
  }
}

/** Puts what is decided before the method over the method's state. */
function applyStates(memory: Memory, num: Register, applying: Applying, rows: number): void {
  const out = memory.states[num]!
  const states = memory.statesOf(num)
  let mixed = 0
  for (let row = 0; row < rows; row++) {
    const state = outcomeState(memory, applying, row, states[row]!)
    const isError = (state & STATE) === FAULT
    mixed |= out[row] = isError ? state : state | restsOn(memory, applying.rules, row)
  }
  memory.mixed[num] = mixed
}

/** What becomes of rows without points; asks the reference for those that are UNSURE. */
function finishStates(memory: Memory, place: LeafPlace, rows: number): void {
  const states = memory.states[place.num]!
  const applicable = memory.values[place.applicable]!
  const toSiblings = memory.values[place.toSiblings]!
  let mixed = 0
  for (let row = 0; row < rows; row++) {
    const state = states[row]!
    const kind = state & STATE
    applicable[row] = place.points
    toSiblings[row] = 0
    if ((state & UNSURE) !== 0) mixed |= referLeaf(memory, row, place)
    else if (kind === PRESENT) mixed |= state
    else if (kind === NOT_APPLICABLE) mixed |= leaveOut(memory, row, place, state & UNVERIFIED)
    else {
      memory.values[place.num]![row] = 0
      mixed |= states[row] = (kind === MISSING ? place.missing : FAULT | NO_SCORE) | (state & UNVERIFIED)
    }
  }
  memory.mixed[place.num] = mixed
}

/** A row to which the leaf does not apply; returns its state. */
function leaveOut(memory: Memory, row: number, place: LeafPlace, flag: number): number {
  const { policy, full } = place
  if (policy === 'group-mean' || (policy === 'full' && full < 0)) return referLeaf(memory, row, place)
  const states = memory.states[place.num]!
  if (policy === 'full') {
    memory.values[place.num]![row] = full
    states[row] = NOT_APPLICABLE | flag
  } else {
    memory.values[place.applicable]![row] = 0
    memory.values[place.toSiblings]![row] = policy === 'siblings' ? place.points : 0
    states[row] = NOT_APPLICABLE | NO_SCORE | flag
  }
  return states[row]!
}
