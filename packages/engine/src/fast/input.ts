import type { Item } from '@yardstick/model'
import type { CompiledLeaf } from '../compile/compiled.ts'
import type { Register } from './value.ts'

/**
 * What of a submission goes into registers. Whoever fills a block, from documents or from the bytes of a table, writes
 * these and their states.
 */
export type Input = ItemInput | EvidenceInput | EntryInput

/**
 * A data item that something reads, lists excepted. Numbers are whole numbers of 10^−digits, dates day numbers, booleans
 * 1 and 0, texts and choices their number in `Texts`. A value with more digits, or beyond `SAFE`, is UNSURE.
 */
export interface ItemInput {
  readonly kind: 'item'
  readonly item: Item
  readonly num: Register
  readonly digits: number
}

/** Whether evidence is attached to an item: 1 or 0. */
export interface EvidenceInput {
  readonly kind: 'evidence'
  readonly item: string
  readonly num: Register
}

/**
 * What stands under a leaf's id in `judgements`. MISSING is nothing. By form:
 *
 * state     a computed leaf: nothing, 不适用, or a fault (what may not be); no value
 * points    num ÷ den in units of 10^−digits
 * share     of a level, in units of 10^−digits
 * elements  bit n of num is the n-th judged element of the scheme's order; MISSING where one of them is not answered
 */
export interface EntryInput {
  readonly kind: 'entry'
  readonly leaf: CompiledLeaf
  readonly form: 'state' | 'points' | 'share' | 'elements'
  readonly num: Register
  readonly den: Register | undefined
  readonly digits: number
}
