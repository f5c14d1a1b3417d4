import type { IndicatorRow } from '../indicator/indicator-table.ts'
import type { LeafRule } from './rule-of-row.ts'

/** How one row of a read table was understood. */
export interface TableRow {
  readonly row: IndicatorRow
  readonly id: string
  readonly points: string
  /** table: as written · below: what those below add up to · shared: an equal part of what was left */
  readonly pointsFrom: 'table' | 'below' | 'shared'
  readonly isBonus: boolean
  /** Undefined for a branch. */
  readonly rule: LeafRule | undefined
  /** Its method is still to be looked at, and stands among the problems until somebody does. */
  readonly isAssumed: boolean
}
