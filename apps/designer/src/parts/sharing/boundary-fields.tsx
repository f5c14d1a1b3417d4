import type { Boundary, Sharing } from '@yardstick/model'
import { memo } from 'react'
import { designer, useDesigner } from '../../store/use-designer.ts'
import { ChoiceField } from '../field/choice-field.tsx'
import { DecimalField } from '../field/decimal-field.tsx'
import { FieldRow } from '../field/field-row.tsx'
import { TextField } from '../field/text-field.tsx'
import { useWords } from '../words.ts'
import { boundaryOf, sharingEdit, withBoundary } from './sharing-edits.ts'
import { sharingLabel, sharingWords } from './words.ts'

/** What those who adopt may change of an indicator and all below it, or of the whole tree. */
export const BoundaryFields = memo(function BoundaryFields({
  indicator,
  above,
}: {
  /** Undefined: the whole tree. */
  indicator: string | undefined
  /** What holds where it says nothing itself. */
  above: Boundary
}) {
  const w = useWords(sharingWords)
  const sharing = useDesigner((state) => state.design!.scheme.sharing)
  const own = boundaryOf(sharing, indicator)
  const inherited = { change: above.mayChange !== false, add: above.mayAdd !== false && above.mayChange !== false }
  return (
    <>
      <FieldRow label={w.change}>
        <ChoiceField
          value={own.mayChange === undefined ? undefined : own.mayChange ? 'open' : 'locked'}
          choices={{ open: w.changes.open, locked: w.changes.locked }}
          none={w.changes.as(inherited.change ? w.changes.open : w.changes.locked)}
          label={w.change}
          onChange={(next) => setBoundary(indicator, { mayChange: next === undefined ? undefined : next === 'open' })}
        />
      </FieldRow>
      <FieldRow label={w.plusMinus}>
        <DecimalField
          value={own.points?.plusMinus}
          label={w.plusMinus}
          isOptional
          width={88}
          placeholder={above.points?.plusMinus ?? (isLocked(own, above) ? w.plusMinusNone : w.plusMinusUnlimited)}
          onCommit={(plusMinus) =>
            setBoundary(indicator, { points: plusMinus === undefined ? undefined : { plusMinus } })
          }
        />
      </FieldRow>
      <FieldRow label={w.add}>
        <ChoiceField
          value={own.mayAdd === undefined ? undefined : own.mayAdd ? 'open' : 'locked'}
          choices={{ open: w.adds.open, locked: w.adds.locked }}
          none={w.adds.as(inherited.add && !isLocked(own, above) ? w.adds.open : w.adds.locked)}
          label={w.add}
          onChange={(next) => setBoundary(indicator, { mayAdd: next === undefined ? undefined : next === 'open' })}
        />
      </FieldRow>
      <FieldRow label={w.note}>
        <TextField
          value={own.note}
          rows={1}
          label={w.note}
          placeholder={w.noteHint}
          onCommit={(note) => setBoundary(indicator, { note })}
        />
      </FieldRow>
    </>
  )
})

function isLocked(own: Boundary, above: Boundary): boolean {
  return (own.mayChange ?? above.mayChange) === false
}

function setBoundary(
  indicator: string | undefined,
  fields: { readonly [K in keyof Boundary]?: Boundary[K] | undefined },
): void {
  const { sharing } = designer.getState().design!.scheme
  designer.edit(sharingLabel('boundary'), sharingEdit(withBoundary(sharing, indicator, fields)))
}

/** What holds for an indicator by what stands above it: the nearest word on each matter. */
export function boundaryAbove(sharing: Sharing | undefined, ancestors: readonly string[]): Boundary {
  const known = sharing?.boundaries ?? []
  const line = [undefined, ...ancestors].flatMap((id) => known.find((each) => each.indicator === id) ?? [])
  return Object.assign({}, ...line.map(({ indicator: _, note: __, ...rest }) => rest)) as Boundary
}
