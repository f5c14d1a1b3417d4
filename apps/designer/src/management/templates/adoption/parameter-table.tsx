import { type Parameter, parameterValue, type Scheme, setParameters } from '@yardstick/model'
import { Button } from 'antd'
import { useMemo } from 'react'
import { DecimalField } from '../../../parts/field/decimal-field.tsx'
import { issueText } from '../../../parts/issue-text.tsx'
import { useLanguage, useWords } from '../../../parts/words.ts'
import { adoptionWords } from './words.ts'

export type ParameterTexts = Readonly<Record<string, string>>

/** The parameters of a scheme as a form: default and limits beside each, and in words what does not fit. */
export function ParameterTable({
  scheme,
  values,
  onChange,
}: {
  scheme: Scheme
  /** Those that are not the default. */
  values: ParameterTexts
  onChange: (values: ParameterTexts) => void
}) {
  const w = useWords(adoptionWords)
  const c = w.parameterColumns
  const parameters = scheme.sharing?.parameters ?? []
  if (parameters.length === 0) return <p className="adoption-hint">{w.noParameters}</p>
  return (
    <table className="adoption-parameters">
      <thead>
        <tr>
          <th scope="col">{c.name}</th>
          <th scope="col" className="adoption-value">
            {c.value}
          </th>
          <th scope="col" className="adoption-origin">
            {c.origin}
          </th>
          <th scope="col" className="adoption-limits">
            {c.limits}
          </th>
        </tr>
      </thead>
      <tbody>
        {parameters.map((parameter) => (
          <ParameterRow
            key={parameter.id}
            scheme={scheme}
            parameter={parameter}
            value={values[parameter.id]}
            onChange={(next) => {
              const { [parameter.id]: _, ...rest } = values
              onChange(next === undefined ? rest : { ...rest, [parameter.id]: next })
            }}
          />
        ))}
      </tbody>
    </table>
  )
}

function ParameterRow({
  scheme,
  parameter,
  value,
  onChange,
}: {
  scheme: Scheme
  parameter: Parameter
  value: string | undefined
  onChange: (value: string | undefined) => void
}) {
  const w = useWords(adoptionWords)
  const language = useLanguage()
  const { id, name, note, least, most } = parameter
  const origin = useMemo(() => parameterValue(scheme, parameter) ?? '', [scheme, parameter])
  const problem = useMemo(() => {
    const set = value === undefined ? undefined : setParameters(scheme, { [id]: value })
    return set === undefined || set.ok ? undefined : set.issues.map((each) => issueText(each, language)).join(' ')
  }, [scheme, id, value, language])
  const limits =
    least !== undefined && most !== undefined
      ? w.between(least, most)
      : least !== undefined
        ? w.least(least)
        : most !== undefined
          ? w.most(most)
          : w.free
  return (
    <tr className={value === undefined ? '' : 'adoption-set'}>
      <th scope="row">
        {name}
        {note !== undefined && <small>{note}</small>}
        {problem !== undefined && (
          <p className="form-problem" role="alert">
            {problem}
          </p>
        )}
      </th>
      <td>
        <DecimalField
          value={value ?? origin}
          label={name}
          form={{ percent: origin.endsWith('%') ? 'always' : 'allowed', isNegativeAllowed: true }}
          onCommit={(next) => onChange(next === origin ? undefined : next)}
        />
      </td>
      <td>
        {value === undefined ? (
          origin
        ) : (
          <>
            <del>{origin}</del>{' '}
            <Button type="link" aria-label={w.reset(name)} onClick={() => onChange(undefined)}>
              {w.resetText}
            </Button>
          </>
        )}
      </td>
      <td>{limits}</td>
    </tr>
  )
}
