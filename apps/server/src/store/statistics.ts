import { sql } from 'kysely'
import type { Db } from './tables.ts'

/** What results are put together by: all of them, those of a type of department, those of a region. */
export type GroupBy = 'all' | 'type' | 'region'

/** One of those groups. */
export interface GroupRow {
  readonly by: GroupBy
  /** The type, or the region; '' for all. */
  readonly name: string
  readonly count: number
}

/** Sums and counts; what is made of them is exact, since it is not made here. */
export interface TotalsRow extends GroupRow {
  readonly scored: number
  readonly provisional: number
  readonly blocked: number
  readonly sum: string | null
  readonly min: string | null
  readonly max: string | null
  /** The two totals in the middle added up; where it is one, twice that. */
  readonly middle: string | null
}

export interface GradeRow extends GroupRow {
  readonly grade: string | null
}

/** An indicator of the first level: its scores and its points added up, over those who have a score. */
export interface BranchRow extends GroupRow {
  readonly id: string
  readonly label: string
  readonly score: string
  readonly points: string
}

/** All groups of a run, in order of their names; each of these goes through its results once. */
export async function totalsOf(db: Db, run: string): Promise<TotalsRow[]> {
  const { rows } = await sql<TotalsRow>`
    select ${group}, count(*) as count, count(total) as scored,
      count(*) filter (where state = 'provisional') as provisional,
      count(*) filter (where state = 'blocked') as blocked,
      trim_scale(sum(total)) as sum, trim_scale(min(total)) as min, trim_scale(max(total)) as max,
      trim_scale(percentile_disc(0.5) within group (order by total)
        + percentile_disc(0.5) within group (order by total desc)) as middle
    from (${results(run)}) as result
    group by grouping sets ((), (type), (region)) having count(*) > 0 order by name`.execute(db)
  return rows
}

export async function gradesOf(db: Db, run: string): Promise<GradeRow[]> {
  const { rows } = await sql<GradeRow>`
    with fine as (
      select type, region, grade, count(*) as count, max(total) as best
      from (${results(run)}) as result group by type, region, grade
    )
    select ${group}, grade, sum(count)::integer as count from fine
    group by grouping sets ((grade), (type, grade), (region, grade))
    order by name, max(best) desc nulls last, grade`.execute(db)
  return rows
}

export async function branchesOf(db: Db, run: string): Promise<BranchRow[]> {
  const { rows } = await sql<BranchRow>`
    with fine as (
      select type, region, branch.id, min(label) as label, min(place) as place, count(*) as count,
        sum(score) as score, sum(points) as points
      from (${results(run)}) as result,
        rows from (jsonb_to_recordset(result.branches::jsonb) as (id text, name text, score numeric, points numeric))
          with ordinality as branch (id, label, score, points, place)
      where score is not null group by type, region, branch.id
    )
    select ${group}, id, min(label) as label, sum(count)::integer as count,
      trim_scale(sum(score)) as score, trim_scale(sum(points)) as points
    from fine group by grouping sets ((id), (type, id), (region, id)) order by name, min(place), id`.execute(db)
  return rows
}

const group = sql`
  case when grouping(type) = 0 then 'type' when grouping(region) = 0 then 'region' else 'all' end as by,
  coalesce(type, region, '') as name`

function results(run: string) {
  return sql`
    select department.type, department.region, evaluation.state, evaluation.total, evaluation.grade, evaluation.branches
    from evaluation
    join submission on submission.id = evaluation.submission_id
    join department on department.id = submission.department_id
    where evaluation.run_id = ${run}`
}
