import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Scheme } from '@yardstick/model'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addTestCampaign, rule, type TestCampaign } from '../evaluations.testing.ts'
import { newId } from '../new-id.ts'
import { testSettings } from '../server.testing.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { startPostgres, type TestPostgres } from '../store/postgres.testing.ts'
import { addRun, progressOf } from '../store/runs.ts'
import type { Db } from '../store/tables.ts'
import { Queue } from './queue.ts'
import { defaultJobs, type JobSettings } from './settings.ts'

/** Workers as they are started by `yardstick worker`, each a process of its own, some of which are killed. */
const jobs: JobSettings = {
  ...defaultJobs,
  threads: 1,
  atOnce: 2,
  attempts: 50,
  expireSeconds: 5,
  superviseSeconds: 1,
  pollMs: 100,
}

const built = new URL('../../dist/work.js', import.meta.url).href
const program = `
  const { work } = await import(process.env.YARDSTICK_BUILT)
  const working = await work(JSON.parse(process.env.YARDSTICK_SETTINGS), (error) => console.error(String(error)))
  process.once('SIGTERM', () => working.stop())
  process.send('working', () => process.disconnect())
`

const SUBMISSIONS = process.env['YARDSTICK_LONG'] ? 200_000 : 20_000
const WORKERS = 4
const KILLS = 10

describe(`a campaign of ${SUBMISSIONS.toLocaleString('en')} submissions on PostgreSQL`, () => {
  let postgres: TestPostgres
  let url: string
  let database: Database
  /** Those that run, each with the moment from which it works and can be asked to stop. */
  const workers = new Map<ChildProcess, Promise<unknown>>()

  beforeAll(async () => {
    postgres = await startPostgres()
    url = await postgres.newDatabase()
    database = await openDatabase({ url })
  })
  afterAll(async () => {
    for (const worker of workers.keys()) worker.kill('SIGKILL')
    await database.close()
    await postgres.stop()
  })

  const startWorker = () => {
    const settings = JSON.stringify({ ...testSettings, databaseUrl: url, jobs })
    const worker = spawn(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, YARDSTICK_BUILT: built, YARDSTICK_SETTINGS: settings },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    workers.set(worker, new Promise((resolve) => worker.once('message', resolve)))
    worker.once('exit', () => workers.delete(worker))
  }

  it(
    'is scored by workers of which some are killed: every result once, none missing, progress right',
    async () => {
      const { db } = database
      const seed = 'seeds/yangquan-2021'
      const one = rule(seed)
      const campaign = await addTestCampaign(db, { scheme: rule<Scheme>(seed, 'scheme.json'), submissions: [one] })
      await multiply(db, campaign, one.subject.department)
      const id = newId()
      const queue = new Queue(db, { ...jobs, atOnce: 0 }, () => undefined)
      await queue.ready()
      await db.transaction().execute(async (tx) => {
        await addRun(tx, {
          id,
          campaign_id: campaign.id,
          state: 'running',
          submissions: SUBMISSIONS,
          chunks: 0,
          error: null,
          created_by: 'test',
          created_at: new Date(),
          finished_at: null,
        })
        await queue.add(tx, [{ run: id }])
      })

      const began = performance.now()
      for (let each = 0; each < WORKERS; each++) startWorker()
      const seen: number[] = []
      let kills = 0
      for (;;) {
        // What is said to be done is there, at any moment.
        const { progress, stored } = await db
          .transaction()
          .setIsolationLevel('repeatable read')
          .execute(async (tx) => {
            const [progress] = await progressOf(tx, [id])
            const { rows } = await sql<{ count: number }>`select count(*) from evaluation where run_id = ${id}`.execute(
              tx,
            )
            return { progress: progress!, stored: rows[0]!.count }
          })
        expect(stored).toBe(progress.done)
        seen.push(progress.done)
        if (progress.state !== 'running') break
        // From the beginning to the end of the work.
        if (kills < KILLS && progress.done >= (SUBMISSIONS * kills) / KILLS) {
          const victim = [...workers.keys()][Math.floor(Math.random() * workers.size)]
          victim?.kill('SIGKILL')
          kills++
          startWorker()
        }
        await sleep(100 + Math.random() * 500)
      }
      const seconds = (performance.now() - began) / 1000

      expect(await progressOf(db, [id])).toMatchObject([{ state: 'done', done: SUBMISSIONS, failed: 0 }])
      expect(seen).toEqual([...seen].sort((a, b) => a - b))
      const { rows } = await sql<Record<string, number>>`
        select count(*) as results, count(distinct submission_id) as submissions, count(distinct submission_hash) as hashes,
          count(*) filter (where total = 85.73 and state = 'final') as right
        from evaluation where run_id = ${id}`.execute(db)
      const all = SUBMISSIONS
      expect(rows).toEqual([{ results: all, submissions: all, hashes: all, right: all }])
      const attempts = await sql<{ sum: number; chunks: number }>`
        select sum(attempt), count(*) as chunks from run_chunk where run_id = ${id}`.execute(db)
      const { sum, chunks } = attempts.rows[0]!
      expect(kills).toBe(KILLS)
      console.log(
        `${SUBMISSIONS} results in ${seconds.toFixed(1)} s (${Math.round(SUBMISSIONS / seconds)}/s), ${kills} workers killed, ${sum} attempts for ${chunks} chunks`,
      )

      // Those that are left stop when they are asked to.
      await Promise.all(workers.values())
      const ended = [...workers.keys()].map((worker) => new Promise((resolve) => worker.once('exit', resolve)))
      for (const worker of workers.keys()) worker.kill('SIGTERM')
      expect(await Promise.all(ended)).toEqual(ended.map(() => 0))
    },
    SUBMISSIONS * 5 + 60_000,
  )
})

/** Makes as many of a campaign's one submission as are wanted, each of a department of its own and by its name. */
async function multiply(db: Db, { submissions, departments }: TestCampaign, name: string): Promise<void> {
  for (let from = 2; from <= SUBMISSIONS; from += 10_000) {
    const numbers = sql`generate_series(${from}::int, ${Math.min(from + 9_999, SUBMISSIONS)}::int) as n`
    await sql`
      insert into department (id, name, code, type, region, revision, created_at)
      select id || '-' || n, name || n, code, type, region, revision, created_at
      from department cross join ${numbers} where id = ${departments[0]}`.execute(db)
    await sql`
      insert into submission
        (id, campaign_id, department_id, project, version_hash, state, document, declaration_state, revision, updated_at)
      select id || '-' || n, campaign_id, department_id || '-' || n, project, version_hash, state,
        replace(document, ${name}, ${name} || n), declaration_state, revision, updated_at
      from submission cross join ${numbers} where id = ${submissions[0]}`.execute(db)
  }
}
