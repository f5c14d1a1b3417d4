import { Select } from 'antd'
import { useMemo } from 'react'
import { searchRank } from '../pinyin.ts'
import { useWords } from '../words.ts'
import { type Fact, type FactGroup, factByName } from './facts.ts'
import { conditionWords, factWords } from './words.ts'

/** Picks what a condition asks about: grouped, found by name or pinyin initials. A name that is not there stays readable. */
export function FactPicker({
  facts,
  value,
  onChange,
  label,
  placeholder,
  isBad = false,
}: {
  facts: readonly Fact[]
  value: string | undefined
  onChange: (fact: Fact) => void
  label: string
  placeholder?: string
  isBad?: boolean
}) {
  const w = useWords(conditionWords)
  const facted = useWords(factWords)
  const { groups } = facted
  const options = useMemo(() => groupOptions(facts, groups), [facts, groups])
  const known = factByName(facts)
  /** What a later phase finds out is no unknown name. */
  const unknownLabel = (name: string) => {
    const [kind = '', id = ''] = name.split(/:(.*)/)
    if (kind === 'total' || kind === 'grade') return w.notYet(facted[kind])
    return (kind === 'score' || kind === 'rate') && id !== '' ? w.notYet(facted[kind](id)) : w.unknownFact(name)
  }
  const isUnknown = value !== undefined && !known.has(value)
  return (
    <Select<string, Option>
      className="condition-fact"
      aria-label={label}
      placeholder={placeholder ?? w.chooseFact}
      value={value ?? null}
      title={value === undefined ? '' : (known.get(value)?.label ?? value)}
      status={isBad || isUnknown ? 'error' : ''}
      showSearch={{
        filterOption: answers,
        filterSort: (one, other, { searchValue }) => rank(searchValue, one) - rank(searchValue, other),
      }}
      options={options}
      optionRender={({ data }) => <FactOption fact={data.fact} />}
      labelRender={({ value: name }) => known.get(String(name))?.label ?? unknownLabel(String(name))}
      popupMatchSelectWidth={300}
      listHeight={280}
      onChange={(name) => {
        const fact = known.get(name)
        if (fact !== undefined) onChange(fact)
      }}
    />
  )
}

/** A fact, or a group of them. */
interface Option {
  value?: string
  label: string
  fact?: Fact
  options?: Option[]
}

function FactOption({ fact }: { fact: Fact | undefined }) {
  if (fact === undefined) return null
  return (
    <span className="condition-option">
      <span>{fact.label}</span>
      <small>{[fact.note, fact.unit].filter((each) => each !== undefined).join(' · ')}</small>
    </span>
  )
}

const ORDER: readonly FactGroup[] = ['items', 'measures', 'evidence', 'result', 'scores', 'rates']

function groupOptions(facts: readonly Fact[], names: { readonly [G in FactGroup]: string }): Option[] {
  return ORDER.flatMap((group) => {
    const options = facts
      .filter((fact) => fact.group === group)
      .map((fact): Option => ({ value: fact.name, label: fact.label, fact }))
    return options.length === 0 ? [] : [{ label: names[group], options }]
  })
}

const NO_RANK = 9

function rank(typed: string, option: Option | undefined): number {
  if (option?.fact === undefined) return NO_RANK
  const { label, note, name } = option.fact
  const ranks = [label, name, note ?? ''].map((text) => (text === '' ? NO_RANK : (searchRank(text, typed) ?? NO_RANK)))
  return Math.min(...ranks)
}

function answers(typed: string, option: Option | undefined): boolean {
  return rank(typed, option) < NO_RANK
}
