import type { TableScoring } from '@yardstick/model'
import { ChoiceField } from '../field/choice-field.tsx'
import { FieldRow } from '../field/field-row.tsx'
import { useWords } from '../words.ts'
import type { RuleEditing } from './editing.ts'
import { ScoreField } from './score-field.tsx'
import { methodWords } from './words.ts'

/** A decision table's policy and what is given where no row holds; the rows have a grid of their own. */
export function TableMethodEditor({ scoring, onChange }: RuleEditing<TableScoring>) {
  const w = useWords(methodWords)
  return (
    <>
      <p className="method-note">{w.tableRows(scoring.rows.length, scoring.columns.length)}</p>
      <FieldRow label={w.hit}>
        <ChoiceField
          value={scoring.hit}
          choices={w.hits}
          label={w.hit}
          onChange={(hit) => onChange({ scoring: { ...scoring, hit: hit! } })}
        />
      </FieldRow>
      <FieldRow label={w.otherwise}>
        <ScoreField
          value={scoring.otherwise}
          label={w.otherwise}
          onCommit={(otherwise) => onChange({ scoring: { ...scoring, otherwise } })}
        />
      </FieldRow>
    </>
  )
}
