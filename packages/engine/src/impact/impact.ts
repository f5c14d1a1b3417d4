import type { Exact, GroupFacts, Issue, Language, Subject, Submission } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { groupFacts, type ScoredBy } from '../evaluate/group.ts'
import { type Contribution, contributions, difference, size } from './contributions.ts'
import { fastSide, type Side, type SideOf, sideBy } from './side.ts'

/**
 * What a change of a scheme does to those it measures: the same submissions scored under the scheme before and after,
 * and who comes out differently, by how much, and through what. Nothing is published before this can be seen.
 */
export interface Impact {
  /** How many were scored. */
  readonly subjects: number
  /** How many of them change in each respect; `state` counts totals that appear or disappear. */
  readonly changed: { readonly score: number; readonly grade: number; readonly rank: number; readonly state: number }
  /** How many go from which grade to which, those that stay included, in the order they come up. */
  readonly grades: readonly { readonly before: string | null; readonly after: string | null; readonly count: number }[]
  /** Those that change: totals that appear or disappear first, then the largest difference, then as submitted. */
  readonly rows: readonly ImpactRow[]
}

export interface ImpactRow {
  /** Its place among the submissions, from 0. */
  readonly index: number
  readonly subject: Subject
  readonly period: string
  readonly before: Standing
  readonly after: Standing
  /** Total after less total before; null where one of them is not there. */
  readonly difference: string | null
  /** Largest first. */
  readonly through: readonly Contribution[]
  /** How many smaller ones are not listed, where that was asked for. */
  readonly further?: number
}

export interface Standing {
  readonly total: string | null
  readonly grade: string | null
  /** 1-1-3 by the total; null without one. */
  readonly rank: number | null
  /** Where the scheme and the submission's declaration do not go together: why nothing can be scored. */
  readonly issues?: readonly Issue[]
}

export interface ImpactOptions {
  readonly language?: Language
  /** The subject's attribute by which ranks are kept apart; default all together. */
  readonly within?: string
  /** Frozen facts of the groups; where a scheme reads a group and none is given, the submissions are the group. */
  readonly groups?: { readonly before?: GroupFacts; readonly after?: GroupFacts }
  /** How many contributions to each row are listed; default all. */
  readonly most?: number
  /** Where submissions have declarations of their own: what scores each of them. */
  readonly scoredBy?: { readonly before: ScoredBy; readonly after: ScoredBy }
}

/**
 * before, after  compiled schemes; indicators are the same by id
 * submissions    all of them, or what gives them from the first on each time it is called
 */
export function impact(
  before: CompiledScheme,
  after: CompiledScheme,
  submissions: readonly Submission[] | (() => AsyncIterable<Submission>),
  options: ImpactOptions = {},
): Promise<Impact> {
  return impactBy(fastSide, before, after, submissions, options)
}

/** The same, by whatever scores a submission. */
export async function impactBy(
  sideOf: SideOf,
  before: CompiledScheme,
  after: CompiledScheme,
  submissions: readonly Submission[] | (() => AsyncIterable<Submission>),
  options: ImpactOptions = {},
): Promise<Impact> {
  const all = typeof submissions === 'function' ? submissions : () => submissions
  const { scoredBy, groups: given = {}, language = 'zh', most = Number.POSITIVE_INFINITY } = options
  const groupOf = (compiled: CompiledScheme, by: ScoredBy | undefined) =>
    compiled.readsGroup ? groupFacts(compiled, submissions, by) : undefined
  const groups = {
    before: given.before ?? (await groupOf(before, scoredBy?.before)),
    after: given.after ?? (await groupOf(after, scoredBy?.after)),
  }
  const seen: Seen[] = []
  for await (const submission of all()) {
    const one = sideBy(sideOf, before, scoredBy?.before, submission, groups.before)
    const other = sideBy(sideOf, after, scoredBy?.after, submission, groups.after)
    // Where nothing could be scored every indicator would be a difference, and none the reason.
    const isScored = one.issues === undefined && other.issues === undefined
    const through = isScored ? contributions(one, other, language) : []
    seen.push({
      index: seen.length,
      subject: submission.subject,
      period: submission.period,
      before: outcomeOf(one),
      after: outcomeOf(other),
      through: through.slice(0, most),
      ...(through.length > most ? { further: through.length - most } : {}),
    })
  }
  const rows = rowsOf(seen, options.within)
  const changed = rows.filter(isChanged)
  return {
    subjects: rows.length,
    changed: {
      score: count(rows, (row) => row.before.total !== row.after.total),
      grade: count(rows, (row) => row.before.grade !== row.after.grade),
      rank: count(rows, (row) => row.before.rank !== row.after.rank),
      state: count(rows, (row) => (row.before.total === null) !== (row.after.total === null)),
    },
    grades: gradeMoves(rows),
    rows: changed.sort(bySize),
  }
}

