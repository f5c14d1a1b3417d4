import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { indicatorById, type Parameter, parameterValue } from '@yardstick/model'
import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import { DecimalField } from '../parts/field/decimal-field.tsx'
import { TextField } from '../parts/field/text-field.tsx'
import { searchRank } from '../parts/pinyin.ts'
import { type NumberPlace, numbersOfIndicator, numbersOfScheme } from '../parts/sharing/number-places.ts'
import { addParameter, removeParameter, setParameter } from '../parts/sharing/parameter-fields.tsx'
import { parameterAt } from '../parts/sharing/sharing-edits.ts'
import { signWords } from '../parts/sign-words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { GivenTable } from './given-table.tsx'
import { goToIndicator } from './go-to-indicator.ts'
import { useIndicatorOptions } from './indicator-options.ts'
import { placeName } from './place-name.ts'
import { givenWords } from './words.ts'

/** The numbers that those who adopt the scheme set for themselves. */
export function ParameterList() {
  const w = useWords(givenWords)
  const parameters = useDesigner((state) => state.design!.scheme.sharing?.parameters)
  return (
    <>
      <NewParameter />
      {parameters === undefined ? (
        <p className="given-none">{w.noParameters}</p>
      ) : (
        <GivenTable columns={['name', 'place', 'value', 'least', 'most', 'note']}>
          {parameters.map((parameter) => (
            <Row key={parameter.id} parameter={parameter} />
          ))}
        </GivenTable>
      )}
    </>
  )
}

function Row({ parameter }: { parameter: Parameter }) {
  const w = useWords(givenWords)
  const language = useLanguage()
  const scheme = useDesigner((state) => state.design!.scheme)
  const { id, name } = parameter
  const value = parameterValue(scheme, parameter)
  const place = placeName(scheme, parameter, language)
  return (
    <tr>
      <td>
        <TextField
          value={name}
          isOptional={false}
          label={`${w.columns.name} ${name}`}
          check={(text) => text.length <= 200 && !/\n/.test(text)}
          onCommit={(next) => setParameter(id, { name: next! })}
        />
      </td>
      <td className="given-where">
        {parameter.of === 'indicator' && parameter.in !== undefined ? (
          <Button type="link" title={place} onClick={() => goToIndicator(parameter.in!)}>
            {place}
          </Button>
        ) : (
          place
        )}
      </td>
      <td className="given-value">{value ?? <em>{w.goneNumber}</em>}</td>
      {(['least', 'most'] as const).map((limit) => (
        <td key={limit}>
          <DecimalField
            value={parameter[limit]}
            label={`${name} ${w.columns[limit]}`}
            isOptional
            width={84}
            form={{ percent: 'allowed', isNegativeAllowed: true }}
            onCommit={(next) => setParameter(id, { [limit]: next })}
          />
        </td>
      ))}
      <td>
        <TextField
          value={parameter.note}
          label={`${name} ${w.columns.note}`}
          onCommit={(note) => setParameter(id, { note })}
        />
      </td>
      <td>
        <Button
          type="text"
          icon={<CloseOutlined />}
          aria-label={w.remove(name)}
          title={w.remove(name)}
          onClick={() => removeParameter(id)}
        />
      </td>
    </tr>
  )
}

/** Not the id of any indicator. */
const OF_SCHEME = ''

function NewParameter() {
  const w = useWords(givenWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const scheme = useDesigner((state) => state.design!.scheme)
  const indicators = useIndicatorOptions()
  const [thing, setThing] = useState<string | null>(null)
  const [field, setField] = useState<string | null>(null)
  const places = useMemo(() => {
    if (thing === null) return []
    if (thing === OF_SCHEME) return numbersOfScheme(scheme, language)
    const node = indicatorById(scheme).get(thing)?.node
    return node === undefined ? [] : numbersOfIndicator(node, language)
  }, [scheme, thing, language])
  const free = places.filter((place) => parameterAt(scheme.sharing, place) === undefined)
  const chosen = free.find((each) => keyOf(each) === field)
  const owner = thing === null || thing === OF_SCHEME ? '' : (indicatorById(scheme).get(thing)?.node.name ?? '')
  return (
    <div className="given-new">
      <Select
        showSearch={{
          filterOption: (typed, option) => searchRank(String(option?.label ?? ''), typed) !== undefined,
        }}
        className="given-thing"
        aria-label={w.pickThing}
        placeholder={w.pickThing}
        value={thing}
        options={[{ value: OF_SCHEME, label: w.ofScheme }, ...indicators]}
        popupMatchSelectWidth={false}
        onChange={(next) => {
          setThing(next)
          setField(null)
        }}
      />
      <Select
        className="given-number"
        aria-label={w.pickNumber}
        placeholder={w.pickNumber}
        value={chosen === undefined ? null : field}
        disabled={thing === null}
        options={free.map((each) => ({ value: keyOf(each), label: signs.aside(each.label, each.value) }))}
        popupMatchSelectWidth={false}
        onChange={setField}
      />
      <Button
        icon={<PlusOutlined />}
        disabled={chosen === undefined}
        onClick={() => {
          addParameter(chosen!, owner)
          setField(null)
        }}
      >
        {w.addParameter}
      </Button>
    </div>
  )
}

const keyOf = ({ of, in: within, field }: NumberPlace) => `${of} ${within ?? ''} ${field}`
