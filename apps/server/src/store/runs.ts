import { type Selectable, sql } from 'kysely'
import type { Stage } from './tables/campaigns.ts'
import type { RunTable } from './tables/evaluations.ts'
import type { Db } from './tables.ts'

export type Run = Selectable<RunTable>

export async function addRun(db: Db, run: Run): Promise<void> {
  await db.insertInto('run').values(run).execute()
}

export function readRun(db: Db, id: string): Promise<Run | undefined> {
  return db.selectFrom('run').selectAll().where('id', '=', id).executeTakeFirst()
}

/** How far the campaign of a run is. */
export async function stageOfRun(db: Db, id: string): Promise<Stage | undefined> {
  const row = await db
    .selectFrom('run')
    .innerJoin('campaign', 'campaign.id', 'run.campaign_id')
    .select('campaign.stage')
    .where('run.id', '=', id)
    .executeTakeFirst()
  return row?.stage
}

/**
 * In a transaction: nobody else ends, cancels or begins it again before the end of it. Results may still be put in beside
 * it: each holds the row of its run as a key, which a plain `for update` would wait for, two of them for each other.
 */
export function holdRun(tx: Db, id: string): Promise<Run | undefined> {
  return tx.selectFrom('run').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
}

/** Newest first, those before `after`. */
export function listRuns(
  db: Db,
  campaign: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Run[]> {
  let query = db.selectFrom('run').selectAll().where('campaign_id', '=', campaign)
  if (after !== undefined) query = query.where('id', '<', after)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

/** The newest run of a campaign that has come to its end; what rankings and statistics are of. */
export function latestRun(db: Db, campaign: string): Promise<Run | undefined> {
  return db
    .selectFrom('run')
    .selectAll()
    .where('campaign_id', '=', campaign)
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Whether results of a campaign are still coming in. */
export async function isBeingRun(db: Db, campaign: string): Promise<boolean> {
  const runs = db.selectFrom('run').select('id').where('campaign_id', '=', campaign).where('state', '=', 'running')
  return (await runs.executeTakeFirst()) !== undefined
}

export async function setRun(
  db: Db,
  id: string,
  fields: Partial<Pick<Run, 'state' | 'submissions' | 'chunks' | 'finished_at' | 'error'>>,
): Promise<void> {
  await db.updateTable('run').set(fields).where('id', '=', id).execute()
}

/** How many submissions of a campaign there are, by the version that scores them. */
export function countByVersion(db: Db, campaign: string): Promise<{ version_hash: string; count: number }[]> {
  return db
    .selectFrom('submission')
    .select(({ fn }) => ['version_hash', fn.countAll<number>().as('count')])
    .where('campaign_id', '=', campaign)
    .groupBy('version_hash')
    .orderBy('version_hash')
    .execute()
}

/**
 * Cuts the submissions of a campaign into chunks of a run; those of one version lie together.
 *
 * returns  how many chunks, and how many submissions
 */
export async function cutIntoChunks(
  tx: Db,
  run: string,
  campaign: string,
  size: number,
): Promise<{ chunks: number; submissions: number }> {
  await sql`
    insert into run_chunk (run_id, number, submissions, size, state)
    select ${run}, number, array_agg(id order by place), count(*), 'waiting'
    from (
      select id, place, ((place - 1) / ${size}::int + 1)::int as number
      from (
        select id, row_number() over (order by version_hash, id) as place
        from submission where campaign_id = ${campaign}
      ) as placed
    ) as numbered
    group by number`.execute(tx)
  const { chunks, submissions } = await tx
    .selectFrom('run_chunk')
    .select(({ fn }) => [fn.countAll<number>().as('chunks'), fn.sum<number | null>('size').as('submissions')])
    .where('run_id', '=', run)
    .executeTakeFirstOrThrow()
  return { chunks, submissions: submissions ?? 0 }
}

export interface RunProgress {
  readonly id: string
  readonly state: Run['state']
  readonly created_at: Date
  readonly finished_at: Date | null
  /** Submissions: all, those with a result, those in chunks that failed. */
  readonly submissions: number
  readonly done: number
  readonly failed: number
}

/** How far these runs are, in one query. */
export async function progressOf(db: Db, ids: readonly string[]): Promise<RunProgress[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('run')
    .leftJoin('run_chunk', 'run_chunk.run_id', 'run.id')
    .select(['run.id', 'run.state', 'run.created_at', 'run.finished_at', 'run.submissions'])
    .select([
      sql<number>`coalesce(sum(run_chunk.size) filter (where run_chunk.state = 'done'), 0)`.as('done'),
      sql<number>`coalesce(sum(run_chunk.size) filter (where run_chunk.state = 'failed'), 0)`.as('failed'),
    ])
    .where('run.id', 'in', ids)
    .groupBy('run.id')
    .execute()
}
