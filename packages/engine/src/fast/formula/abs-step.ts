import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import { settle } from './settle.ts'

/** A number without its sign. */
export class AbsStep extends Step {
  constructor(
    private readonly to: Register,
    private readonly operand: Register,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return [this.operand]
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const out = memory.values[this.to]!
    const values = memory.values[this.operand]!
    for (let row = 0; row < rows; row++) out[row] = Math.abs(values[row]!)
    settle(memory, this.to, [this.operand], rows, false)
  }
}
