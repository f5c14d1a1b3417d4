import type { Layer, LayerEntry, Leaf } from '@yardstick/model'
import type { Person } from '../access/person.ts'

/**
 * An expert's own score on a leaf that a panel judges: put beside those of the others, under the expert's name, so that
 * no expert writes for another. The reasons stand in one text, a line for each expert.
 *
 * before   the judged layer there is
 * returns  undefined where the entry is no score: a whole panel is written by evaluators
 */
export function panelEntry(
  entry: LayerEntry,
  before: Layer | undefined,
  { id, title }: Person,
): LayerEntry | undefined {
  const { value: score, state, why } = entry
  if (state !== undefined || !(score === undefined || typeof score === 'number' || typeof score === 'string')) {
    return undefined
  }
  const who = `${title}·${id.slice(-6)}`
  const value = before?.value
  const given = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value.experts ?? []) : []
  const others = given.filter((each) => each.who !== who)
  const experts = score === undefined ? others : [...others, { who, score }]
  const lines = (before?.why ?? '').split('\n').filter((line) => line !== '' && !line.startsWith(`${who}：`))
  if (score !== undefined && why !== undefined) lines.push(`${who}：${why.replace(/\s*\n\s*/g, ' ')}`)
  return {
    ...entry,
    value: experts.length === 0 ? undefined : { experts },
    why: lines.length === 0 ? undefined : lines.join('\n'),
  }
}

export function hasPanel({ scoring }: Leaf): boolean {
  return scoring.method === 'judgement' && scoring.panel !== undefined
}
