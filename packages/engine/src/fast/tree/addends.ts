import type { Memory } from '../memory.ts'
import type { Register } from '../value.ts'

/** What is added up, and what each is multiplied with to come into the units of the sum. */
export class Addends {
  /** undefined where all factors are 1, as where all is rounded to the same digits. */
  private readonly factors: readonly number[] | undefined

  constructor(
    readonly nums: readonly Register[],
    factors: readonly number[],
  ) {
    this.factors = factors.every((factor) => factor === 1) ? undefined : factors
  }

  /** Their registers, where nothing is multiplied. */
  get unscaled(): readonly Register[] | undefined {
    return this.factors === undefined ? this.nums : undefined
  }

  /** The states of all of them in a block, or-ed. */
  mixed(memory: Memory): number {
    const { nums } = this
    const { mixed } = memory
    let seen = 0
    for (let at = 0; at < nums.length; at++) seen |= mixed[nums[at]!]!
    return seen
  }

  /** Writes the sum, whatever the states say. */
  addUp(memory: Memory, into: Float64Array, rows: number): void {
    if (this.factors !== undefined) this.scaled(memory, into, this.factors, rows)
    else this.plain(memory, into, rows)
  }

  /** The same of a memory of one row. */
  one({ cells }: Memory): number {
    const { nums, factors } = this
    let sum = 0
    if (factors === undefined) for (let at = 0; at < nums.length; at++) sum += cells[nums[at]!]!
    else for (let at = 0; at < nums.length; at++) sum += cells[nums[at]!]! * factors[at]!
    return sum
  }

  /** Four registers at a time: reading and writing the sum once more for each would cost as much as the additions. */
  private plain({ values }: Memory, into: Float64Array, rows: number): void {
    const { nums } = this
    let at = nums.length % 4
    const a = at > 0 ? values[nums[0]!]! : into
    const b = at > 1 ? values[nums[1]!]! : into
    const c = at > 2 ? values[nums[2]!]! : into
    if (at === 0) clear(into, rows)
    else if (at === 1) copy(a, into, rows)
    else if (at === 2) for (let row = 0; row < rows; row++) into[row] = a[row]! + b[row]!
    else for (let row = 0; row < rows; row++) into[row] = a[row]! + b[row]! + c[row]!
    for (; at < nums.length; at += 4) addFour(values, nums, at, into, rows)
  }

  private scaled({ values }: Memory, into: Float64Array, factors: readonly number[], rows: number): void {
    clear(into, rows)
    for (const [at, num] of this.nums.entries()) {
      const scores = values[num]!
      const factor = factors[at]!
      for (let row = 0; row < rows; row++) into[row] = into[row]! + scores[row]! * factor
    }
  }
}

function addFour(
  values: readonly Float64Array[],
  nums: readonly Register[],
  at: number,
  into: Float64Array,
  rows: number,
) {
  const a = values[nums[at]!]!
  const b = values[nums[at + 1]!]!
  const c = values[nums[at + 2]!]!
  const d = values[nums[at + 3]!]!
  for (let row = 0; row < rows; row++) into[row] = into[row]! + (a[row]! + b[row]!) + (c[row]! + d[row]!)
}

/** One register into another. Of few rows a loop is quicker than a call. */
export function copy(from: Float64Array, into: Float64Array, rows: number): void {
  if (rows === from.length && rows > FEW) into.set(from)
  else for (let row = 0; row < rows; row++) into[row] = from[row]!
}

export function clear(into: Float64Array, rows: number): void {
  if (rows > FEW) into.fill(0, 0, rows)
  else for (let row = 0; row < rows; row++) into[row] = 0
}

const FEW = 32
