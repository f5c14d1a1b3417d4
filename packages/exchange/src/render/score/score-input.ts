import type { Evaluation, Scheme } from '@yardstick/model'
import type { ScoreWords } from './score-words.ts'

/** What a score workbook is made of. The formulas and values come from the engine as data. */
export interface ScoreWorkbookInput {
  /** As it was compiled: bound to the declaration, where there is one. */
  readonly scheme: Scheme
  readonly evaluation: Evaluation
  readonly formulas: Formulas
  readonly values: Values
}

/** The engine's `CellFormulas`. */
export interface Formulas {
  readonly measures: { readonly [name: string]: Formula }
  readonly actuals: { readonly [leaf: string]: Formula }
  readonly scores: { readonly [node: string]: Formula }
  readonly total: Formula
}
export type Formula = { readonly formula: string } | { readonly refused: keyof ScoreWords['refused'] }

/** The engine's `CellValues`. */
export interface Values {
  readonly items: { readonly [name: string]: ValueState }
  readonly measures: { readonly [name: string]: ValueState }
  readonly actuals: { readonly [leaf: string]: ValueState }
  readonly judged: { readonly [leaf: string]: ValueState & { readonly elements?: { readonly [id: string]: boolean } } }
  readonly evidence: { readonly [item: string]: boolean }
}
export interface ValueState {
  readonly state: keyof ScoreWords['states']
  readonly provisional?: true
  readonly value?: PlainValue
  readonly reason?: string
}
export type PlainValue =
  | { readonly kind: 'number' | 'date' | 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly is: boolean }
  | { readonly kind: 'list'; readonly count: number }
