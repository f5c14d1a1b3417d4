import { CheckCircleFilled, DoubleRightOutlined } from '@ant-design/icons'
import { type AskedRow, type ImportQuestion, wordImportQuestion } from '@yardstick/exchange/import-table'
import type { Doubt } from '@yardstick/exchange/indicator-table'
import { Button } from 'antd'
import { useLanguage, useWords } from '../parts/words.ts'
import { LeftOut } from './left-out.tsx'
import { QuestionCard } from './question-card.tsx'
import type { Questions } from './use-questions.ts'
import { importWords } from './words.ts'

/** What is open, most decisive first; what was answered folds away below and can be taken back. */
export function QuestionList({
  questions: { open, answered, current, choose, next },
  told,
  isBusy,
  onAnswer,
  onTakeBack,
  onRow,
  onHide,
}: {
  questions: Questions
  told: readonly Doubt[]
  /** Nothing is known yet. */
  isBusy: boolean
  onAnswer: (id: string, value: string) => void
  onTakeBack: (question: ImportQuestion) => void
  onRow: (row: AskedRow) => void
  onHide: () => void
}) {
  const w = useWords(importWords)
  const language = useLanguage()
  const isSettled = open.length === 0 && !isBusy
  return (
    <section className="import-questions" aria-label={w.questions}>
      <h2>
        <span role="status">
          {isSettled ? (
            <>
              <CheckCircleFilled /> {answered.length > 0 ? w.settled : w.none}
            </>
          ) : isBusy ? (
            w.questions
          ) : (
            w.open(open.length)
          )}
        </span>
        {open.length > 0 && (
          <Button type="link" onClick={next}>
            {w.next}
          </Button>
        )}
        <Button type="text" icon={<DoubleRightOutlined />} aria-label={w.hideQuestions} onClick={onHide} />
      </h2>
      <div className="import-questions-scroll">
        {isSettled && <p className="import-settled">{w.settledHint}</p>}
        {!isSettled && (
          <ul>
            {open.map((question) => (
              <QuestionCard
                key={question.id}
                question={question}
                isCurrent={question.id === current}
                onCurrent={() => choose(question.id)}
                onAnswer={onAnswer}
                onRow={onRow}
              />
            ))}
          </ul>
        )}
        {answered.length > 0 && (
          <details className="import-answered">
            <summary>{w.answered(answered.length)}</summary>
            <ul>
              {answered.map((question) => {
                const { ask, answers } = wordImportQuestion(question, language)
                const given = answers.find(({ value }) => value === question.answer)?.label ?? question.answer
                return (
                  <li key={question.id}>
                    <span>{ask}</span> <strong>{given}</strong>
                    <Button type="link" aria-label={w.takesBack(ask)} onClick={() => onTakeBack(question)}>
                      {w.takeBack}
                    </Button>
                  </li>
                )
              })}
            </ul>
          </details>
        )}
        <LeftOut told={told} />
      </div>
    </section>
  )
}
