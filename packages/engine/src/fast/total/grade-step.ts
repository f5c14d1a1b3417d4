import { IDLE, NO_SCORE, STATE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { type QuickStep, Step } from '../step.ts'
import { clear, copy } from '../tree/addends.ts'
import type { Register } from '../value.ts'
import type { Deduction } from './deduction.ts'

/** A rule of phase 6. */
export interface GradeRule {
  readonly truth: Register
  /** The best grade that it leaves, as an index; undefined of a veto. */
  readonly cap: number | undefined
  readonly zeroes: boolean
}

export interface Grading {
  /** The printed total before vetoes, and whether more makes it up than indicators and bonuses. */
  readonly before: Register
  readonly lines: Register
  /** Lower bounds on the printed total, best grade first, in its units. */
  readonly bounds: Float64Array
  /** By band, the grade's index: the first one of its name. */
  readonly grades: readonly number[]
  readonly rules: readonly GradeRule[]
  readonly deductions: readonly Deduction[]
  /** Nodes as results show them, of which one that is 待核 or not sure makes the total so. */
  readonly nodes: readonly Register[]
}

/** Where the step writes; see `TotalValue`. */
export interface GradeTo {
  readonly num: Register
  readonly grade: Register
  readonly struck: Register
  readonly lines: Register
}

/** Phase 6: the grade, the lowest cap, then vetoes; and what the total rests on. */
export class GradeStep extends Step {
  constructor(
    private readonly grading: Grading,
    private readonly to: GradeTo,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    const { before, lines, rules, deductions, nodes } = this.grading
    return [
      before,
      lines,
      ...nodes,
      ...rules.map(({ truth }) => truth),
      ...deductions.flatMap(({ truth, amount }) => (amount === undefined ? [truth] : [truth, amount])),
    ]
  }

  get writes(): readonly Register[] {
    const { num, grade, struck, lines } = this.to
    return [num, grade, struck, lines]
  }

  run(memory: Memory, rows: number): void {
    const { rules, deductions } = this.grading
    const { num, grade, struck, lines } = this.to
    this.find(memory, rows)
    for (const { truth } of deductions) count(memory, truth, struck, rows)
    for (const { truth } of rules) count(memory, truth, struck, rows)
    for (const rule of rules) if (rule.cap !== undefined) this.cap(memory, rule.truth, rule.cap, rows)
    for (const rule of rules) if (rule.cap === undefined) this.veto(memory, rule, rows)
    memory.mixed[num] = this.restsOnMore(memory) ? this.states(memory, rows) : 0
    memory.mixed[grade] = 0
    memory.mixed[struck] = 0
    memory.mixed[lines] = 0
  }

  override get quick(): QuickStep | undefined {
    const { rules, deductions } = this.grading
    return rules.length === 0 && deductions.length === 0 ? this : undefined
  }

  runPlain({ cells }: Memory): boolean {
    const { before, lines, bounds, grades } = this.grading
    const { num, grade, struck, lines: toLines } = this.to
    const total = cells[before]!
    cells[num] = total
    cells[grade] = gradeOf(total, bounds, grades)
    cells[struck] = 0
    cells[toLines] = cells[lines]!
    return true
  }

  runEach([only]: readonly GradeStep[], memory: Memory): boolean {
    return only!.runPlain(memory)
  }

  /** The grade of the printed total, before rules. */
  private find(memory: Memory, rows: number): void {
    const { before, lines, bounds, grades } = this.grading
    const from = memory.values[before]!
    const to = memory.values[this.to.grade]!
    for (let row = 0; row < rows; row++) to[row] = gradeOf(from[row]!, bounds, grades)
    copy(from, memory.values[this.to.num]!, rows)
    copy(memory.values[lines]!, memory.values[this.to.lines]!, rows)
    clear(memory.values[this.to.struck]!, rows)
  }

  private cap(memory: Memory, truth: Register, cap: number, rows: number): void {
    const truths = memory.values[truth]!
    const grades = memory.values[this.to.grade]!
    for (let row = 0; row < rows; row++) {
      // Below every band there is no grade, and nothing to cap.
      if (truths[row] === 1 && grades[row]! >= 0 && grades[row]! < cap) grades[row] = cap
    }
  }

  private veto(memory: Memory, { truth, zeroes }: GradeRule, rows: number): void {
    const truths = memory.values[truth]!
    const totals = memory.values[this.to.num]!
    const grades = memory.values[this.to.grade]!
    const lines = memory.values[this.to.lines]!
    for (let row = 0; row < rows; row++) {
      if (truths[row] !== 1) continue
      grades[row] = this.grading.bounds.length - 1
      if (!zeroes) continue
      if (totals[row] !== 0) lines[row] = 1
      totals[row] = 0
    }
  }

  /** Whether the total of some row is not there, not sure or 暂定. */
  private restsOnMore(memory: Memory): boolean {
    const { before, nodes, rules, deductions } = this.grading
    let seen = 0
    const { mixed } = memory
    for (let at = 0; at < nodes.length; at++) seen |= mixed[nodes[at]!]!
    seen &= UNVERIFIED | UNSURE
    seen |= memory.mixed[before]!
    for (const { truth } of rules) seen |= memory.mixed[truth]!
    for (const { truth, amount } of deductions) {
      seen |= memory.mixed[truth]! | (amount === undefined ? 0 : memory.mixed[amount]!)
    }
    return seen !== 0
  }

  private states(memory: Memory, rows: number): number {
    const { before, nodes, rules, deductions } = this.grading
    const states = memory.states[this.to.num]!
    states.fill(0, 0, rows)
    for (const node of nodes) restOn(memory, node, states, rows)
    for (const { truth, amount } of deductions) {
      restOn(memory, truth, states, rows)
      if (amount !== undefined) restOnAmount(memory, amount, memory.values[truth]!, states, rows)
    }
    for (const { truth } of rules) {
      restOn(memory, truth, states, rows)
      waitFor(memory, truth, states, rows)
    }
    restOn(memory, before, states, rows)
    waitFor(memory, before, states, rows)
    let mixed = 0
    for (let row = 0; row < rows; row++) {
      const state = states[row]!
      // Of a total that is not there nobody asks what it rests on.
      if ((state & UNSURE) !== 0) states[row] = UNSURE
      else if ((state & NO_SCORE) !== 0) states[row] = NO_SCORE
      mixed |= states[row]!
    }
    return mixed
  }
}

function gradeOf(total: number, bounds: Float64Array, grades: readonly number[]): number {
  const count = bounds.length
  let band = 0
  while (band < count && total < bounds[band]!) band++
  return band < count ? grades[band]! : -1
}

function count(memory: Memory, truth: Register, into: Register, rows: number): void {
  const truths = memory.values[truth]!
  const counts = memory.values[into]!
  for (let row = 0; row < rows; row++) if (truths[row] === 1) counts[row] = counts[row]! + 1
}

/** What is 待核 or not sure in a register makes the total so. Nodes that are idle are no part of it. */
function restOn(memory: Memory, register: Register, into: Uint8Array, rows: number): void {
  if ((memory.mixed[register]! & (UNVERIFIED | UNSURE)) === 0) return
  const states = memory.states[register]!
  for (let row = 0; row < rows; row++) {
    const state = states[row]!
    into[row] = into[row]! | (state & ((state & IDLE) === 0 ? UNVERIFIED | UNSURE : UNSURE))
  }
}

/** An amount matters only under a rule that holds. */
function restOnAmount(memory: Memory, amount: Register, truths: Float64Array, into: Uint8Array, rows: number): void {
  if (memory.mixed[amount] === 0) return
  const states = memory.states[amount]!
  for (let row = 0; row < rows; row++) {
    if (truths[row] === 1) into[row] = into[row]! | (states[row]! & (UNVERIFIED | UNSURE))
  }
}

/** What is open keeps the total back. */
function waitFor(memory: Memory, register: Register, into: Uint8Array, rows: number): void {
  if (memory.mixed[register] === 0) return
  const states = memory.states[register]!
  for (let row = 0; row < rows; row++) if ((states[row]! & STATE) !== 0) into[row] = into[row]! | NO_SCORE
}
