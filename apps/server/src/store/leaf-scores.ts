import { sql } from 'kysely'
import type { RankedRow } from './ranking.ts'
import type { Db } from './tables.ts'

/** A version of a scheme that results of a run were made by. */
export interface RunVersion {
  readonly hash: string
  readonly name: string
  readonly number: number
  readonly count: number
  /** How many of them have a total. */
  readonly scored: number
}

/** Those of a run, most results first. */
export async function versionsOfRun(db: Db, run: string): Promise<RunVersion[]> {
  const { rows } = await sql<RunVersion>`
    select hash, name, number, count(*)::integer as count, count(total)::integer as scored
    from evaluation join scheme_version on hash = version_hash
    where run_id = ${run} group by hash, name, number order by count desc, hash`.execute(db)
  return rows
}

/** A result with its leaves; `place` and `rank` are among those of its version. */
export interface ScoreRow extends RankedRow {
  readonly claimed: string | null
  /** `LeafScore[]` as JSON text. */
  readonly scores: string
}

/** Best first; those without a total last. */
export async function scoreRows(
  db: Db,
  { run, version }: { readonly run: string; readonly version: string },
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<ScoreRow[]> {
  const { rows } = await sql<ScoreRow>`
    with placed as (
      select submission_id,
        row_number() over (order by total desc nulls last, submission_id)::integer as place,
        rank() over (order by total desc nulls last)::integer as rank
      from evaluation where run_id = ${run} and version_hash = ${version}
    )
    select place, case when total is not null then rank end as rank, submission.id as submission, submission.project,
      department.id as department, department.name, department.type, department.region, evaluation.state,
      trim_scale(total) as total, trim_scale(full_score) as full_score, grade, trim_scale(claimed) as claimed, scores
    from placed
    join evaluation on evaluation.run_id = ${run} and evaluation.submission_id = placed.submission_id
    join submission on submission.id = placed.submission_id
    join department on department.id = submission.department_id
    where place > ${after} order by place limit ${limit}`.execute(db)
  return rows
}

/**
 * Sums of a leaf over the results that stand alike to the upper and the lower group of their version: 2 in it, 1 at its
 * border, 0 outside. At a border stand all who have the one total that would have to be cut in two.
 */
export interface LeafSums {
  readonly version: string
  readonly id: string
  readonly upper: number
  readonly lower: number
  readonly count: number
  readonly full: number
  readonly score: string
  readonly points: string
  /** Over those who rated themselves here. */
  readonly claims: number
  readonly claimed: string
  readonly claimed_score: string
  readonly claimed_points: string
  readonly over: number
  readonly under: number
}

/** Of all leaves of a run; only where there is a score. */
export async function leafSums(db: Db, run: string): Promise<LeafSums[]> {
  const { rows } = await sql<LeafSums>`
    with standing as (${standings(run)}), leaf as (
      select version_hash as version, leaf ->> 0 as id,
        (leaf ->> 1)::numeric as points, (leaf ->> 2)::numeric as score, (leaf ->> 4)::numeric as claim,
        coalesce(case when above + tied - 1 <= most then 2 when above <= most then 1 end, 0) as upper,
        coalesce(case when below + tied - 1 <= most then 2 when below <= most then 1 end, 0) as lower
      from evaluation left join standing using (submission_id, version_hash), jsonb_array_elements(scores::jsonb) as leaf
      where run_id = ${run} and leaf ->> 2 is not null
    )
    select version, id, upper, lower, count(*)::integer as count,
      (count(*) filter (where score >= points))::integer as full,
      trim_scale(sum(score)) as score, trim_scale(sum(points)) as points, count(claim)::integer as claims,
      trim_scale(coalesce(sum(claim), 0)) as claimed,
      trim_scale(coalesce(sum(score) filter (where claim is not null), 0)) as claimed_score,
      trim_scale(coalesce(sum(points) filter (where claim is not null), 0)) as claimed_points,
      (count(*) filter (where claim > score))::integer as over, (count(*) filter (where claim < score))::integer as under
    from leaf group by version, id, upper, lower order by version, id, upper, lower`.execute(db)
  return rows
}

/** How many belong to an end of a version, and how many of those at its border there is room for. */
export interface GroupBorders {
  readonly version: string
  /** Of each of the two groups. */
  readonly most: number
  readonly upper_room: number | null
  readonly upper_tied: number | null
  readonly lower_room: number | null
  readonly lower_tied: number | null
}

export async function groupBorders(db: Db, run: string): Promise<GroupBorders[]> {
  const { rows } = await sql<GroupBorders>`
    select version_hash as version, max(most)::integer as most,
      max(most - above + 1) filter (where above <= most and above + tied - 1 > most)::integer as upper_room,
      max(tied) filter (where above <= most and above + tied - 1 > most)::integer as upper_tied,
      max(most - below + 1) filter (where below <= most and below + tied - 1 > most)::integer as lower_room,
      max(tied) filter (where below <= most and below + tied - 1 > most)::integer as lower_tied
    from (${standings(run)}) as standing group by version_hash`.execute(db)
  return rows
}

/** Of each version 27 % of those with a total, and one at least, stand at either end. */
function standings(run: string) {
  return sql`
    select submission_id, version_hash,
      rank() over (partition by version_hash order by total desc) as above,
      rank() over (partition by version_hash order by total) as below,
      count(*) over (partition by version_hash, total) as tied,
      greatest(1, round(count(*) over (partition by version_hash) * 0.27)) as most
    from evaluation where run_id = ${run} and total is not null`
}
