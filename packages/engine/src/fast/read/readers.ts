import type { Entry } from '@yardstick/model'
import { PRESENT } from '../lane.ts'
import type { Memory } from '../memory.ts'
import type { Register } from '../value.ts'
import type { PlainNumber } from './plain-number.ts'
import { ReadersByName } from './readers-by-name.ts'
import { ReadersInOrder } from './readers-in-order.ts'

/** Reads the entry of one id into its registers. */
export interface Reader {
  readonly input: { readonly num: Register }
  /** The state where there is no entry. */
  readonly nothing: number
  /** Where a JSON number is read as so many units between two bounds, and nothing else is asked of it. */
  readonly plainNumber?: PlainNumber | undefined
  /** Where an entry is the elements that are met: their ids. */
  readonly elements?: readonly string[]
  read(entry: Entry, memory: Memory, row: number): number
  /** What `read` writes of an entry that is plain, present and verified, in a memory of one row; NaN of any other. */
  plainOf(entry: Entry, memory: Memory): number
}

export interface Entries {
  readonly [id: string]: Entry
}

/** The readers of all entries of one kind. */
export interface Readers {
  /** Every reader has its entry, or what nothing means for it. */
  fill(memory: Memory, row: number, entries: Entries): void
  /**
   * The same in a memory of one row, as far as all is present and verified. States are not written.
   *
   * returns  whether it is, and all is read
   */
  fillPlain(memory: Memory, entries: Entries): boolean
}

/**
 * By name where each id is expected to have an entry, or objects have so many that they are hash tables (from 128 on),
 * whose ids take longer to list than to find. Else most ids have none, and one goes along with those that have.
 */
export function readersOf<R extends Reader>(all: readonly R[], idOf: (reader: R) => string): Readers {
  const expected = all.filter(({ nothing }) => nothing !== PRESENT).length
  const isByName = expected === all.length || expected > MANY
  return isByName ? new ReadersByName(all, all.map(idOf)) : new ReadersInOrder(all, all.map(idOf), expected)
}

const MANY = 64
