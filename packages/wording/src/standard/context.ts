import type { ItemType, Language, StepCount, Target } from '@yardstick/model'
import type { Names } from '../condition/names.ts'
import { printTarget } from '../target/print-target.ts'

/**
 * What a 评分标准 says by leaving it out: it stands in the row of its indicator, so it speaks of 分值 and 目标值 without
 * naming them. Printing and reading the same sentence need the same context.
 */
export interface LeafContext {
  readonly name: string
  /** The leaf's 分值, decimal text. */
  readonly points: string
  readonly target?: Target | undefined
  /** The formula of 实际完成值. */
  readonly actual?: string | undefined
  /** The unit of the value that is scored; the target's where none is given. */
  readonly unit?: string | undefined
  /** The type of that value: edges of a date are printed as days. */
  readonly valueType?: ItemType | undefined
  /** How the scheme counts steps where a leaf does not say. */
  readonly stepCount?: StepCount | undefined
  /** Names for ids that a reader would not know. */
  readonly names?: Names | undefined
  /** Ids that the elements of a checklist have in their order; others are printed with their id. Default "1", "2", … */
  readonly elementIds?: readonly string[] | undefined
}

/** The leaf's context in one language, as the sentences of the methods take it. */
export interface Speech extends LeafContext {
  readonly language: Language
  /** The leaf's target as it is printed. */
  readonly targetText?: string | undefined
  /** What the value is held against when it is not the target: the mean of the group. */
  readonly against?: 'mean' | undefined
}

export function speechOf(context: LeafContext, language: Language): Speech {
  const { target } = context
  return { ...context, language, ...(target === undefined ? {} : { targetText: printTarget(target, language) }) }
}

/** One thing in two languages. */
export interface InLanguages<T> {
  readonly zh: T
  readonly en: T
}

export function unitOfValue(speech: Speech): string | undefined {
  if (speech.unit !== undefined || speech.target === undefined) return speech.unit
  return 'unit' in speech.target ? speech.target.unit : undefined
}
