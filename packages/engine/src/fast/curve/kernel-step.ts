import type { Place } from '../formula/place.ts'
import { STATE, UNSURE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import type { CurveTable } from './curve-table.ts'

/** A curve for all rows of a block. What is not present is computed too, and means nothing. */
export abstract class KernelStep extends Step {
  protected readonly num: Register
  protected readonly den: Register | undefined

  constructor(
    protected readonly to: Register,
    x: Place,
    protected readonly table: CurveTable,
  ) {
    super()
    this.num = x.num
    this.den = x.den
  }

  get reads(): readonly Register[] {
    return this.den === undefined ? [this.num] : [this.num, this.den]
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  /** The states of x, and UNSURE where its points came out as NaN. */
  protected takeStates(memory: Memory, rows: number, hasGaps: boolean): void {
    const { to, num } = this
    const mixed = memory.mixed[num]!
    if (mixed === 0 && !hasGaps) {
      memory.mixed[to] = 0
      return
    }
    const states = memory.states[to]!
    const from = memory.statesOf(num)
    const values = memory.values[to]!
    let all = 0
    for (let row = 0; row < rows; row++) {
      const state = from[row]!
      const isGap = (state & (STATE | UNSURE)) === 0 && Number.isNaN(values[row])
      states[row] = isGap ? UNSURE : state
      all |= states[row]!
    }
    memory.mixed[to] = all
  }
}

/** Whether what stands in a register means anything. */
export function isPresent(state: number): boolean {
  return (state & (STATE | UNSURE)) === 0
}
