import { indicatorById, type Scheme } from '@yardstick/model'
import type { DifferenceSentence } from '../../evaluation/compare-schemes.ts'

/** What was changed of one thing; reasons are given for indicators. */
export interface Contribution {
  readonly of: DifferenceSentence['of']
  readonly id: string
  readonly name: string
  readonly sentences: readonly string[]
}

/** Indicators in the order of the tree, then everything else. */
export function contributionsOf(
  sentences: readonly DifferenceSentence[],
  local: Scheme,
  base: Scheme,
): readonly Contribution[] {
  const found = new Map<string, DifferenceSentence[]>()
  for (const each of sentences) {
    const key = `${each.of} ${each.id}`
    found.set(key, [...(found.get(key) ?? []), each])
  }
  const [here, there] = [indicatorById(local), indicatorById(base)]
  const all = [...found.values()].map(([first, ...rest]): Contribution => {
    const { of, id } = first!
    const place = of === 'indicator' ? (here.get(id) ?? there.get(id)) : undefined
    return { of, id, name: place?.path.join(' / ') ?? id, sentences: [first!, ...rest].map(({ text }) => text) }
  })
  return [...all.filter(({ of }) => of === 'indicator'), ...all.filter(({ of }) => of !== 'indicator')]
}
