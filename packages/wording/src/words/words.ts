import type { Comparator, Operator } from '@yardstick/model'

/**
 * The word table of a language: words that sentences, targets and conditions share. In every row the first word is the
 * one that is printed and all are read; words are compared folded (`Input`), so half-width and full-width signs, spaces
 * and capitals need no row of their own.
 */
export interface Words {
  /** Before a value: ≥50, 不低于50. The first is the sign, which both languages share. */
  readonly comparators: Readonly<Record<Comparator, Row>>
  /** After a value: 50以上. */
  readonly comparatorsAfter: Readonly<Record<Comparator, readonly string[]>>
  /** Verbs before a value that carry a direction only where nothing else does: 达到50, 控制在3.5%. */
  readonly leanings: Readonly<Record<'>=' | '<=', readonly string[]>>
  /** Words before a value that carry none. */
  readonly fillers: readonly string[]
  /** The value is meant roughly: 约50, 50左右. */
  readonly roughly: readonly string[]
  /** Between the ends of a range. */
  readonly to: Row
  /** What may follow a range. */
  readonly closing: readonly string[]
  /** A range in full words, its ends as `{}`; the first is the one that is printed where `to` would be misread. */
  readonly between: Row
  /** Around a day: `before` it and including it, the day itself, and so on. `{}` is the day. */
  readonly days: Readonly<Record<Comparator, Row>>
  /** What is done by a day: 2021年12月31日前完成. */
  readonly doings: readonly string[]
  /** Between the sign and the quoted formula of a target that is itself data: ≥“年度任务数×1.1”. */
  readonly formula: Row
  /** Nothing was set: 无, —. */
  readonly nothing: readonly string[]
  readonly operators: Readonly<Record<Operator, Row>>
}

/** At least one word; the first is printed. */
export type Row = readonly [string, ...string[]]
