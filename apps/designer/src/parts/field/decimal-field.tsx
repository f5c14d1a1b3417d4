import { Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { isComposing } from './is-composing.ts'
import { type QuantityForm, readQuantity, stepQuantity } from './read-quantity.ts'

/**
 * A decimal number as text. What is typed lives here until it is a number; it is handed on by Enter, by leaving the field,
 * or by ↑ and ↓. Escape takes it back. An optional number is removed by emptying its field.
 */
export function DecimalField({
  value,
  onCommit,
  label,
  form = {},
  isOptional = false,
  unit,
  placeholder,
  width,
}: {
  value: string | undefined
  onCommit: (next: string | undefined) => void
  label: string
  form?: QuantityForm
  isOptional?: boolean
  unit?: string | undefined
  placeholder?: string | undefined
  width?: number | undefined
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? value ?? ''
  const isEmpty = shown.trim() === ''
  const isBad = draft !== null && !(isEmpty ? isOptional : readQuantity(draft, form) !== undefined)
  const commit = () => {
    if (draft === null || isBad) return
    setDraft(null)
    const next = isEmpty ? undefined : readQuantity(draft, form)
    if (next !== value) onCommit(next)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return
    const { key } = event
    if (key === 'Enter') commit()
    else if (key === 'Escape' && draft !== null) {
      event.stopPropagation()
      setDraft(null)
    } else if (key === 'ArrowUp' || key === 'ArrowDown') {
      const next = stepQuantity(readQuantity(shown, form) ?? '0', key === 'ArrowUp' ? 1 : -1, form)
      event.preventDefault()
      if (next === undefined) return
      setDraft(null)
      onCommit(next)
    }
  }
  return (
    <Input
      className="field-decimal"
      value={shown}
      aria-label={label}
      aria-invalid={isBad}
      status={isBad ? 'error' : ''}
      placeholder={placeholder ?? ''}
      suffix={unit === undefined ? undefined : <span className="field-unit">{unit}</span>}
      style={width === undefined ? undefined : { width }}
      inputMode="decimal"
      onChange={(event) => setDraft(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => (isBad ? setDraft(null) : commit())}
      onKeyDown={onKeyDown}
    />
  )
}
