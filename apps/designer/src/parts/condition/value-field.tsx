import { DatabaseOutlined, NumberOutlined } from '@ant-design/icons'
import type { ConditionValue, Operator } from '@yardstick/model'
import { Button, Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import { isComposing } from '../field/is-composing.ts'
import { useLanguage, useWords } from '../words.ts'
import { FactPicker } from './fact-picker.tsx'
import { canCompare, type Fact, isNumeric } from './facts.ts'
import { readList, readLiteral, showList, showLiteral, unitBeside } from './literal.ts'
import { conditionWords } from './words.ts'

interface Props {
  readonly fact: Fact
  readonly operator: Operator
  readonly value: ConditionValue | undefined
  readonly facts: readonly Fact[]
  readonly onChange: (value: ConditionValue | undefined) => void
}

/** What a fact is compared with, by its type: a number with its unit, a day, a choice, 是/否, a list, or another fact. */
export function ValueField({ fact, operator, value, facts, onChange }: Props) {
  const w = useWords(conditionWords)
  const [wantsFact, setWantsFact] = useState(false)
  const others = useMemo(() => facts.filter((each) => canCompare(fact, each)), [facts, fact])
  const isList = operator === 'in' || operator === 'notIn'
  const isFact = isFactValue(value) || (value === undefined && wantsFact)
  const mayBeFact = isFact || (!isList && others.length > 0 && fact.type !== 'boolean' && fact.type !== 'choice')
  const swap = () => {
    setWantsFact(!isFact)
    onChange(undefined)
  }
  return (
    <span className="condition-value">
      {isFact ? (
        <FactPicker
          facts={others}
          value={isFactValue(value) ? value.fact : undefined}
          label={w.otherFact}
          placeholder={w.otherFact}
          onChange={({ name }) => onChange({ fact: name })}
        />
      ) : (
        <LiteralField fact={fact} isList={isList} value={isFactValue(value) ? undefined : value} onChange={onChange} />
      )}
      {mayBeFact && (
        <Button
          type="text"
          className="condition-swap"
          title={isFact ? w.compareWithValue : w.compareWithFact}
          aria-label={isFact ? w.compareWithValue : w.compareWithFact}
          icon={isFact ? <NumberOutlined /> : <DatabaseOutlined />}
          onClick={swap}
        />
      )}
    </span>
  )
}

function isFactValue(value: ConditionValue | undefined): value is { fact: string } {
  return typeof value === 'object' && !Array.isArray(value)
}

type Plain = Exclude<ConditionValue, { fact: string }>

function LiteralField({
  fact,
  isList,
  value,
  onChange,
}: {
  fact: Fact
  isList: boolean
  value: Plain | undefined
  onChange: (value: Plain) => void
}) {
  const w = useWords(conditionWords)
  const language = useLanguage()
  if (fact.type === 'boolean') {
    return (
      <Select
        aria-label={w.value}
        value={typeof value === 'boolean' ? String(value) : null}
        options={[
          { value: 'true', label: w.yes },
          { value: 'false', label: w.no },
        ]}
        onChange={(next) => onChange(next === 'true')}
      />
    )
  }
  if (fact.choices !== undefined) {
    const options = fact.choices.map((each) => ({ value: each, label: each }))
    return isList ? (
      <Select<string[]>
        mode="multiple"
        aria-label={w.value}
        value={Array.isArray(value) ? value.map(String) : []}
        options={options}
        onChange={(next) => next.length > 0 && onChange(next)}
      />
    ) : (
      <Select<string>
        aria-label={w.value}
        value={typeof value === 'string' ? value : null}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(next) => onChange(next)}
      />
    )
  }
  if (isList) {
    const shown = Array.isArray(value) ? showList(value, fact, language) : ''
    return (
      <TypedField
        shown={shown}
        hint={w.list}
        read={(text) => readList(text, fact)}
        wrong={w.unread.list}
        onRead={onChange}
      />
    )
  }
  const shown = value === undefined || Array.isArray(value) ? '' : showLiteral(value, fact, language)
  const [hint, wrong] =
    fact.type === 'date' ? [w.date, w.unread.date] : isNumeric(fact) ? ['', w.unread.number] : [w.text, w.unread.text]
  return (
    <TypedField
      shown={shown}
      hint={hint}
      unit={unitBeside(fact)}
      read={(text) => readLiteral(text, fact)}
      wrong={wrong}
      onRead={onChange}
    />
  )
}

/** Text that lives here until it can be read; handed on by Enter or by leaving, taken back by Escape. */
function TypedField<T>({
  shown,
  hint,
  unit,
  read,
  wrong,
  onRead,
}: {
  shown: string
  hint: string
  unit?: string | undefined
  read: (text: string) => T | undefined
  wrong: string
  onRead: (value: T) => void
}) {
  const w = useWords(conditionWords)
  const [draft, setDraft] = useState<string | null>(null)
  const isBad = draft !== null && draft.trim() !== '' && read(draft) === undefined
  const commit = () => {
    if (draft === null) return
    const value = read(draft)
    if (value === undefined && draft.trim() !== '') return
    setDraft(null)
    if (value !== undefined && draft !== shown) onRead(value)
  }
  return (
    <Input
      className="condition-typed"
      aria-label={w.value}
      aria-invalid={isBad}
      status={isBad ? 'error' : ''}
      title={isBad ? wrong : ''}
      placeholder={hint}
      value={draft ?? shown}
      suffix={unit === undefined ? null : <span className="condition-unit">{unit}</span>}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation()
          setDraft(null)
        }
      }}
    />
  )
}
