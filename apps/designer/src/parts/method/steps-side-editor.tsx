import type { StepsSide } from '@yardstick/model'
import { Checkbox } from 'antd'
import { ChoiceField } from '../field/choice-field.tsx'
import { DecimalField } from '../field/decimal-field.tsx'
import { useWords } from '../words.ts'
import { withField } from './editing.ts'
import { methodWords } from './words.ts'

/** One side of a steps rule: every so much, so many points off. */
export function SideEditor({
  name,
  side,
  unit,
  isDate,
  initial,
  onChange,
}: {
  name: string
  side: StepsSide | undefined
  unit: string | undefined
  isDate: boolean
  initial: StepsSide
  onChange: (next: StepsSide | undefined) => void
}) {
  const w = useWords(methodWords)
  return (
    <fieldset className="method-side">
      <legend>
        <Checkbox
          checked={side !== undefined}
          onChange={(event) => onChange(event.target.checked ? initial : undefined)}
        >
          {name}
        </Checkbox>
        {side === undefined && <span className="method-note">{w.sideOff}</span>}
      </legend>
      {side !== undefined && (
        <div className="method-side-fields">
          <DecimalField
            value={side.per === 'unit' ? side.size : side.size.replace('%', '')}
            onCommit={(next) => onChange({ ...side, size: side.per === 'unit' ? next! : sizeFor(next!, side.per) })}
            label={`${name} ${w.step}`}
            form={{ percent: 'allowed', isPositive: true }}
            width={62}
          />
          {isDate ? (
            <span>{w.day}</span>
          ) : (
            <ChoiceField
              value={side.per}
              choices={unit === undefined ? w.pers : { ...w.pers, unit }}
              label={`${name} ${w.per}`}
              onChange={(per) => onChange({ ...side, per: per!, size: sizeFor(side.size, per!) })}
            />
          )}
          <span>{w.deduct}</span>
          <DecimalField
            value={side.deduct}
            onCommit={(next) => onChange({ ...side, deduct: next! })}
            label={`${name} ${w.deduct}`}
            width={56}
          />
          <span>{w.points}</span>
          <span className="method-break" />
          <span>{w.limit}</span>
          <DecimalField
            value={side.limit}
            onCommit={(next) => onChange(withField(side, 'limit', next))}
            label={`${name} ${w.limit}`}
            placeholder={w.optional}
            width={62}
            isOptional
          />
          <span>{w.points}</span>
          <ChoiceField
            value={side.count}
            choices={w.countNames}
            none={w.countAsLeaf}
            label={`${name} ${w.count}`}
            onChange={(count) => onChange(withField(side, 'count', count))}
          />
        </div>
      )}
    </fieldset>
  )
}

/** "1" unit and "1%" of something are written apart; the number stays. */
function sizeFor(size: string, per: StepsSide['per']): string {
  const number = size.replace('%', '')
  return per === 'unit' ? number : `${number}%`
}
