import { type RuleQuestion, type WordedQuestion, wordRuleQuestion } from '@yardstick/wording'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { isComposing } from '../field/is-composing.ts'
import { useLanguage, useWords } from '../words.ts'
import type { GivenAnswers } from './use-rule-answers.ts'
import { readingWords } from './words.ts'

/** What a text leaves open, asked in place: one press answers, and what was answered can be taken back. */
export function RuleQuestions({
  text,
  questions,
  answers: { given, answer, takeBack },
}: {
  text: string
  questions: readonly RuleQuestion[]
  answers: GivenAnswers
}) {
  const w = useWords(readingWords)
  const language = useLanguage()
  if (questions.length === 0 && given.length === 0) return null
  return (
    <ul className="reading-questions">
      {questions.map((question) => {
        const worded = wordRuleQuestion(question, text, language)
        return (
          <li key={question.id}>
            <span>{worded.ask}</span>
            <div>
              {worded.answers.map(({ value, label }) => (
                <Button key={value} data-answer onClick={() => answer(question, value)}>
                  {label}
                </Button>
              ))}
              {worded.typed !== undefined && (
                <TypedAnswer typed={worded.typed} onAnswer={(value) => answer(question, value)} />
              )}
            </div>
          </li>
        )
      })}
      {given.map(({ question, value }) => {
        const { ask, answers } = wordRuleQuestion(question, text, language)
        return (
          <li key={question.id} className="reading-answered">
            <span>{w.answered(ask, answers.find((each) => each.value === value)?.label ?? value)}</span>
            <Button type="link" aria-label={w.takesBack(ask)} onClick={() => takeBack(question.id)}>
              {w.takeBack}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

function TypedAnswer({
  typed: { as, label },
  onAnswer,
}: {
  typed: NonNullable<WordedQuestion['typed']>
  onAnswer: (value: string) => void
}) {
  const w = useWords(readingWords)
  const [draft, setDraft] = useState('')
  const value = as === 'target' ? draft.trim() : draft.normalize('NFKC').replace(/、/g, ',').trim()
  const commit = () => {
    if (value !== '') onAnswer(value)
  }
  return (
    <>
      <Input
        value={draft}
        aria-label={label}
        placeholder={label}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event)) commit()
        }}
      />
      <Button disabled={value === ''} onClick={commit}>
        {w.ok}
      </Button>
    </>
  )
}
