import type { Memory } from '../memory.ts'
import type { Register } from '../value.ts'

/** What is added up; `factor` brings it into the units of the sum. */
export interface Addend {
  readonly num: Register
  readonly factor: number
}

export class Addends {
  /** Not where all is rounded to the same digits. */
  readonly isScaled: boolean

  constructor(readonly all: readonly Addend[]) {
    this.isScaled = all.some(({ factor }) => factor !== 1)
  }

  /** The states of all of them in a block, or-ed. */
  mixed({ mixed }: Memory): number {
    const { all } = this
    let seen = 0
    for (let at = 0; at < all.length; at++) seen |= mixed[all[at]!.num]!
    return seen
  }

  /** Writes the sum, whatever the states say. */
  addUp(memory: Memory, into: Float64Array, rows: number): void {
    if (this.isScaled) this.scaled(memory, into, rows)
    else this.plain(memory, into, rows)
  }

  /** The same of a memory of one row. */
  one({ cells }: Memory): number {
    const { all } = this
    let sum = 0
    for (let at = 0; at < all.length; at++) {
      const { num, factor } = all[at]!
      sum += cells[num]! * factor
    }
    return sum
  }

  /** Four registers at a time: reading and writing the sum once more for each would cost as much as the additions. */
  private plain({ values }: Memory, into: Float64Array, rows: number): void {
    const { all } = this
    let at = all.length % 4
    const a = at > 0 ? values[all[0]!.num]! : into
    const b = at > 1 ? values[all[1]!.num]! : into
    const c = at > 2 ? values[all[2]!.num]! : into
    if (at === 0) clear(into, rows)
    else if (at === 1) copy(a, into, rows)
    else if (at === 2) for (let row = 0; row < rows; row++) into[row] = a[row]! + b[row]!
    else for (let row = 0; row < rows; row++) into[row] = a[row]! + b[row]! + c[row]!
    for (; at < all.length; at += 4) addFour(values, all, at, into, rows)
  }

  private scaled({ values }: Memory, into: Float64Array, rows: number): void {
    clear(into, rows)
    for (const { num, factor } of this.all) {
      const scores = values[num]!
      for (let row = 0; row < rows; row++) into[row] = into[row]! + scores[row]! * factor
    }
  }
}

function addFour(
  values: readonly Float64Array[],
  all: readonly Addend[],
  at: number,
  into: Float64Array,
  rows: number,
) {
  const a = values[all[at]!.num]!
  const b = values[all[at + 1]!.num]!
  const c = values[all[at + 2]!.num]!
  const d = values[all[at + 3]!.num]!
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
