import type { Layer } from '../schema/submission.ts'

/**
 * A panel's scores stand in one judged layer. Each expert has a name in it that two of one name do not share, and writes
 * the score under it alone; the reasons stand in one text, a line for each expert.
 */

/** The name under which somebody's score stands in a panel. */
export function expertName({ title, id }: { readonly title: string; readonly id: string }): string {
  return `${title}·${id.slice(-6)}`
}

/** Whether two names in a panel are of one expert, who may have been given another title since. */
export function isSameExpert(one: string, other: string): boolean {
  return one === other || (ACCOUNT.test(one) && ACCOUNT.exec(one)?.[0] === ACCOUNT.exec(other)?.[0])
}

/** What stands behind the title: see `expertName`. */
const ACCOUNT = /·[0-9a-z-]{1,6}$/

/** The scores of a panel in a layer; none where it holds none. */
export function expertsOf(
  layer: Pick<Layer, 'value'> | undefined,
): readonly { readonly who: string; readonly score: string | number }[] {
  const value = layer?.value
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value.experts ?? []) : []
}

/** The reason an expert gave for the own score. */
export function expertReason(layer: Pick<Layer, 'why'> | undefined, who: string): string | undefined {
  return linesOf(layer)
    .find((line) => isOf(line, who))
    ?.slice(who.length + 1)
}

/** What is said of a panel's scores as a whole: the lines that are no expert's. */
export function remarkOf(layer: Pick<Layer, 'value' | 'why'> | undefined): string | undefined {
  const experts = expertsOf(layer)
  const lines = linesOf(layer).filter((line) => !experts.some(({ who }) => isOf(line, who)))
  return lines.length === 0 ? undefined : lines.join('\n')
}

/** The reason of a layer with another remark; the lines of its experts stay. */
export function withRemark(layer: Pick<Layer, 'value' | 'why'> | undefined, remark: string): string | undefined {
  const experts = expertsOf(layer)
  const lines = linesOf(layer).filter((line) => experts.some(({ who }) => isOf(line, who)))
  const all = [...lines, ...(remark === '' ? [] : [remark])]
  return all.length === 0 ? undefined : all.join('\n')
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
  const names = [who, ...expertsOf(before).flatMap((each) => (isSameExpert(each.who, who) ? each.who : []))]
  const others = expertsOf(before).filter((each) => !names.includes(each.who))
  const experts = score === undefined ? others : [...others, { who, score }]
  const lines = linesOf(before).filter((line) => !names.some((name) => isOf(line, name)))
  if (score !== undefined && why !== undefined) lines.push(`${who}：${inOneLine(why)}`)
  return {
    ...(experts.length === 0 ? {} : { value: { experts } }),
    ...(lines.length === 0 ? {} : { why: lines.join('\n') }),
  }
}

function inOneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').join(' ')
}

function linesOf(layer: Pick<Layer, 'why'> | undefined): string[] {
  return (layer?.why ?? '').split('\n').filter((line) => line !== '')
}

function isOf(line: string, who: string): boolean {
  return line.startsWith(`${who}：`)
}
