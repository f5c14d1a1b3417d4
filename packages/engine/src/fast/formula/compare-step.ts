import type { CompareNode } from '@yardstick/formula'
import { SAFE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { productSign } from '../products.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import { densOf, type Place } from './place.ts'
import { settle } from './settle.ts'

/** What each operator says of a negative, a zero and a positive difference. */
export const TRUTHS: {
  readonly [O in CompareNode['operator']]: readonly [below: number, equal: number, above: number]
} = {
  '=': [0, 1, 0],
  '<>': [1, 0, 1],
  '<': [1, 0, 0],
  '<=': [1, 1, 0],
  '>': [0, 0, 1],
  '>=': [0, 1, 1],
}

/** left.times × left.num ÷ left.den beside the same of the right, which is compared exactly at any size. */
export interface Side extends Place {
  readonly times: number
}

export class CompareStep extends Step {
  constructor(
    private readonly to: Register,
    private readonly operator: CompareNode['operator'],
    private readonly left: Side,
    private readonly right: Side,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return [this.left.num, this.right.num, ...densOf(this.left, this.right)]
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const { left, right } = this
    const [below, equal, above] = TRUTHS[this.operator]
    const out = memory.values[this.to]!
    const a = memory.values[left.num]!
    const b = memory.values[right.num]!
    const aDen = left.den === undefined ? undefined : memory.values[left.den]!
    const bDen = right.den === undefined ? undefined : memory.values[right.den]!
    const timesA = left.times
    const timesB = right.times
    let hasGaps = false
    for (let row = 0; row < rows; row++) {
      const onLeft = timesA * a[row]!
      const onRight = timesB * b[row]!
      if (Math.abs(onLeft) <= SAFE && Math.abs(onRight) <= SAFE) {
        const sign = productSign(
          onLeft,
          bDen === undefined ? 1 : bDen[row]!,
          onRight,
          aDen === undefined ? 1 : aDen[row]!,
        )
        out[row] = sign < 0 ? below : sign > 0 ? above : equal
      } else {
        out[row] = Number.NaN
        hasGaps = true
      }
    }
    settle(memory, this.to, [left.num, right.num], rows, hasGaps)
  }
}

/** num ÷ den beside a constant upper ÷ lower. */
export class CompareConstantStep extends Step {
  constructor(
    private readonly to: Register,
    private readonly operator: CompareNode['operator'],
    private readonly left: Place,
    private readonly right: { readonly upper: number; readonly lower: number },
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return [this.left.num, ...densOf(this.left)]
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const { upper, lower } = this.right
    const [below, equal, above] = TRUTHS[this.operator]
    const out = memory.values[this.to]!
    const num = memory.values[this.left.num]!
    const den = this.left.den === undefined ? undefined : memory.values[this.left.den]!
    for (let row = 0; row < rows; row++) {
      const sign = productSign(num[row]!, lower, upper, den === undefined ? 1 : den[row]!)
      out[row] = sign < 0 ? below : sign > 0 ? above : equal
    }
    settle(memory, this.to, [this.left.num], rows, false)
  }
}