interface Seen extends Pick<ImpactRow, 'index' | 'subject' | 'period' | 'through' | 'further'> {
  readonly before: Outcome
  readonly after: Outcome
}

interface Outcome extends Pick<Side, 'total' | 'grade'> {
  readonly issues: readonly Issue[] | undefined
}

/** All that is kept of a side: there may be thousands. */
function outcomeOf({ total, grade, issues }: Side): Outcome {
  return { total, grade, issues }
}

function rowsOf(seen: readonly Seen[], within: string | undefined): ImpactRow[] {
  const ranks = { before: ranksOf(seen, 'before', within), after: ranksOf(seen, 'after', within) }
  const standing = ({ total, grade, issues }: Outcome, rank: number | null): Standing => ({
    total: total?.toText() ?? null,
    grade,
    rank,
    ...(issues === undefined ? {} : { issues }),
  })
  return seen.map(({ before, after, ...rest }, at) => ({
    ...rest,
    before: standing(before, ranks.before[at]!),
    after: standing(after, ranks.after[at]!),
    difference: difference(before.total, after.total),
  }))
}

/** Places by total, best first; equal totals share the better place. */
function ranksOf(seen: readonly Seen[], when: 'before' | 'after', within: string | undefined): (number | null)[] {
  const ranks: (number | null)[] = seen.map(() => null)
  const groups = new Map<string, { at: number; total: Exact }[]>()
  for (const [at, each] of seen.entries()) {
    const { total } = each[when]
    if (total === null) continue
    const key = within === undefined ? '' : (each.subject.attributes?.[within] ?? '')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [{ at, total }])
    else group.push({ at, total })
  }
  for (const group of groups.values()) {
    const sorted = group.sort((a, b) => b.total.compare(a.total))
    for (const [place, { at, total }] of sorted.entries()) {
      const above = sorted[place - 1]
      ranks[at] = above?.total.equals(total) ? ranks[above.at]! : place + 1
    }
  }
  return ranks
}

function isChanged({ before, after, through }: ImpactRow): boolean {
  return (
    before.total !== after.total || before.grade !== after.grade || before.rank !== after.rank || through.length > 0
  )
}

function bySize(a: ImpactRow, b: ImpactRow): number {
  const appears = (row: ImpactRow) => Number((row.before.total === null) !== (row.after.total === null))
  return appears(b) - appears(a) || size(b.difference).compare(size(a.difference)) || a.index - b.index
}

function gradeMoves(rows: readonly ImpactRow[]): Impact['grades'] {
  const moves = new Map<string, { before: string | null; after: string | null; count: number }>()
  for (const { before, after } of rows) {
    const key = JSON.stringify([before.grade, after.grade])
    const move = moves.get(key) ?? { before: before.grade, after: after.grade, count: 0 }
    moves.set(key, { ...move, count: move.count + 1 })
  }
  return [...moves.values()]
}

const count = <T>(all: readonly T[], holds: (each: T) => boolean) => all.filter(holds).length
