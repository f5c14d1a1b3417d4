import type { RuleAnswers, RuleQuestion } from '@yardstick/wording'
import { useState } from 'react'

/** Answers to the questions of one text, kept in the order they were given; what was asked is known when one is taken back. */
export interface GivenAnswers {
  readonly answers: RuleAnswers
  readonly given: readonly { readonly question: RuleQuestion; readonly value: string }[]
  readonly answer: (question: RuleQuestion, value: string) => void
  readonly takeBack: (id: string) => void
  readonly forget: () => void
}

export function useRuleAnswers(): GivenAnswers {
  const [given, setGiven] = useState<GivenAnswers['given']>([])
  return {
    answers: Object.fromEntries(given.map(({ question, value }) => [question.id, value])),
    given,
    answer: (question, value) =>
      setGiven((before) => [...before.filter((each) => each.question.id !== question.id), { question, value }]),
    takeBack: (id) => setGiven((before) => before.filter((each) => each.question.id !== id)),
    forget: () => setGiven([]),
  }
}
