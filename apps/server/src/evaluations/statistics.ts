import { Exact } from '@yardstick/model'
import {
  type BranchRow,
  branchesOf,
  type GradeRow,
  type GroupBy,
  gradesOf,
  type TotalsRow,
  totalsOf,
} from '../store/statistics.ts'
import type { Db } from '../store/tables.ts'

/** A mean or a rate: rounded to be read; `exact` beside it, as a fraction, where no such decimal is all of it. */
interface Quotient {
  readonly value: string
  readonly exact?: string
}

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

const DIGITS = 4

export async function statisticsOf(db: Db, run: string, by: GroupBy): Promise<GroupStatistics[]> {
  const totals = await totalsOf(db, run, by)
  const grades = await gradesOf(db, run, by)
  const branches = await branchesOf(db, run, by)
  return totals.map((row) => group(row, grades, branches))
}

function group(row: TotalsRow, grades: readonly GradeRow[], branches: readonly BranchRow[]): GroupStatistics {
  const { name, count, scored, provisional, blocked, sum, middle, min, max } = row
  return {
    ...{ name, count, scored, provisional, blocked },
    mean: sum === null ? null : quotient(sum, String(scored)),
    median: middle === null ? null : quotient(middle, scored % 2 === 0 ? '2' : '1'),
    ...{ min, max },
    grades: grades.filter((each) => each.name === name).map(({ grade, count }) => ({ grade, count })),
    branches: branches
      .filter((each) => each.name === name)
      .map(({ id, label, count, score, points }) => ({ id, name: label, count, rate: quotient(score, points) })),
  }
}

function quotient(part: string, whole: string): Quotient | null {
  const divisor = Exact.of(whole)
  if (divisor.sign === 0) return null
  const exact = Exact.of(part).over(divisor)
  const value = exact.round(DIGITS)
  return value.equals(exact) ? { value: value.toText() } : { value: value.toText(), exact: exact.toText() }
}
