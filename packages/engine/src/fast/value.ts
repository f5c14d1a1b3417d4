import type { Exact } from '@yardstick/model'

/** A place in memory; see `Memory`. */
export type Register = number

/**
 * What a name, a formula or a condition comes to in a plan: where its value stands, or the constant that it is. The state
 * of a value is that of its first register.
 */
export type Value = NumberValue | DateValue | TruthValue | TextValue

/**
 * scale × num ÷ den, where num and den are whole numbers within `SAFE` and den > 0. Without `den` the denominator is 1.
 * Where the state is not present, neither is to be read.
 */
export interface NumberValue {
  readonly kind: 'number'
  readonly num: Register
  readonly den: Register | undefined
  /** > 0 */
  readonly scale: Exact
  /** The same number in every row; the registers then hold it too. */
  readonly constant?: Exact
}

/** A day number. */
export interface DateValue {
  readonly kind: 'date'
  readonly num: Register
  /** The same day in every row. */
  readonly constant?: Exact
}

/** 1 or 0. Of conditions `MISSING` is unknown because something is missing, `FAULT` because something is in error. */
export interface TruthValue {
  readonly kind: 'truth'
  readonly num: Register
}

/** A number that stands for the text; see `Texts`. */
export interface TextValue {
  readonly kind: 'text'
  readonly num: Register
}

/**
 * An indicator's printed score: a whole number of units of 10^−digits, with the node's state and `NO_SCORE`.
 *
 * applicable, toSiblings  whole numbers of 10^−`pointsDigits` of the plan; read only in blocks in which the register's
 *                         states are mixed, else they are the node's points and 0
 */
export interface ScoreValue {
  readonly num: Register
  readonly digits: number
  readonly applicable: Register
  readonly toSiblings: Register
}

/** A child among alternatives: it is idle in the rows in which `choice` has a value and that is another child's index. */
export interface Alternative {
  readonly choice: Register
  readonly index: number
}
