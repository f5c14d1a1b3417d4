import { SAFE } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { Step } from '../step.ts'
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
  readonly reads: readonly Register[]
  readonly writes: readonly Register[]
  private readonly nums: readonly Register[]

  /** isMany  what does not apply is left out, as functions over many values do */
  constructor(
    private readonly to: Register,
    private readonly terms: readonly Term[],
    private readonly constant: number,
    private readonly isMany: boolean,
  ) {
    super()
    this.nums = terms.map(({ num }) => num)
    this.reads = [...this.nums, ...terms.flatMap(({ by }) => (by === undefined ? [] : [by]))]
    this.writes = [to]
  }

  run(memory: Memory, rows: number): void {
    const hasGaps = this.isShort() ? this.addTwo(memory, rows) : this.addAll(memory, rows)
    if (this.isMany) settleMany(memory, this.to, this.nums, rows, hasGaps)
    else settle(memory, this.to, this.nums, rows, hasGaps)
  }

  private isShort(): boolean {
    const { terms } = this
    return terms.length === 2 && terms[0]!.by === undefined && terms[1]!.by === undefined
  }

  private addTwo(memory: Memory, rows: number): boolean {
    const { constant } = this
    const [first, second] = this.terms as [Term, Term]
    const out = memory.values[this.to]!
    const a = memory.values[first.num]!
    const b = memory.values[second.num]!
    const timesA = first.times
    const timesB = second.times
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
    return hasGaps
  }

  private addAll(memory: Memory, rows: number): boolean {
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
    return hasGaps
  }
}
