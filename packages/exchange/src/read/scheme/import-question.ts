import type { Comparator } from '@yardstick/model'
import type { RuleQuestion } from '@yardstick/wording'

/**
 * What a table leaves open, as one short list. Questions of one kind that one answer settles for the whole table
 * (不足一步怎么扣) are one question over all its rows; a row may still be answered differently, by its own id. The answers
 * go in by id and the list is made again: an answered question stays in it with its answer.
 */
export type ImportQuestion = {
  /** Stable while the table stays: the kind, or the path of names and what is asked of the row. */
  readonly id: string
  /** The rows it is about; none: the table as a whole. */
  readonly rows: readonly AskedRow[]
  /** Answers to choose from, as `matter` means them; `wordImportQuestion` has their words. */
  readonly answers: readonly string[]
  /** What else may be typed as an answer: points, a target, or the points of each element divided by commas. */
  readonly typed?: 'points' | 'target' | 'points-of-each' | undefined
  /** What the scheme does until somebody answers. */
  readonly proposal?: string | undefined
  /** The answer it was given; undefined while it, or one of its rows, is open. */
  readonly answer?: string | undefined
  /** What one value would score under each answer, so that they can be told apart. */
  readonly example?: AnswerExample | undefined
} & ImportMatter

/** What is asked. `expected` and `found` are points, decimal text. */
export type ImportMatter =
  /**
   * The top level adds up to no round number, or not to the printed total. An answer is the full score; `scale` brings the
   * top level to the proposal by proportion.
   */
  | { readonly kind: 'full-score'; readonly found: string; readonly printed?: string | undefined }
  /**
   * A branch and what is below it differ. below: its points are what those below add up to · above: those below are scaled
   * to it · keep: both stay as printed, a contradiction to be solved later.
   */
  | { readonly kind: 'points-sum'; readonly expected: string; readonly found: string }
  /** 25% as 25 points (`points`) or as a share of what is above it (`of-parent`). */
  | { readonly kind: 'points-in-percent' }
  /** No points are written; `share` gives what is left above in equal parts. */
  | { readonly kind: 'points-missing' }
  /** One merged cell of points for several indicators: equal parts of it (`share`), or the best of them counts (`best-of`). */
  | { readonly kind: 'points-shared'; readonly points: string }
  /** The points cell says something else than a number. */
  | { readonly kind: 'points-unreadable'; readonly text: string }
  /** Its number stands deeper than one below the row before: one below it, or beside it. */
  | { readonly kind: 'level-jump' }
  /** Targets without a comparator: a comparator for all, or the one that each name suggests (`by-name`). */
  | { readonly kind: 'comparator' }
  /** Targets written with =, which tables use for at least as well: exactly so (`=`), or the way each name suggests. */
  | { readonly kind: 'equals' }
  /** A target that was not read; `keep` lets the words stand, and people score by them. */
  | { readonly kind: 'target-unread'; readonly text: string }
  /**
   * A 评分标准 that no rule was read from. target: scored in the way the target's form suggests, its words being kept, by
   * people where there is no target · judgement: people score · a target: the one that its words mean.
   */
  | { readonly kind: 'standard-unread' }
  /** Something that the 评分标准 leaves open; in a group the question of its first row. */
  | { readonly kind: 'rule'; readonly question: RuleQuestion; readonly standard: string }

/** One row that a question is about. */
export interface AskedRow {
  /** Answers this row alone. */
  readonly id: string
  /** Row of the table, from 0. */
  readonly row: number
  /** Its indicator in the scheme. */
  readonly indicator: string
  /** Names from the top level down to it. */
  readonly where: readonly string[]
  /** What is there now: the answer to the row, else to the question, else the proposal. */
  readonly now?: string | undefined
  /** The comparator that its name suggests, where that is asked. */
  readonly suggested?: Comparator | undefined
  /** What is written there: the target, the 评分标准. */
  readonly text?: string | undefined
  /** Where in its 评分标准 the question comes from. */
  readonly question?: RuleQuestion | undefined
  readonly isAnswered: boolean
}

/** A value and what it would get under each answer, points as decimal text. */
export interface AnswerExample {
  readonly value: string
  readonly scores: { readonly [answer: string]: string }
}

/** Answers by the id of a question or of one of its rows; a row's own counts for it. */
export type ImportAnswers = { readonly [id: string]: string }
