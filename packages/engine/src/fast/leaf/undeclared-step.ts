import { FAULT, MISSING, NOT_APPLICABLE, STATE, UNSURE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'

/** Without its target a leaf is missing, unless its value says already that it does not apply or is wrong. */
export class UndeclaredStep extends Step {
  readonly reads: readonly Register[]
  readonly writes: readonly Register[]

  constructor(
    private readonly to: Register,
    private readonly actual: Register,
  ) {
    super()
    this.reads = [actual]
    this.writes = [to]
  }

  run(memory: Memory, rows: number): void {
    const [out, states] = [memory.states[this.to]!, memory.statesOf(this.actual)]
    let mixed = 0
    for (let row = 0; row < rows; row++) {
      const state = states[row]!
      const kind = state & STATE
      mixed |= out[row] = (state & UNSURE) !== 0 ? UNSURE : kind === FAULT || kind === NOT_APPLICABLE ? kind : MISSING
    }
    memory.mixed[this.to] = mixed
  }
}
