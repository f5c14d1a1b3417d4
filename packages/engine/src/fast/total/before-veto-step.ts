import { MISSING, NO_SCORE, NOT_APPLICABLE, STATE, UNSURE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { type QuickStep, Step } from '../step.ts'
import { Addends, clear } from '../tree/addends.ts'
import { gather } from '../tree/branch-step.ts'
import type { Printer } from '../tree/printer.ts'
import { type Child, registersOf, rowOfChildren, times } from '../tree/row-of-children.ts'
import type { Register } from '../value.ts'
import type { Deduction } from './deduction.ts'

/** A bonus node: `factor` brings its score into the units of the sum. */
export interface Bonus {
  readonly num: Register
  readonly factor: number
}

/** What the total is made of, in units of 10^−fine of the printer, `full` and the points of roots in those of the plan. */
export interface Makings {
  /** The top of the tree without bonus nodes. */
  readonly roots: readonly Child[]
  /** Bonus nodes, wherever they hang. */
  readonly bonuses: readonly Bonus[]
  readonly deductions: readonly Deduction[]
  readonly full: number
  readonly ceiling: number
  /** The most that is there where nothing is taken away; deductions are cut to more than that. */
  readonly most: number
  /** Whether it may come to more than the ceiling. */
  readonly isLimited: boolean
  readonly printer: Printer
  /** Units of the sum in one unit of the print. */
  readonly width: number
}

/**
 * The printed total as grades read it, before vetoes; MISSING where it is blocked. Blocks in which all is plain are a few
 * tight loops; other rows are done again one by one, as `evaluate/total.ts` does them.
 */
export class BeforeVetoStep extends Step {
  private readonly addends: Addends
  /** What else is read with a state. */
  private readonly ofRules: readonly Register[]

  /** lines  gets 1 where there is more to it than indicators and bonuses */
  constructor(
    private readonly makings: Makings,
    private readonly to: Register,
    private readonly lines: Register,
  ) {
    super()
    const { roots, bonuses, deductions } = makings
    this.addends = new Addends(bonuses.length === 0 ? roots : [...roots, ...bonuses])
    this.ofRules = deductions.flatMap(({ truth, amount }) => (amount === undefined ? [truth] : [truth, amount]))
  }

  get reads(): readonly Register[] {
    return [...this.addends.all.map(({ num }) => num), ...registersOf(this.makings.roots), ...this.ofRules]
  }

  get writes(): readonly Register[] {
    return [this.to, this.lines]
  }

  run(memory: Memory, rows: number): void {
    const { deductions, isLimited, printer } = this.makings
    const totals = memory.values[this.to]!
    const lines = memory.values[this.lines]!
    this.addends.addUp(memory, totals, rows)
    clear(lines, rows)
    for (const each of deductions) deduct(memory, each, totals, lines, rows)
    if (deductions.length > 0 || isLimited || !printer.changesNothing) {
      for (let row = 0; row < rows; row++) this.finish(row, totals[row]!, totals, lines)
    }
    let mixed = this.addends.mixed(memory)
    for (const register of this.ofRules) mixed |= memory.mixed[register]!
    memory.mixed[this.to] = mixed === 0 ? 0 : this.others(memory, totals, lines, rows)
    memory.mixed[this.lines] = 0
  }

  override get quick(): QuickStep | undefined {
    const { deductions, isLimited, printer } = this.makings
    return deductions.length === 0 && !isLimited && printer.changesNothing ? this : undefined
  }

  runPlain(memory: Memory): boolean {
    memory.cells[this.to] = this.addends.one(memory)
    memory.cells[this.lines] = 0
    return true
  }

  runEach([only]: readonly BeforeVetoStep[], memory: Memory): boolean {
    return only!.runPlain(memory)
  }

  /** Clamp and round; whatever either changes is a line. */
  private finish(row: number, before: number, totals: Float64Array, lines: Float64Array): void {
    const { ceiling, printer, width } = this.makings
    const limited = Math.min(Math.max(before, 0), ceiling)
    const printed = printer.print(limited, 1)
    totals[row] = printed
    if (limited !== before || printed * width !== limited) lines[row] = 1
  }

  /** Rows in which not all is plain. */
  private others(memory: Memory, totals: Float64Array, lines: Float64Array, rows: number): number {
    const states = memory.states[this.to]!
    states.fill(0, 0, rows)
    for (const { num } of this.addends.all) gather(memory, num, states, rows)
    for (const register of this.ofRules) gather(memory, register, states, rows)
    let mixed = 0
    for (let row = 0; row < rows; row++) {
      if (states[row] === 0) continue
      states[row] = this.one(memory, row, totals, lines)
      mixed |= states[row]!
    }
    return mixed
  }

  private one(memory: Memory, at: number, totals: Float64Array, lines: Float64Array): number {
    const { roots, bonuses, deductions, most } = this.makings
    if (roots.some(({ num }) => (memory.statesOf(num)[at]! & UNSURE) !== 0)) return UNSURE
    const row = rowOfChildren.read(roots, memory, at)
    const bonus = bonusOf(memory, at, bonuses)
    const taken = takenBy(memory, at, deductions)
    if (Number.isNaN(bonus) || Number.isNaN(taken)) return UNSURE
    if (row.blocking !== 0 || row.present === 0 || bonus === OPEN || taken === OPEN) return MISSING
    const indicators = row.isWhole ? row.total : this.rescaled(row)
    // A deduction that was cut must still take all there is.
    if (!(Math.abs(indicators) + bonus <= most)) return UNSURE
    lines[at] = indicators !== row.total || taken !== 0 ? 1 : 0
    this.finish(at, indicators + bonus - taken, totals, lines)
    return 0
  }

  /** Once, at the root: score ÷ applicable points × full, rounded. */
  private rescaled(row: typeof rowOfChildren): number {
    const { full, printer, width } = this.makings
    const { num, den } = row.shared
    const applicable = full - row.outside
    if (row.outside === 0 || applicable <= 0) return printer.print(num, den) * width
    const whole = times(num, full, applicable)
    return printer.print(whole.num, whole.den * den) * width
  }
}

/** Something that the total waits for. */
const OPEN = Number.POSITIVE_INFINITY

/** Points of bonus nodes. What does not apply brings nothing. NaN where one of them is not sure. */
function bonusOf(memory: Memory, at: number, bonuses: readonly Bonus[]): number {
  let bonus = 0
  for (const { num, factor } of bonuses) {
    const state = memory.statesOf(num)[at]!
    if ((state & UNSURE) !== 0) return Number.NaN
    if ((state & STATE) === NOT_APPLICABLE) continue
    bonus += (state & NO_SCORE) !== 0 ? OPEN : memory.values[num]![at]! * factor
  }
  return bonus
}

/** Points that rules take. Amounts matter only under a rule that holds. NaN where one of them is not sure. */
function takenBy(memory: Memory, at: number, deductions: readonly Deduction[]): number {
  let taken = 0
  for (const { truth, amount, factor } of deductions) {
    const state = memory.statesOf(truth)[at]!
    if ((state & UNSURE) !== 0) return Number.NaN
    if ((state & STATE) !== 0) taken = OPEN
    else if (memory.values[truth]![at] === 1) {
      const given = amount === undefined ? 0 : memory.statesOf(amount)[at]!
      if ((given & UNSURE) !== 0) return Number.NaN
      const points = amount === undefined ? factor : memory.values[amount]![at]! * factor
      taken += (given & STATE) !== 0 ? OPEN : points
    }
  }
  return taken
}

function deduct(
  memory: Memory,
  { truth, amount, factor }: Deduction,
  totals: Float64Array,
  lines: Float64Array,
  rows: number,
): void {
  const truths = memory.values[truth]!
  const amounts = amount === undefined ? undefined : memory.values[amount]!
  for (let row = 0; row < rows; row++) {
    if (truths[row] !== 1) continue
    const points = amounts === undefined ? factor : amounts[row]! * factor
    totals[row] = totals[row]! - points
    if (points !== 0) lines[row] = 1
  }
}
