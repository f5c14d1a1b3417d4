import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import { settleMany } from './settle.ts'

/** How many values there are: all of them, where none is missing and none does not apply. */
export class CountStep extends Step {
  constructor(
    private readonly to: Register,
    readonly reads: readonly Register[],
  ) {
    super()
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    memory.values[this.to]!.fill(this.reads.length, 0, rows)
    settleMany(memory, this.to, this.reads, rows, false)
  }
}
