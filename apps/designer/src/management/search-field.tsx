import { Input } from 'antd'
import { useWords } from '../parts/words.ts'
import { managementWords } from './words.ts'

/** Where one types what a list is searched for. */
export function SearchField({
  value,
  onChange,
  placeholder,
  label = placeholder,
}: {
  value: string
  onChange: (typed: string) => void
  placeholder?: string
  label?: string | undefined
}) {
  const w = useWords(managementWords)
  return (
    <Input
      className="management-search"
      value={value}
      placeholder={placeholder ?? w.search}
      aria-label={label ?? w.search}
      allowClear
      maxLength={200}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
