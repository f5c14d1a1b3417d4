import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import { type Applying, outcomeState } from './applying.ts'

/** Phases 1 and 2 as one state: what is decided before a method, over the method's own. */
export class OutcomeStep extends Step {
  constructor(
    private readonly to: Register,
    private readonly method: Register,
    private readonly applying: Applying,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return [this.method, this.applying.entry, ...this.applying.rules]
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const { applying } = this
    memory.mixed[this.to] = 0
    if (applying.rules.length === 0 && (memory.mixed[applying.entry]! | memory.mixed[this.method]!) === 0) return
    const out = memory.states[this.to]!
    const states = memory.statesOf(this.method)
    let mixed = 0
    for (let row = 0; row < rows; row++) mixed |= out[row] = outcomeState(memory, applying, row, states[row]!)
    memory.mixed[this.to] = mixed
  }
}
