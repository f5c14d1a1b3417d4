import { type Entry, entryOf } from '@yardstick/model'
import { PRESENT } from '../lane.ts'
import type { Memory } from '../memory.ts'
import type { Register } from '../value.ts'
import { interned } from './interned.ts'

/** Reads the entry of one id into its registers. */
interface Reader {
  readonly input: { readonly num: Register }
  /** The number of the last fill in which its entry was there. */
  seen: number
  /** The state where there is no entry. */
  readonly nothing: number
  read(entry: Entry, memory: Memory, row: number): number
}

/**
 * The readers of all entries of one kind. Documents that come in a row mostly have the same ids in the same order, and
 * going along with them is several times faster than asking for each id: so the order of the last document is remembered
 * and each id compared with the one expected there.
 */
export class Readers<R extends Reader> {
  /** Of those that are read in the document's order. */
  private readonly readerById: ReadonlyMap<string, R>
  /** Of those that are read by name. */
  private readonly allIds: readonly string[]
  /** Ids of the last document, and their readers. */
  private readonly ids: string[] = []
  private readonly order: (R | undefined)[] = []
  private readonly isByName: boolean
  /** Some names, such as "constructor", are found in objects that do not have them. */
  private readonly hasOddNames: boolean
  private fills = 0

  constructor(
    readonly all: readonly R[],
    idOf: (reader: R) => string,
  ) {
    this.isByName = all.filter(({ nothing }) => nothing !== PRESENT).length > MANY
    this.allIds = this.isByName ? all.map((reader) => interned(idOf(reader))) : []
    this.readerById = new Map(this.isByName ? [] : all.map((reader) => [idOf(reader), reader]))
    this.hasOddNames = this.allIds.some((id) => id in Object.prototype)
  }

  /** Every reader has its entry, or what nothing means for it. */
  fill(memory: Memory, row: number, entries: { readonly [id: string]: Entry }): void {
    if (this.isByName) this.fillById(memory, row, entries)
    else this.fillInOrder(memory, row, entries)
  }

  private fillInOrder(memory: Memory, row: number, entries: { readonly [id: string]: Entry }): void {
    const { ids, order, all } = this
    const fill = ++this.fills
    let position = 0
    let count = 0
    for (const id in entries) {
      const reader = ids[position] === id ? order[position] : this.expect(id, position)
      position++
      if (reader === undefined) continue
      const entry = entries[id]
      if (entry === undefined) continue
      memory.set(reader.input.num, row, reader.read(entry, memory, row))
      reader.seen = fill
      count++
    }
    if (count === all.length) return
    for (let index = 0; index < all.length; index++) {
      const reader = all[index]!
      if (reader.seen !== fill) memory.set(reader.input.num, row, reader.nothing)
    }
  }

  /** From now on this id is expected at this place. */
  private expect(id: string, position: number): R | undefined {
    this.ids[position] = id
    this.order[position] = this.readerById.get(id)
    return this.order[position]
  }

  private fillById(memory: Memory, row: number, entries: { readonly [id: string]: Entry }): void {
    const { all, allIds, hasOddNames } = this
    for (let index = 0; index < all.length; index++) {
      const reader = all[index]!
      const id = allIds[index]!
      const entry = hasOddNames ? entryOf(entries, id) : entries[id]
      memory.set(reader.input.num, row, entry === undefined ? reader.nothing : reader.read(entry, memory, row))
    }
  }
}

/** Objects of 128 entries and more are hash tables: their ids take longer to list than to find. */
const MANY = 64
