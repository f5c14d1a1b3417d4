import type { IndicatorRow } from '@yardstick/exchange/indicator-table'
import type { LeafRule } from '../parts/rule-of-row.ts'

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
