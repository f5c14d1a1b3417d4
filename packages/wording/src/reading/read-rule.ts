import type { Language, Scoring } from '@yardstick/model'
import { foldText } from '../phrase/input.ts'
import type { LeafContext } from '../standard/context.ts'
import { printStandard, readStandard } from '../standard/standard.ts'
import { asksCount } from '../standard/steps.ts'
import { Asking } from './asking.ts'
import { assemble } from './assemble/assemble.ts'
import { clausesAt } from './clauses.ts'
import { Row } from './row.ts'
import type { RuleAnswers, RuleReading } from './rule-reading.ts'
import { scan } from './scan.ts'
import { Source } from './source.ts'

/** What is known beside the text: its row, and what the scheme has already. */
export interface RuleContext extends LeafContext {
  /** Ids of the items and measures that are there and need not be made. */
  readonly known?: ReadonlySet<string> | undefined
  readonly answers?: RuleAnswers | undefined
}

/**
 * A 评分标准 in anybody's words → the rule it states, the formulas and items in it, and what is open. Sentences as
 * `printStandard` writes them are read whole; others by the idioms of the field. Never a guess: a word that was not
 * understood is a question.
 */
export function readRule(text: string, context: RuleContext, language: Language = 'zh'): RuleReading {
  return readPrinted(text, context, language) ?? readIdioms(text, context)
}

/** Sentences of our own; every word of them is in the grammar that printed it. */
function readPrinted(text: string, context: RuleContext, language: Language): RuleReading | undefined {
  const printed = readStandard(text, context, language)
  if (!printed.ok || (language === 'zh' && !isPrinted(text, printed.value, context))) return undefined
  const asking = new Asking(new Source(text), context.answers)
  const whole = { from: 0, to: asking.source.folded.length }
  asking.mark('/scoring', whole)
  let scoring = printed.value
  if (asksCount(scoring, context) && context.stepCount === undefined && scoring.method === 'steps') {
    const count = asking.ask({ kind: 'step-count', answers: ['prorata', 'whole', 'started'] }, whole)
    if (count === 'prorata' || count === 'whole' || count === 'started') scoring = { ...scoring, count }
  }
  return {
    ...NOTHING,
    status: asking.questions.length === 0 ? 'full' : 'partial',
    scoring,
    questions: asking.questions,
    spans: asking.spans,
  }
}

/** Whether the words are our own, signs aside: what others write differently may mean something else. */
function isPrinted(text: string, scoring: Scoring, context: RuleContext): boolean {
  const bare = (words: string) => foldText(words).replace(/[\s,;。:~-]/g, '')
  return bare(printStandard(scoring, context, 'zh')) === bare(text)
}

function readIdioms(text: string, context: RuleContext): RuleReading {
  const source = new Source(text)
  const asking = new Asking(source, context.answers)
  const row = { name: context.name, points: context.points }
  const { statements, unread } = scan(source, [(text, at) => clausesAt(text, at, row)])
  const draft = assemble(statements, new Row(context), asking)
  if (draft === undefined && asking.questions.length === 0) {
    asking.ask({ kind: 'unread', answers: ['note', 'judgement'] }, { from: 0, to: source.folded.length })
  } else {
    for (const each of unread) asking.ask({ kind: 'unread', answers: ['note', 'judgement'] }, each)
  }
  const { questions } = asking
  const isOpen = questions.length > 0 || draft === undefined
  return {
    ...NOTHING,
    status: draft === undefined ? 'none' : isOpen ? 'partial' : 'full',
    ...(draft === undefined
      ? {}
      : { scoring: draft.scoring, ...(draft.actual === undefined ? {} : { actual: draft.actual }) }),
    measures: draft?.measures ?? [],
    items: draft?.items ?? [],
    leaf: draft?.leaf ?? {},
    rules: draft?.rules ?? [],
    questions,
    spans: [...asking.spans].sort((one, other) => one.from - other.from),
  }
}

const NOTHING = { measures: [], items: [], leaf: {}, rules: [], questions: [], spans: [] } as const
