import type { TableHeads } from '@yardstick/exchange/submission-table'
import type { Declaration, GroupFacts, Language, Mapping, Scheme } from '@yardstick/model'

/** What is done with the rows of a file, as plain data: a thread is handed it once and compiles the scheme for itself. */
export interface ScoringJob {
  readonly scheme: Scheme
  readonly declared: Declared
  readonly mapping?: Mapping
  readonly group?: GroupFacts
  readonly data: DataForm
  readonly out: 'ndjson' | 'csv'
  readonly language: Language
  readonly trace: boolean
}

/** The one declaration that counts for all, those of many, or none. */
export type Declared =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly declaration: Declaration }
  | ({ readonly kind: 'many' } & DeclaredTexts)

/** Declarations as bytes that all threads share; each is read when its submission comes. */
export interface DeclaredTexts {
  /** UTF-8 of all of them, one behind the other. */
  readonly bytes: Uint8Array<SharedArrayBuffer>
  /** Where each begins, and where the last one ends. */
  readonly offsets: Float64Array<SharedArrayBuffer>
  /** Their place by subject and period (`keyOf`). */
  readonly placeByKey: ReadonlyMap<string, number>
}

export type DataForm =
  | { readonly kind: 'ndjson' }
  | { readonly kind: 'table'; readonly heads: TableHeads; readonly separator: number; readonly period: string }

/** Rows that go to a thread together. */
export interface Piece {
  /** Whole rows, each with its line break. The buffer may be larger. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly encoding: 'utf-8' | 'gb18030'
  /** The number of its first row, as people count them: heads and empty lines too. */
  readonly firstRow: number
  readonly rows: number
  /** Where the data go on behind it. */
  readonly end: number
  /** Instead of rows: one that is too long to be read, with its size. */
  readonly tooLong?: number
}

/** What became of a piece. */
export interface Worked {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly figures: Figures
}

/** How many submissions there were, and what became of them. */
export interface Counts {
  readonly submissions: number
  readonly final: number
  readonly provisional: number
  readonly blocked: number
  /** Lines that are no submission. */
  readonly refused: number
  /** Findings in the evaluations. */
  readonly errors: number
  readonly warnings: number
}

/** What is counted on the way, as plain data, so that it can be sent, kept and added up. */
export interface Figures extends Counts {
  /** Sum of the totals, exact. */
  readonly sum: string
  /** By grade, best first, as the scheme lists them. */
  readonly grades: readonly number[]
  /** Scores of leaves that the fast path was asked for, and those of them that it left to the reference. */
  readonly leaves: number
  readonly byReference: number
}
