import { type Selectable, sql } from 'kysely'
import { appendAudit } from './audit-log.ts'
import { countEvaluations } from './evaluations.ts'
import { holdRun, setRun } from './runs.ts'
import type { RunChunkTable } from './tables/evaluations.ts'
import type { Db } from './tables.ts'

export type RunChunk = Selectable<RunChunkTable>

/** A chunk in somebody's hands; only the newest attempt may close it. */
export interface TakenChunk {
  readonly run: string
  readonly number: number
  readonly attempt: number
  readonly worker: string
  /** Ids of the submissions, in order. */
  readonly submissions: readonly string[]
}

/** Takes a chunk, also from a worker that has not been heard of; undefined where nothing is to be done any more. */
export async function takeChunk(db: Db, run: string, number: number, worker: string): Promise<TakenChunk | undefined> {
  const row = await db
    .updateTable('run_chunk')
    .set({ state: 'running', attempt: sql`attempt + 1`, worker })
    .where('run_id', '=', run)
    .where('number', '=', number)
    .where('state', 'in', ['waiting', 'running'])
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('run').select('id').where('id', '=', run).where('state', '=', 'running')),
    )
    .returning(['attempt', 'submissions'])
    .executeTakeFirst()
  return row && { run, number, worker, ...row }
}

/** false: somebody else has it by now, or the run was cancelled; what was done for it is thrown away. */
export async function closeChunk(
  tx: Db,
  { run, number, attempt, worker }: TakenChunk,
  fields: Pick<RunChunk, 'state'> & Partial<Pick<RunChunk, 'error'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('run_chunk')
    .set({ error: null, ...fields })
    .where('run_id', '=', run)
    .where('number', '=', number)
    .where('attempt', '=', attempt)
    .where('worker', '=', worker)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A chunk that nobody came to the end of; false where it is settled. */
export async function failChunk(tx: Db, run: string, number: number, error: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('run_chunk')
    .set({ state: 'failed', error: sql`coalesce(error, ${error}::text)` })
    .where('run_id', '=', run)
    .where('number', '=', number)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Ends a run none of whose chunks is open. The run's row is held first: of two workers that close the last two chunks at
 * once the second waits here, and then sees what the first has done.
 */
export async function endRunWhereDone(tx: Db, id: string, now: Date): Promise<void> {
  const run = await holdRun(tx, id)
  if (run?.state !== 'running') return
  const open = await tx
    .selectFrom('run_chunk')
    .select('number')
    .where('run_id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .limit(1)
    .executeTakeFirst()
  if (open !== undefined) return
  const failed = await tx
    .selectFrom('run_chunk')
    .select('number')
    .where('run_id', '=', id)
    .where('state', '=', 'failed')
    .limit(1)
    .executeTakeFirst()
  await endRun(tx, id, failed === undefined ? 'done' : 'failed', now)
}

/** The end of a run that nobody ended by hand, with its line in the audit log; last in its transaction. */
export async function endRun(tx: Db, id: string, state: 'done' | 'failed', now: Date): Promise<void> {
  await setRun(tx, id, { state, finished_at: now })
  const detail = { state, results: await countEvaluations(tx, id) }
  await appendAudit(tx, { at: now, who: 'worker', action: 'run.end', target: `run ${id}`, detail })
}

/** Those of one state become those of another; returns their numbers. */
export async function moveChunks(
  tx: Db,
  run: string,
  from: readonly RunChunk['state'][],
  to: RunChunk['state'],
): Promise<number[]> {
  const rows = await tx
    .updateTable('run_chunk')
    .set({ state: to })
    .where('run_id', '=', run)
    .where('state', 'in', from)
    .returning('number')
    .execute()
  return rows.map(({ number }) => number)
}

export function failedChunks(db: Db, run: string): Promise<Pick<RunChunk, 'number' | 'attempt' | 'error' | 'size'>[]> {
  return db
    .selectFrom('run_chunk')
    .select(['number', 'attempt', 'error', 'size'])
    .where('run_id', '=', run)
    .where('state', '=', 'failed')
    .orderBy('number')
    .limit(100)
    .execute()
}

/** What is still to be done for all runs, as after a backup was restored; a run without chunks is not yet cut. */
export async function openWork(db: Db): Promise<{ run: string; chunk?: number }[]> {
  const uncut = await db.selectFrom('run').select('id').where('state', '=', 'running').where('chunks', '=', 0).execute()
  const open = await db
    .selectFrom('run_chunk')
    .innerJoin('run', 'run.id', 'run_chunk.run_id')
    .select(['run_chunk.run_id', 'run_chunk.number'])
    .where('run.state', '=', 'running')
    .where('run_chunk.state', 'in', ['waiting', 'running'])
    .execute()
  return [
    ...uncut.map(({ id }) => ({ run: id })),
    ...open.map(({ run_id, number }) => ({ run: run_id, chunk: number })),
  ]
}
