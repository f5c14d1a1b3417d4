import {
  type BranchRow,
  branchesOf,
  type GradeRow,
  type GroupBy,
  type GroupRow,
  gradesOf,
  type TotalsRow,
  totalsOf,
} from '../store/statistics.ts'
import type { Db } from '../store/tables.ts'
import { type Quotient, quotient } from './quotient.ts'

export interface GroupStatistics {
  /** The type of department, or the region; '' for all. */
  readonly name: string
  readonly count: number
  readonly scored: number
  readonly provisional: number
  readonly blocked: number
  readonly mean: Quotient | null
  readonly median: Quotient | null
  readonly min: string | null
  readonly max: string | null
  readonly grades: readonly { readonly grade: string | null; readonly count: number }[]
  /** The first level: points given ÷ points, over those who have a score there. */
  readonly branches: readonly BranchStatistics[]
}

interface BranchStatistics {
  readonly id: string
  readonly name: string
  readonly count: number
  readonly rate: Quotient | null
}

/** Of all, by type of department and by region; `all` is null where there are no results. */
export interface Statistics {
  readonly all: GroupStatistics | null
  readonly byType: readonly GroupStatistics[]
  readonly byRegion: readonly GroupStatistics[]
}

export async function statisticsOf(db: Db, run: string): Promise<Statistics> {
  const totals = await totalsOf(db, run)
  const grades = byGroup(await gradesOf(db, run))
  const branches = byGroup(await branchesOf(db, run))
  const groups = (by: GroupBy) =>
    totals
      .filter((row) => row.by === by)
      .map((row) => group(row, grades.get(keyOf(row)) ?? [], branches.get(keyOf(row)) ?? []))
  return { all: groups('all')[0] ?? null, byType: groups('type'), byRegion: groups('region') }
}

const keyOf = ({ by, name }: GroupRow) => `${by} ${name}`

function byGroup<T extends GroupRow>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const known = groups.get(keyOf(row))
    if (known === undefined) groups.set(keyOf(row), [row])
    else known.push(row)
  }
  return groups
}

function group(row: TotalsRow, grades: readonly GradeRow[], branches: readonly BranchRow[]): GroupStatistics {
  const { name, count, scored, provisional, blocked, sum, middle, min, max } = row
  return {
    ...{ name, count, scored, provisional, blocked },
    mean: sum === null ? null : quotient(sum, String(scored)),
    median: middle === null ? null : quotient(middle, '2'),
    ...{ min, max },
    grades: grades.map(({ grade, count }) => ({ grade, count })),
    branches: branches.map(({ id, label, count, score, points }) => ({
      id,
      name: label,
      count,
      rate: quotient(score, points),
    })),
  }
}
