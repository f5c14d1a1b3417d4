import { type Item, itemById, type ShareMetScoring } from '@yardstick/model'
import { useState } from 'react'
import { useDesigner } from '../../store/use-designer.ts'
import { ConditionEditor } from '../condition/condition-editor.tsx'
import type { Fact } from '../condition/facts.ts'
import { ChoiceField } from '../field/choice-field.tsx'
import { FieldRow } from '../field/field-row.tsx'
import { useWords } from '../words.ts'
import type { RuleEditing } from './editing.ts'
import { methodWords } from './words.ts'

/** The share of siblings, or of the records of a list, that met their target. */
export function ShareMetEditor({ scoring, onChange }: RuleEditing<ShareMetScoring>) {
  const w = useWords(methodWords)
  const items = useDesigner((state) => state.design!.scheme.items)
  const lists = items.filter((item) => item.type === 'list')
  const { of } = scoring
  const stored = 'list' in of ? 'list' : 'siblings'
  // A list without its condition is no rule yet.
  const [wanted, setWanted] = useState<{ list: string | undefined } | null>(null)
  const kind = wanted !== null ? 'list' : stored
  const list = wanted?.list ?? ('list' in of ? of.list : undefined)
  const choose = (next: 'list' | 'siblings') => {
    setWanted(next === 'list' && stored !== 'list' ? { list: lists[0]?.id } : null)
    if (next === 'siblings' && stored !== 'siblings')
      onChange({ scoring: { method: 'share-met', of: { siblings: true } } })
  }
  const names = Object.fromEntries(lists.map((item) => [item.id, item.id]))
  const chosen = list === undefined ? undefined : itemById({ items }).get(list)
  return (
    <>
      <FieldRow label={w.of} hint={kind === 'siblings' ? w.siblingsHint : lists.length === 0 ? w.noList : undefined}>
        <ChoiceField value={kind} choices={w.ofs} label={w.of} onChange={(next) => choose(next!)} />
      </FieldRow>
      {kind === 'list' && (
        <>
          <FieldRow label={w.list}>
            <ChoiceField
              value={list}
              choices={names}
              label={w.list}
              onChange={(next) => setWanted(next === ('list' in of ? of.list : undefined) ? null : { list: next })}
            />
          </FieldRow>
          <ConditionEditor
            value={'list' in of && of.list === list ? of.met : undefined}
            facts={fieldFacts(chosen)}
            stage={null}
            label={w.metCondition}
            onChange={(met, join) => {
              if (list === undefined) return
              setWanted(null)
              onChange({ scoring: { method: 'share-met', of: { list, met } } }, join)
            }}
          />
        </>
      )}
    </>
  )
}

/** What can be asked of one record: the fields of its list. */
function fieldFacts(list: Item | undefined): Fact[] {
  return (list?.fields ?? []).map(({ id, type, unit, choices }) => ({
    name: id,
    label: id,
    group: 'items',
    type,
    unit,
    choices,
  }))
}
