import { AutoComplete } from 'antd'
import { useMemo } from 'react'
import { search } from '../parts/pinyin.ts'
import type { Regions } from './regions.ts'

/** A region by its code or, where it has one, its name; the value is the code, or what was typed instead. */
export function RegionField({
  value,
  onChange,
  regions,
  label,
  placeholder,
  isBad = false,
  isFixed = false,
}: {
  value: string
  onChange: (code: string) => void
  regions: Regions
  label: string
  placeholder?: string
  isBad?: boolean
  isFixed?: boolean
}) {
  const options = useMemo(() => {
    const found = value.trim() === '' ? regions.list : search(regions.list, value, ({ code, name }) => [name, code])
    return found.slice(0, 100).map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))
  }, [value, regions])
  return (
    <AutoComplete
      value={value}
      options={options}
      aria-label={label}
      aria-invalid={isBad}
      disabled={isFixed}
      status={isBad ? 'error' : ''}
      placeholder={placeholder}
      onChange={(text: string | undefined) => onChange((text ?? '').normalize('NFKC').trim())}
      onBlur={() => {
        const named = regions.list.find(({ name }) => name === value)
        if (named !== undefined) onChange(named.code)
      }}
    />
  )
}
