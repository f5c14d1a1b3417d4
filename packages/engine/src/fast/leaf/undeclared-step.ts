import { FAULT, MISSING, NOT_APPLICABLE, STATE, UNSURE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'

/** Without its target a leaf is missing, unless its value says already that it does not apply or is wrong. */
export class UndeclaredStep extends Step {
  constructor(
    private readonly to: Register,
    private readonly actual: Register,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return [this.actual]
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const out = memory.states[this.to]!
    const states = memory.statesOf(this.actual)
    let mixed = 0
    for (let row = 0; row < rows; row++) {
      const state = states[row]!
      const kind = state & STATE
      mixed |= out[row] = (state & UNSURE) !== 0 ? UNSURE : kind === FAULT || kind === NOT_APPLICABLE ? kind : MISSING
    }
    memory.mixed[this.to] = mixed
  }
}
