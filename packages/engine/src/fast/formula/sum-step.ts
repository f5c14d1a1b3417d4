import { SAFE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { type QuickStep, Step } from '../step.ts'
import type { Register } from '../value.ts'
import { settle, settleMany } from './settle.ts'

/** A whole number times a register, or times the product of two. */
export interface Term {
  readonly times: number
  readonly num: Register
  /** The other term's denominator, where two fractions are brought to one. */
  readonly by?: Register | undefined
}

/** constant + Σ times × num (× by). */
export class SumStep extends Step {
  /** isMany  what does not apply is left out, as functions over many values do */
  constructor(
    private readonly to: Register,
    private readonly terms: readonly Term[],
    private readonly constant: number,
    private readonly isMany: boolean,
  ) {
    super()
  }

  get reads(): readonly Register[] {
    return this.terms.flatMap(({ num, by }) => (by === undefined ? [num] : [num, by]))
  }

  get writes(): readonly Register[] {
    return [this.to]
  }

  run(memory: Memory, rows: number): void {
    const { constant, terms } = this
    const out = memory.values[this.to]!
    const columns = terms.map(({ num }) => memory.values[num]!)
    const factors = terms.map(({ by }) => (by === undefined ? undefined : memory.values[by]!))
    let hasGaps = false
    for (let row = 0; row < rows; row++) {
      let total = constant
      let size = Math.abs(constant)
      for (let index = 0; index < columns.length; index++) {
        let product = terms[index]!.times * columns[index]![row]!
        const factor = factors[index]
        if (factor !== undefined) {
          size += Math.abs(product)
          product *= factor[row]!
        }
        total += product
        size += Math.abs(product)
      }
      if (size <= SAFE) out[row] = total
      else {
        out[row] = Number.NaN
        hasGaps = true
      }
    }
    const nums = terms.map(({ num }) => num)
    if (this.isMany) settleMany(memory, this.to, nums, rows, hasGaps)
    else settle(memory, this.to, nums, rows, hasGaps)
  }
}

/** constant + timesA × a + timesB × b: the difference of two amounts, mostly. */
export class PairSumStep extends Step {
  constructor(
    private readonly to: Register,
    private readonly a: Register,
    private readonly timesA: number,
    private readonly b: Register,
    private readonly timesB: number,
    private readonly constant: number,
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
    const { timesA, timesB, constant } = this
    const out = memory.values[this.to]!
    const a = memory.values[this.a]!
    const b = memory.values[this.b]!
    const room = SAFE - Math.abs(constant)
    let hasGaps = false
    for (let row = 0; row < rows; row++) {
      const left = timesA * a[row]!
      const right = timesB * b[row]!
      if (Math.abs(left) + Math.abs(right) <= room) out[row] = constant + left + right
      else {
        out[row] = Number.NaN
        hasGaps = true
      }
    }
    settle(memory, this.to, [this.a, this.b], rows, hasGaps)
  }

  override get quick(): QuickStep {
    return this
  }

  runPlain({ cells }: Memory): boolean {
    const left = this.timesA * cells[this.a]!
    const right = this.timesB * cells[this.b]!
    cells[this.to] = this.constant + left + right
    return Math.abs(left) + Math.abs(right) <= SAFE - Math.abs(this.constant)
  }

  runEach(steps: readonly PairSumStep[], memory: Memory): boolean {
    for (let index = 0; index < steps.length; index++) if (!steps[index]!.runPlain(memory)) return false
    return true
  }
}
