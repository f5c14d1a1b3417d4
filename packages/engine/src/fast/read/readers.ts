import { type Entry, entryOf } from '@yardstick/model'
import { PRESENT } from '../lane.ts'
import type { Memory } from '../memory.ts'
import type { Register } from '../value.ts'
import { elementsBits } from './elements-bits.ts'
import { interned } from './interned.ts'
import type { PlainNumber } from './plain-number.ts'

/** Reads the entry of one id into its registers. */
interface Reader {
  readonly input: { readonly num: Register }
  /** The state where there is no entry. */
  readonly nothing: number
  /** Where a JSON number is read as so many units between two bounds, and nothing else is asked of it. */
  readonly plainNumber?: PlainNumber | undefined
  /** Where an entry is the elements that are met: their ids. */
  readonly elements?: readonly string[]
  read(entry: Entry, memory: Memory, row: number): number
  /** What `read` writes of an entry that is plain, present and verified; NaN of any other. */
  plainOf(entry: Entry, memory: Memory): number
}

/**
 * The readers of all entries of one kind. Documents that come in a row mostly have the same ids in the same order, and
 * going along with them is several times faster than asking for each id: so the order of the last document is remembered
 * and each id compared with the one expected there.
 *
 * What is needed for each plain number stands side by side in lists: what costs in reading a document is how far apart in
 * memory its values lie, and readers that are asked one by one double that.
 */
export class Readers<R extends Reader> {
  /** Of those that are read in the document's order: places in `all`. */
  private readonly placeById: ReadonlyMap<string, number>
  /** Of those that are read by name. */
  private readonly allIds: readonly string[]
  /** Ids of the last document, and the places of their readers, −1 where nobody reads them. */
  private readonly ids: string[] = []
  private readonly order: number[] = []
  /** By place. */
  private readonly nums: Int32Array
  private readonly nothings: Uint8Array
  private readonly powers: Float64Array
  private readonly leasts: Float64Array
  private readonly mosts: Float64Array
  /** The number of the last fill in which its entry was there. */
  private readonly seen: Float64Array
  /** How many mean something by having no entry. */
  private readonly expected: number
  private readonly elements: readonly (readonly string[] | undefined)[]
  private readonly isByName: boolean
  /** Some names, such as "constructor", are found in objects that do not have them. */
  private readonly hasOddNames: boolean
  private fills = 0

  constructor(
    readonly all: readonly R[],
    idOf: (reader: R) => string,
  ) {
    this.expected = all.filter(({ nothing }) => nothing !== PRESENT).length
    this.isByName = this.expected === all.length || this.expected > MANY
    this.allIds = this.isByName ? all.map((reader) => interned(idOf(reader))) : []
    this.placeById = new Map(this.isByName ? [] : all.map((reader, place) => [idOf(reader), place]))
    this.hasOddNames = this.allIds.some((id) => id in Object.prototype)
    this.nums = Int32Array.from(all, ({ input }) => input.num)
    this.nothings = Uint8Array.from(all, ({ nothing }) => nothing)
    // Of what is no plain number nothing equals NaN units.
    this.powers = Float64Array.from(all, ({ plainNumber }) => plainNumber?.power ?? Number.NaN)
    this.leasts = Float64Array.from(all, ({ plainNumber }) => plainNumber?.least ?? 0)
    this.mosts = Float64Array.from(all, ({ plainNumber }) => plainNumber?.most ?? 0)
    this.elements = this.isByName ? [] : all.map(({ elements }) => elements)
    this.seen = new Float64Array(this.isByName ? 0 : all.length)
  }

  /** Every reader has its entry, or what nothing means for it. */
  fill(memory: Memory, row: number, entries: { readonly [id: string]: Entry }): void {
    if (this.isByName) this.fillById(memory, row, entries)
    else this.fillInOrder(memory, row, entries)
  }

  private fillInOrder(memory: Memory, row: number, entries: { readonly [id: string]: Entry }): void {
    const ids = this.ids
    const order = this.order
    const seen = this.seen
    const fill = ++this.fills
    let position = 0
    let count = 0
    for (const id in entries) {
      const place = ids[position] === id ? order[position]! : this.expect(id, position)
      position++
      if (place < 0) continue
      const entry = entries[id]
      if (entry === undefined) continue
      this.read(place, entry, memory, row)
      seen[place] = fill
      count++
    }
    const nums = this.nums
    const nothings = this.nothings
    if (count === nums.length) return
    const mixed = memory.mixed
    for (let place = 0; place < nums.length; place++) {
      if (seen[place] === fill) continue
      if (row === 0 && nothings[place] === PRESENT) mixed[nums[place]!] = PRESENT
      else memory.set(nums[place]!, row, nothings[place]!)
    }
  }

