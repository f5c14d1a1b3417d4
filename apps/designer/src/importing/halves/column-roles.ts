import type { ChosenRoles, ColumnRole } from '@yardstick/exchange/indicator-table'

/** What may be said of a column, in the order of the menu; no role is left out. */
export const roleOrder: readonly ColumnRole[] = [
  'level',
  'name',
  'code',
  'points',
  'target',
  'comparator',
  'unit',
  'standard',
  'aspects',
  'formula',
  'definition',
  'actual',
  'score',
  'self-score',
  'reason',
  'evidence',
  'source',
  'history',
  'kind',
  'due',
  'owner',
  'note',
]

/** Roles that several columns have at once: their texts are levels of one tree, or joined. */
const SHARED: ReadonlySet<ColumnRole> = new Set([
  'level',
  'standard',
  'aspects',
  'formula',
  'definition',
  'reason',
  'note',
])

/** The choices once a column is said to hold something: what held the same until now is no longer read. */
export function withRole(
  chosen: ChosenRoles,
  roles: readonly (ColumnRole | undefined)[],
  column: number,
  role: ColumnRole | undefined,
): ChosenRoles {
  const next = new Map(chosen).set(column, role)
  if (role !== undefined && !SHARED.has(role)) {
    roles.forEach((other, index) => {
      if (other === role && index !== column) next.set(index, undefined)
    })
  }
  return next
}

/** The colour of a role, the same over their column and over ours. */
export function hueOf(role: ColumnRole | undefined): string {
  switch (role) {
    case undefined:
      return 'unread'
    case 'level':
    case 'name':
    case 'code':
      return 'tree'
    case 'points':
      return 'points'
    case 'target':
    case 'comparator':
    case 'unit':
      return 'target'
    case 'standard':
    case 'aspects':
    case 'formula':
    case 'definition':
      return 'rule'
    default:
      return 'aside'
  }
}
