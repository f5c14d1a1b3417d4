import type { Scheme, Submission } from '@yardstick/model'
import { afterAll, describe, expect, it } from 'vitest'
import { addTestCampaign, rule } from '../evaluations.testing.ts'
import { newId } from '../new-id.ts'
import { ScoringPool } from '../scoring/pool.ts'
import { stores, testDatabase } from '../store/database.testing.ts'
import { addRun, progressOf, readRun } from '../store/runs.ts'
import { Jobs } from './jobs.ts'
import { defaultJobs, type JobSettings } from './settings.ts'

const seed = 'seeds/yangquan-2021'
const scheme = rule<Scheme>(seed, 'scheme.json')
const submission = rule(seed)

describe.each(stores)('on %s, jobs', (kind) => {
  const database = testDatabase(kind)
  const faults: unknown[] = []
  const scoring = new ScoringPool(1)
  afterAll(() => scoring.close())

  const jobsWith = (settings: Partial<JobSettings>): Jobs => {
    const jobs = new Jobs(
      { database: database(), scoring, now: () => new Date(), newId },
      { ...defaultJobs, pollMs: 50, ...settings },
    )
    jobs.onFault = (error) => faults.push(error)
    return jobs
  }

  it('score every submission once', async () => {
    const { db } = database()
    const campaign = await addTestCampaign(db, { scheme, submissions: Array(450).fill(submission) as Submission[] })
    const jobs = jobsWith({ atOnce: 2, chunk: 100 })
    await jobs.queue.ready()
    const id = newId()
    await db.transaction().execute(async (tx) => {
      await addRun(tx, {
        id,
        campaign_id: campaign.id,
        state: 'running',
        submissions: 450,
        chunks: 0,
        error: null,
        created_by: 'test',
        created_at: new Date(),
        finished_at: null,
      })
      await jobs.queue.add(tx, [{ run: id }])
    })
    await jobs.start()
    await expect.poll(async () => (await readRun(db, id))?.state).toBe('done')
    expect(await progressOf(db, [id])).toMatchObject([{ done: 450, failed: 0, submissions: 450 }])
    const rows = await db
      .selectFrom('evaluation')
      .select(['submission_id', 'total', 'state'])
      .where('run_id', '=', id)
      .execute()
    expect(rows.map((row) => row.submission_id).sort()).toEqual([...campaign.submissions])
    expect(rows[0]).toMatchObject({ total: '85.73', state: 'final' })
    await jobs.stop()
    expect(faults).toEqual([])
  })
})
