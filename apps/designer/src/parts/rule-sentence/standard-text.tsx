import { type LeafContext, readRule, readStandard, readTarget } from '@yardstick/wording'
import { Button, Input } from 'antd'
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react'
import { designer } from '../../store/use-designer.ts'
import { isComposing } from '../field/is-composing.ts'
import { issueText } from '../issue-text.tsx'
import type { TextRead } from '../rule-reading/reading-edit.ts'
import { RuleQuestions } from '../rule-reading/rule-questions.tsx'
import { RuleReadingView } from '../rule-reading/rule-reading.tsx'
import { useRuleAnswers } from '../rule-reading/use-rule-answers.ts'
import { useLanguage, useWords } from '../words.ts'
import { sentenceWords } from './words.ts'

/**
 * The whole standard as text, in anybody's words. Below it stands at once what was read of it, word by word, and what is
 * open is asked in place; what cannot be read shows where reading stopped and what could follow.
 */
export function StandardText({
  text,
  context,
  onRead,
  onClose,
}: {
  text: string
  context: LeafContext
  onRead: (read: TextRead) => void
  onClose: () => void
}) {
  const w = useWords(sentenceWords)
  const language = useLanguage()
  const [draft, setDraft] = useState(text)
  const given = useRuleAnswers()
  const questions = useRef<HTMLDivElement>(null)
  // Typing does not wait for the reading.
  const shown = useDeferredValue(draft)
  const { answers } = given
  const answersKey = JSON.stringify(answers)
  // biome-ignore lint/correctness/useExhaustiveDependencies: answers are the same while their text is
  const reading = useMemo(() => read(shown, context, answers, language), [shown, context, answersKey, language])
  const isSame = draft.trim() === text
  const apply = () => {
    if (isSame && given.given.length === 0) return onClose()
    const now = read(draft, context, answers, language)
    if (now.scoring === undefined) return
    const isOurs = readStandard(draft, context, language).ok
    const target = answers['target'] === undefined ? undefined : readTarget(answers['target']).target
    onRead({ reading: now, text: isOurs ? undefined : draft.trim(), target })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      // What is open is answered first.
      if (!isSame && reading.questions.length > 0)
        questions.current?.querySelector<HTMLElement>('button[data-answer], input')?.focus()
      else apply()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
    }
  }
  const isStopped = !isSame && reading.questions.some(({ kind }) => kind === 'unread')
  const stopped = isStopped ? readStandard(shown, context, language) : undefined
  const isOpen = !isSame && reading.questions.length > 0
  return (
    <div className="sentence-text">
      <Input.TextArea
        value={draft}
        autoFocus
        autoSize={{ minRows: 3, maxRows: 12 }}
        aria-label={w.textHint}
        status={isStopped ? 'error' : ''}
        onChange={(event) => {
          setDraft(event.target.value)
          given.forget()
        }}
        onKeyDown={onKeyDown}
      />
      {!isSame && shown.trim() !== '' && (
        <div ref={questions} className="sentence-reading">
          <RuleReadingView text={shown} reading={reading} context={context} isStacked />
          <RuleQuestions text={shown} questions={reading.questions} answers={given} />
        </div>
      )}
      {stopped !== undefined && !stopped.ok && (
        <div className="sentence-stopped" role="alert">
          {issueText(stopped.issues[0]!, language)}
        </div>
      )}
      <div className="sentence-text-buttons">
        <Button type="primary" disabled={!isSame && reading.scoring === undefined} onClick={apply}>
          {isOpen ? w.applyOpen : w.apply}
        </Button>
        <Button onClick={onClose}>{w.cancel}</Button>
      </div>
      <p className="method-note">{w.textHint}</p>
    </div>
  )
}

function read(text: string, context: LeafContext, answers: TextReadAnswers, language: 'zh' | 'en') {
  const { items = [], measures = [] } = designer.getState().design?.scheme ?? {}
  const known = new Set([...items, ...measures].map(({ id }) => id))
  return readRule(text, { ...context, known, answers }, language)
}

type TextReadAnswers = ReturnType<typeof useRuleAnswers>['answers']
