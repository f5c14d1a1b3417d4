import type { Parameter } from '@yardstick/model'
import { Checkbox } from 'antd'
import { designer, useDesigner } from '../../store/use-designer.ts'
import { DecimalField } from '../field/decimal-field.tsx'
import { TextField } from '../field/text-field.tsx'
import { useWords } from '../words.ts'
import type { NumberPlace } from './number-places.ts'
import { changedParameter, parameterAt, sharingEdit, withoutParameter, withParameter } from './sharing-edits.ts'
import './sharing.css'
import { sharingLabel, sharingWords } from './words.ts'

/** Numbers, each of which may be a parameter: ticked, it has a name and limits. `owner` begins the name of a new one. */
export function ParameterFields({ places, owner }: { places: readonly NumberPlace[]; owner: string }) {
  const w = useWords(sharingWords)
  const sharing = useDesigner((state) => state.design!.scheme.sharing)
  if (places.length === 0) return <p className="method-note">{w.noNumbers}</p>
  return (
    <ul className="sharing-numbers">
      {places.map((place) => {
        const parameter = parameterAt(sharing, place)
        return (
          <li key={`${place.of} ${place.in} ${place.field}`}>
            <Checkbox
              checked={parameter !== undefined}
              onChange={(event) => (event.target.checked ? addParameter(place, owner) : removeParameter(parameter!.id))}
            >
              {place.label} <strong>{place.value}</strong>
            </Checkbox>
            {parameter !== undefined && <ParameterForm parameter={parameter} />}
          </li>
        )
      })}
    </ul>
  )
}

function ParameterForm({ parameter }: { parameter: Parameter }) {
  const w = useWords(sharingWords)
  const { id, name } = parameter
  return (
    <div className="sharing-parameter">
      <TextField
        value={name}
        isOptional={false}
        label={w.parameterName}
        check={(text) => text.length <= 200 && !/\n/.test(text)}
        onCommit={(next) => setParameter(id, { name: next! })}
      />
      <span className="sharing-limits">
        <span>{w.limits}</span>
        {(['least', 'most'] as const).map((limit) => (
          <DecimalField
            key={limit}
            value={parameter[limit]}
            label={`${name} ${w[limit]}`}
            placeholder={w[limit]}
            isOptional
            width={76}
            form={{ percent: 'allowed', isNegativeAllowed: true }}
            onCommit={(next) => setParameter(id, { [limit]: next })}
          />
        ))}
      </span>
    </div>
  )
}

/** Makes a number a parameter. */
export function addParameter(place: NumberPlace, owner: string): void {
  const { sharing } = designer.getState().design!.scheme
  const name = [owner, place.label].filter((each) => each !== '').join(' ')
  designer.edit(sharingLabel('newParameter'), sharingEdit(withParameter(sharing, place, name)))
}

/** It is a number like any other again. */
export function removeParameter(id: string): void {
  const { sharing } = designer.getState().design!.scheme
  designer.edit(sharingLabel('noParameter'), sharingEdit(withoutParameter(sharing, id)))
}

/** Other fields of a parameter; undefined takes one away. */
export function setParameter(id: string, fields: { readonly [K in keyof Parameter]?: Parameter[K] | undefined }): void {
  const { sharing } = designer.getState().design!.scheme
  designer.edit(sharingLabel('parameter'), sharingEdit(changedParameter(sharing, id, fields)))
}
