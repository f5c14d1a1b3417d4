import { FAULT, NO_SCORE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { BranchStep } from './branch-step.ts'
import type { Finish } from './finish.ts'
import { type Child, rowOfChildren, type Standing } from './row-of-children.ts'

/** The best of the children, or the worst (minimum). */
export class BestStep extends BranchStep {
  /** full  the branch's points, in units of the sum */
  constructor(
    place: Standing,
    children: readonly Child[],
    private readonly finish: Finish,
    private readonly full: number,
    private readonly isMinimum: boolean,
  ) {
    super(place, children)
  }

  protected all(memory: Memory, into: Float64Array, rows: number): boolean {
    const { isMinimum } = this
    into.fill(isMinimum ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY, 0, rows)
    for (const { num, factor } of this.children) {
      const scores = memory.values[num]!
      for (let row = 0; row < rows; row++) {
        const score = scores[row]! * factor
        if (isMinimum ? score < into[row]! : score > into[row]!) into[row] = score
      }
    }
    this.finish.all(into, rows)
    return false
  }

  protected one(memory: Memory, at: number): number {
    const row = rowOfChildren.read(this.children, memory, at)
    // What is missing beside a child that is full already need not come in; an error must be looked at.
    const full = this.isMinimum || row.blocking === FAULT ? undefined : this.fullChild(memory, at)
    if (full !== undefined) return this.takes(memory, at, full)
    if (row.blocking !== 0) return row.blocking | NO_SCORE
    const best = this.bestChild(memory, at)
    if (best === undefined) return this.notApplicable(memory, at, row.everyGives ? this.place.points : 0)
    return this.takes(memory, at, best)
  }

  private fullChild(memory: Memory, at: number): Child | undefined {
    return this.children.find((child) => hasScore(memory, at, child) && scoreOf(memory, at, child) >= this.full)
  }

  private bestChild(memory: Memory, at: number): Child | undefined {
    let best: Child | undefined
    for (const child of this.children) {
      if (!hasScore(memory, at, child)) continue
      const order = best === undefined ? 1 : scoreOf(memory, at, child) - scoreOf(memory, at, best)
      if (best === undefined || (this.isMinimum ? order < 0 : order > 0)) best = child
    }
    return best
  }

  private takes(memory: Memory, at: number, child: Child): number {
    const value = this.finish.one(scoreOf(memory, at, child), 1)
    return this.scored(memory, at, value, stateOf(memory, at, child) & UNVERIFIED, outsideOf(memory, at, child))
  }
}

const stateOf = (memory: Memory, at: number, { num }: Child) => memory.statesOf(num)[at]!
const hasScore = (memory: Memory, at: number, child: Child) => (stateOf(memory, at, child) & NO_SCORE) === 0
const scoreOf = (memory: Memory, at: number, { num, factor }: Child) => memory.values[num]![at]! * factor

/** The points of one child that nobody takes over. */
export function outsideOf(memory: Memory, at: number, { num, applicable, toSiblings, points }: Child): number {
  if (memory.mixed[num] === 0) return 0
  return points - memory.values[applicable]![at]! - memory.values[toSiblings]![at]!
}
