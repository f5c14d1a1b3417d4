import type { Issue, Scoring } from '@yardstick/model'
import { type LeafContext, readStandard } from '@yardstick/wording'
import { Button, Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { isComposing } from '../field/is-composing.ts'
import { issueText } from '../issue-text.tsx'
import { useLanguage, useWords } from '../words.ts'
import { sentenceWords } from './words.ts'

/** The whole standard as text. What is read becomes the rule; what is not shows where reading stopped and what could follow. */
export function StandardText({
  text,
  context,
  onRead,
  onClose,
}: {
  text: string
  context: LeafContext
  onRead: (scoring: Scoring) => void
  onClose: () => void
}) {
  const w = useWords(sentenceWords)
  const language = useLanguage()
  const [draft, setDraft] = useState(text)
  const [issues, setIssues] = useState<readonly Issue[]>([])
  const apply = () => {
    if (draft.trim() === text) return onClose()
    const read = readStandard(draft, context, language)
    if (read.ok) onRead(read.value)
    else setIssues(read.issues)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      apply()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
    }
  }
  const [issue] = issues
  return (
    <div className="sentence-text">
      <Input.TextArea
        value={draft}
        autoFocus
        autoSize={{ minRows: 3, maxRows: 12 }}
        aria-label={w.textHint}
        status={issue === undefined ? '' : 'error'}
        onChange={(event) => {
          setDraft(event.target.value)
          setIssues([])
        }}
        onKeyDown={onKeyDown}
      />
      {issue !== undefined && (
        <div className="sentence-stopped" role="alert">
          {issue.span !== undefined && (
            <p>
              {w.stopped} {draft.slice(0, issue.span.from)}
              <mark>{draft.slice(issue.span.from) || '…'}</mark>
            </p>
          )}
          {issueText(issue, language)}
        </div>
      )}
      <div className="sentence-text-buttons">
        <Button type="primary" onClick={apply}>
          {w.apply}
        </Button>
        <Button onClick={onClose}>{w.cancel}</Button>
      </div>
      <p className="method-note">{w.textHint}</p>
    </div>
  )
}
