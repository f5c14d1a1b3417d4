import type { FormulaScoring } from '@yardstick/model'
import { FormulaField } from '../formula-field/formula-field.tsx'
import { useWords } from '../words.ts'
import type { RuleEditing } from './editing.ts'
import { methodWords } from './words.ts'

/** Points by a formula. */
export function FormulaEditor({ scoring, onChange }: RuleEditing<FormulaScoring>) {
  const w = useWords(methodWords)
  return (
    <div className="method-formula">
      <FormulaField
        value={scoring.formula}
        label={w.formula}
        expects={POINTS}
        onCommit={(formula) => {
          onChange({ scoring: { method: 'formula', formula } })
          return []
        }}
      />
      <p className="method-note">{w.formulaHint}</p>
    </div>
  )
}

const POINTS = { type: 'number' } as const
