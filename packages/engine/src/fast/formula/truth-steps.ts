import { FromOneStep } from '../from-one-step.ts'
import { STATE, UNSURE, UNVERIFIED, worseState } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import { orOf, settle } from './settle.ts'

/**
 * 且 and 或: one operand that decides makes the result, whatever state the others are in. One that is verified makes it
 * firm; without one, one that is 待核 decides for the time being.
 */
export class JointStep extends Step {
  /** decisive  0 for 且, 1 for 或 */
  constructor(
    private readonly to: Register,
    readonly reads: readonly Register[],
    private readonly decisive: 0 | 1,
  ) {
    super()
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const { reads: operands, decisive } = this
    const out = memory.values[this.to]!
    let mixed = 0
    for (const operand of operands) mixed |= memory.mixed[operand]!
    if (mixed !== 0) {
      this.runMixed(memory, rows)
      return
    }
    out.fill(1 - decisive, 0, rows)
    for (const operand of operands) {
      const values = memory.values[operand]!
      for (let row = 0; row < rows; row++) if (values[row] === decisive) out[row] = decisive
    }
    memory.mixed[this.to] = 0
  }

  private runMixed(memory: Memory, rows: number): void {
    const { reads: operands, decisive } = this
    const out = memory.values[this.to]!
    const states = memory.states[this.to]!
    for (let row = 0; row < rows; row++) {
      let worst = 0
      let isFirm = false
      let isDecided = false
      for (const operand of operands) {
        const state = memory.statesOf(operand)[row]!
        const decides = (state & (STATE | UNSURE)) === 0 && memory.values[operand]![row] === decisive
        isDecided ||= decides
        isFirm ||= decides && state === 0
        worst = worseState(worst, state)
      }
      const isUnsure = (worst & UNSURE) !== 0
      out[row] = isDecided ? decisive : 1 - decisive
      states[row] = isFirm ? 0 : isUnsure || !isDecided ? worst : UNVERIFIED
    }
    memory.mixed[this.to] = orOf(states, rows)
  }
}

export class NotStep extends FromOneStep {
  run(memory: Memory, rows: number): void {
    const out = memory.values[this.to]!
    const values = memory.values[this.from]!
    for (let row = 0; row < rows; row++) out[row] = 1 - values[row]!
    settle(memory, this.to, [this.from], rows, false)
  }
}
