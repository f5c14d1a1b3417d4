import { factState } from '../condition/fact-state.ts'
import { FAULT, PRESENT, STATE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { NumberValue, Register } from '../value.ts'
import { restsOn } from './applying.ts'

export interface Adjusting {
  /** The state after phases 1 and 2. */
  readonly outcome: Register
  /** Answers of the rules that say that the leaf does not apply. */
  readonly applying: readonly Register[]
  /** Answers of the rules of phase 3, and of those among them that make it zero. */
  readonly rules: readonly Register[]
  readonly zeros: readonly Register[]
  /** What each of the others gives or takes where it holds, for its state. */
  readonly amounts: readonly Register[]
  /** The points with all of that added up. */
  readonly sum: NumberValue
}

/**
 * Phase 3: zero wins, whatever is undecided beside it; else what is undecided keeps the leaf open; else minus all
 * deductions plus all bonuses. Not clamped and rounded yet.
 */
export class AdjustStep extends Step {
  constructor(
    private readonly to: { readonly num: Register; readonly den: Register | undefined },
    private readonly by: Adjusting,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    const { outcome, applying, rules, amounts, sum } = this.by
    return [outcome, ...applying, ...rules, ...amounts, sum.num, ...(sum.den === undefined ? [] : [sum.den])]
  }

  get writes(): readonly Register[] {
    const { num, den } = this.to
    return den === undefined ? [num] : [num, den]
  }

  run(memory: Memory, rows: number): void {
    const { to, by } = this
    const out = memory.values[to.num]!
    const outStates = memory.states[to.num]!
    const nums = memory.values[by.sum.num]!
    const outDens = to.den === undefined ? undefined : memory.values[to.den]!
    const dens = by.sum.den === undefined ? undefined : memory.values[by.sum.den]!
    let mixed = 0
    for (let row = 0; row < rows; row++) {
      const isZero = this.isZero(memory, row)
      const state = this.stateAt(memory, row, isZero)
      outStates[row] = state
      mixed |= state
      out[row] = isZero ? 0 : nums[row]!
      if (outDens !== undefined) outDens[row] = isZero ? 1 : dens![row]!
    }
    memory.mixed[to.num] = mixed
    if (to.den !== undefined) memory.mixed[to.den] = 0
  }

  private isZero(memory: Memory, row: number): boolean {
    for (const zero of this.by.zeros) {
      if ((memory.statesOf(zero)[row]! & STATE) === PRESENT && memory.values[zero]![row] === 1) return true
    }
    return false
  }

  private stateAt(memory: Memory, row: number, isZero: boolean): number {
    const { outcome, applying, rules, amounts, sum } = this.by
    const before = memory.statesOf(outcome)[row]!
    let seen = before
    let open = 0
    for (const rule of rules) seen |= memory.statesOf(rule)[row]!
    for (const amount of amounts) open |= factState(memory.statesOf(amount)[row]!)
    if (((seen | open) & UNSURE) !== 0) return UNSURE
    const kind = before & STATE
    if (kind === FAULT) return FAULT
    const rests = restsOn(memory, applying, row)
    if (kind !== PRESENT) return kind | rests
    const flags = rests | restsOn(memory, rules, row) | (before & UNVERIFIED)
    if (isZero) return flags
    for (const rule of rules) open |= memory.statesOf(rule)[row]! & STATE
    // Of a leaf that stays open only the rules are asked whether they rest on what is to be verified.
    if ((open & STATE) !== PRESENT) return (open & STATE) | rests | restsOn(memory, rules, row)
    return (memory.statesOf(sum.num)[row]! & UNSURE) !== 0 ? UNSURE : flags | (open & UNVERIFIED)
  }
}
