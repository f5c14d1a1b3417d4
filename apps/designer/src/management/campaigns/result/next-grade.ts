import { type Evaluation, Exact, type Scheme } from '@yardstick/model'

/** What is missing to the next grade: points of the total, decimal text. */
export interface NextGrade {
  readonly name: string
  readonly from: string
  readonly short: string
  /** The fewest leaves, those that lost most first, whose lost points together are enough; empty where all are not. */
  readonly leaves: readonly string[]
}

/** Null at the best grade, without a total or grades, and where something else than points limits the grade. */
export function nextGrade(scheme: Pick<Scheme, 'grades'>, evaluation: Evaluation): NextGrade | null {
  const { total, events, lost } = evaluation
  if (total === null || events.some(({ effect }) => effect === 'veto' || effect === 'cap-grade')) return null
  const now = Exact.of(total)
  // Best first: the last one above is the nearest.
  const above = (scheme.grades ?? []).filter(({ from }) => from !== undefined && now.lessThan(Exact.of(from)))
  const next = above.at(-1)
  if (next?.from === undefined) return null
  const short = Exact.of(next.from).minus(now)
  const leaves: string[] = []
  let gained = Exact.zero
  for (const each of lost) {
    if (!gained.lessThan(short)) break
    gained = gained.plus(Exact.fromText(each.lost) ?? Exact.zero)
    leaves.push(each.id)
  }
  return { name: next.name, from: next.from, short: short.toText(), leaves: gained.lessThan(short) ? [] : leaves }
}
