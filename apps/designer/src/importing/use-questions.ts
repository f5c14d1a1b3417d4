import type { ImportAnswers, ImportQuestion } from '@yardstick/exchange/import-table'
import { useCallback, useEffect, useRef, useState } from 'react'

/** Answers as they are given and taken back, and which of the open questions is looked at. */
export interface Questions {
  readonly open: readonly ImportQuestion[]
  readonly answered: readonly ImportQuestion[]
  /** Id of the one in hand; null where none is open. */
  readonly current: string | null
  readonly choose: (id: string) => void
  readonly next: () => void
}

/** F8 goes from one open question to the next, as it does among problems. */
export function useQuestions(
  questions: readonly ImportQuestion[],
  onCurrent: (question: ImportQuestion) => void,
): Questions {
  const open = questions.filter(({ answer }) => answer === undefined)
  const answered = questions.filter(({ answer }) => answer !== undefined)
  const [chosen, setChosen] = useState<string | null>(null)
  const current = open.some(({ id }) => id === chosen) ? chosen : (open[0]?.id ?? null)
  const next = useCallback(() => {
    if (open.length === 0) return
    const at = open.findIndex(({ id }) => id === current)
    const to = open[(chosen === null ? 0 : at + 1) % open.length]!
    setChosen(to.id)
    onCurrent(to)
    requestAnimationFrame(focusCurrent)
  }, [open, chosen, current, onCurrent])
  const count = open.length
  const before = useRef(count)
  useEffect(() => {
    // What was pressed has folded away: whoever is on the keyboard goes on with the next one.
    if (count < before.current && document.activeElement === document.body) focusCurrent()
    before.current = count
  }, [count])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.defaultPrevented) return
      event.preventDefault()
      next()
    }
    // Before the keys of the design that may lie behind.
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [next])
  return { open, answered, current, choose: setChosen, next }
}

/** The first answer of the question in hand; where none is open, what applies. */
function focusCurrent(): void {
  const place = '.import-current button[data-answer], .import-current input'
  const next = document.querySelector<HTMLElement>(place) ?? document.querySelector<HTMLElement>('.import-apply')
  next?.focus()
}

/** As they stand with what was said since they were read: what is pressed folds away at once, however long reading takes. */
export function withSaid(questions: readonly ImportQuestion[], answers: ImportAnswers): readonly ImportQuestion[] {
  return questions.map((question) => {
    const { id, rows, answer } = question
    const said = answers[id]
    if (answer === undefined) return said === undefined ? question : { ...question, answer: said }
    const isSaid = said !== undefined || rows.some((row) => answers[row.id] !== undefined)
    return isSaid ? question : { ...question, answer: undefined }
  })
}

/** The answers with one more, or with one taken back: that of the question and those of its rows. */
export function withAnswer(answers: ImportAnswers, id: string, value: string): ImportAnswers {
  return { ...answers, [id]: value }
}

export function withoutAnswer(
  answers: ImportAnswers,
  { id, rows }: Pick<ImportQuestion, 'id' | 'rows'>,
): ImportAnswers {
  const taken = new Set([id, ...rows.map((row) => row.id)])
  return Object.fromEntries(Object.entries(answers).filter(([each]) => !taken.has(each)))
}
