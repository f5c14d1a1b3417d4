import { sql } from 'kysely'
import type { Db } from './tables.ts'

/** What results are put together by: all of them, those of a type of department, those of a region. */
export type GroupBy = 'all' | 'type' | 'region'

/** Sums and counts; what is made of them is exact, since it is not made here. */
export interface TotalsRow {
  /** The type, or the region; '' for all. */
  readonly name: string
  readonly count: number
  readonly scored: number
  readonly provisional: number
  readonly blocked: number
  readonly sum: string | null
  readonly min: string | null
  readonly max: string | null
  /** The one or two totals in the middle, added up. */
  readonly middle: string | null
}

export interface GradeRow {
  readonly name: string
  readonly grade: string | null
  readonly count: number
}

/** An indicator of the first level: its scores and its points added up, over those who have a score. */
export interface BranchRow {
  readonly name: string
  readonly id: string
  readonly label: string
  readonly count: number
  readonly score: string
  readonly points: string
}

export async function totalsOf(db: Db, run: string, by: GroupBy): Promise<TotalsRow[]> {
  const { rows } = await sql<TotalsRow>`
    with placed as (
      select name, state, total,
        row_number() over (partition by name order by total) as place,
        count(total) over (partition by name) as scored
      from (${results(run, by)}) as result
    )
    select name, count(*) as count, count(total) as scored,
      count(*) filter (where state = 'provisional') as provisional,
      count(*) filter (where state = 'blocked') as blocked,
      trim_scale(sum(total)) as sum, trim_scale(min(total)) as min, trim_scale(max(total)) as max,
      trim_scale(sum(total) filter (where place in ((scored + 1) / 2, scored / 2 + 1))) as middle
    from placed group by name order by name`.execute(db)
  return rows
}

export async function gradesOf(db: Db, run: string, by: GroupBy): Promise<GradeRow[]> {
  const { rows } = await sql<GradeRow>`
    select name, grade, count(*) as count from (${results(run, by)}) as result
    group by name, grade order by name, max(total) desc nulls last, grade`.execute(db)
  return rows
}

export async function branchesOf(db: Db, run: string, by: GroupBy): Promise<BranchRow[]> {
  const { rows } = await sql<BranchRow>`
    select name, branch ->> 'id' as id, min(branch ->> 'name') as label, count(*) as count,
      trim_scale(sum((branch ->> 'score')::numeric)) as score,
      trim_scale(sum((branch ->> 'points')::numeric)) as points
    from (${results(run, by)}) as result,
      jsonb_array_elements(result.branches::jsonb) with ordinality as branches (branch, place)
    where branch ->> 'score' is not null
    group by name, branch ->> 'id' order by name, min(place), branch ->> 'id'`.execute(db)
  return rows
}

function results(run: string, by: GroupBy) {
  const name = by === 'all' ? sql`''` : sql.ref(`department.${by}`)
  return sql`
    select ${name} as name, evaluation.state, evaluation.total, evaluation.grade, evaluation.branches
    from evaluation
    join submission on submission.id = evaluation.submission_id
    join department on department.id = submission.department_id
    where evaluation.run_id = ${run}`
}
