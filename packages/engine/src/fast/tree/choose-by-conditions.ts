import { FAULT, MISSING, STATE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'

/** A child's index, and where the answer of its condition stands. */
export interface ChoiceCondition {
  readonly index: number
  readonly truth: Register
}

/** Which child's condition holds: its index. None or several is an error, and so is one that is open for an error. */
export class ChooseByConditions extends Step {
  readonly reads: readonly Register[]
  readonly writes: readonly Register[]

  constructor(
    private readonly conditions: readonly ChoiceCondition[],
    private readonly to: Register,
  ) {
    super()
    this.reads = conditions.map(({ truth }) => truth)
    this.writes = [to]
  }

  run(memory: Memory, rows: number): void {
    const { conditions, to } = this
    const choices = memory.values[to]!
    const states = memory.states[to]!
    let mixed = 0
    for (let row = 0; row < rows; row++) {
      let all = 0
      let open = 0
      let hits = 0
      for (const { index, truth } of conditions) {
        const state = memory.statesOf(truth)[row]!
        all |= state
        if ((state & STATE) !== 0) open = open === FAULT || (state & STATE) === FAULT ? FAULT : MISSING
        else if (memory.values[truth]![row] === 1) {
          hits++
          choices[row] = index
        }
      }
      const found = hits === 1 ? all & UNVERIFIED : FAULT
      const state = (all & UNSURE) !== 0 ? UNSURE : open !== 0 ? open : found
      states[row] = state
      mixed |= state
    }
    memory.mixed[to] = mixed
  }
}
