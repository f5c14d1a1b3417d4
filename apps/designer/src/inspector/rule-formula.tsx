import { parseFormula, printFormula } from '@yardstick/formula'
import type { Leaf } from '@yardstick/model'
import { Button } from 'antd'
import type { LeafView } from '../evaluation/leaf-view.ts'
import { curveFormula } from '../parts/method/curve-formula.ts'
import { FormulaEditor } from '../parts/method/formula-editor.tsx'
import type { RuleChange } from '../parts/method/rule-change.ts'
import { methodWords } from '../parts/method/words.ts'
import { useLanguage, useWords } from '../parts/words.ts'

/** The rule as a formula: to be written where it is one, to be read where it is a function of one value. */
export function RuleFormula({
  leaf,
  view,
  onChange,
}: {
  leaf: Leaf
  view: LeafView | null
  onChange: (change: RuleChange) => void
}) {
  const w = useWords(methodWords)
  const language = useLanguage()
  const { scoring, actual } = leaf
  if (scoring.method === 'formula')
    return <FormulaEditor scoring={scoring} leaf={leaf} view={view} onChange={onChange} />
  const isCurve = view?.curve != null && scoring.method !== 'rank'
  const formula = isCurve && actual !== undefined ? curveFormula(view.curve!, actual) : undefined
  if (formula === undefined) return <p className="method-note">{w.noFormula[whyNone(leaf, view)]}</p>
  const parsed = parseFormula(formula)
  return (
    <div className="method-formula">
      <h3 className="inspector-title">{w.asFormula}</h3>
      <p className="inspector-code">{parsed.ok ? printFormula(parsed.value, language) : formula}</p>
      <div className="inspector-method">
        <span className="method-note">{w.asFormulaHint}</span>
        <Button onClick={() => onChange({ scoring: { method: 'formula', formula } })}>{w.useFormula}</Button>
      </div>
    </div>
  )
}

/** Why there is none: what the rule looks at is no number, or not one. */
function whyNone({ scoring }: Leaf, view: LeafView | null): keyof typeof methodWords.zh.noFormula {
  if (scoring.method === 'rank') return 'group'
  return view?.curve?.type === 'date' ? 'date' : 'several'
}
