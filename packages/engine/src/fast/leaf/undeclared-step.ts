import { FromOneStep } from '../from-one-step.ts'
import { FAULT, MISSING, NOT_APPLICABLE, STATE, UNSURE } from '../lane.ts'
import type { Memory } from '../memory.ts'

/** Without its target a leaf is missing, unless its value says already that it does not apply or is wrong. */
export class UndeclaredStep extends FromOneStep {
  run(memory: Memory, rows: number): void {
    const out = memory.states[this.to]!
    const states = memory.statesOf(this.from)
    let mixed = 0
    for (let row = 0; row < rows; row++) {
      const state = states[row]!
      const kind = state & STATE
      mixed |= out[row] = (state & UNSURE) !== 0 ? UNSURE : kind === FAULT || kind === NOT_APPLICABLE ? kind : MISSING
    }
    memory.mixed[this.to] = mixed
  }
}
