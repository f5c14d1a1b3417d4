import {
  type Evaluation,
  Exact,
  type IndicatorResult,
  type Leaf,
  type LeafTrace,
  leaves,
  type ReportSection,
  type ReportTexts,
  type Scheme,
  type Submission,
} from '@yardstick/model'
import { showExact, showRate } from '@yardstick/wording'
import type { DocumentBlock } from '../document.ts'
import { type ReportWords, reportWords } from './report-words.ts'

/** What a report is made of. Only what stands here is said; what is not here is a marked place. */
export interface ReportInput {
  /** As it was compiled: bound to the declaration, where there is one. */
  readonly scheme: Scheme
  readonly evaluation: Evaluation
  /** For evidence and the score the department gave itself. */
  readonly submission?: Submission
  /** What people wrote: sections, a title instead of the one made from subject and period, who evaluated, the date. */
  readonly texts?: Omit<ReportTexts, 'yardstick' | 'form'>
  /** ISO 8601, for the file's properties. */
  readonly madeAt?: string
}

/** The input with what every section asks of it, and the counters that run through the report. */
export class ReportContext {
  readonly words: ReportWords
  readonly #resultById: ReadonlyMap<string, IndicatorResult>
  readonly #counts: number[] = []
  #tables = 0

  constructor(readonly input: ReportInput) {
    this.words = reportWords[input.evaluation.language]
    this.#resultById = new Map(input.evaluation.indicators.map((each) => [each.id, each]))
  }

  get scheme(): Scheme {
    return this.input.scheme
  }

  get evaluation(): Evaluation {
    return this.input.evaluation
  }

  /** The project, else the unit, else the department. */
  get subject(): string {
    const { department, unit, project } = this.evaluation.submission.subject
    return [department, unit, project].filter((each) => each !== undefined).join(' / ')
  }

  get period(): string {
    return this.words.period(this.evaluation.submission.period)
  }

  /** Leaves with their results, bonus leaves included. */
  get leaves(): readonly { readonly leaf: Leaf; readonly result: IndicatorResult }[] {
    return leaves(this.scheme).flatMap(({ node }) => {
      const result = this.result(node.id)
      return result === undefined ? [] : [{ leaf: node, result }]
    })
  }

  result(id: string): IndicatorResult | undefined {
    return this.#resultById.get(id)
  }

  /** A score as it is printed, or the word for why there is none. */
  score({ score, state }: IndicatorResult): string {
    return score === null || state === 'not-applicable' ? this.words.unscored[state] : score
  }

  /** Score ÷ points in percent; undefined where one of them is not there. */
  rate(points: string, score: string | null): string | undefined {
    const share = shareOf(points, score)
    return share === undefined ? undefined : showRate(share)
  }

  /** The next heading of this level, numbered. */
  heading(level: 1 | 2 | 3 | 4, text: string, field?: ReportSection): DocumentBlock {
    this.#counts.length = Math.min(this.#counts.length, level)
    while (this.#counts.length < level) this.#counts.push(0)
    this.#counts[level - 1]!++
    const own = field === undefined ? {} : { field }
    return { kind: 'heading', level, text: this.words.number(this.#counts) + text, ...own }
  }

  caption(name: string): DocumentBlock {
    this.#tables++
    return { kind: 'caption', text: this.words.table(this.#tables, name) }
  }

  /** What a person wrote, else a marked place. */
  written(section: ReportSection, name: string): DocumentBlock[] {
    const text = this.text(section)
    return text === undefined
      ? [{ kind: 'place', name, text: this.words.place(name), field: section }]
      : [paragraph(text)]
  }

  /** What a person wrote, or nothing. */
  text(section: ReportSection): string | undefined {
    return said(this.input.texts?.sections?.[section])
  }

  /** Who evaluated and when, where that is known. */
  get evaluator(): string | undefined {
    return said(this.input.texts?.evaluator)
  }

  get date(): string | undefined {
    return said(this.input.texts?.date)
  }

  get ownTitle(): string | undefined {
    return said(this.input.texts?.title)
  }
}

function said(text: string | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed === '' ? undefined : trimmed
}

export function paragraph(text: string): DocumentBlock {
  return { kind: 'paragraph', text }
}

/** Exact text of an evaluation as a person reads it: at most 6 digits after the point, a fraction as a decimal. */
export function readable(exact: string): string {
  const value = Exact.fromText(exact)
  return value === undefined ? exact : showExact(value, 6)
}

/** Exact; undefined where there is no score or nothing to reach. */
export function shareOf(points: string, score: string | null): Exact | undefined {
  const whole = Exact.of(points)
  return score === null || whole.sign === 0 ? undefined : Exact.of(score).over(whole)
}

/** What a leaf's score rests on; undefined of a branch, and where the evaluation came without traces. */
export function leafTrace({ trace }: IndicatorResult): LeafTrace | undefined {
  return trace !== undefined && 'inputs' in trace ? trace : undefined
}
