import { FromOneStep } from '../from-one-step.ts'
import type { Memory } from '../memory.ts'
import type { Register } from '../value.ts'
import { factStates } from './literal-step.ts'

/** Whether a register's value is one of several literals in its own unit. */
export class AmongStep extends FromOneStep {
  constructor(
    to: Register,
    from: Register,
    private readonly literals: readonly number[],
    private readonly isNegated: boolean,
  ) {
    super(to, from)
  }

  run(memory: Memory, rows: number): void {
    const out = memory.values[this.to]!
    const values = memory.values[this.from]!
    const literals = this.literals
    const [found, other] = this.isNegated ? [0, 1] : [1, 0]
    for (let row = 0; row < rows; row++) out[row] = literals.includes(values[row]!) ? found : other
    factStates(memory, this.to, this.from, rows)
  }
}
