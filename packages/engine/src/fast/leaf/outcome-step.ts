import { FAULT, MISSING, PRESENT, STATE, UNSURE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { NumberValue, Register } from '../value.ts'
import { type Applying, outcomeState } from './applying.ts'

/** Phases 1 and 2 as one state: what is decided before a method, over the method's own. */
export class OutcomeStep extends Step {
  readonly reads: readonly Register[]
  readonly writes: readonly Register[]

  constructor(
    private readonly to: Register,
    private readonly method: Register,
    private readonly applying: Applying,
  ) {
    super()
    this.reads = [method, applying.entry, ...applying.rules]
    this.writes = [to]
  }

  run(memory: Memory, rows: number): void {
    const { applying } = this
    memory.mixed[this.to] = 0
    if (applying.rules.length === 0 && (memory.mixed[applying.entry]! | memory.mixed[this.method]!) === 0) return
    const [out, states] = [memory.states[this.to]!, memory.statesOf(this.method)]
    let mixed = 0
    for (let row = 0; row < rows; row++) mixed |= out[row] = outcomeState(memory, applying, row, states[row]!)
    memory.mixed[this.to] = mixed
  }
}

/** A leaf's points as others read them (`score:`), where its outcome is what `outcome` says. */
export class BaseStep extends Step {
  readonly reads: readonly Register[]
  readonly writes: readonly Register[]

  /** isZero  whether a missing leaf counts as zero */
  constructor(
    private readonly to: { readonly num: Register; readonly den: Register | undefined },
    private readonly points: NumberValue,
    private readonly outcome: Register,
    private readonly isZero: boolean,
  ) {
    super()
    this.reads = [points.num, outcome, ...(points.den === undefined ? [] : [points.den])]
    this.writes = to.den === undefined ? [to.num] : [to.num, to.den]
  }

  run(memory: Memory, rows: number): void {
    const { to, points, outcome, isZero } = this
    const [out, nums] = [memory.values[to.num]!, memory.values[points.num]!]
    for (let row = 0; row < rows; row++) out[row] = nums[row]!
    const outDens = to.den === undefined ? undefined : memory.values[to.den]!
    if (outDens !== undefined) {
      const dens = memory.values[points.den!]!
      for (let row = 0; row < rows; row++) outDens[row] = dens[row]!
      memory.mixed[to.den!] = 0
    }
    let mixed = memory.mixed[outcome]!
    if (mixed !== 0) {
      const [outStates, states] = [memory.states[to.num]!, memory.states[outcome]!]
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
