import type { JudgementScoring, Panel } from '@yardstick/model'
import { InputNumber } from 'antd'
import { ChoiceField } from '../field/choice-field.tsx'
import { FieldRow } from '../field/field-row.tsx'
import { useWords } from '../words.ts'
import type { RuleEditing } from './editing.ts'
import { methodWords } from './words.ts'

/** One evaluator, or a panel with its rule and how many must have scored. */
export function JudgementEditor({ scoring, onChange }: RuleEditing<JudgementScoring>) {
  const w = useWords(methodWords)
  const { panel } = scoring
  const set = (next: Panel | undefined) =>
    onChange({ scoring: next === undefined ? { method: 'judgement' } : { method: 'judgement', panel: next } })
  const least = panel?.rule === 'trimmed-mean' ? 3 : 1
  return (
    <>
      <FieldRow label={w.judges} hint={w.judgementHint}>
        <ChoiceField
          value={panel === undefined ? 'one' : 'panel'}
          choices={w.judgeKinds}
          label={w.judges}
          onChange={(kind) => set(kind === 'one' ? undefined : (panel ?? { rule: 'mean', quorum: 3 }))}
        />
      </FieldRow>
      {panel !== undefined && (
        <>
          <FieldRow label={w.panelRule}>
            <ChoiceField
              value={panel.rule}
              choices={w.panelRules}
              label={w.panelRule}
              onChange={(rule) =>
                set({ rule: rule!, quorum: rule === 'trimmed-mean' ? Math.max(3, panel.quorum) : panel.quorum })
              }
            />
          </FieldRow>
          <FieldRow label={w.quorum} hint={panel.rule === 'trimmed-mean' ? w.quorumHint : undefined}>
            <InputNumber<number>
              value={panel.quorum}
              min={least}
              max={1000}
              precision={0}
              changeOnBlur
              aria-label={`${w.quorum} ${w.experts}`}
              style={{ width: 64 }}
              onChange={(next) => next !== null && next !== panel.quorum && set({ ...panel, quorum: next })}
            />
            <span>{w.experts}</span>
          </FieldRow>
        </>
      )}
    </>
  )
}
