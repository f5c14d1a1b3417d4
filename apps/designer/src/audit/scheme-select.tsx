import { Select } from 'antd'
import { useId } from 'react'
import { useWords } from '../parts/words.ts'
import { choiceOf, type SchemeChoice } from './use-scheme-choice.ts'
import { auditWords } from './words.ts'

/** The scheme that the sheets are held against, where one is chosen. */
export function SchemeSelect({ choice, isBroken }: { choice: SchemeChoice; isBroken: boolean }) {
  const { scheme: w } = useWords(auditWords)
  const id = useId()
  const { designs, templates, dropped, failed, scheme } = choice
  const groups = [
    { label: w.dropped, options: dropped === null ? [] : [{ value: 'dropped', label: dropped.name }] },
    { label: w.own, options: designs.map((each) => ({ value: choiceOf('design', each.id), label: each.name })) },
    {
      label: w.templates,
      options: templates.map(({ path, name }) => ({ value: choiceOf('template', path), label: name })),
    },
  ]
  return (
    <div className="audit-scheme">
      <label htmlFor={id}>{w.label}</label>
      <Select
        id={id}
        value={choice.value}
        onChange={choice.choose}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[{ value: '', label: w.none }, ...groups.filter(({ options }) => options.length > 0)]}
      />
      {failed !== null && <span role="alert">{w.failed(failed)}</span>}
      {isBroken && scheme !== null && <span role="alert">{w.broken(scheme.name)}</span>}
    </div>
  )
}
