import type { Shortfall } from '@yardstick/engine'
import type { Evaluation } from '@yardstick/model'
import { Button } from 'antd'
import { withValue } from '../parts/entry/entry-layers.ts'
import { useWords } from '../parts/words.ts'
import { designer } from '../store/use-designer.ts'
import { boundScheme } from './bound-scheme.ts'
import { tryEntry } from './sample-actions.ts'
import { entryAt } from './sample-edits.ts'
import { numberIn, textIn } from './slider-range.ts'
import { chosenSample } from './use-sample.ts'
import { useShortfalls } from './use-shortfalls.ts'
import { trialWords } from './words.ts'

/** 还差多少: the smallest changes that help this leaf, each tried by one press; where none can be named, why. */
export function ShortfallList({ leaf }: { leaf: string }) {
  const w = useWords(trialWords)
  const shortfalls = useShortfalls([leaf])
  if (shortfalls === null) return <small className="trial-reason">{w.asking}</small>
  const changes = shortfalls.changes.filter(({ indicator }) => indicator === leaf)
  const refusal = shortfalls.refusals.find(({ indicator }) => indicator === leaf)
  if (changes.length === 0) return <small className="trial-reason">{refusal && w.refusals[refusal.refused]}</small>
  return (
    <ul className="trial-shortfalls">
      {changes.map((change) => (
        <li key={`${change.goal} ${change.item} ${change.to}`}>
          <span className="trial-goal">{w.goals[change.goal]}</span>
          {change.sentence}
          <Button onClick={() => tryChange(change)}>{w.tryIt}</Button>
        </li>
      ))}
    </ul>
  )
}

/** More leaves than this are not asked how they would bring the next grade: each answer scores the whole scheme. */
const MOST_ASKED = 8

/** The single changes that bring the next grade, the leaves that lost most first. */
export function GradeShortfalls({ lost }: { lost: Evaluation['lost'] }) {
  const w = useWords(trialWords)
  const shortfalls = useShortfalls(lost.slice(0, MOST_ASKED).map(({ id }) => id))
  if (shortfalls === null) return <small className="trial-reason">{w.asking}</small>
  const changes = shortfalls.changes.filter(({ goal }) => goal === 'grade')
  if (changes.length === 0) return <small className="trial-reason">{w.noSingleChange}</small>
  return (
    <ul className="trial-shortfalls">
      {changes.map((change) => (
        <li key={`${change.indicator} ${change.item} ${change.to}`}>
          {change.sentence}
          <Button onClick={() => tryChange(change)}>{w.tryIt}</Button>
        </li>
      ))}
    </ul>
  )
}

function tryChange({ item: id, to }: Pick<Shortfall, 'item' | 'to'>): void {
  const state = designer.getState()
  const item = boundScheme(state).items.find((each) => each.id === id)
  const { submission } = chosenSample(state)
  if (item === undefined || submission === undefined) return
  const value = numberIn(item, to)
  const place = { kind: 'item', id } as const
  tryEntry(place, withValue(entryAt(submission, place), value === undefined ? to : textIn(item, value)))
}
