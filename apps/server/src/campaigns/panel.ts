import { expertName, type Layer, type LayerEntry, type Leaf, withOwnScore } from '@yardstick/model'
import type { Person } from '../access/person.ts'

/**
 * An expert's own score on a leaf that a panel judges: put beside those of the others, under the expert's name, so that
 * no expert writes for another. The reasons stand in one text, a line for each expert.
 *
 * before   the judged layer there is
 * returns  undefined where the entry is no score: a whole panel is written by evaluators
 */
export function panelEntry(entry: LayerEntry, before: Layer | undefined, person: Person): LayerEntry | undefined {
  const { value: score, state, why } = entry
  if (state !== undefined || !(score === undefined || typeof score === 'number' || typeof score === 'string')) {
    return undefined
  }
  const { value: experts, why: reasons } = withOwnScore(before, expertName(person), score, why)
  return { ...entry, value: experts, why: reasons }
}

export function hasPanel({ scoring }: Leaf): boolean {
  return scoring.method === 'judgement' && scoring.panel !== undefined
}