  /** From now on this id is expected at this place of a document. */
  private expect(id: string, position: number): number {
    const place = this.placeById.get(id) ?? -1
    this.ids[position] = id
    this.order[position] = place
    return place
  }

  private fillById(memory: Memory, row: number, entries: { readonly [id: string]: Entry }): void {
    const allIds = this.allIds
    const hasOddNames = this.hasOddNames
    for (let place = 0; place < allIds.length; place++) {
      const id = allIds[place]!
      const entry = hasOddNames ? entryOf(entries, id) : entries[id]
      if (entry === undefined) memory.set(this.nums[place]!, row, this.nothings[place]!)
      else this.read(place, entry, memory, row)
    }
  }

  /**
   * The same in a memory of one row, as far as all is present and verified. States are not written.
   *
   * returns  whether it is, and all is read
   */
  fillPlain(memory: Memory, entries: { readonly [id: string]: Entry }): boolean {
    return this.isByName ? this.plainById(memory, entries) : this.plainInOrder(memory, entries)
  }

  /** First all values, whatever they are: asking an object for many names waits for memory, and nothing else should. */
  private plainById(memory: Memory, entries: { readonly [id: string]: Entry }): boolean {
    const cells = memory.cells
    const { allIds, hasOddNames, nums, powers, leasts, mosts } = this
    const values = roomFor(allIds.length)
    for (let place = 0; place < allIds.length; place++) {
      const id = allIds[place]!
      const entry = hasOddNames ? entryOf(entries, id) : entries[id]
      values[place] = typeof entry === 'number' ? entry : Number.NaN
    }
    for (let place = 0; place < allIds.length; place++) {
      const value = values[place]!
      const power = powers[place]!
      const units = Math.round(value * power)
      if (units / power === value && units >= leasts[place]! && units <= mosts[place]!) cells[nums[place]!] = units + 0
      else if (!this.plainOther(place, entryOf(entries, allIds[place]!), memory)) return false
    }
    return true
  }

  /** An entry that is no plain number. */
  private plainOther(place: number, entry: Entry | undefined, memory: Memory): boolean {
    if (entry === undefined) return this.nothings[place] === PRESENT
    const value = this.all[place]!.plainOf(entry, memory)
    memory.cells[this.nums[place]!] = value
    return !Number.isNaN(value)
  }

  private plainInOrder(memory: Memory, entries: { readonly [id: string]: Entry }): boolean {
    const cells = memory.cells
    const { ids, order, nums, nothings, elements } = this
    let position = 0
    let count = 0
    for (const id in entries) {
      const place = ids[position] === id ? order[position]! : this.expect(id, position)
      position++
      if (place < 0) continue
      const entry = entries[id]
      if (entry === undefined) continue
      const listed = elements[place]
      if (listed !== undefined && typeof entry === 'object' && entry !== null && 'elements' in entry) {
        const bits = elementsBits(entry, listed)
        if (bits < 0) return false
        cells[nums[place]!] = bits
      } else {
        // Where nothing is all that may be plain, an entry is looked at the long way.
        if (nothings[place] === PRESENT || !this.plainOther(place, entry, memory)) return false
      }
      count++
    }
    return count === this.expected
  }

  private read(place: number, entry: Entry, memory: Memory, row: number): void {
    const num = this.nums[place]!
    if (typeof entry === 'number') {
      const power = this.powers[place]!
      const units = Math.round(entry * power)
      // As `unitsOfNumber`: the decimal that the double prints as.
      if (units / power === entry && units >= this.leasts[place]! && units <= this.mosts[place]!) {
        // Adding 0 makes −0 a 0.
        memory.values[num]![row] = units + 0
        if (row === 0) memory.mixed[num] = PRESENT
        else memory.set(num, row, PRESENT)
        return
      }
    }
    memory.set(num, row, this.all[place]!.read(entry, memory, row))
  }
}

/** Objects of 128 entries and more are hash tables: their ids take longer to list than to find. */
const MANY = 64

let room = new Float64Array(0)

/** One for all readers: what stands in it is read at once. */
function roomFor(count: number): Float64Array {
  if (room.length < count) room = new Float64Array(2 * count)
  return room
}
