import { SAFE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { productSign } from '../products.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import type { Chosen } from './choose-step.ts'
import { densOf, type Place } from './place.ts'
import { settleMany } from './settle.ts'

/** The smaller or the larger of two numbers, brought to their common scale. */
export class ExtremeStep extends Step {
  /** side  −1 for the smaller, 1 for the larger */
  constructor(
    private readonly to: Place,
    private readonly first: Chosen,
    private readonly second: Chosen,
    private readonly side: -1 | 1,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return [this.first.num, this.second.num, ...densOf(this.first, this.second)]
  }

  get writes(): readonly Register[] {
    return [this.to.num, ...densOf(this.to)]
  }

  run(memory: Memory, rows: number): void {
    const { to, first, second, side } = this
    const out = memory.values[to.num]!
    const outDen = to.den === undefined ? undefined : memory.values[to.den]!
    const a = memory.values[first.num]!
    const b = memory.values[second.num]!
    const aDen = first.den === undefined ? undefined : memory.values[first.den]!
    const bDen = second.den === undefined ? undefined : memory.values[second.den]!
    const timesA = first.times
    const timesB = second.times
    let hasGaps = false
    for (let row = 0; row < rows; row++) {
      const left = timesA * a[row]!
      const right = timesB * b[row]!
      const leftDen = aDen === undefined ? 1 : aDen[row]!
      const rightDen = bDen === undefined ? 1 : bDen[row]!
      if (Math.abs(left) <= SAFE && Math.abs(right) <= SAFE) {
        const isSecond = productSign(right, leftDen, left, rightDen) * side > 0
        out[row] = isSecond ? right : left
        if (outDen !== undefined) outDen[row] = isSecond ? rightDen : leftDen
      } else {
        out[row] = Number.NaN
        hasGaps = true
      }
    }
    settleMany(memory, to.num, [first.num, second.num], rows, hasGaps)
    if (to.den !== undefined) memory.mixed[to.den] = 0
  }
}
