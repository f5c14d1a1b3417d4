import { type Item, stackOf } from '@yardstick/model'
import { Select, Switch } from 'antd'
import { useMemo } from 'react'
import { withValue } from '../parts/entry/entry-layers.ts'
import { readCell } from '../parts/entry/read-cell.ts'
import { TextField } from '../parts/field/text-field.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { tryEntry } from './sample-actions.ts'
import { entryAt } from './sample-edits.ts'
import { numberIn, positionOf, shownIn, sliderRange, textIn, valueAtPosition } from './slider-range.ts'
import { useChosenSample } from './use-sample.ts'
import { trialWords } from './words.ts'

/** One data item of the sample under the hand: a slider with a field, a switch or a choice, by its type. */
export function ItemControl({ item }: { item: Item }) {
  const w = useWords(trialWords)
  const language = useLanguage()
  const { sample, submission } = useChosenSample()
  const place = { kind: 'item', id: item.id } as const
  const entry = submission === undefined ? undefined : entryAt(submission, place)
  const own = sample === undefined ? undefined : entryAt(sample.submission, place)
  const value = stackOf(entry).top?.value ?? null
  // The scale follows from the sample's own value, so that it holds still while the copy moves.
  const range = useMemo(() => sliderRange(item, numberIn(item, stackOf(own).top?.value)), [item, own])
  const number = numberIn(item, value)
  const label = item.label ?? item.id
  const put = (next: string | boolean) => tryEntry(place, withValue(entry, next))
  const isMoved = entry !== own
  return (
    <div className={`trial-control ${isMoved ? 'trial-control-moved' : ''}`}>
      <span className="trial-control-name" title={label}>
        {label}
      </span>
      {range !== undefined && (
        <>
          <input
            type="range"
            className="trial-slider"
            aria-label={label}
            aria-valuetext={number === undefined ? w.states.missing : shownIn(item, number, language)}
            min={0}
            max={range.count}
            value={number === undefined ? 0 : positionOf(range, number)}
            onChange={(event) => put(textIn(item, valueAtPosition(range, event.target.valueAsNumber)))}
          />
          <TextField
            label={label}
            value={number === undefined ? undefined : textIn(item, number)}
            placeholder={w.states.missing}
            check={(text) => 'entry' in readCell(item, text, entry)}
            onCommit={(text) => {
              const read = text === undefined ? undefined : readCell(item, text, entry)
              if (read === undefined) tryEntry(place, undefined)
              else if ('entry' in read) tryEntry(place, read.entry)
            }}
          />
          {item.unit !== undefined && item.type !== 'rate' && <span className="trial-unit">{item.unit}</span>}
        </>
      )}
      {item.type === 'boolean' && (
        <Switch
          aria-label={label}
          checked={value === true}
          checkedChildren={w.yes}
          unCheckedChildren={value === null ? w.states.missing : w.no}
          onChange={put}
        />
      )}
      {item.type === 'choice' && (
        <Select
          aria-label={label}
          className="trial-choice"
          value={typeof value === 'string' ? value : null}
          placeholder={w.states.missing}
          options={(item.choices ?? []).map((choice) => ({ value: choice, label: choice }))}
          onChange={(next) => next !== null && put(next)}
        />
      )}
      {(item.type === 'list' || item.type === 'text') && (
        <span className="trial-note">{Array.isArray(value) ? w.records(value.length) : (value as string | null)}</span>
      )}
    </div>
  )
}
