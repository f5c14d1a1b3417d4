import { Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { isComposing } from './is-composing.ts'
import './text-field.css'

/**
 * A text that is handed on when the field is left or Enter pressed (Ctrl+Enter where it has several lines), trimmed.
 * Escape takes back what was typed. Emptied, it is handed on as undefined where it may be, and otherwise taken back.
 */
export function TextField({
  value,
  onCommit,
  label,
  rows,
  isOptional = true,
  placeholder,
  check,
}: {
  value: string | undefined
  onCommit: (next: string | undefined) => void
  label: string
  /** More than one line. */
  rows?: number
  isOptional?: boolean
  placeholder?: string | undefined
  /** Whether such a text may stand here. */
  check?: (text: string) => boolean
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const text = (draft ?? '').trim()
  const isBad = draft !== null && (text === '' ? !isOptional : check?.(text) === false)
  const commit = () => {
    if (draft === null) return
    setDraft(null)
    if (isBad) return
    const next = text === '' ? undefined : text
    if (next !== value) onCommit(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Enter' && (rows === undefined || event.ctrlKey || event.metaKey)) commit()
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      setDraft(null)
    }
  }
  const shared = {
    value: draft ?? value ?? '',
    'aria-label': label,
    'aria-invalid': isBad,
    status: isBad ? ('error' as const) : ('' as const),
    placeholder: placeholder ?? '',
    onBlur: commit,
    onKeyDown,
  }
  return rows === undefined ? (
    <Input {...shared} onChange={(event) => setDraft(event.target.value)} />
  ) : (
    // A hidden copy of the text gives the height; measuring it would lay out the page for every field at each selection.
    <span className="text-field" data-text={`${shared.value}${'\n'.repeat(rows - 1)} `}>
      <Input.TextArea {...shared} rows={1} onChange={(event) => setDraft(event.target.value)} />
    </span>
  )
}
