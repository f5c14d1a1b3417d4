import type { Entry, JudgedValue } from '@yardstick/model'
import { PRESENT } from '../lane.ts'
import type { Memory } from '../memory.ts'
import { elementsBits } from './elements-bits.ts'
import type { Entries, Reader, Readers } from './reader.ts'

/**
 * Goes along with the ids of a document. Documents that come in a row mostly have the same ids in the same order: so the
 * order of the last document is remembered and each id compared with the one expected there, which is several times faster
 * than asking for each id that might be there.
 */
export class ReadersInOrder implements Readers {
  /** Ids of the last document, and the places of their readers, −1 where nobody reads them. */
  private readonly ids: string[] = []
  private readonly order: number[] = []
  /** By place: the number of the last fill in which its entry was there. */
  private readonly seen: number[]
  private fills = 0

  /**
   * names     their ids, by place
   * expected  of how many to have no entry means something
   */
  constructor(
    private readonly all: readonly Reader[],
    private readonly names: readonly string[],
    private readonly expected: number,
  ) {
    this.seen = all.map(() => 0)
  }

  fill(memory: Memory, row: number, entries: Entries): void {
    const { all, ids, order, seen } = this
    const fill = ++this.fills
    let position = 0
    let count = 0
    for (const id in entries) {
      const place = ids[position] === id ? order[position]! : this.expect(id, position)
      position++
      if (place < 0) continue
      const entry = entries[id]
      if (entry === undefined) continue
      const reader = all[place]!
      memory.set(reader.input.num, row, reader.read(entry, memory, row))
      seen[place] = fill
      count++
    }
    if (count === all.length) return
    const mixed = memory.mixed
    for (let place = 0; place < all.length; place++) {
      if (seen[place] === fill) continue
      const { input, nothing } = all[place]!
      if (row === 0 && nothing === PRESENT) mixed[input.num] = PRESENT
      else memory.set(input.num, row, nothing)
    }
  }

  /** From now on this id is expected at this place of a document. */
  private expect(id: string, position: number): number {
    const place = this.names.indexOf(id)
    this.ids[position] = id
    this.order[position] = place
    return place
  }

  fillPlain(memory: Memory, entries: Entries): boolean {
    const cells = memory.cells
    const { all, ids, order } = this
    let position = 0
    let count = 0
    for (const id in entries) {
      const place = ids[position] === id ? order[position]! : this.expect(id, position)
      position++
      if (place < 0) continue
      const entry = entries[id]
      if (entry === undefined) continue
      const reader = all[place]!
      const { elements, input } = reader
      let value: number
      if (elements !== undefined && isBare(entry)) {
        value = elementsBits(entry, elements)
        if (value < 0) return false
      } else {
        // Where nothing is all that may be plain, an entry is looked at the long way.
        value = reader.nothing === PRESENT ? Number.NaN : reader.plainOf(entry, memory)
        if (Number.isNaN(value)) return false
      }
      cells[input.num] = value
      count++
    }
    return count === this.expected
  }
}

/** Where layers stand, they alone say what holds. */
function isBare(entry: Entry): entry is JudgedValue {
  return typeof entry === 'object' && entry !== null && (entry as { layers?: unknown }).layers === undefined
}
