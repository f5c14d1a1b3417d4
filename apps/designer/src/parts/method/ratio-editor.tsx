import type { RatioScoring } from '@yardstick/model'
import { printTarget } from '@yardstick/wording'
import { ChoiceField } from '../field/choice-field.tsx'
import { DecimalField } from '../field/decimal-field.tsx'
import { FieldRow } from '../field/field-row.tsx'
import { signWords } from '../sign-words.ts'
import { useLanguage, useWords } from '../words.ts'
import { type RuleEditing, withField } from './editing.ts'
import { TargetField } from './target-field.tsx'
import { methodWords } from './words.ts'

export function RatioEditor({ scoring, leaf, onChange }: RuleEditing<RatioScoring>) {
  const w = useWords(methodWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const set = (next: RatioScoring) => onChange({ scoring: next })
  const { overshoot } = scoring
  const ofIndicator = leaf.target === undefined ? '' : printTarget(leaf.target, language)
  return (
    <>
      <FieldRow label={w.ownTarget} hint={scoring.target === undefined ? undefined : w.ownTargetHint}>
        <TargetField
          value={scoring.target}
          onCommit={(target) => set(withField(scoring, 'target', target))}
          label={w.ownTarget}
          placeholder={ofIndicator === '' ? w.needsTarget : `${w.sameTarget} ${ofIndicator}`}
        />
      </FieldRow>
      <FieldRow label={w.passLine} hint={w.passLineHint}>
        <DecimalField
          value={scoring.passLine}
          onCommit={(next) => set(withField(scoring, 'passLine', next))}
          label={w.passLine}
          form={{ percent: 'always' }}
          placeholder={w.optional}
          isOptional
        />
      </FieldRow>
      <FieldRow label={w.overshoot} hint={w.overshootHint}>
        <DecimalField
          value={overshoot?.beyond}
          onCommit={(next) =>
            set(
              withField(
                scoring,
                'overshoot',
                next === undefined ? undefined : { beyond: next, effect: overshoot?.effect ?? 'reduce' },
              ),
            )
          }
          label={w.overshoot}
          form={{ percent: 'always' }}
          placeholder={w.optional}
          isOptional
        />
        {overshoot !== undefined && (
          <ChoiceField
            value={overshoot.effect}
            choices={w.overshootEffects}
            label={w.overshootHint}
            onChange={(effect) => set({ ...scoring, overshoot: { ...overshoot, effect: effect! } })}
          />
        )}
      </FieldRow>
      <FieldRow label={w.zeroTarget}>
        <ChoiceField
          value={scoring.zeroTarget}
          choices={w.zeroTargets}
          none={signs.headed(w.default, w.zeroTargets.error)}
          label={w.zeroTarget}
          onChange={(next) => set(withField(scoring, 'zeroTarget', next))}
        />
      </FieldRow>
    </>
  )
}
