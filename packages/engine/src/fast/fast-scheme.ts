import type { GroupFacts, Submission } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import type { Input } from './input.ts'
import { NO_SCORE, STATE, UNSURE, UNVERIFIED } from './lane.ts'
import { Memory, type RowSource } from './memory.ts'
import { PlainRow } from './plain-row.ts'
import type { Plan } from './plan.ts'
import { planScores } from './plan-scores.ts'
import { RowReader } from './read/row-reader.ts'
import { ReferenceScores, type RowScores, UnitScores } from './row-scores.ts'
import type { TotalValue } from './total/total-value.ts'
import type { Register, ScoreValue } from './value.ts'

/**
 * A compiled scheme made ready to score many submissions, or one quickly: scores only, equal to the reference to the
 * digit. What the plan is not sure of is read from the reference, leaf by leaf and row by row.
 */
export class FastScheme {
  readonly plan: Plan
  readonly total: TotalValue
  /** By index of the node. */
  readonly scores: readonly ScoreValue[]
  private readonly digits: readonly number[]
  /** Where the scores stand. */
  private readonly nums: readonly Register[]
  private readonly reader: RowReader
  private readonly plainRow: PlainRow | undefined
  /** How many submissions `score` took the short way with, since the scheme was made. */
  plainCount = 0

  constructor(readonly compiled: CompiledScheme) {
    const { plan, total } = planScores(compiled)
    this.plan = plan
    this.total = total
    this.scores = compiled.nodes.map(({ node }) => plan.scoreById.get(node.id)!)
    this.digits = this.scores.map((score) => score.digits)
    this.nums = this.scores.map((score) => score.num)
    this.reader = new RowReader(compiled, plan.inputs, plan.texts)
    plan.finish()
    this.plainRow = PlainRow.of(plan, this.reader)
  }

  /** What of a submission is read. */
  get inputs(): readonly Input[] {
    return this.plan.inputs
  }

  /** Leaves that always go to the reference, by id, with the reason. */
  get refusals(): ReadonlyMap<string, string> {
    return this.plan.refusals
  }

  /** A memory for blocks of up to so many rows. */
  open(rows: number): Memory {
    const memory = new Memory(rows)
    memory.reserve(this.plan.registers)
    return memory
  }

  /**
   * Reads one submission into a row; the rows of a block are filled from 0 upwards. Texts of the block before may be
   * forgotten before it.
   */
  fill(memory: Memory, row: number, submission: Submission): void {
    this.reader.fill(memory, row, submission)
  }

  /** The number that stands for a text in registers, until texts are forgotten. */
  codeOf(text: string): number {
    return this.plan.texts.codeOf(text)
  }

  /** Forgets the texts of submissions: between blocks, so that ever new ones take no room. */
  forgetTexts(): void {
    this.plan.texts.forget()
  }

  /** Scores the rows of a block, from 0. */
  run(memory: Memory, rows: number, source: RowSource | undefined): void {
    memory.begin(this.compiled, source)
    for (const step of this.plan.steps) step.run(memory, rows)
  }

  /** What a row of a block came to. */
  read(memory: Memory, row: number): RowScores {
    const { total } = this
    const state = memory.statesOf(total.num)[row]!
    if ((state & UNSURE) !== 0) return new ReferenceScores(this.compiled, memory.reference(row).whole())
    const { units, states, isAllPresent } = this.nodesOf(memory, row)
    const isBlocked = (state & NO_SCORE) !== 0
    const grade = isBlocked ? -1 : memory.values[total.grade]![row]!
    return new UnitScores(
      isBlocked ? 'blocked' : (state & UNVERIFIED) !== 0 ? 'provisional' : 'final',
      memory.values[total.num]![row]!,
      total.digits,
      grade < 0 ? null : this.compiled.grades[grade]!.name,
      !isBlocked && isAllPresent && memory.values[total.struck]![row] === 0 && memory.values[total.lines]![row] === 0,
      units,
      states,
      this.digits,
    )
  }

  /** What a row came to in which everything was plain. */
  private readPlain({ cells }: Memory): RowScores {
    const { total, nums, digits } = this
    const count = nums.length
    const units: number[] = new Array(count)
    for (let index = 0; index < count; index++) units[index] = cells[nums[index]!]!
    const grade = cells[total.grade]!
    const name = grade < 0 ? null : this.compiled.grades[grade]!.name
    const isPlain = cells[total.struck] === 0 && cells[total.lines] === 0
    return new UnitScores('final', cells[total.num]!, total.digits, name, isPlain, units, undefined, digits)
  }

  private nodesOf(memory: Memory, row: number) {
    const { nums } = this
    const { values, mixed } = memory
    const count = nums.length
    const units: number[] = new Array(count)
    let any = 0
    for (let index = 0; index < count; index++) {
      const num = nums[index]!
      units[index] = values[num]![row]!
      any |= mixed[num]!
    }
    if (any === 0) return { units, states: undefined, isAllPresent: true }
    const states: number[] = new Array(count)
    let seen = 0
    for (let index = 0; index < count; index++) {
      const state = memory.statesOf(nums[index]!)[row]!
      states[index] = state
      seen |= state
    }
    return { units, states, isAllPresent: (seen & (STATE | NO_SCORE)) === 0 }
  }

  /** One submission. */
  score(submission: Submission, options?: { readonly group?: GroupFacts }): RowScores {
    const memory = ONE_ROW
    memory.reserve(this.plan.registers)
    this.forgetTexts()
    if (this.plainRow?.run(memory, submission)) {
      this.plainCount++
      return this.readPlain(memory)
    }
    return this.scoreOdd(memory, submission, options?.group)
  }

  private scoreOdd(memory: Memory, submission: Submission, group: GroupFacts | undefined): RowScores {
    this.fill(memory, 0, submission)
    this.run(memory, 1, { submissionAt: () => submission, group })
    return this.read(memory, 0)
  }
}

/** Serves whichever scheme scores one submission; nothing stays in it after that. */
const ONE_ROW = new Memory(1)

const known = new WeakMap<CompiledScheme, FastScheme>()

/** The fast path of a compiled scheme, made when it is first asked for. */
export function fastScheme(compiled: CompiledScheme): FastScheme {
  let fast = known.get(compiled)
  if (fast === undefined) {
    fast = new FastScheme(compiled)
    known.set(compiled, fast)
  }
  return fast
}
