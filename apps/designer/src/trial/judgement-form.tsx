import { type Entry, type JudgedValue, type Leaf, stackOf } from '@yardstick/model'
import { Checkbox, Select } from 'antd'
import { withValue } from '../parts/entry/entry-layers.ts'
import { judgementCellText, readJudgementCell } from '../parts/entry/read-judgement-cell.ts'
import { FieldRow } from '../parts/field/field-row.tsx'
import { TextField } from '../parts/field/text-field.tsx'
import { useWords } from '../parts/words.ts'
import { designer } from '../store/use-designer.ts'
import { labelOf } from './sample-actions.ts'
import { changeCase, entryAt, withEntry } from './sample-edits.ts'
import type { SampleRow } from './sample-row.ts'
import { useCases } from './use-sample.ts'
import { viewWords } from './view-words.ts'
import { trialWords } from './words.ts'

/** What people say of a judged leaf, with who says it and the reason that points below the full ones need. */
export function JudgementForm({ leaf, row }: { leaf: Leaf; row: SampleRow }) {
  const w = useWords(viewWords)
  const t = useWords(trialWords)
  // The row that opened the form may be behind what the form itself has changed since.
  const sample = useCases()[row.index] ?? row.sample
  const place = { kind: 'judgement', id: leaf.id } as const
  const entry = entryAt(sample.submission, place)
  const { top } = stackOf(entry)
  const put = (next: Entry | undefined) => {
    const { scheme } = designer.getState().design!
    designer.edit(
      labelOf('enter'),
      changeCase(scheme, row.index, (each) => ({ ...each, submission: withEntry(each.submission, place, next) })),
    )
  }
  const layered = entry ?? { layers: [{ layer: 'judged' as const }] }
  const putValue = (value: JudgedValue | string) => put(withValue(layered, value))
  const putField = (key: 'who' | 'why', text: string | undefined) => {
    const { below } = stackOf(entry)
    const { [key]: _, ...rest } = top ?? { layer: 'judged' as const }
    put({ layers: [...[...below].reverse(), text === undefined ? rest : { ...rest, [key]: text }] })
  }
  const { scoring } = leaf
  const judged = (typeof top?.value === 'object' ? top.value : undefined) as JudgedValue | undefined
  return (
    <div className="trial-form">
      <h3>{leaf.name}</h3>
      {scoring.method === 'checklist' && (
        <div className="trial-checks">
          {scoring.elements
            .filter(({ met }) => met === 'judged')
            .map(({ id, text }) => (
              <Checkbox
                key={id}
                checked={judged?.elements?.[id] === true}
                indeterminate={judged?.elements?.[id] === undefined}
                onChange={({ target }) => putValue({ elements: { ...judged?.elements, [id]: target.checked } })}
              >
                {text}
              </Checkbox>
            ))}
        </div>
      )}
      {scoring.method === 'levels' && (
        <Select
          aria-label={leaf.name}
          value={judged?.level ?? null}
          placeholder={t.states.missing}
          options={scoring.levels.map(({ name }) => ({ value: name, label: name }))}
          onChange={(level) => level !== null && putValue({ level })}
        />
      )}
      {scoring.method !== 'checklist' && (
        <FieldRow label={w.judgedValue} hint={w.judgedExamples[scoring.method === 'levels' ? 'levels' : 'judgement']}>
          <TextField
            label={w.judgedValue}
            value={judgementCellText(leaf, entry, t)}
            check={(text) => 'entry' in readJudgementCell(leaf, text, entry, {})}
            onCommit={(text) => {
              const read = readJudgementCell(leaf, text ?? '', entry, {})
              if ('entry' in read) put(read.entry)
            }}
          />
        </FieldRow>
      )}
      <FieldRow label={w.who}>
        <TextField label={w.who} value={top?.who} onCommit={(text) => putField('who', text)} />
      </FieldRow>
      <FieldRow label={w.reason} hint={w.reasonBelowFull}>
        <TextField label={w.reason} rows={3} value={top?.why} onCommit={(text) => putField('why', text)} />
      </FieldRow>
    </div>
  )
}
