import { type Operator, operatorsOf } from '@yardstick/model'
import { Select } from 'antd'
import { issueText } from '../issue-text.tsx'
import { useLanguage, useWords } from '../words.ts'
import { type ComparisonChange, changed, comparisonOf, type DraftComparison } from './draft.ts'
import { useEditing } from './editing.ts'
import { FactPicker } from './fact-picker.tsx'
import { type Fact, factByName, isNumeric } from './facts.ts'
import { keptValue } from './literal.ts'
import { RowGrip, RowMenu } from './row-menu.tsx'
import { TruthBadge } from './truth-badge.tsx'
import { ValueField } from './value-field.tsx'
import { conditionWords, operatorWords } from './words.ts'

/** One line: what to look at, how to compare, with what, and what the sample answers. */
export function ComparisonRow({ row, onSave }: { row: DraftComparison; onSave: () => void }) {
  const w = useWords(conditionWords)
  const language = useLanguage()
  const { facts, answerOf, change } = useEditing()
  const fact = row.fact === undefined ? undefined : factByName(facts).get(row.fact)
  const answer = answerOf(row.key)
  const isWhole = comparisonOf(row) !== undefined
  const set = (next: ComparisonChange) =>
    change(row.key, (draft) => (draft.type === 'comparison' ? changed(draft, next) : draft), `condition ${row.key}`)
  return (
    <>
      <RowGrip row={row} />
      <div className="condition-fields">
        <FactPicker
          facts={facts}
          value={row.fact}
          label={w.fact}
          onChange={(next) => set(afterFact(row, fact, next))}
        />
        {fact !== undefined && (
          <OperatorPicker fact={fact} value={row.operator} onChange={(operator) => set(afterOperator(row, operator))} />
        )}
        {fact !== undefined && row.operator !== undefined && (
          <ValueField
            key={`${row.fact} ${row.operator === 'in' || row.operator === 'notIn'}`}
            fact={fact}
            operator={row.operator}
            value={row.value}
            facts={facts}
            onChange={(value) => set({ value })}
          />
        )}
        {isWhole && <TruthBadge shown={answer} />}
        {!isWhole && <span className="condition-note">{w.unfinished}</span>}
        {isWhole && answer?.answer.issue !== undefined && (
          <span className="condition-problem">{issueText(answer.answer.issue, language)}</span>
        )}
      </div>
      <RowMenu row={row} onSave={onSave} />
    </>
  )
}

/** The operators of the fact's type in words; for 是/否 and choices those that nobody needs are left out. */
function OperatorPicker({
  fact,
  value,
  onChange,
}: {
  fact: Fact
  value: Operator | undefined
  onChange: (operator: Operator) => void
}) {
  const w = useWords(conditionWords)
  const table = useWords(operatorWords)[isNumeric(fact) ? 'number' : fact.type === 'date' ? 'date' : 'text']
  const options = operatorsOf(fact.type)
    .filter((each) => each === value || !isNeedless(each, fact))
    .map((each) => ({ value: each, label: table[each] }))
  return (
    <Select<Operator>
      className="condition-operator"
      aria-label={w.operator}
      placeholder={w.chooseOperator}
      value={value ?? null}
      options={options}
      popupMatchSelectWidth={false}
      onChange={onChange}
    />
  )
}

function isNeedless(operator: Operator, { type, choices }: Fact): boolean {
  if (type === 'boolean') return operator !== 'equal'
  return choices !== undefined && (operator === 'contains' || operator === 'doesNotContain')
}

/** Another fact keeps what still fits, and gets what is most often meant. */
function afterFact(row: DraftComparison, from: Fact | undefined, to: Fact): ComparisonChange {
  const { operator } = row
  // Of another type another way to compare is most often meant, though some would fit.
  const fits = operator !== undefined && from?.type === to.type && !isNeedless(operator, to)
  const value = fits ? keptValue(row.value, from, to) : undefined
  return {
    fact: to.name,
    operator: fits ? operator : FIRST[to.type],
    value: value ?? (to.type === 'boolean' ? true : undefined),
  }
}

/** Between one value and several the value goes along, as far as it can. */
function afterOperator({ value }: DraftComparison, operator: Operator): ComparisonChange {
  const isList = operator === 'in' || operator === 'notIn'
  if (Array.isArray(value)) return isList ? { operator } : { operator, value: value[0] }
  if (!isList || value === undefined) return { operator }
  return { operator, value: typeof value === 'string' || typeof value === 'number' ? [value] : undefined }
}

const FIRST: { readonly [T in Fact['type']]: Operator } = {
  number: 'greaterThanInclusive',
  money: 'greaterThanInclusive',
  rate: 'greaterThanInclusive',
  count: 'greaterThan',
  date: 'lessThanInclusive',
  text: 'contains',
  choice: 'equal',
  boolean: 'equal',
}
