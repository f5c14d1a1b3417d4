import { IDLE, NO_SCORE, STATE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
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
  /** Every node as results show it. */
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
  readonly reads: readonly Register[]
  readonly writes: readonly Register[]

  constructor(
    private readonly grading: Grading,
    private readonly to: GradeTo,
  ) {
    super()
    const { before, lines, rules, deductions, nodes } = grading
    this.reads = [
      before,
      lines,
      ...nodes,
      ...rules.map(({ truth }) => truth),
      ...deductions.flatMap(({ truth, amount }) => (amount === undefined ? [truth] : [truth, amount])),
    ]
    this.writes = [to.num, to.grade, to.struck, to.lines]
  }

  run(memory: Memory, rows: number): void {
    const { num, grade, struck, lines } = this.to
    this.grade(memory, rows)
    this.count(memory, rows)
    memory.mixed[num] = this.state(memory, rows)
    for (const register of [grade, struck, lines]) memory.mixed[register] = 0
  }

  private grade(memory: Memory, rows: number): void {
    const { before, bounds, grades, rules } = this.grading
    const [from, totals] = [memory.values[before]!, memory.values[this.to.num]!]
    const [to, lines] = [memory.values[this.to.grade]!, memory.values[this.to.lines]!]
    const plainLines = memory.values[this.grading.lines]!
    for (let row = 0; row < rows; row++) {
      const total = from[row]!
      totals[row] = total
      lines[row] = plainLines[row]!
      let band = 0
      while (band < bounds.length && total < bounds[band]!) band++
      to[row] = band < bounds.length ? grades[band]! : -1
    }
    for (const { truth, cap } of rules) {
      const truths = memory.values[truth]!
      // Below every band there is no grade, and nothing to cap.
      if (cap === undefined) continue
      for (let row = 0; row < rows; row++) {
        if (truths[row] === 1 && to[row]! >= 0 && to[row]! < cap) to[row] = cap
      }
    }
    for (const { truth, cap, zeroes } of rules) {
      const truths = memory.values[truth]!
      if (cap !== undefined) continue
      for (let row = 0; row < rows; row++) {
        if (truths[row] !== 1) continue
        to[row] = bounds.length - 1
        if (!zeroes) continue
        if (from[row] !== 0) lines[row] = 1
        totals[row] = 0
      }
    }
  }

  private count(memory: Memory, rows: number): void {
    const struck = memory.values[this.to.struck]!
    struck.fill(0, 0, rows)
    for (const { truth } of [...this.grading.rules, ...this.grading.deductions]) {
      const truths = memory.values[truth]!
      for (let row = 0; row < rows; row++) if (truths[row] === 1) struck[row] = struck[row]! + 1
    }
  }

  private state(memory: Memory, rows: number): number {
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
