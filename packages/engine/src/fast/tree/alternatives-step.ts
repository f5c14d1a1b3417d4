import { NO_SCORE, NOT_APPLICABLE, STATE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import type { Register } from '../value.ts'
import { outsideOf } from './best-step.ts'
import { BranchStep } from './branch-step.ts'
import type { Finish } from './finish.ts'
import type { Child, Standing } from './row-of-children.ts'

/** The one child that the selector chose. */
export class AlternativesStep extends BranchStep {
  /** choice  an index into the children */
  constructor(
    place: Standing,
    children: readonly Child[],
    private readonly finish: Finish,
    private readonly chosen: Register,
  ) {
    super(place, children, chosen)
  }

  protected all(memory: Memory, into: Float64Array, rows: number): boolean {
    const choices = memory.values[this.chosen]!
    for (const [index, { num, factor }] of this.children.entries()) {
      const scores = memory.values[num]!
      for (let row = 0; row < rows; row++) if (choices[row] === index) into[row] = scores[row]! * factor
    }
    this.finish.all(into, rows)
    return false
  }

  protected one(memory: Memory, at: number): number {
    const choice = memory.statesOf(this.chosen)[at]!
    if ((choice & STATE) !== 0) return (choice & STATE) | NO_SCORE
    const child = this.children[memory.values[this.chosen]![at]!]
    if (child === undefined) return UNSURE
    const state = memory.statesOf(child.num)[at]!
    const selector = choice & UNVERIFIED
    if ((state & NO_SCORE) === 0) {
      const value = this.finish.one(memory.values[child.num]![at]! * child.factor, 1)
      return this.scored(memory, at, value, selector | (state & UNVERIFIED), outsideOf(memory, at, child))
    }
    if ((state & STATE) !== NOT_APPLICABLE) return (state & STATE) | NO_SCORE | selector
    const isGiven = memory.values[child.toSiblings]![at]! > 0
    return selector | this.notApplicable(memory, at, isGiven ? this.place.points : 0)
  }
}
