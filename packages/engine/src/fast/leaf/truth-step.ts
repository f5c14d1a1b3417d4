import { factState } from '../condition/fact-state.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'

/** One number where an answer is true, another where it is false. Of a condition, what keeps it open is its state. */
export class TruthStep extends Step {
  constructor(
    private readonly to: Register,
    private readonly truth: { readonly num: Register; readonly isCondition: boolean },
    private readonly whenTrue: number,
    private readonly whenFalse: number,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return [this.truth.num]
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const { num, isCondition } = this.truth
    const out = memory.values[this.to]!
    const truths = memory.values[num]!
    const whenTrue = this.whenTrue
    const whenFalse = this.whenFalse
    for (let row = 0; row < rows; row++) out[row] = truths[row] === 1 ? whenTrue : whenFalse
    let mixed = memory.mixed[num]!
    if (mixed !== 0) {
      const outStates = memory.states[this.to]!
      const states = memory.states[num]!
      mixed = 0
      for (let row = 0; row < rows; row++) {
        mixed |= outStates[row] = isCondition ? factState(states[row]!) : states[row]!
      }
    }
    memory.mixed[this.to] = mixed
  }
}
