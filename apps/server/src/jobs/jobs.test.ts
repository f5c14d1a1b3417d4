import { setTimeout as sleep } from 'node:timers/promises'
import type { Scheme, Submission } from '@yardstick/model'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { addTestCampaign, rule } from '../evaluations.testing.ts'
import { newId } from '../new-id.ts'
import { type Scoring, ScoringPool } from '../scoring/pool.ts'
import { stores, testDatabase } from '../store/database.testing.ts'
import { closeChunk, failedChunks, takeChunk } from '../store/run-chunks.ts'
import { runSql } from '../store/run-sql.ts'
import { addRun, progressOf, type RunProgress, readRun } from '../store/runs.ts'
import { Jobs } from './jobs.ts'
import { ProgressWatch, toldProgress } from './progress.ts'
import { defaultJobs, type JobSettings } from './settings.ts'

const seed = 'seeds/yangquan-2021'
const scheme = rule<Scheme>(seed, 'scheme.json')
const submission = rule(seed)

describe.each(stores)('on %s, jobs', (kind) => {
  const database = testDatabase(kind)
  const faults: unknown[] = []
  const pool = new ScoringPool(1)
  const begun: Jobs[] = []
  afterEach(async () => {
    await Promise.all(begun.splice(0).map((jobs) => jobs.stop()))
    expect(faults).toEqual([])
  })
  afterAll(() => pool.close())

  /** As in one process; what died is heard of no more within seconds. */
  const jobsWith = (settings: Partial<JobSettings> = {}, scoring: Scoring = pool): Jobs => {
    const own = { database: database(), scoring, now: () => new Date(), newId }
    const shortLived = { expireSeconds: 2, superviseSeconds: 1, pollMs: 50, atOnce: 2, chunk: 100 }
    const jobs = new Jobs(own, { ...defaultJobs, ...shortLived, ...settings })
    jobs.onFault = (error) => faults.push(error)
    begun.push(jobs)
    return jobs
  }

  /** A run of so many submissions, of which the first job is in the queue. */
  const runOf = async (jobs: Jobs, count: number) => {
    const { db } = database()
    const submissions = Array<Submission>(count).fill(submission)
    const campaign = await addTestCampaign(db, { scheme, submissions })
    const id = newId()
    await jobs.queue.ready()
    await db.transaction().execute(async (tx) => {
      await addRun(tx, {
        id,
        campaign_id: campaign.id,
        state: 'running',
        submissions: count,
        chunks: 0,
        error: null,
        created_by: 'test',
        created_at: new Date(),
        finished_at: null,
      })
      await jobs.queue.add(tx, [{ run: id }])
    })
    return { id, campaign }
  }

  const stateOf = async (id: string) => (await readRun(database().db, id))?.state
  const resultsOf = async (id: string) => {
    const { db } = database()
    return db.selectFrom('evaluation').select(['submission_id', 'total']).where('run_id', '=', id).execute()
  }
  const attemptsOf = async (id: string) => {
    const { db } = database()
    return db.selectFrom('run_chunk').select(['number', 'attempt']).where('run_id', '=', id).orderBy('number').execute()
  }

  /** Scores, but not at once. */
  const slowly = (ms: number): Scoring => ({
    score: async (...task) => {
      await sleep(ms)
      return pool.score(...task)
    },
    groupFacts: (...task) => pool.groupFacts(...task),
    impact: (...task) => pool.impact(...task),
    close: () => pool.close(),
  })

  /** Somebody takes a job and dies. */
  const takeAndDie = async (jobs: Jobs) => {
    const job = await jobs.queue.next()
    if (job?.work.chunk !== undefined) await takeChunk(database().db, job.work.run, job.work.chunk, 'dead')
    return job
  }

  it('have a queue that is made once, whoever comes first', async () => {
    await Promise.all([jobsWith(), jobsWith(), jobsWith()].map((jobs) => jobs.startWhenAble()))
    expect((await runSql(database().db, 'select name from jobs.queue order by name')).rows).toEqual([
      { name: 'chunks' },
      { name: 'given-up' },
    ])
  })

  it('score every submission once', async () => {
    const jobs = jobsWith()
    const { id, campaign } = await runOf(jobs, 450)
    await jobs.start()
    await expect.poll(() => stateOf(id)).toBe('done')
    expect(await progressOf(database().db, [id])).toMatchObject([{ done: 450, failed: 0, submissions: 450 }])
    const results = await resultsOf(id)
    expect(results.map((row) => row.submission_id).sort()).toEqual([...campaign.submissions])
    expect(new Set(results.map((row) => row.total))).toEqual(new Set(['85.73']))
  })

  it('of a worker that died go to another, each result once', async () => {
    const idle = jobsWith({ atOnce: 0 })
    const { id, campaign } = await runOf(idle, 300)
    expect((await takeAndDie(idle))?.work).toEqual({ run: id })
    const first = jobsWith({ atOnce: 1 }, slowly(500))
    await first.start()
    await expect.poll(async () => (await attemptsOf(id)).length).toBe(3)
    await first.stop()
    const lost = await takeAndDie(idle)
    await jobsWith().start()
    await expect.poll(() => stateOf(id)).toBe('done')
    expect((await resultsOf(id)).map((row) => row.submission_id).sort()).toEqual([...campaign.submissions])
    expect((await attemptsOf(id)).find(({ number }) => number === lost?.work.chunk)?.attempt).toBe(2)
  })

  it('that take long stay with their worker as long as it lives', async () => {
    const slow = jobsWith({}, slowly(5_000))
    const { id } = await runOf(slow, 50)
    await slow.start()
    await expect.poll(() => attemptsOf(id)).toEqual([{ number: 1, attempt: 1 }])
    await jobsWith().start()
    await slow.stop()
    await expect.poll(() => stateOf(id)).toBe('done')
    expect(await attemptsOf(id)).toEqual([{ number: 1, attempt: 1 }])
  })

  it('are closed by the newest attempt only', async () => {
    const { db } = database()
    const jobs = jobsWith()
    const { id } = await runOf(jobs, 10)
    await jobs.start()
    await expect.poll(() => stateOf(id)).toBe('done')
    await db.updateTable('run_chunk').set({ state: 'waiting' }).where('run_id', '=', id).execute()
    await db.updateTable('run').set({ state: 'running' }).where('id', '=', id).execute()
    const old = await takeChunk(db, id, 1, 'one')
    const young = await takeChunk(db, id, 1, 'other')
    expect(await closeChunk(db, old!, { state: 'done' })).toBe(false)
    expect(await closeChunk(db, young!, { state: 'done' })).toBe(true)
    expect(await takeChunk(db, id, 1, 'third')).toBeUndefined()
    await db.updateTable('run').set({ state: 'done' }).where('id', '=', id).execute()
  })

  it('that go wrong time and again are failed, with the error', async () => {
    const { db } = database()
    const broken = jobsWith({ attempts: 2 }, { ...slowly(0), score: () => Promise.reject(new Error('broken')) })
    const { id } = await runOf(broken, 10)
    await broken.start()
    await expect.poll(() => stateOf(id)).toBe('failed')
    expect(await failedChunks(db, id)).toEqual([{ number: 1, attempt: 2, error: 'broken', size: 10 }])
    expect(await resultsOf(id)).toEqual([])
  })

  it('whose workers all died are given up', async () => {
    const { db } = database()
    const first = jobsWith({ attempts: 1, chunk: 10 })
    const { id } = await runOf(first, 10)
    const idle = jobsWith({ atOnce: 0, attempts: 1 })
    await takeAndDie(idle)
    await first.start()
    await expect.poll(() => stateOf(id)).toBe('failed')
    expect(await readRun(db, id)).toMatchObject({ state: 'failed', chunks: 0 })
  })

  it('that were lost with the queue are there again when a worker starts', async () => {
    const { db } = database()
    const idle = jobsWith({ atOnce: 0 })
    const { id } = await runOf(idle, 120)
    await runSql(db, 'delete from jobs.job')
    await jobsWith().start()
    await expect.poll(() => stateOf(id)).toBe('done')
    expect(await resultsOf(id)).toHaveLength(120)
  })

  it('that the queue takes for done, and the data do not, are done when a worker starts', async () => {
    const { db } = database()
    const first = jobsWith()
    const { id } = await runOf(first, 120)
    await first.start()
    await expect.poll(() => stateOf(id)).toBe('done')
    await first.stop()
    // A backup of an earlier state was restored beside the queue.
    await db.deleteFrom('evaluation').where('run_id', '=', id).execute()
    await db.updateTable('run_chunk').set({ state: 'waiting' }).where('run_id', '=', id).execute()
    await db.updateTable('run').set({ state: 'running' }).where('id', '=', id).execute()
    await jobsWith().start()
    await expect.poll(() => stateOf(id)).toBe('done')
    expect(await resultsOf(id)).toHaveLength(120)
  })

  it('are done also where nobody was there to do them for a month', async () => {
    const first = jobsWith({ atOnce: 1 }, slowly(500))
    const { id } = await runOf(first, 300)
    await first.start()
    await expect.poll(async () => (await attemptsOf(id)).length).toBe(3)
    await first.stop()
    const month = `interval '30 days'`
    await runSql(
      database().db,
      `update jobs.job set created_on = created_on - ${month}, start_after = start_after - ${month},
        keep_until = keep_until - ${month}`,
    )
    await jobsWith({ atOnce: 1 }, slowly(1_500)).start()
    await expect.poll(() => stateOf(id)).toBe('done')
  })

  it('are watched by many with one query a tick', async () => {
    const jobs = jobsWith()
    const { id } = await runOf(jobs, 10)
    let queries = 0
    const counting = database().db.withPlugin({
      transformQuery: ({ node }) => {
        queries++
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const watch = new ProgressWatch(counting, 20, (error) => faults.push(error))
    const seen: RunProgress[][] = Array.from({ length: 50 }, () => [])
    const ends = seen.map((own) => watch.watch(id, (progress) => own.push(progress)))
    await expect.poll(() => seen[0]!.length).toBeGreaterThan(3)
    expect(queries - seen[0]!.length).toBeLessThanOrEqual(1)
    expect(new Set(seen.map(({ length }) => length)).size).toBe(1)
    for (const end of ends) end()
    await sleep(100)
    const after = queries
    await sleep(100)
    expect(queries).toBe(after)
    await database().db.updateTable('run').set({ state: 'cancelled' }).where('id', '=', id).execute()
  })
})

it.each([
  ['nothing is done', { done: 0, failed: 0 }, null],
  ['a quarter took 10 seconds', { done: 25, failed: 0 }, 30],
  ['some will not be done', { done: 50, failed: 25 }, 5],
  ['it is over', { done: 100, failed: 0, state: 'done' as const }, 0],
])('progress says how long it will take when %s', (_, fields, expected) => {
  const created_at = new Date('2026-01-01T00:00:00Z')
  const run = { id: 'a', state: 'running' as const, created_at, finished_at: null, submissions: 100, ...fields }
  expect(toldProgress(run, new Date('2026-01-01T00:00:10Z')).secondsLeft).toBe(expected)
})
