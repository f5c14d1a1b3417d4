import type { Comparator, Item, Leaf, Measure, Rule, Scoring, StepCount } from '@yardstick/model'

/**
 * What a 评分标准 says, as far as it can be said for certain.
 *
 * full     every word of it is accounted for: the rule computes what the sentence says
 * partial  what is certain stands here, and `questions` are exactly what is open; answered, they make the reading full
 * none     nothing that could be scored by was found; `questions` hold the text as unread
 *
 * A question is answered by reading again with the answer (`readRule(text, context, { answers })`): the same text, context
 * and answers give the same reading, always.
 */
export interface RuleReading {
  readonly status: 'full' | 'partial' | 'none'
  /** The method with every parameter that is certain or answered; where a question is open, with what it proposes. */
  readonly scoring?: Scoring
  /** 实际完成值, where the text says what is measured: a formula, most often the name of one of `measures`. */
  readonly actual?: string
  /** Named formulas of the text (预算执行率＝实际支出÷预算数×100%), in its order. */
  readonly measures: readonly Measure[]
  /** The items that these formulas, the conditions and the rule need and the context does not have. */
  readonly items: readonly Item[]
  /** What else becomes of the leaf: 不适用按满分计, 须附佐证材料; the target that was given as an answer. */
  readonly leaf: Pick<Leaf, 'target' | 'notApplicable' | 'evidence' | 'dataSource'>
  /** Rules of the scheme the text calls for (发生重大事故的，本项不得分); who makes the scheme gives ids. */
  readonly rules: readonly Omit<Rule, 'id'>[]
  readonly questions: readonly RuleQuestion[]
  /** Which words gave which parameter, in the order of the text; spans of different parameters may overlap. */
  readonly spans: readonly RuleSpan[]
}

/** Words of the text, UTF-16 offsets into it as it was given. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Words and what they gave. */
export interface RuleSpan extends Span {
  /**
   * Where it stands in the reading, as a JSON Pointer: /scoring/below/deduct, /scoring/bands/0/from, /measures/0/formula,
   * /rules/0, /leaf/notApplicable. An empty pointer: words that were understood and change nothing.
   */
  readonly pointer: string
}

/** One open question, with the words it is about and the answers there are. */
export type RuleQuestion = Span & {
  /** Stable within a text: the kind, and a number where one kind is asked several times (edge-2). */
  readonly id: string
  /** What stands in the rule until somebody answers. */
  readonly proposal?: string | undefined
} & (
    | { readonly kind: 'step-count'; readonly answers: readonly StepCount[] }
    /** `edge` belongs to the better or the worse of two neighbouring bands. */
    | { readonly kind: 'edge'; readonly edge: string; readonly answers: readonly ('upper' | 'lower')[] }
    /** Values that no band claims, from `low` to `high` (an open side is absent): the better neighbour's, the worse one's, none. */
    | {
        readonly kind: 'gap'
        readonly low?: string | undefined
        readonly high?: string | undefined
        readonly answers: readonly ('upper' | 'lower' | 'none')[]
      }
    /** Which way is better is said neither by the text nor by the target. */
    | { readonly kind: 'way'; readonly answers: readonly Comparator[] }
    /** The text leans on a target and the row has none; any target is an answer. */
    | { readonly kind: 'target'; readonly answers: readonly [] }
    /** The row's target and the text's own differ. */
    | {
        readonly kind: 'target-differs'
        readonly target: string
        readonly said: string
        readonly answers: readonly ('target' | 'said')[]
      }
    /**
     * The text gives other full points than the row: `row` keeps the row's and leaves the deductions as written, `scale`
     * scales all points of the text to the row's, `said` lets the text's stand (it must not be more than the row's).
     */
    | {
        readonly kind: 'points-differ'
        readonly points: string
        readonly said: string
        readonly answers: readonly ('row' | 'scale' | 'said')[]
      }
    /** The elements do not add up to the row's points; also answered by the points of each, divided by commas. */
    | {
        readonly kind: 'elements-sum'
        readonly points: string
        readonly said: string
        readonly elements: readonly string[]
        readonly answers: readonly ('scale' | 'said')[]
      }
    /** How the points are shared among elements that have none of their own; also answered by the points of each. */
    | { readonly kind: 'elements-share'; readonly elements: readonly string[]; readonly answers: readonly ['equal'] }
    /** 1% of a value that is no rate: of the target, or a percentage point. */
    | { readonly kind: 'percent-of'; readonly answers: readonly ('percentage-point' | 'percent-of-target')[] }
    /** Words that say no number (酌情扣分, 排名靠前): a person scores by them, or somebody writes a rule. */
    | { readonly kind: 'in-words'; readonly answers: readonly ['judgement'] }
    /** Words that were not understood: they change nothing (`note`), a person scores by the whole text (`judgement`). */
    | { readonly kind: 'unread'; readonly answers: readonly ('note' | 'judgement')[] }
    /** Words that more than one rule could be meant by; each answer is its number, `readings` say them in words. */
    | { readonly kind: 'ambiguous'; readonly readings: readonly string[]; readonly answers: readonly string[] }
  )

/** Answers by the id of their question. */
export type RuleAnswers = { readonly [question: string]: string }
