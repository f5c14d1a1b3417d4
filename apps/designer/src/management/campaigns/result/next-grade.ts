import { type Evaluation, Exact, isBranch, type Scheme, walk } from '@yardstick/model'

/** What is missing to the next grade: points of the total, decimal text. */
export interface NextGrade {
  readonly name: string
  readonly from: string
  readonly short: string
  /**
   * The fewest leaves, those that lost most first, whose lost points together are enough; empty where all are not; null
   * where a leaf's points are not points of the total.
   */
  readonly leaves: readonly string[] | null
}

/** Null at the best grade, without a total or grades, and where something else than points limits the grade. */
export function nextGrade(scheme: Pick<Scheme, 'grades' | 'indicators'>, evaluation: Evaluation): NextGrade | null {
  const { total, events, lost } = evaluation
  if (total === null || events.some(({ effect }) => effect === 'veto' || effect === 'cap-grade')) return null
  const now = Exact.of(total)
  // Best first: the last one above is the nearest.
  const above = (scheme.grades ?? []).filter(({ from }) => from !== undefined && now.lessThan(Exact.of(from)))
  const next = above.at(-1)
  if (next?.from === undefined) return null
  const short = Exact.of(next.from).minus(now)
  const found = { name: next.name, from: next.from, short: short.toText() }
  if (!areAdded(scheme, evaluation)) return { ...found, leaves: null }
  const leaves: string[] = []
  let gained = Exact.zero
  for (const each of lost) {
    if (!gained.lessThan(short)) break
    gained = gained.plus(Exact.fromText(each.lost) ?? Exact.zero)
    leaves.push(each.id)
  }
  return { ...found, leaves: gained.lessThan(short) ? [] : leaves }
}

/** Why there is no next grade: it is the best, a rule made it what it is, or a rule may stand in the way of the next. */
export function whyNoNext(
  { grades = [] }: Pick<Scheme, 'grades'>,
  { total, grade, events }: Pick<Evaluation, 'total' | 'grade' | 'events'>,
): 'best' | 'limited' | 'uncertain' {
  if (total === null || events.some(({ effect }) => effect === 'veto')) return 'limited'
  const now = Exact.of(total)
  const byPoints = grades.findIndex(({ from }) => from === undefined || Exact.of(from).atMost(now))
  if (byPoints >= 0 && grades[byPoints]!.name !== grade) return 'limited'
  return byPoints === 0 ? 'best' : 'uncertain'
}

/** Whether each point of a leaf is one of the total: no best of several, no mean, and no limit that took some already. */
function areAdded(scheme: Pick<Scheme, 'indicators'>, { lines }: Evaluation): boolean {
  const isSum = walk(scheme).every(({ node }) => !isBranch(node) || (node.combine ?? 'sum') === 'sum')
  return isSum && lines.every(({ line }) => line !== 'limit')
}
