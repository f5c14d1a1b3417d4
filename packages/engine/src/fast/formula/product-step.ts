import { SAFE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
import type { Register } from '../value.ts'
import { settle } from './settle.ts'

/** a × b, for whole numbers or for the numerators of fractions of which at most one has a denominator. */
export class ProductStep extends Step {
  constructor(
    private readonly to: Register,
    private readonly a: Register,
    private readonly b: Register,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return [this.a, this.b]
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const out = memory.values[this.to]!
    const a = memory.values[this.a]!
    const b = memory.values[this.b]!
    let hasGaps = false
    for (let row = 0; row < rows; row++) {
      // Plus 0: no −0 goes out.
      const product = a[row]! * b[row]! + 0
      if (product <= SAFE && product >= -SAFE) out[row] = product
      else {
        out[row] = Number.NaN
        hasGaps = true
      }
    }
    settle(memory, this.to, [this.a, this.b], rows, hasGaps)
  }
}

/** Two fractions. */
export interface Fractions {
  readonly a: Register
  readonly aDen: Register
  readonly b: Register
  readonly bDen: Register
}

/** The product or the sum of two fractions. */
export class FractionsStep extends Step {
  constructor(
    private readonly to: Register,
    private readonly den: Register,
    private readonly of: Fractions,
    private readonly isSum: boolean,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return [this.of.a, this.of.b, this.of.aDen, this.of.bDen]
  }

  get writes(): readonly Register[] {
    return [this.to, this.den]
  }

  run(memory: Memory, rows: number): void {
    const { of, isSum } = this
    const out = memory.values[this.to]!
    const den = memory.values[this.den]!
    const a = memory.values[of.a]!
    const b = memory.values[of.b]!
    const aDen = memory.values[of.aDen]!
    const bDen = memory.values[of.bDen]!
    let hasGaps = false
    for (let row = 0; row < rows; row++) {
      const below = aDen[row]! * bDen[row]!
      const isHeld = isSum
        ? add(out, row, a[row]!, bDen[row]!, b[row]!, aDen[row]!)
        : multiply(out, row, a[row]!, b[row]!)
      if (isHeld && below <= SAFE) den[row] = below
      else {
        out[row] = Number.NaN
        hasGaps = true
      }
    }
    settle(memory, this.to, [of.a, of.b], rows, hasGaps)
    memory.mixed[this.den] = 0
  }
}

function multiply(out: Float64Array, row: number, a: number, b: number): boolean {
  const product = a * b + 0
  out[row] = product
  return product <= SAFE && product >= -SAFE
}

/** a × aTimes + b × bTimes */
function add(out: Float64Array, row: number, a: number, aTimes: number, b: number, bTimes: number): boolean {
  const left = a * aTimes
  const right = b * bTimes
  out[row] = left + right
  return Math.abs(left) + Math.abs(right) <= SAFE
}
