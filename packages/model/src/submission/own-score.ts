import type { Layer } from '../schema/submission.ts'

/**
 * A panel's scores stand in one judged layer. Each expert has a name in it that two of one name do not share, and writes
 * the score under it alone; the reasons stand in one text, a line for each expert.
 */

/** The name under which somebody's score stands in a panel. */
export function expertName({ title, id }: { readonly title: string; readonly id: string }): string {
  return `${title}·${id.slice(-6)}`
}

/** The scores of a panel in a layer; none where it holds none. */
export function expertsOf(
  layer: Pick<Layer, 'value'> | undefined,
): readonly { readonly who: string; readonly score: string | number }[] {
  const value = layer?.value
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value.experts ?? []) : []
}

/**
 * The judged layer with an expert's own score put beside those of the others, in place of the one before.
 *
 * before  the judged layer there is
 * score   undefined takes the expert's own away; without any score left there is no value
 */
export function withOwnScore(
  before: Pick<Layer, 'value' | 'why'> | undefined,
  who: string,
  score: string | number | undefined,
  why: string | undefined,
): Pick<Layer, 'value' | 'why'> {
  const others = expertsOf(before).filter((each) => each.who !== who)
  const experts = score === undefined ? others : [...others, { who, score }]
  const lines = (before?.why ?? '').split('\n').filter((line) => line !== '' && !line.startsWith(`${who}：`))
  if (score !== undefined && why !== undefined) lines.push(`${who}：${why.replace(/\s*\n\s*/g, ' ')}`)
  return {
    ...(experts.length === 0 ? {} : { value: { experts } }),
    ...(lines.length === 0 ? {} : { why: lines.join('\n') }),
  }
}
