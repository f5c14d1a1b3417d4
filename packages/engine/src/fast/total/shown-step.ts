import { IDLE, NO_SCORE, NOT_APPLICABLE, STATE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Alternative, Register } from '../value.ts'

/**
 * A node that hangs in alternatives, as results show it: without a score where another one was chosen. The branch itself
 * reads what stood there before, so nothing is written over.
 */
export class ShownStep extends Step {
  readonly reads: readonly Register[]
  readonly writes: readonly Register[]

  constructor(
    private readonly from: Register,
    private readonly to: Register,
    private readonly alternatives: readonly Alternative[],
  ) {
    super()
    this.reads = [from, ...alternatives.map(({ choice }) => choice)]
    this.writes = [to]
  }

  run(memory: Memory, rows: number): void {
    const { from, to, alternatives } = this
    memory.values[to]!.set(rows === memory.rows ? memory.values[from]! : memory.values[from]!.subarray(0, rows))
    const states = memory.states[to]!
    states.set(memory.statesOf(from))
    for (const { choice, index } of alternatives) {
      const choices = memory.values[choice]!
      const chosen = memory.statesOf(choice)
      for (let row = 0; row < rows; row++) {
        if ((chosen[row]! & (STATE | UNSURE)) !== 0 || choices[row] === index) continue
        states[row] = (states[row]! & (UNVERIFIED | UNSURE)) | NOT_APPLICABLE | NO_SCORE | IDLE
      }
    }
    let mixed = 0
    for (let row = 0; row < rows; row++) mixed |= states[row]!
    memory.mixed[to] = mixed
  }
}
