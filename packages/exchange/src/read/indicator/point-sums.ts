import { Exact, sum } from '@yardstick/model'
import type { Doubt } from '../doubt.ts'
import type { IndicatorRow } from './indicator-row.ts'

/** What a total row says. */
export interface TotalRow {
  readonly row: number
  readonly points?: Exact | undefined
  /** As written. */
  readonly score?: string | undefined
}

/** Points that do not add up to those above them, and totals that say something else than the top level adds up to. */
export function sumDoubts(rows: readonly IndicatorRow[], totals: readonly TotalRow[]): Doubt[] {
  const ends = endsOf(rows)
  const own = (index: number): Exact | undefined => {
    const { points } = rows[index]!
    return points === undefined ? undefined : Exact.of(points)
  }
  /** What each adds up to from below; undefined where it has nothing below, or one of these has no points. */
  const below: (Exact | undefined)[] = rows.map(() => undefined)
  const childrenOf = (from: number, to: number, level: number): (Exact | undefined)[] => {
    const parts: (Exact | undefined)[] = []
    const groups = new Set<number>()
    for (let at = from; at < to; at = ends[at]!) {
      const { level: depth, shared } = rows[at]!
      if (depth !== level) continue
      // Indicators that share one cell of points count once.
      if (shared !== undefined && groups.has(shared.row)) continue
      if (shared !== undefined) groups.add(shared.row)
      parts.push(shared === undefined ? (own(at) ?? below[at]) : Exact.of(shared.points))
    }
    return parts
  }
  const total = (parts: readonly (Exact | undefined)[]): Exact | undefined => {
    const known = parts.filter((part) => part !== undefined)
    return parts.length === 0 || known.length < parts.length ? undefined : sum(known)
  }
  for (let index = rows.length - 1; index >= 0; index--) {
    below[index] = total(childrenOf(index + 1, ends[index]!, rows[index]!.level + 1))
  }
  const doubts: Doubt[] = []
  for (const [index, row] of rows.entries()) {
    const found = below[index]
    if (row.points === undefined || found === undefined || found.equals(Exact.of(row.points))) continue
    doubts.push({ kind: 'points-sum', row: row.sourceRow, expected: row.points, found: found.toText() })
  }
  const found = total(childrenOf(0, rows.length, 1))
  for (const { row, points } of totals) {
    if (found === undefined || points === undefined || found.equals(points)) continue
    doubts.push({ kind: 'total-differs', row, expected: points.toText(), found: found.toText() })
  }
  return doubts
}

/** Of each row the first one after it that is not below it. */
function endsOf(rows: readonly IndicatorRow[]): number[] {
  const ends = rows.map(() => rows.length)
  const open: number[] = []
  for (const [index, { level }] of rows.entries()) {
    while (open.length > 0 && rows[open.at(-1)!]!.level >= level) ends[open.pop()!] = index
    open.push(index)
  }
  return ends
}
