import { Input } from 'antd'
import { readDay } from '../parts/field/read-day.ts'

/** A day as it is typed or picked: 2025-03-31, 2025/3/31, 2025年3月31日; what cannot be read stays as it is, marked. */
export function DayField({
  value,
  onChange,
  label,
}: {
  value: string
  onChange: (text: string) => void
  label: string
}) {
  const isBad = value !== '' && readDay(value) === undefined
  return (
    <Input
      value={value}
      aria-label={label}
      aria-invalid={isBad}
      status={isBad ? 'error' : ''}
      placeholder="YYYY-MM-DD"
      maxLength={20}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => {
        const day = readDay(value)
        if (day !== undefined && day.text !== value) onChange(day.text)
      }}
    />
  )
}
