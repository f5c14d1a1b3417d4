import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import { registersOf, type Standing } from './row-of-children.ts'

/** A branch that is the same in every row: without children that count, or with amounts that are too large to be exact. */
export class EmptyStep extends Step {
  readonly reads: readonly Register[] = []
  constructor(
    private readonly place: Standing,
    private readonly state: number,
  ) {
    super()
  }

  get writes(): readonly Register[] {
    return registersOf([this.place])
  }

  run(memory: Memory, rows: number): void {
    const { num, applicable, toSiblings, points } = this.place
    memory.values[num]!.fill(0, 0, rows)
    memory.values[applicable]!.fill(points, 0, rows)
    memory.values[toSiblings]!.fill(0, 0, rows)
    memory.states[num]!.fill(this.state, 0, rows)
    memory.mixed[num] = this.state
  }
}
