import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isComposing } from '../field/is-composing.ts'
import { readQuantity, stepQuantity } from '../field/read-quantity.ts'
import type { RuleChange } from '../method/rule-change.ts'
import { useWords } from '../words.ts'
import type { DateField, NumberField, WordsField } from './sentence-fields.ts'
import { sentenceWords } from './words.ts'

/** The field of a token while it is typed into: Enter and leaving it commit, Escape takes it back, ↑ and ↓ step a number. */
export function TokenInput({
  field,
  label,
  onChange,
  onClose,
}: {
  field: NumberField | WordsField | DateField
  label: string
  onChange: (change: RuleChange) => void
  onClose: (isBack: boolean) => void
}) {
  const w = useWords(sentenceWords)
  const [draft, setDraft] = useState(field.value)
  const input = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    input.current?.focus()
    if (field.kind !== 'date') input.current?.select()
  }, [field.kind])
  const change = changeOf(field, draft)
  const isBad = change === undefined
  const finish = (isKept: boolean, isBack: boolean) => {
    if (isDone.current) return
    isDone.current = true
    if (isKept && change !== undefined && change !== null) onChange(change)
    onClose(isBack)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (!isBad) finish(true, true)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      finish(false, true)
    } else if (field.kind === 'number' && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      const now = readQuantity(draft, field.form) ?? field.value
      setDraft(stepQuantity(now, event.key === 'ArrowUp' ? 1 : -1, field.form) ?? draft)
    }
  }
  const letters = [...draft].reduce((width, letter) => width + (letter.charCodeAt(0) > 255 ? 2 : 1), 0)
  return (
    <input
      ref={input}
      className="sentence-input"
      type={field.kind === 'date' ? 'date' : 'text'}
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      value={draft}
      aria-label={label}
      aria-invalid={isBad}
      title={field.kind === 'number' && field.isOptional ? w.remove : undefined}
      style={field.kind === 'date' ? undefined : { width: `${Math.min(34, Math.max(4, letters + 2))}ch` }}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => finish(!isBad, false)}
      onKeyDown={onKeyDown}
    />
  )
}

/** What the typed text changes; null for nothing, undefined where it may not stand there. */
function changeOf(field: NumberField | WordsField | DateField, draft: string): RuleChange | null | undefined {
  const text = draft.trim()
  if (text === field.value) return null
  if (field.kind === 'words') return text === '' || text.length > 2000 ? undefined : field.put(text)
  if (field.kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? field.put(text) : undefined
  if (text === '') return field.isOptional ? field.put(undefined) : undefined
  const next = readQuantity(text, field.form)
  return next === undefined ? undefined : next === field.value ? null : field.put(next)
}
