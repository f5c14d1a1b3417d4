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
  const { by, type = null, region = null, after, limit } = filter
  const group = by === 'all' ? sql`''` : sql.ref(`department.${by}`)
  const { rows } = await sql<RankedRow>`
    select place, rank, submission, project, department, name, type, region, state,
      trim_scale(total) as total, trim_scale(full_score) as full_score, grade
    from (
      select
        row_number() over (order by ${group}, total desc nulls last, submission.id) as place,
        case when total is not null then rank() over (partition by ${group} order by total desc nulls last) end as rank,
        submission.id as submission, submission.project, department.id as department, department.name,
        department.type, department.region, evaluation.state, total, full_score, grade
      from evaluation
      join submission on submission.id = evaluation.submission_id
      join department on department.id = submission.department_id
      where evaluation.run_id = ${run}
    ) as ranked
    where place > ${after} and (${type}::text is null or type = ${type}) and (${region}::text is null or region = ${region})
    order by place limit ${limit}`.execute(db)
  return rows
}
