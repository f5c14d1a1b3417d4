import { FAULT, MISSING, PRESENT, STATE, UNSURE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { NumberValue, Register } from '../value.ts'

/** A leaf's points as others read them (`score:`), where its outcome is what `outcome` says. */
export class BaseStep extends Step {
  /** isZero  whether a missing leaf counts as zero */
  constructor(
    private readonly to: { readonly num: Register; readonly den: Register | undefined },
    private readonly points: NumberValue,
    private readonly outcome: Register,
    private readonly isZero: boolean,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    const { num, den } = this.points
    return den === undefined ? [num, this.outcome] : [num, den, this.outcome]
  }

  get writes(): readonly Register[] {
    const { num, den } = this.to
    return den === undefined ? [num] : [num, den]
  }

  run(memory: Memory, rows: number): void {
    const { to, points, outcome, isZero } = this
    const out = memory.values[to.num]!
    const nums = memory.values[points.num]!
    for (let row = 0; row < rows; row++) out[row] = nums[row]!
    const outDens = to.den === undefined ? undefined : memory.values[to.den]!
    if (outDens !== undefined) {
      const dens = memory.values[points.den!]!
      for (let row = 0; row < rows; row++) outDens[row] = dens[row]!
      memory.mixed[to.den!] = 0
    }
    let mixed = memory.mixed[outcome]!
    if (mixed !== 0) {
      const outStates = memory.states[to.num]!
      const states = memory.states[outcome]!
      mixed = 0
      for (let row = 0; row < rows; row++) {
        let state = states[row]!
        const kind = state & STATE
        if ((state & UNSURE) === 0 && kind !== PRESENT && kind !== FAULT) {
          state = MISSING
          if (isZero && kind === MISSING) {
            state = PRESENT
            out[row] = 0
            if (outDens !== undefined) outDens[row] = 1
          }
        }
        outStates[row] = state
        mixed |= state
      }
    }
    memory.mixed[to.num] = mixed
  }
}
