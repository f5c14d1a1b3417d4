import { Select } from 'antd'

/** One of a few things by their names; `none` is the name of leaving it open, `mixed` says that several differ. */
export function ChoiceField<T extends string>({
  value,
  choices,
  onChange,
  label,
  none,
  mixed,
}: {
  value: T | undefined
  choices: { readonly [V in T]: string }
  onChange: (next: T | undefined) => void
  label: string
  none?: string
  mixed?: string | undefined
}) {
  const options = (Object.entries(choices) as [T, string][]).map(([key, name]) => ({
    value: key as string,
    label: name,
  }))
  const all = none === undefined ? options : [{ value: NONE, label: none }, ...options]
  return (
    <Select<string>
      className="field-choice"
      value={value ?? (none === undefined || mixed !== undefined ? null : NONE)}
      placeholder={mixed}
      options={all}
      aria-label={label}
      popupMatchSelectWidth={false}
      onChange={(next) => onChange(next === NONE ? undefined : (next as T))}
    />
  )
}

/** What stands for "nothing chosen": no choice of the model is an empty text. */
const NONE = ''
