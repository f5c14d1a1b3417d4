import type { Entry } from '@yardstick/model'
import type { Memory } from '../memory.ts'
import type { Register } from '../value.ts'
import type { PlainNumber } from './plain-number.ts'

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
