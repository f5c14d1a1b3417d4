import type { Issue, MergedPart, Scheme } from '@yardstick/model'

/**
 * Two versions of a scheme put together, thing by thing: what both began with, what stands here, what comes from outside,
 * and which of the two the result takes. An update from above and a proposal from below are shown alike.
 */
export interface SideRow {
  readonly key: string
  readonly of: MergedPart
  readonly id: string
  readonly name: string
  /** The names from the root. */
  readonly where: readonly string[]
  /** Who changed it. */
  readonly changed: 'theirs' | 'mine' | 'both'
  /** Nothing of it can be chosen. */
  readonly isLocked: boolean
  /** Who locked it, or some of it. */
  readonly lockedBy: string | undefined
  /** What each side has changed, in sentences. */
  readonly theirs: readonly string[]
  readonly mine: readonly string[]
  /** Why, in the words of whoever proposes it. */
  readonly reason?: string | undefined
  readonly fields: readonly SideField[]
}

export interface SideField {
  /** Null is the thing as a whole. */
  readonly field: string | null
  readonly label: string
  readonly base: string
  readonly mine: string
  readonly theirs: string
  readonly taken: Side
  readonly isLocked: boolean
}

export type Side = 'mine' | 'theirs'

/** What the choices made so far come to. */
export interface SideResult {
  readonly scheme: Scheme
  /** Errors and warnings of the result; those that the scheme here does not have yet come first. */
  readonly issues: readonly ResultIssue[]
}

export interface ResultIssue {
  readonly issue: Issue
  readonly isNew: boolean
}

/** What a row takes: one side in all its fields, or some from each. */
export function takenBy({ fields }: SideRow): Side | 'mixed' {
  const sides = new Set(fields.map(({ taken }) => taken))
  return sides.size === 1 ? [...sides][0]! : 'mixed'
}

export type Filter = 'all' | SideRow['changed'] | 'locked'

/** Rows of one kind whose names or sentences hold what was typed. */
export function filteredRows(
  rows: readonly SideRow[],
  filter: Filter,
  matches: (text: string) => boolean,
): readonly SideRow[] {
  return rows.filter(
    (row) =>
      (filter === 'all' || (filter === 'locked' ? row.lockedBy !== undefined : row.changed === filter)) &&
      (matches(row.where.join(' ')) || matches(row.name) || [...row.theirs, ...row.mine].some(matches)),
  )
}
