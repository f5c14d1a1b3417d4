import type { Target } from '@yardstick/model'
import { printTarget, readTarget, type TargetReading } from '@yardstick/wording'
import { Button, Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { isComposing } from '../field/is-composing.ts'
import { issueText } from '../issue-text.tsx'
import { useLanguage, useWords } from '../words.ts'
import './method.css'
import { methodWords } from './words.ts'

/**
 * A target as people write it. What is typed is read and shown back; where something was left open it is taken only when
 * confirmed, and what cannot be read stays in the field with the reason.
 */
export function TargetField({
  value,
  onCommit,
  label,
  isOptional = true,
  placeholder,
}: {
  value: Target | undefined
  onCommit: (next: Target | undefined) => void
  label: string
  isOptional?: boolean
  placeholder?: string
}) {
  const w = useWords(methodWords)
  const language = useLanguage()
  const [draft, setDraft] = useState<string | null>(null)
  const [doubt, setDoubt] = useState<TargetReading | null>(null)
  const stored = value === undefined ? '' : (value.written ?? printTarget(value, language))
  const shown = draft ?? stored
  const take = (target: Target | undefined) => {
    setDraft(null)
    setDoubt(null)
    onCommit(target)
  }
  const restore = () => {
    setDraft(null)
    setDoubt(null)
  }
  const commit = () => {
    if (draft === null || draft.trim() === stored) return restore()
    if (draft.trim() === '') return isOptional ? take(undefined) : restore()
    const reading = readTarget(draft)
    if (reading.target !== undefined && reading.confidence !== 'unsure') take(reading.target)
    else setDoubt(reading)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Enter') commit()
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      restore()
    }
  }
  const normal = value === undefined ? '' : printTarget(value, language)
  return (
    <div className="method-target">
      <Input
        value={shown}
        aria-label={label}
        aria-invalid={doubt !== null}
        status={doubt === null ? '' : doubt.target === undefined ? 'error' : 'warning'}
        placeholder={placeholder ?? ''}
        onChange={(event) => {
          setDraft(event.target.value)
          setDoubt(null)
        }}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {draft === null && normal !== '' && normal !== stored && <p className="method-note">{w.readAs(normal)}</p>}
      {doubt !== null && (
        <div className="method-doubt" role="alert">
          {doubt.target === undefined
            ? w.targetUnread
            : doubt.issues.map((each) => issueText(each, language)).join(' ')}
          {doubt.target !== undefined && (
            <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={() => take(doubt.target)}>
              {w.take(printTarget(doubt.target, language))}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
