import type { Memory } from '../memory.ts'
import type { Register } from '../value.ts'

/** What is added up, and what it is multiplied with to come into the units of the sum. */
export interface Addend {
  readonly num: Register
  readonly factor: number
}

/**
 * Writes Σ num × factor, whatever the states say. Four registers at a time: reading and writing the sum once more for each
 * would cost as much as the additions.
 */
export function addUp(memory: Memory, into: Float64Array, addends: readonly Addend[], rows: number): void {
  let at = addends.length % 4
  addFirst(memory, into, addends, at, rows)
  for (; at < addends.length; at += 4) {
    const first = addends[at]!
    const second = addends[at + 1]!
    const third = addends[at + 2]!
    const fourth = addends[at + 3]!
    const a = memory.values[first.num]!
    const b = memory.values[second.num]!
    const c = memory.values[third.num]!
    const d = memory.values[fourth.num]!
    const { factor: s } = first
    const { factor: t } = second
    const { factor: u } = third
    const { factor: v } = fourth
    for (let row = 0; row < rows; row++) {
      into[row] = into[row]! + (a[row]! * s + b[row]! * t) + (c[row]! * u + d[row]! * v)
    }
  }
}

function addFirst(memory: Memory, into: Float64Array, addends: readonly Addend[], count: number, rows: number): void {
  const a = count > 0 ? memory.values[addends[0]!.num]! : into
  const b = count > 1 ? memory.values[addends[1]!.num]! : into
  const c = count > 2 ? memory.values[addends[2]!.num]! : into
  const s = count > 0 ? addends[0]!.factor : 0
  const t = count > 1 ? addends[1]!.factor : 0
  const u = count > 2 ? addends[2]!.factor : 0
  if (count === 1 && s === 1 && rows === into.length && rows > FEW) into.set(a)
  else if (count === 1) for (let row = 0; row < rows; row++) into[row] = a[row]! * s
  else if (count === 2) for (let row = 0; row < rows; row++) into[row] = a[row]! * s + b[row]! * t
  else if (count === 3) for (let row = 0; row < rows; row++) into[row] = a[row]! * s + b[row]! * t + c[row]! * u
  else for (let row = 0; row < rows; row++) into[row] = 0
}

/** Up to so many rows a loop is quicker than a call that copies. */
const FEW = 32
