import { createHash } from 'node:crypto'
import PgBoss from 'pg-boss'
import { runSql } from '../store/run-sql.ts'
import type { Db } from '../store/tables.ts'
import type { JobSettings } from './settings.ts'

/**
 * The door to the job queue, which lives in the database beside the data: a job is put in, and done with, in the
 * transaction of what it is about. Whoever dies with a job in hand loses it after `expireSeconds` without a beat, and
 * another takes it; after `attempts` it is given up and its name goes to the queue of those given up.
 */
export interface Job {
  readonly id: string
  readonly work: Work
  /** 0 for the first time. */
  readonly attempt: number
  /** Nobody tries again after this. */
  readonly isLastAttempt: boolean
}

/** A chunk of a run; without a number what comes before its chunks. */
export interface Work {
  readonly run: string
  readonly chunk?: number
}

const SCHEMA = 'jobs'
const CHUNKS = 'chunks'
const GIVEN_UP = 'given-up'
/** Else the queue throws away what nobody has taken for two weeks, and its run would never end. */
const FOR_EVER = '9999-12-31T00:00:00Z'

export class Queue {
  private readonly boss: PgBoss
  private started: Promise<void> | undefined

  constructor(
    private readonly db: Db,
    private readonly settings: JobSettings,
    fault: (error: unknown) => void,
  ) {
    this.boss = new PgBoss({
      db: executor(db),
      schema: SCHEMA,
      // Nothing here runs by the clock.
      schedule: false,
      supervise: settings.atOnce > 0,
      maintenanceIntervalSeconds: settings.superviseSeconds,
      archiveCompletedAfterSeconds: 3_600,
      deleteAfterDays: 7,
    })
    this.boss.on('error', fault)
  }

  /** Makes the queue's tables where there are none; before a transaction that puts jobs in. */
  async ready(): Promise<void> {
    this.started ??= this.start()
    try {
      await this.started
    } catch (error) {
      this.started = undefined
      throw error
    }
  }

  async add(db: Db, work: readonly Work[]): Promise<void> {
    const { attempts, expireSeconds } = this.settings
    const jobs = work.map((each) => ({
      id: jobId(each),
      name: CHUNKS,
      data: each,
      retryLimit: attempts - 1,
      retryDelay: 1,
      expireInSeconds: expireSeconds,
      deadLetter: GIVEN_UP,
      keepUntil: FOR_EVER,
    }))
    // One that is there already stays as it is.
    if (jobs.length > 0) await this.boss.insert(jobs, { db: executor(db) })
  }

  /** What is open, whatever the queue says: it may be older or newer than the data, as after a backup was restored. */
  async recover(db: Db, work: readonly Work[]): Promise<void> {
    const sql = `delete from ${SCHEMA}.job where name = $1 and id = any($2::uuid[]) and state >= 'completed'`
    await runSql(db, sql, [CHUNKS, work.map(jobId)])
    await this.add(db, work)
  }

  /** Again from the first attempt. */
  async renew(db: Db, work: readonly Work[]): Promise<void> {
    if (work.length === 0) return
    await this.boss.deleteJob(CHUNKS, work.map(jobId), { db: executor(db) })
    await this.add(db, work)
  }

  async next(): Promise<Job | undefined> {
    const [job] = await this.boss.fetch<Work>(CHUNKS, { batchSize: 1, includeMetadata: true })
    if (job === undefined) return undefined
    const { id, data: work, retryCount: attempt, retryLimit } = job
    return { id, work, attempt, isLastAttempt: attempt >= retryLimit }
  }

  /** A job that nobody came to the end of. */
  async nextGivenUp(): Promise<Job | undefined> {
    const [job] = await this.boss.fetch<Work>(GIVEN_UP, { batchSize: 1 })
    return job && { id: job.id, work: job.data, attempt: 0, isLastAttempt: true }
  }

  /** Whoever has the job is still at it: its time begins anew. The queue has no such call; the columns are its own. */
  async beat({ id, attempt }: Job): Promise<void> {
    const sql = `update ${SCHEMA}.job set started_on = now()
      where name = $1 and id = $2 and state = 'active' and retry_count = $3`
    await runSql(this.db, sql, [CHUNKS, id, attempt])
  }

  async done(db: Db, { id }: Job): Promise<void> {
    await this.boss.complete(CHUNKS, id, {}, { db: executor(db) })
  }

  async buried(db: Db, { id }: Job): Promise<void> {
    await this.boss.complete(GIVEN_UP, id, {}, { db: executor(db) })
  }

  async failed(db: Db, { id }: Job, message: string): Promise<void> {
    await this.boss.fail(CHUNKS, id, { message }, { db: executor(db) })
  }

  async cancel(db: Db, work: readonly Work[]): Promise<void> {
    if (work.length > 0) await this.boss.cancel(CHUNKS, work.map(jobId), { db: executor(db) })
  }

  async stop(): Promise<void> {
    if (this.started === undefined) return
    await this.started.catch(() => undefined)
    await this.boss.stop({ graceful: false })
  }

  private async start(): Promise<void> {
    await this.boss.start()
    for (const name of [GIVEN_UP, CHUNKS]) await this.make(name)
  }

  /** Of several processes that make a queue at once the database ends all but one; it is there when they look again. */
  private async make(name: string): Promise<void> {
    for (let tries = 1; (await this.boss.getQueue(name)) === null; tries++) {
      try {
        await this.boss.createQueue(name)
      } catch (error) {
        if ((error as { code?: unknown }).code !== DEADLOCK || tries === TRIES) throw error
      }
    }
  }
}

const DEADLOCK = '40P01'
const TRIES = 10

function executor(db: Db): PgBoss.Db {
  return { executeSql: (sql, parameters: unknown[] = []) => runSql(db, sql, parameters) }
}

/** The same work has the same job, so that it is never there twice. */
function jobId({ run, chunk }: Work): string {
  const hash = createHash('sha256')
    .update(`${run} ${chunk ?? ''}`)
    .digest('hex')
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-')
}
