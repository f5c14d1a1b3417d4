import { Exact } from '@yardstick/model'
import { dateOfDayNumber } from '@yardstick/wording'
import { Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { DecimalField } from './decimal-field.tsx'
import { edgeForm } from './edge-form.ts'
import { isComposing } from './is-composing.ts'
import { readDay } from './read-day.ts'

/** A place on the axis of a rule: a number, or of a date its day, which rules keep as the day's number. */
export function EdgeField({
  value,
  isDate,
  onCommit,
  label,
  unit,
}: {
  value: string
  isDate: boolean
  onCommit: (next: string) => void
  label: string
  unit?: string | undefined
}) {
  const [draft, setDraft] = useState<string | null>(null)
  if (!isDate) {
    return (
      <DecimalField
        value={value}
        onCommit={(next) => onCommit(next!)}
        label={label}
        form={edgeForm(value)}
        unit={unit !== undefined && value.endsWith('%') ? '' : unit}
      />
    )
  }
  const day = Exact.parse(value)
  const stored = (day === undefined ? undefined : dateOfDayNumber(day))?.text ?? ''
  const read = draft === null ? undefined : readDay(draft)
  const isBad = draft !== null && read === undefined
  const commit = () => {
    setDraft(null)
    if (read !== undefined && read.text !== stored) onCommit(String(read.dayNumber))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Enter' && !isBad) commit()
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      setDraft(null)
    }
  }
  return (
    <Input
      className="field-day"
      value={draft ?? stored}
      aria-label={label}
      aria-invalid={isBad}
      status={isBad ? 'error' : ''}
      onChange={(event) => setDraft(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  )
}
