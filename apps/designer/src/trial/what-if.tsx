import type { Evaluation, Item, Leaf } from '@yardstick/model'
import { indicatorById, isJudged, isLeafPlace, walk } from '@yardstick/model'
import { useDeferredValue, useMemo } from 'react'
import { itemsOfLeaf } from '../parts/entry/items-of-leaf.ts'
import { useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { useBoundScheme } from './bound-scheme.ts'
import { useExplained } from './explained.ts'
import { ItemControl } from './item-control.tsx'
import { JudgementControl } from './judgement-control.tsx'
import { trialWords } from './words.ts'

/** More controls than this are no longer a question but a form. */
const MOST_ITEMS = 12

/**
 * What if: sliders over the values behind the selected indicator, or behind those that lost most. They move a copy; the
 * sample and the history stay as they are.
 */
export function WhatIf({ evaluation }: { evaluation: Evaluation }) {
  const w = useWords(trialWords)
  const scheme = useDeferredValue(useBoundScheme())
  const { id: active } = useExplained()
  const isKnown = active !== null && evaluation.indicators.some(({ id }) => id === active)
  // While a value is moved the ranking changes; the controls must not run away under the hand.
  const worst = useSteadyWorst(evaluation, isKnown)
  const { items, judged } = useMemo(
    () => controlsOf(scheme, isKnown ? [active] : worst),
    [scheme, isKnown, active, worst],
  )
  return (
    <section className="trial-what-if" aria-label={w.whatIf}>
      <h3>{w.whatIf}</h3>
      {items.length + judged.length === 0 && <p className="trial-note">{w.nothingToMove}</p>}
      {judged.map((leaf) => (
        <JudgementControl key={leaf.id} leaf={leaf} />
      ))}
      {items.map((item) => (
        <ItemControl key={item.id} item={item} />
      ))}
    </section>
  )
}

function controlsOf(
  scheme: Parameters<typeof itemsOfLeaf>[0],
  ids: readonly string[],
): { items: Item[]; judged: Leaf[] } {
  const places = indicatorById(scheme)
  const items = new Map<string, Item>()
  const judged: Leaf[] = []
  for (const id of ids) {
    for (const item of itemsOfLeaf(scheme, id)) items.set(item.id, item)
    const place = places.get(id)
    if (place === undefined) continue
    const below = walk({ indicators: [place.node] }).filter(isLeafPlace)
    judged.push(...below.map(({ node }) => node).filter(isJudged))
  }
  return { items: [...items.values()].slice(0, MOST_ITEMS), judged: judged.slice(0, MOST_ITEMS) }
}

const NONE: readonly string[] = []

/** The leaves that lost most when the sample was chosen. */
function useSteadyWorst({ lost, scheme, submission }: Evaluation, isKnown: boolean): readonly string[] {
  const sample = useDesigner(({ view }) => view.sample)
  // biome-ignore lint/correctness/useExhaustiveDependencies: steady on purpose, see the caller
  return useMemo(
    () => (isKnown ? NONE : lost.slice(0, 4).map(({ id }) => id)),
    [isKnown, sample, scheme.hash, submission.subject.department],
  )
}
