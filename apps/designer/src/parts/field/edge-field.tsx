import { CivilDate, Exact } from '@yardstick/model'
import { dateOfDayNumber } from '@yardstick/wording'
import { Input } from 'antd'
import { useState } from 'react'
import { DecimalField } from './decimal-field.tsx'
import { edgeForm } from './edge-form.ts'

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
        unit={value.endsWith('%') ? undefined : unit}
      />
    )
  }
  const day = Exact.parse(value)
  const stored = (day === undefined ? undefined : dateOfDayNumber(day))?.text ?? ''
  const commit = () => {
    const next = draft === null ? undefined : CivilDate.parse(draft)
    setDraft(null)
    if (next !== undefined && next.text !== stored) onCommit(String(next.dayNumber))
  }
  return (
    <Input
      type="date"
      value={draft ?? stored}
      aria-label={label}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  )
}
