import { sql } from 'kysely'
import type { Db } from './tables.ts'

/** A department, or a project of it, in two runs; null where it is in one of them only or has no total there. */
export interface ComparedRow {
  readonly place: number
  readonly department: string
  readonly name: string
  readonly type: string
  readonly region: string
  readonly project: string
  readonly before_total: string | null
  readonly before_grade: string | null
  readonly before_rank: number | null
  readonly after_total: string | null
  readonly after_grade: string | null
  readonly after_rank: number | null
  readonly difference: string | null
}

export interface ComparisonSummary {
  readonly both: number
  readonly up: number
  readonly down: number
  readonly same: number
  readonly only_before: number
  readonly only_after: number
}

/** Largest rise first; those who cannot be compared last. */
export async function comparedRows(
  db: Db,
  { before, after }: { before: string; after: string },
  page: { readonly after: number; readonly limit: number },
): Promise<ComparedRow[]> {
  const { rows } = await sql<ComparedRow>`
    select * from (
      select row_number() over (order by difference desc nulls last, name, project, department) as place,
        department, name, type, region, project,
        trim_scale(before_total) as before_total, before_grade, before_rank,
        trim_scale(after_total) as after_total, after_grade, after_rank, trim_scale(difference) as difference
      from (${compared(before, after)}) as compared
    ) as placed
    where place > ${page.after} order by place limit ${page.limit}`.execute(db)
  return rows
}

export async function comparisonSummary(db: Db, before: string, after: string): Promise<ComparisonSummary> {
  const { rows } = await sql<ComparisonSummary>`
    select count(*) filter (where is_before and is_after) as both,
      count(*) filter (where difference > 0) as up,
      count(*) filter (where difference < 0) as down,
      count(*) filter (where difference = 0) as same,
      count(*) filter (where not is_after) as only_before,
      count(*) filter (where not is_before) as only_after
    from (${compared(before, after)}) as compared`.execute(db)
  return rows[0]!
}

/** How many went from which grade to which, of those who are in both. */
export async function gradeMoves(
  db: Db,
  before: string,
  after: string,
): Promise<{ before: string | null; after: string | null; count: number }[]> {
  const { rows } = await sql<{ before: string | null; after: string | null; count: number }>`
    select before_grade as before, after_grade as after, count(*) as count
    from (${compared(before, after)}) as compared where is_before and is_after
    group by before_grade, after_grade
    order by max(before_total) desc nulls last, max(after_total) desc nulls last`.execute(db)
  return rows
}

function compared(before: string, after: string) {
  return sql`
    select department.id as department, department.name, department.type, department.region, project,
      one.total as before_total, one.grade as before_grade, one.rank as before_rank,
      other.total as after_total, other.grade as after_grade, other.rank as after_rank,
      other.total - one.total as difference,
      one.is_there is not null as is_before, other.is_there is not null as is_after
    from (${standings(before)}) as one
    full join (${standings(after)}) as other using (department_id, project)
    join department on department.id = department_id`
}

function standings(run: string) {
  return sql`
    select department_id, project, total, grade, true as is_there,
      case when total is not null then rank() over (order by total desc nulls last) end as rank
    from evaluation join submission on submission.id = evaluation.submission_id
    where evaluation.run_id = ${run}`
}
