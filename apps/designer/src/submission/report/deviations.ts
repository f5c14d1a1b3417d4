import { type Evaluation, Exact } from '@yardstick/model'
import { showExact } from '@yardstick/wording'
import type { Fields } from './report-fields.ts'

/** An indicator whose deviation has a reason in the form, or should have one. */
export interface Deviation {
  readonly id: string
  readonly name: string
  /** As people read it; undefined where nothing was lost. */
  readonly lost: string | undefined
}

/**
 * What lost points by its score, most first; then what has a reason from before and lost nothing this time: the form prints
 * that, too, so that it must be seen to be taken away.
 */
export function deviationsOf(
  { indicators, lost }: Pick<Evaluation, 'indicators' | 'lost'>,
  fields: Fields,
): Deviation[] {
  const scored = new Set(indicators.filter(({ state }) => state === 'present').map(({ id }) => id))
  const losing = lost.filter(({ id }) => scored.has(id))
  const isLosing = new Set(losing.map(({ id }) => id))
  const kept = indicators.filter(({ id }) => !isLosing.has(id) && fields[`deviation.${id}`] !== undefined)
  return [
    ...losing.map(({ id, path, lost: points }) => ({ id, name: path.at(-1) ?? id, lost: readable(points) })),
    ...kept.map(({ id, name }) => ({ id, name, lost: undefined })),
  ]
}

/** A third of a point is a fraction in the evaluation. */
function readable(exact: string): string {
  const value = Exact.fromText(exact)
  return value === undefined ? exact : showExact(value, 6)
}
