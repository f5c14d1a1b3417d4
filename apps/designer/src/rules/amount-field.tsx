import { Segmented } from 'antd'
import { DecimalField } from '../parts/field/decimal-field.tsx'
import { FieldRow } from '../parts/field/field-row.tsx'
import { FormulaField } from '../parts/formula-field/formula-field.tsx'
import { useWords } from '../parts/words.ts'
import type { RuleParams } from './rule-draft.ts'
import { ruleWords } from './words.ts'

/** How many points: a number, or a formula over the data, with an optional most. */
export function AmountField({
  params,
  onChange,
}: {
  params: RuleParams
  onChange: (change: Partial<RuleParams>) => void
}) {
  const w = useWords(ruleWords)
  const isFormula = params.formula !== undefined
  return (
    <>
      <FieldRow label={w.amount}>
        <Segmented
          aria-label={w.amount}
          value={isFormula ? 'formula' : 'fixed'}
          options={[
            { value: 'fixed', label: w.fixed },
            { value: 'formula', label: w.byFormula },
          ]}
          onChange={(kind) =>
            onChange(
              kind === 'formula'
                ? { points: undefined, formula: params.points ?? '1' }
                : { formula: undefined, points: /^\d+(\.\d+)?$/.test(params.formula ?? '') ? params.formula : '1' },
            )
          }
        />
        {!isFormula && (
          <DecimalField
            value={params.points}
            label={w.amount}
            unit={w.points}
            width={90}
            onCommit={(points) => onChange({ points })}
          />
        )}
        <span className="rules-limit">{w.limit}</span>
        <DecimalField
          value={params.limit}
          label={w.limit}
          unit={w.points}
          width={90}
          isOptional
          placeholder={w.noLimit}
          onCommit={(limit) => onChange({ limit })}
        />
      </FieldRow>
      {isFormula && (
        <FieldRow label={w.formula}>
          <div className="rules-formula">
            <FormulaField
              value={params.formula ?? ''}
              label={w.formula}
              expects={{ type: 'number' }}
              onCommit={(formula) => {
                onChange({ formula })
                return undefined
              }}
            />
          </div>
        </FieldRow>
      )}
    </>
  )
}
