import type { Rounding } from '@yardstick/model'
import { InputNumber } from 'antd'
import { ChoiceField } from '../parts/field/choice-field.tsx'
import { DecimalField } from '../parts/field/decimal-field.tsx'
import { FieldRow } from '../parts/field/field-row.tsx'
import { signWords } from '../parts/sign-words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { roundingSentence } from './rounding-words.ts'
import { inspectorWords } from './words.ts'

/** A rounding of one's own, or the one that stands above it, which is shown. */
export function RoundingField({
  value,
  inherited,
  onChange,
  label,
  mayBeExact = true,
  inheritedName,
}: {
  value: Rounding | undefined
  inherited: Rounding
  onChange: (next: Rounding | undefined) => void
  label: string
  mayBeExact?: boolean
  /** What the rounding above is called; the scheme's where nothing is said. */
  inheritedName?: string
}) {
  const w = useWords(inspectorWords)
  const language = useLanguage()
  const kind = value === undefined ? undefined : value === 'none' ? 'none' : 'step' in value ? 'step' : 'digits'
  const mode = value === undefined || value === 'none' ? undefined : value.mode
  const { none: _, ...rounded } = w.roundings
  const choose = (next: 'none' | 'digits' | 'step' | undefined) => {
    const kept = mode === undefined ? {} : { mode }
    onChange(
      next === undefined
        ? undefined
        : next === 'none'
          ? 'none'
          : next === 'step'
            ? { step: '0.5', ...kept }
            : { digits: 2, ...kept },
    )
  }
  return (
    <>
      <FieldRow label={label}>
        <ChoiceField<'none' | 'digits' | 'step'>
          value={kind}
          choices={mayBeExact ? w.roundings : (rounded as typeof w.roundings)}
          none={
            inheritedName === undefined
              ? w.roundingDefault(roundingSentence(inherited, language))
              : signWords[language].headed(inheritedName, roundingSentence(inherited, language))
          }
          label={label}
          onChange={choose}
        />
      </FieldRow>
      {value !== undefined && value !== 'none' && (
        <FieldRow label="">
          {'step' in value ? (
            <DecimalField
              value={value.step}
              form={{ isPositive: true }}
              label={`${label} ${w.stepName}`}
              width={64}
              onCommit={(step) => onChange({ ...value, step: step! })}
            />
          ) : (
            <InputNumber<number>
              value={value.digits}
              min={0}
              max={12}
              precision={0}
              changeOnBlur
              aria-label={`${label} ${w.digitsName}`}
              style={{ width: 64 }}
              onChange={(digits) => digits !== null && digits !== value.digits && onChange({ ...value, digits })}
            />
          )}
          <ChoiceField
            value={value.mode ?? 'half-up'}
            choices={w.modes}
            label={`${label} ${w.roundingMode}`}
            onChange={(next) => onChange({ ...value, mode: next! })}
          />
        </FieldRow>
      )}
    </>
  )
}
