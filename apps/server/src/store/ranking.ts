import { sql } from 'kysely'
import type { GroupBy } from './statistics.ts'
import type { EvaluationTable } from './tables/evaluations.ts'
import type { Db } from './tables.ts'

export interface RankedRow {
  /** Its line in the whole list, from 1: what the next page begins after. */
  readonly place: number
  /** 1-1-3 by the total, within the group; null without a total. */
  readonly rank: number | null
  readonly submission: string
  readonly project: string
  readonly department: string
  readonly name: string
  readonly type: string
  readonly region: string
  readonly state: EvaluationTable['state']
  readonly total: string | null
  readonly full_score: string
  readonly grade: string | null
}

export interface RankingFilter {
  readonly by: GroupBy
  readonly type?: string | undefined
  readonly region?: string | undefined
  readonly after: number
  readonly limit: number
}

/** Best first; those without a total last. Totals are compared as the decimals they are. */
export async function rankingOf(db: Db, run: string, filter: RankingFilter): Promise<RankedRow[]> {
  const { type = null, region = null, after, limit } = filter
  // Where lines are left out nobody knows yet how far the page goes.
  const most = type === null && region === null ? limit : null
  const { rows } = await sql<RankedRow>`
    with placed as (
      select submission_id, total,
        row_number() over (order by name, total desc nulls last, submission_id) as place,
        rank() over (partition by name order by total desc nulls last) as rank
      from (${totals(run, filter.by, most === null ? null : after + most)}) as totals
    ), paged as (select * from placed where place > ${after} order by place limit ${most}::bigint)
    select place, case when paged.total is not null then rank end as rank,
      submission.id as submission, submission.project, department.id as department, department.name, department.type,
      department.region, evaluation.state, trim_scale(paged.total) as total,
      trim_scale(evaluation.full_score) as full_score, evaluation.grade
    from paged
    join evaluation on evaluation.run_id = ${run} and evaluation.submission_id = paged.submission_id
    join submission on submission.id = paged.submission_id
    join department on department.id = submission.department_id
    where (${type}::text is null or type = ${type}) and (${region}::text is null or region = ${region})
    order by place limit ${limit}`.execute(db)
  return rows
}

/** Totals with the group they are ranked in; of all, in the order of their index and no more than are looked at. */
function totals(run: string, by: GroupBy, most: number | null) {
  if (by === 'all') {
    return sql`
      select submission_id, total, '' as name from evaluation where run_id = ${run}
      order by total desc nulls last, submission_id limit ${most}::bigint`
  }
  return sql`
    select submission_id, total, ${sql.ref(`department.${by}`)} as name
    from evaluation
    join submission on submission.id = evaluation.submission_id
    join department on department.id = submission.department_id
    where run_id = ${run}`
}
