import { Exact } from '@yardstick/model'
import type { CompiledLeaf } from '../../compile/compiled.ts'
import type { Outcome } from '../../evaluate/outcome.ts'
import { FAULT, MISSING, NOT_APPLICABLE, PRESENT, SAFE, UNSURE, UNVERIFIED } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'

/** Says what a method makes of one row by exact numbers, or gives the state of a value that is not there. */
export type RowMethod = (memory: Memory, row: number) => Outcome | number

/** A method that looks at more than numbers of one row: each row by itself. Clamped; points that are too long are UNSURE. */
export class RowMethodStep extends Step {
  constructor(
    private readonly to: { readonly num: Register; readonly den: Register },
    private readonly leaf: CompiledLeaf,
    readonly reads: readonly Register[],
    private readonly method: RowMethod,
    private readonly isOfDocument: boolean,
  ) {
    super()
  }

  get writes(): readonly Register[] {
    return [this.to.num, this.to.den]
  }

  override get readsDocument(): boolean {
    return this.isOfDocument
  }

  run(memory: Memory, rows: number): void {
    const { to, leaf, method } = this
    const nums = memory.values[to.num]!
    const dens = memory.values[to.den]!
    const states = memory.states[to.num]!
    let mixed = 0
    for (let row = 0; row < rows; row++) {
      const outcome = memory.hasSource ? method(memory, row) : UNSURE
      let state = typeof outcome === 'number' ? outcome : STATES[outcome.state]
      if (typeof outcome !== 'number' && outcome.state === 'present') {
        const { numerator, denominator } = outcome.score.clamp(Exact.zero, leaf.points)
        nums[row] = Number(numerator)
        dens[row] = Number(denominator)
        state = !(nums[row]! < SAFE && dens[row]! < SAFE) ? UNSURE : outcome.provisional ? UNVERIFIED : PRESENT
      }
      states[row] = state
      mixed |= state
    }
    memory.mixed[to.num] = mixed
    memory.mixed[to.den] = 0
  }
}

const STATES = { present: PRESENT, missing: MISSING, 'not-applicable': NOT_APPLICABLE, error: FAULT } as const
