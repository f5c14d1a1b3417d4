import type { RowDifference } from '@yardstick/exchange/match-table'

/** What somebody said of differences, by id: taken or not. */
export type Choices = ReadonlyMap<string, boolean>

/**
 * A part of a table holds few of the scheme's indicators, and must not wipe out the rest: where it lacks more than half of
 * them, deletions are taken only if somebody says so. How many they are; undefined where they are taken as all else.
 */
export function sparedRemovals(differences: readonly RowDifference[]): number | undefined {
  const removed = differences.filter(({ kind }) => kind === 'removed').length
  const known = differences.filter(({ kind, id }) => kind !== 'added' && id !== '').length
  return 2 * removed > known ? removed : undefined
}

/** Ids of what is not taken over. */
export function leftOutOf(differences: readonly RowDifference[], choices: Choices): ReadonlySet<string> {
  const isSparing = sparedRemovals(differences) !== undefined
  const isTaken = ({ id, kind }: RowDifference) => choices.get(id) ?? !(isSparing && kind === 'removed')
  return new Set(differences.flatMap((each) => (isTaken(each) ? [] : [each.id])))
}

/** How many are. */
export function countTaken(differences: readonly RowDifference[], leftOut: ReadonlySet<string>): number {
  return differences.filter(({ id, kind, isTied }) => kind !== 'same' && isTied !== true && !leftOut.has(id)).length
}
