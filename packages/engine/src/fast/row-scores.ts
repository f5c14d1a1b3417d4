import type { Evaluation, ResultState } from '@yardstick/model'
import type { CompiledNode, CompiledScheme } from '../compile/compiled.ts'
import { printedScore } from '../evaluate/printed-score.ts'
import type { NodeResult } from '../evaluate/result.ts'
import type { Scores } from '../evaluate/score.ts'
import { NO_SCORE, NOT_APPLICABLE, STATE, UNVERIFIED } from './lane.ts'
import { unitsText } from './units-text.ts'

/** What one submission comes to. Indexes are those of `nodes` of the compiled scheme; texts are made when asked for. */
export interface RowScores {
  readonly state: Evaluation['state']
  readonly total: string | null
  readonly grade: string | null
  /**
   * Every node has its own score, nothing does not apply, no rule on total or grade held, and the total is what indicators
   * and bonuses add up to.
   */
  readonly isPlain: boolean
  /** The row as a whole was scored by the reference. */
  readonly isByReference: boolean
  /** As an evaluation prints it; null where there is none. */
  scoreOf(index: number): string | null
  stateOf(index: number): ResultState
  isProvisional(index: number): boolean
}

/** Taken out of a memory, which goes on to other rows. */
export class UnitScores implements RowScores {
  readonly isByReference = false

  /**
   * units, states  by index of the node; states undefined where each is present and verified
   * digits         by index of the node
   */
  constructor(
    readonly state: Evaluation['state'],
    private readonly totalUnits: number,
    private readonly totalDigits: number,
    readonly grade: string | null,
    readonly isPlain: boolean,
    private readonly units: readonly number[],
    private readonly states: readonly number[] | undefined,
    private readonly digits: readonly number[],
  ) {}

  get total(): string | null {
    return this.state === 'blocked' ? null : unitsText(this.totalUnits, this.totalDigits)
  }

  scoreOf(index: number): string | null {
    const state = this.states === undefined ? 0 : this.states[index]!
    // What does not apply prints no score, also where full points or the group's mean count for it.
    if ((state & NO_SCORE) !== 0 || (state & STATE) === NOT_APPLICABLE) return null
    return unitsText(this.units[index]!, this.digits[index]!)
  }

  stateOf(index: number): ResultState {
    return this.states === undefined ? 'present' : STATES[this.states[index]! & STATE]!
  }

  isProvisional(index: number): boolean {
    return this.states !== undefined && (this.states[index]! & UNVERIFIED) !== 0
  }
}

/** By their number in `lane.ts`. */
const STATES: readonly ResultState[] = ['present', 'missing', 'not-applicable', 'error']

/** The same of a row that the reference scored as a whole. */
export class ReferenceScores implements RowScores {
  readonly isByReference = true
  readonly state: Evaluation['state']
  readonly total: string | null
  readonly grade: string | null

  constructor(
    private readonly compiled: CompiledScheme,
    readonly scores: Scores,
  ) {
    const { total } = scores
    this.state = total.state === 'blocked' ? 'blocked' : total.provisional ? 'provisional' : 'final'
    this.total = total.total?.toText() ?? null
    this.grade = total.grade
  }

  get isPlain(): boolean {
    const { total, results } = this.scores
    return (
      total.state === 'present' &&
      total.events.length === 0 &&
      total.lines.every(({ line }) => line === 'indicators' || line === 'bonus') &&
      [...results.values()].every((each) => each.state === 'present')
    )
  }

  scoreOf(index: number): string | null {
    const { score, state } = this.resultOf(index)
    return score === null || state === 'not-applicable' ? null : printedScore(score, this.compiled)
  }

  stateOf(index: number): ResultState {
    return this.resultOf(index).state
  }

  isProvisional(index: number): boolean {
    return this.resultOf(index).provisional
  }

  private resultOf(index: number): NodeResult {
    const node: CompiledNode = this.compiled.nodes[index]!
    return this.scores.results.get(node.node.id)!
  }
}
