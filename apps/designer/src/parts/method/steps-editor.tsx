import type { StepsScoring, StepsSide } from '@yardstick/model'
import { printTarget } from '@yardstick/wording'
import { ChoiceField } from '../field/choice-field.tsx'
import { DecimalField } from '../field/decimal-field.tsx'
import { EdgeField } from '../field/edge-field.tsx'
import { FieldRow } from '../field/field-row.tsx'
import { useLanguage, useWords } from '../words.ts'
import { type RuleEditing, withField } from './editing.ts'
import { StepModes } from './step-modes.tsx'
import { SideEditor } from './steps-side-editor.tsx'
import { methodWords } from './words.ts'

export function StepsEditor(editing: RuleEditing<StepsScoring>) {
  const { scoring, leaf, view, onChange, isDistance = false } = editing
  const w = useWords(methodWords)
  const language = useLanguage()
  const set = (next: StepsScoring) => onChange({ scoring: next })
  const { from } = scoring
  const kind = from === undefined ? 'target' : typeof from === 'string' ? 'point' : 'zone'
  const target = leaf.target === undefined || isDistance ? '' : printTarget(leaf.target, language)
  const unit = view?.context.unit
  const isDate = view?.context.valueType === 'date'
  const setKind = (next: 'target' | 'point' | 'zone') => {
    const low = typeof from === 'object' ? from.low : (from ?? startingEdge(leaf.target) ?? '0')
    const high = typeof from === 'object' ? from.high : low
    set(withField(scoring, 'from', next === 'target' ? undefined : next === 'point' ? low : { low, high }))
  }
  return (
    <>
      <FieldRow label={w.from}>
        <ChoiceField
          value={kind}
          choices={{ target: `${w.fromTarget} ${target}`, point: w.fromPoint, zone: w.fromZone }}
          label={w.from}
          onChange={(next) => setKind(next!)}
        />
        {typeof from === 'string' && (
          <EdgeField
            value={from}
            isDate={isDate}
            onCommit={(next) => set({ ...scoring, from: next })}
            label={w.from}
            unit={unit}
          />
        )}
      </FieldRow>
      {typeof from === 'object' && (
        <FieldRow label={`${w.low} – ${w.high}`}>
          {(['low', 'high'] as const).map((end) => (
            <EdgeField
              key={end}
              value={from[end]}
              isDate={isDate}
              onCommit={(next) => set({ ...scoring, from: { ...from, [end]: next } })}
              label={w[end]}
              unit={unit}
            />
          ))}
        </FieldRow>
      )}
      {(['below', 'above'] as const).map((name) => (
        <SideEditor
          key={name}
          name={isDate ? w[name === 'below' ? 'dateBelow' : 'dateAbove'] : w[name]}
          side={scoring[name]}
          unit={unit}
          isDate={isDate}
          initial={initialSide(scoring, leaf.target)}
          onChange={(side) => set(withField(scoring, name, side))}
        />
      ))}
      <StepModes {...editing} />
      <FieldRow label={w.start} hint={w.startHint}>
        <DecimalField
          value={scoring.start}
          onCommit={(next) => set(withField(scoring, 'start', next))}
          label={w.start}
          placeholder={leaf.points}
          unit={w.points}
          isOptional
        />
      </FieldRow>
      <FieldRow label={w.floor} hint={w.floorHint}>
        <DecimalField
          value={scoring.floor}
          onCommit={(next) => set(withField(scoring, 'floor', next))}
          label={w.floor}
          placeholder="0"
          unit={w.points}
          isOptional
        />
      </FieldRow>
    </>
  )
}

function startingEdge(target: RuleEditing['leaf']['target']): string | undefined {
  if (target === undefined) return undefined
  return 'value' in target ? target.value : 'low' in target ? target.low : undefined
}

/** A side that is switched on begins as its other side is. */
function initialSide({ below, above }: StepsScoring, target: RuleEditing['leaf']['target']): StepsSide {
  const isPercent = startingEdge(target)?.endsWith('%') === true
  return below ?? above ?? { size: isPercent ? '1%' : '1', per: isPercent ? 'percentage-point' : 'unit', deduct: '1' }
}
