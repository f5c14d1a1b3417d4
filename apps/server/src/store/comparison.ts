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
  readonly before_submission: string | null
  readonly before_total: string | null
  readonly before_full: string | null
  readonly before_grade: string | null
  readonly before_rank: number | null
  readonly after_submission: string | null
  readonly after_total: string | null
  readonly after_full: string | null
  readonly after_grade: string | null
  readonly after_rank: number | null
  /** Of points; null also where they are out of different full scores: then only rates can be compared. */
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

/** Largest rise of the score rate first; those who cannot be compared last. */
export async function comparedRows(
  db: Db,
  { before, after }: { before: string; after: string },
  page: { readonly after: number; readonly limit: number },
): Promise<ComparedRow[]> {
  const { rows } = await sql<ComparedRow>`
    select * from (
      select row_number() over (order by risen / nullif(scale, 0) desc nulls last, name, project, department) as place,
        department, name, type, region, project,
        before_submission, after_submission, trim_scale(before_total) as before_total, trim_scale(before_full) as before_full, before_grade, before_rank,
        trim_scale(after_total) as after_total, trim_scale(after_full) as after_full, after_grade, after_rank,
        case when before_full = after_full then trim_scale(after_total - before_total) end as difference
      from (${compared(before, after)}) as compared
    ) as placed
    where place > ${page.after} order by place limit ${page.limit}`.execute(db)
  return rows
}

export async function comparisonSummary(db: Db, before: string, after: string): Promise<ComparisonSummary> {
  const { rows } = await sql<ComparisonSummary>`
    select count(*) filter (where is_before and is_after) as both,
      count(*) filter (where risen > 0) as up,
      count(*) filter (where risen < 0) as down,
      count(*) filter (where risen = 0) as same,
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
      one.submission_id as before_submission, one.total as before_total, one.full_score as before_full, one.grade as before_grade, one.rank as before_rank,
      other.submission_id as after_submission, other.total as after_total, other.full_score as after_full, other.grade as after_grade, other.rank as after_rank,
      -- the rise of the score rate, multiplied out so that its sign is exact
      other.total * one.full_score - one.total * other.full_score as risen, one.full_score * other.full_score as scale,
      one.is_there is not null as is_before, other.is_there is not null as is_after
    from (${standings(before)}) as one
    full join (${standings(after)}) as other using (department_id, project)
    join department on department.id = department_id`
}

function standings(run: string) {
  return sql`
    select submission_id, department_id, project, total, full_score, grade, true as is_there,
      case when total is not null then rank() over (order by total desc nulls last) end as rank
    from evaluation join submission on submission.id = evaluation.submission_id
    where evaluation.run_id = ${run}`
}

/** A leaf that two runs both have a score for, of the same departments: by its id, whatever its version. */
export interface ComparedLeaf {
  readonly id: string
  readonly count: number
  readonly before_score: string
  readonly before_points: string
  readonly after_score: string
  readonly after_points: string
  /** Those whose score rate rose, and fell. */
  readonly up: number
  readonly down: number
}

export async function comparedLeaves(db: Db, before: string, after: string): Promise<ComparedLeaf[]> {
  const { rows } = await sql<ComparedLeaf>`
    with compared as (
      -- Put together by grouping: how many leaves there are nobody can tell beforehand, and a join is planned for few.
      select id, max(score) filter (where not is_after) as score_then, max(points) filter (where not is_after) as of_then,
        max(score) filter (where is_after) as score_now, max(points) filter (where is_after) as of_now
      from (${leavesOf(before, false)} union all ${leavesOf(after, true)}) as leaf
      group by department_id, project, id having count(*) = 2
    )
    select id, count(*)::integer as count,
      trim_scale(sum(score_then)) as before_score, trim_scale(sum(of_then)) as before_points,
      trim_scale(sum(score_now)) as after_score, trim_scale(sum(of_now)) as after_points,
      (count(*) filter (where score_now * of_then > score_then * of_now))::integer as up,
      (count(*) filter (where score_now * of_then < score_then * of_now))::integer as down
    from compared group by id order by id`.execute(db)
  return rows
}

function leavesOf(run: string, isAfter: boolean) {
  return sql`
    select ${isAfter ? sql`true` : sql`false`} as is_after, department_id, project, leaf ->> 0 as id, (leaf ->> 1)::numeric as points, (leaf ->> 2)::numeric as score
    from evaluation join submission on submission.id = evaluation.submission_id,
      jsonb_array_elements(scores::jsonb) as leaf
    where evaluation.run_id = ${run} and leaf ->> 2 is not null`
}
