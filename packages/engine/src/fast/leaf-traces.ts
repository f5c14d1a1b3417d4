import { Exact, type GroupFacts, type Submission } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { stepsTaken } from '../curve/score-curve.ts'
import { type CurveInput, curveInput } from './curve/data-target.ts'
import { pieceOf } from './curve/piece-of.ts'
import { fastScheme } from './fast-scheme.ts'
import { NO_SCORE, STATE, UNSURE } from './lane.ts'
import { Memory } from './memory.ts'
import { Plan } from './plan.ts'
import { RowReader } from './read/row-reader.ts'
import type { RowScores } from './row-scores.ts'
import type { Register } from './value.ts'

/** How a leaf with a score curve came to its score, as numbers; words are the reference's. */
export class LeafTrace {
  /**
   * index     of the leaf among the nodes of the scheme
   * piece     index of the curve's piece, −1 without a value
   * num, den  of the value, in the scale of the input; exact numbers are made of them when they are asked for
   */
  constructor(
    readonly index: number,
    readonly piece: number,
    private readonly input: CurveInput,
    private readonly num: number,
    private readonly den: number,
    private readonly scores: RowScores,
  ) {}

  /**
   * The value the curve was read at; null where there is none, where only the reference knows it, and for a target that
   * counts as met or missed whatever the value: it lies beyond every number.
   */
  get value(): Exact | null {
    if (this.piece < 0 || this.den === 0) return null
    const { x } = this.input
    return x.constant ?? x.scale.times(Exact.integer(this.num)).over(Exact.integer(this.den))
  }

  /** How many steps were deducted on a staircase. */
  get steps(): Exact | null {
    const { value } = this
    const shape = this.input.curve.pieces[this.piece]?.shape
    return value !== null && shape?.kind === 'staircase' ? stepsTaken(shape, value) : null
  }

  /** As an evaluation prints it. */
  get score(): string | null {
    return this.scores.scoreOf(this.index)
  }
}

/**
 * The structured trace of one submission: a plan of its own over the same inputs, made when a trace is first asked for, so
 * that scores alone pay nothing for it.
 */
export class LeafTraces {
  private readonly plan: Plan
  private readonly leaves: readonly TracedLeaf[]
  private readonly reader: RowReader
  private readonly memory = new Memory(1)

  constructor(private readonly compiled: CompiledScheme) {
    const plan = new Plan(compiled)
    this.leaves = compiled.nodes.flatMap((node, index): TracedLeaf[] => {
      const input = node.type === 'leaf' ? curveInput(plan, node) : undefined
      return input === undefined ? [] : [{ index, input, num: input.x.num, piece: pieceOf(plan, input.x, input.curve) }]
    })
    this.plan = plan
    this.reader = new RowReader(compiled, plan.inputs, plan.texts)
    plan.finish()
    this.memory.reserve(plan.registers)
  }

  /** Leaves with a score curve, in the order of the scheme, beside all scores. */
  trace(
    submission: Submission,
    options: { readonly group?: GroupFacts } = {},
  ): { readonly scores: RowScores; readonly leaves: readonly LeafTrace[] } {
    const { memory, plan, compiled } = this
    const scores = fastScheme(compiled).score(submission, options)
    plan.texts.forget()
    this.reader.fill(memory, 0, submission)
    memory.begin(compiled, { submissionAt: () => submission, group: options.group })
    for (const step of plan.steps) step.run(memory, 1)
    return { scores, leaves: this.leaves.map((leaf) => traceOf(leaf, memory, scores)) }
  }
}

interface TracedLeaf {
  readonly index: number
  readonly input: CurveInput
  /** Of its value: a constant takes a register when it is asked for one, which must be before memory is reserved. */
  readonly num: Register
  readonly piece: Register
}

function traceOf({ index, input, num, piece }: TracedLeaf, memory: Memory, scores: RowScores): LeafTrace {
  const state = memory.statesOf(num)[0]! | memory.statesOf(piece)[0]!
  if ((state & (STATE | UNSURE | NO_SCORE)) !== 0) return new LeafTrace(index, -1, input, 0, 1, scores)
  const { values } = memory
  const { den, constant } = input.x
  const divisor = den === undefined || constant !== undefined ? 1 : values[den]![0]!
  return new LeafTrace(index, values[piece]![0]!, input, values[num]![0]!, divisor, scores)
}
