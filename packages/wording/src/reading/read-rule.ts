import type { Language } from '@yardstick/model'
import type { LeafContext } from '../standard/context.ts'
import { readStandard } from '../standard/standard.ts'
import { asksCount } from '../standard/steps.ts'
import type { RuleAnswers, RuleReading } from './rule-reading.ts'

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
  const printed = readStandard(text, context, language)
  const whole = { from: 0, to: text.length }
  if (!printed.ok)
    return {
      ...NOTHING,
      status: 'none',
      questions: [{ id: 'unread', kind: 'unread', answers: ['note', 'judgement'], ...whole }],
    }
  const isOpen = asksCount(printed.value, context) && context.stepCount === undefined
  return {
    ...NOTHING,
    status: isOpen ? 'partial' : 'full',
    scoring: printed.value,
    questions: isOpen
      ? [
          {
            id: 'step-count',
            kind: 'step-count',
            answers: ['whole', 'prorata', 'started'],
            proposal: 'whole',
            ...whole,
          },
        ]
      : [],
    spans: [{ pointer: '/scoring', ...whole }],
  }
}

const NOTHING = { measures: [], items: [], leaf: {}, rules: [], questions: [], spans: [] } as const
