import type { RuleAnswers, RuleQuestion, RuleSpan, Span } from './rule-reading.ts'
import type { Source } from './source.ts'

type Bare<Q> = Q extends RuleQuestion ? Omit<Q, 'id' | 'from' | 'to'> : never

/** The questions and the findings of one reading, as it goes. Spans come in places of the folded text. */
export class Asking {
  readonly questions: RuleQuestion[] = []
  readonly spans: RuleSpan[] = []
  private readonly asked = new Map<string, number>()

  constructor(
    readonly source: Source,
    private readonly answers: RuleAnswers = {},
  ) {}

  /** A second one, for a reading that may come to nothing. */
  fork(): Asking {
    const other = new Asking(this.source, this.answers)
    for (const [kind, times] of this.asked) other.asked.set(kind, times)
    return other
  }

  /** What a fork asked and found is ours. */
  take(other: Asking): void {
    this.questions.push(...other.questions)
    this.spans.push(...other.spans)
    for (const [kind, times] of other.asked) this.asked.set(kind, times)
  }

  /** The answer that was given; without one the question is open, and what it proposes is taken for now. */
  ask(question: Bare<RuleQuestion>, at: Span): string | undefined {
    const times = (this.asked.get(question.kind) ?? 0) + 1
    this.asked.set(question.kind, times)
    const id = times === 1 ? question.kind : `${question.kind}-${times}`
    const answer = this.answers[id]
    if (answer !== undefined && answer !== '' && question.kind !== 'target') return answer
    this.questions.push({ ...question, id, ...this.source.span(at.from, at.to) } as RuleQuestion)
    return question.proposal
  }

  /** These words gave this parameter. */
  mark(pointer: string, at: Span | undefined): void {
    if (at !== undefined && at.to > at.from) this.spans.push({ pointer, ...this.source.span(at.from, at.to) })
  }
}
