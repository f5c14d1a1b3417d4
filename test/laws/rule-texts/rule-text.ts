import type { Item, ItemType, Leaf, Rule, Scoring, ScoringMethod } from '@yardstick/model'
import type { RuleQuestion } from '@yardstick/wording'

/**
 * One 评分标准 as a bureau writes it, with what it means: worked out by hand from the sentence, never from what a reader
 * makes of it. A row says its meaning in the form that shows it best, and may say it in several.
 */
export interface RuleText {
  /** domain.md 1: V1 … V25, J1 … J10, G1 … G7, T6 … T12; `none` where no rule is stated at all. */
  readonly idiom: string
  readonly name: string
  readonly points: string
  /** 目标值 as its cell in the table. */
  readonly target?: string
  readonly valueType?: ItemType
  readonly unit?: string
  readonly text: string

  /** Kinds of the questions that the text leaves open: a reading that does not ask them is wrong. */
  readonly asks?: readonly Kind[]
  /** Kinds that may be asked as well: careful readers differ here. */
  readonly mayAsk?: readonly Kind[]
  /** Answers by the id or the kind of their question. */
  readonly answers?: { readonly [question: string]: string }
  /** An honest reader cannot score by this text without asking somebody, whatever it asks. */
  readonly nothing?: true
  /** The reader has to read this row, not only to read nothing wrong. */
  readonly must?: true

  /** The text may be taken in several honest ways: one of what follows is enough. */
  readonly either?: true

  /** Points by 实际完成值, at the edges and beside them: { '95%': '10', '94%': '9' }. */
  readonly scores?: { readonly [value: string]: string }
  /** Points by the figures that a formula of the text needs. */
  readonly cases?: readonly { readonly inputs: { readonly [name: string]: string }; readonly score: string }[]
  /** Points by what somebody finds: words of the finding, points, and the figure that says the same where there is one. */
  readonly outcomes?: readonly (readonly [words: string, score: string, value?: string])[]
  /** Elements 要素 in their order: words of each, and its points. */
  readonly elements?: readonly (readonly [words: string, points: string])[]
  /** Judged levels, best first: words of the name, and the share ("80%") or the range ("60%-80%"). */
  readonly levels?: readonly (readonly [words: string, share: string])[]
  /** Methods that state it, where there are several honest ones. */
  readonly methods?: readonly ScoringMethod[]
  /** A person gives the points. */
  readonly judged?: true
  /** What of the reading must be there, whatever else is. */
  readonly reading?: {
    readonly scoring?: DeepPartial<Scoring>
    readonly leaf?: DeepPartial<Leaf>
    readonly rules?: readonly DeepPartial<Rule>[]
    readonly items?: readonly DeepPartial<Item>[]
  }
}

type Kind = RuleQuestion['kind']
type DeepPartial<T> = T extends object ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined } : T
