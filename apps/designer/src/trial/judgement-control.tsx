import { Exact, type JudgedValue, type Leaf, stackOf } from '@yardstick/model'
import { Checkbox, Select } from 'antd'
import { withValue } from '../parts/entry/entry-layers.ts'
import { DecimalField } from '../parts/field/decimal-field.tsx'
import { useWords } from '../parts/words.ts'
import { judgementSlider } from './judgement-slider.ts'
import { tryEntry } from './sample-actions.ts'
import { entryAt } from './sample-edits.ts'
import { positionOf, valueAtPosition } from './slider-range.ts'
import { useChosenSample } from './use-sample.ts'
import { trialWords } from './words.ts'

/** What a person decides about a leaf, tried: points on a slider, a level, elements to tick. */
export function JudgementControl({ leaf }: { leaf: Leaf }) {
  const w = useWords(trialWords)
  const { sample, submission } = useChosenSample()
  const place = { kind: 'judgement', id: leaf.id } as const
  const entry = submission === undefined ? undefined : entryAt(submission, place)
  const own = sample === undefined ? undefined : entryAt(sample.submission, place)
  const value = stackOf(entry).top?.value ?? null
  const put = (next: string | JudgedValue) => tryEntry(place, withValue(entry, next))
  const { scoring } = leaf
  const judged = judgedIn(value)
  const name = (
    <span className="trial-control-name" title={leaf.name}>
      {leaf.name}
    </span>
  )
  const className = `trial-control ${entry === own ? '' : 'trial-control-moved'}`
  if (scoring.method === 'judgement') {
    const range = judgementSlider(leaf.points)
    const points = typeof value === 'number' || typeof value === 'string' ? Exact.parse(String(value)) : undefined
    return (
      <div className={className}>
        {name}
        <input
          type="range"
          className="trial-slider"
          aria-label={leaf.name}
          aria-valuetext={points === undefined ? w.states.missing : w.points(points.toText())}
          min={0}
          max={range.count}
          value={points === undefined ? 0 : positionOf(range, points)}
          onChange={(event) => put(valueAtPosition(range, event.target.valueAsNumber).toText())}
        />
        <DecimalField
          label={leaf.name}
          value={points?.toText()}
          unit={w.pointsUnit}
          placeholder={judged.experts === undefined ? w.states.missing : w.experts(judged.experts.length)}
          onCommit={(next) => next !== undefined && Exact.of(next).atMost(Exact.of(leaf.points)) && put(next)}
        />
      </div>
    )
  }
  if (scoring.method === 'levels') {
    return (
      <div className={className}>
        {name}
        <Select
          aria-label={leaf.name}
          className="trial-choice"
          value={judged.level ?? null}
          placeholder={w.states.missing}
          options={scoring.levels.map((level) => ({ value: level.name, label: level.name }))}
          onChange={(next) => {
            const level = scoring.levels.find((each) => each.name === next)
            if (level === undefined) return
            const top = level.from !== undefined && level.to !== undefined ? highest(level.from, level.to) : undefined
            put(top === undefined ? { level: level.name } : { level: level.name, share: top })
          }}
        />
        {judged.share !== undefined && (
          <DecimalField
            label={w.share(leaf.name)}
            value={String(judged.share)}
            form={{ percent: 'allowed' }}
            onCommit={(next) => next !== undefined && put({ ...judged, share: next })}
          />
        )}
      </div>
    )
  }
  if (scoring.method !== 'checklist') return null
  return (
    <div className={`${className} trial-control-tall`}>
      {name}
      <div className="trial-checks">
        {scoring.elements
          .filter(({ met }) => met === 'judged')
          .map(({ id, text }) => (
            <Checkbox
              key={id}
              checked={judged.elements?.[id] === true}
              indeterminate={judged.elements?.[id] === undefined}
              onChange={(event) => put({ elements: { ...judged.elements, [id]: event.target.checked } })}
            >
              {text}
            </Checkbox>
          ))}
      </div>
    </div>
  )
}

function judgedIn(value: unknown): JudgedValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JudgedValue) : {}
}

function highest(one: string, other: string): string {
  return Exact.of(one).lessThan(Exact.of(other)) ? other : one
}
