import type { PassScoring } from '@yardstick/model'
import { printTarget } from '@yardstick/wording'
import { useState } from 'react'
import { ConditionEditor } from '../condition/condition-editor.tsx'
import { ChoiceField } from '../field/choice-field.tsx'
import { FieldRow } from '../field/field-row.tsx'
import { useLanguage, useWords } from '../words.ts'
import type { RuleEditing } from './editing.ts'
import { TargetField } from './target-field.tsx'
import { useFacts } from './use-facts.ts'
import { methodWords } from './words.ts'

type By = 'target' | 'threshold' | 'condition'

/** All or nothing: by the indicator's target, a threshold of its own, or a condition. */
export function PassEditor({ scoring, leaf, onChange }: RuleEditing<PassScoring>) {
  const w = useWords(methodWords)
  const language = useLanguage()
  const facts = useFacts()
  // A threshold or condition that is chosen and not written yet stands here only.
  const [wanted, setWanted] = useState<By | null>(null)
  const stored: By =
    scoring.condition !== undefined ? 'condition' : scoring.threshold !== undefined ? 'threshold' : 'target'
  const by = wanted ?? stored
  const choose = (next: By) => {
    setWanted(next === stored ? null : next)
    if (next === 'target' && stored !== 'target') {
      setWanted(null)
      onChange({ scoring: { method: 'pass' } })
    } else if (next === 'threshold' && leaf.target !== undefined && !('text' in leaf.target)) {
      const { written: _, ...threshold } = leaf.target
      setWanted(null)
      onChange({ scoring: { method: 'pass', threshold } })
    }
  }
  const target = leaf.target === undefined ? '' : printTarget(leaf.target, language)
  return (
    <>
      <FieldRow label={w.passBy}>
        <ChoiceField
          value={by}
          choices={{ ...w.passBys, target: `${w.passBys.target} ${target}` }}
          label={w.passBy}
          onChange={(next) => choose(next!)}
        />
      </FieldRow>
      {by === 'threshold' && (
        <FieldRow label={w.threshold}>
          <TargetField
            value={scoring.threshold}
            isOptional={false}
            label={w.threshold}
            onCommit={(threshold) => {
              setWanted(null)
              if (threshold !== undefined) onChange({ scoring: { method: 'pass', threshold } })
            }}
          />
        </FieldRow>
      )}
      {by === 'condition' && (
        <ConditionEditor
          value={scoring.condition}
          facts={facts}
          label={w.passBys.condition}
          onChange={(condition, join) => {
            setWanted(null)
            onChange({ scoring: { method: 'pass', condition } }, join)
          }}
        />
      )}
    </>
  )
}
