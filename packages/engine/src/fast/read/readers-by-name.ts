import { type Entry, entryOf } from '@yardstick/model'
import { PRESENT } from '../lane.ts'
import type { Memory } from '../memory.ts'
import type { Register } from '../value.ts'
import { interned } from './interned.ts'
import type { Entries, Reader, Readers } from './reader.ts'

/**
 * Asks for each id by its name.
 *
 * What is needed for each plain number stands side by side in lists: what costs in reading a document is how far apart in
 * memory its values lie, and readers that are asked one by one double that.
 */
export class ReadersByName implements Readers {
  private readonly ids: readonly string[]
  /** Some names, such as "constructor", are found in objects that do not have them. */
  private readonly hasOddNames: boolean
  private readonly nums: readonly Register[]
  /** Of plain numbers: units in 1, least and most; of what is none nothing equals NaN units. */
  private readonly limits: Float64Array

  constructor(
    private readonly all: readonly Reader[],
    ids: readonly string[],
  ) {
    this.ids = ids.map(interned)
    this.hasOddNames = ids.some((id) => id in Object.prototype)
    this.nums = all.map(({ input }) => input.num)
    this.limits = new Float64Array(LIMITS * all.length)
    for (const [place, { plainNumber }] of all.entries()) {
      this.limits[LIMITS * place] = plainNumber?.power ?? Number.NaN
      this.limits[LIMITS * place + 1] = plainNumber?.least ?? 0
      this.limits[LIMITS * place + 2] = plainNumber?.most ?? 0
    }
  }

  fill(memory: Memory, row: number, entries: Entries): void {
    const { ids, hasOddNames } = this
    for (let place = 0; place < ids.length; place++) {
      const id = ids[place]!
      const entry = hasOddNames ? entryOf(entries, id) : entries[id]
      this.read(place, entry, memory, row)
    }
  }

  private read(place: number, entry: Entry | undefined, memory: Memory, row: number): void {
    const num = this.nums[place]!
    if (typeof entry === 'number') {
      const { limits } = this
      const at = LIMITS * place
      const power = limits[at]!
      const units = Math.floor(entry * power + 0.5)
      // As `unitsOfNumber`: the decimal that the double prints as.
      if (units / power === entry && units >= limits[at + 1]! && units <= limits[at + 2]!) {
        // Adding 0 makes −0 a 0.
        memory.values[num]![row] = units + 0
        if (row === 0) memory.mixed[num] = PRESENT
        else memory.set(num, row, PRESENT)
        return
      }
    }
    const reader = this.all[place]!
    memory.set(num, row, entry === undefined ? reader.nothing : reader.read(entry, memory, row))
  }

  /** First all values, whatever they are: asking an object for many names waits for memory, and nothing else should. */
  fillPlain(memory: Memory, entries: Entries): boolean {
    const cells = memory.cells
    const { ids, hasOddNames, nums, limits } = this
    const values = roomFor(ids.length)
    for (let place = 0; place < ids.length; place++) {
      const id = ids[place]!
      const entry = hasOddNames ? entryOf(entries, id) : entries[id]
      values[place] = typeof entry === 'number' ? entry : Number.NaN
    }
    for (let place = 0, at = 0; place < ids.length; place++, at += LIMITS) {
      const value = values[place]!
      const power = limits[at]!
      const units = Math.floor(value * power + 0.5)
      if (units / power === value && units >= limits[at + 1]! && units <= limits[at + 2]!) {
        cells[nums[place]!] = units + 0
      } else if (!this.readPlain(place, entryOf(entries, ids[place]!), memory)) return false
    }
    return true
  }

  /** What is no plain number. */
  private readPlain(place: number, entry: Entry | undefined, memory: Memory): boolean {
    const reader = this.all[place]!
    if (entry === undefined) return reader.nothing === PRESENT
    const value = reader.plainOf(entry, memory)
    memory.cells[this.nums[place]!] = value
    return !Number.isNaN(value)
  }
}

const LIMITS = 3

let room = new Float64Array(0)

/** One for all readers: what stands in it is read at once. */
function roomFor(count: number): Float64Array {
  if (room.length < count) room = new Float64Array(2 * count)
  return room
}
