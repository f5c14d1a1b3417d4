import { NO_SCORE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import type { Register } from '../value.ts'
import { BranchStep } from './branch-step.ts'
import type { Finish } from './finish.ts'
import { type Child, rowOfChildren, type Standing } from './row-of-children.ts'

/** Children's points add up to the parent's; those that do not apply leave theirs to their siblings. */
export class SumStep extends BranchStep {
  constructor(
    place: Standing,
    children: readonly Child[],
    private readonly finish: Finish,
  ) {
    super(place, children)
  }

  override get plainSum(): Register[] | undefined {
    if (!this.finish.changesNothing || this.addends.isScaled) return undefined
    return [this.place.num, this.children.length, ...this.children.map(({ num }) => num)]
  }

  protected all(memory: Memory, into: Float64Array, rows: number): boolean {
    this.addends.addUp(memory, into, rows)
    this.finish.all(into, rows)
    return false
  }

  protected one(memory: Memory, at: number): number {
    const row = rowOfChildren.read(this.children, memory, at)
    if (row.blocking !== 0) return row.blocking | NO_SCORE
    if (row.present === 0) return this.notApplicable(memory, at, row.given)
    const { num, den } = row.shared
    return this.scored(memory, at, this.finish.one(num, den), row.unverified, row.outside)
  }
}
