import { type AskedRow, type ImportQuestion, wordImportQuestion } from '@yardstick/exchange/import-table'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { useLanguage, useWords } from '../parts/words.ts'
import { TypedAnswer } from './typed-answer.tsx'
import { importWords } from './words.ts'

/**
 * One open question with its answers as buttons; one press answers. What holds until then is marked, and where answers
 * differ in their scores those stand below them.
 */
export function QuestionCard({
  question,
  isCurrent,
  onCurrent,
  onAnswer,
  onRow,
}: {
  question: ImportQuestion
  isCurrent: boolean
  onCurrent: () => void
  onAnswer: (id: string, value: string) => void
  onRow: (row: AskedRow) => void
}) {
  const w = useWords(importWords)
  const language = useLanguage()
  const title = useId()
  const [isByRow, setIsByRow] = useState(false)
  const { rows, example, proposal } = question
  const worded = wordImportQuestion(question, language)
  const answer = (value: string) => onAnswer(question.id, value)
  return (
    <li
      className={isCurrent ? 'import-question import-current' : 'import-question'}
      aria-labelledby={title}
      onFocus={isCurrent ? undefined : onCurrent}
    >
      <p id={title}>{worded.ask}</p>
      {rows.length > 0 && (
        <p className="import-where">
          {rows.slice(0, SHOWN).map((row) => (
            <Button key={row.id} type="link" title={row.where.join(' / ')} onClick={() => onRow(row)}>
              {w.row(row.row + 1)} {row.where.at(-1)}
            </Button>
          ))}
          {rows.length > SHOWN && <span>{w.moreRows(rows.length - SHOWN)}</span>}
        </p>
      )}
      {!isByRow && <Answers answers={worded.answers} proposal={proposal} example={example} onAnswer={answer} />}
      {!isByRow && worded.typed !== undefined && <TypedAnswer {...worded.typed} onAnswer={answer} />}
      {rows.length > 1 && (
        <Button type="link" className="import-by-row" onClick={() => setIsByRow(!isByRow)}>
          {isByRow ? w.together : w.rowByRow}
        </Button>
      )}
      {isByRow && (
        <ul className="import-row-answers">
          {rows.map((row) => (
            <li key={row.id}>
              <Button type="link" title={row.where.join(' / ')} onClick={() => onRow(row)}>
                {row.where.at(-1)} {row.text}
              </Button>
              <Answers
                answers={worded.answers}
                proposal={row.now}
                isAnswered={row.isAnswered}
                onAnswer={(value) => onAnswer(row.id, value)}
              />
              {worded.typed !== undefined && (
                <TypedAnswer {...worded.typed} onAnswer={(value) => onAnswer(row.id, value)} />
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** Of the rows of one question so many are named. */
const SHOWN = 3

function Answers({
  answers,
  proposal,
  isAnswered = false,
  example,
  onAnswer,
}: {
  answers: readonly { readonly value: string; readonly label: string }[]
  proposal: string | undefined
  isAnswered?: boolean
  example?: ImportQuestion['example']
  onAnswer: (value: string) => void
}) {
  const w = useWords(importWords)
  return (
    <>
      <div className="import-answers">
        {answers.map(({ value, label }) => {
          const score = example?.scores[value]
          return (
            <Button
              key={value}
              data-answer
              type={isAnswered && value === proposal ? 'primary' : 'default'}
              aria-pressed={isAnswered && value === proposal}
              onClick={() => onAnswer(value)}
            >
              <span>
                {label}
                {!isAnswered && value === proposal && <em>{w.proposal}</em>}
              </span>
              {score !== undefined && <small>{w.exampleScore(score)}</small>}
            </Button>
          )
        })}
      </div>
      {example !== undefined && <p className="import-example">{w.example(example.value)}</p>}
    </>
  )
}
