import { Type } from 'typebox'
import { demandCampaign } from '../campaigns/demand-campaign.ts'
import type { Context } from '../context.ts'
import { demandRun } from '../evaluations/demand-run.ts'
import { refusal } from '../refusal.ts'
import { type App, answers, byId, closed, limitOf, page } from '../routing.ts'
import { Documents } from '../scoring/documents.ts'
import { recompute } from '../scoring/recompute.ts'
import { holdStage } from '../store/campaigns.ts'
import { change, isDuplicate } from '../store/change.ts'
import { countEvaluations, listEvaluations, readEvaluations, type StoredEvaluation } from '../store/evaluations.ts'
import { namesOf } from '../store/names-of.ts'
import { failedChunks, moveChunks } from '../store/run-chunks.ts'
import { addRun, countByVersion, holdRun, listRuns, progressOf, type Run, setRun } from '../store/runs.ts'
import type { Stage } from '../store/tables/campaigns.ts'
import type { Db } from '../store/tables.ts'

/** 批量评价: all submissions of a campaign, scored in the background. What is published is not scored over again. */
const runnable: readonly Stage[] = ['report', 'self', 'evaluate', 'verify', 'final']

const tags = ['runs']

/** So many results are made again while somebody waits. */
const MOST_RECOMPUTED = 100

export function runRoutes(app: App, context: Context): void {
  const { database, now, newId, jobs, scoring } = context
  const { db } = database
  const documents = new Documents(db)

  app.addHook('onReady', async () => {
    jobs.onFault = (error) => app.log.error(error)
    void jobs.startWhenAble()
  })
  app.addHook('onClose', async () => {
    await jobs.stop()
    await scoring.close()
  })

  app.post(
    '/api/campaigns/:id/runs',
    {
      schema: {
        tags,
        response: answers(202),
        summary: '批量评价 Scores all submissions in the background',
        params: byId,
      },
    },
    async (request, reply) => {
      const { campaign, person } = await demandCampaign(request, db, request.params.id, 'evaluation.run')
      await jobs.queue.ready()
      const counted = await countByVersion(db, campaign.id)
      const run: Run = {
        id: newId(),
        campaign_id: campaign.id,
        state: 'running',
        submissions: counted.reduce((sum, { count }) => sum + count, 0),
        chunks: 0,
        error: null,
        created_by: person.id,
        created_at: now(),
        finished_at: null,
      }
      await change(context, person.id, async (tx, log) => {
        await demandRunnable(tx, campaign.id)
        await addRun(tx, run)
        await jobs.queue.add(tx, [{ run: run.id }])
        await log('run.start', `run ${run.id}`, { campaign: campaign.id })
      }).catch(alreadyRunning)
      jobs.wake()
      reply.status(202)
      return { id: run.id }
    },
  )

  app.get(
    '/api/campaigns/:id/runs',
    { schema: { tags, summary: '评价批次 Runs of a campaign, newest first', params: byId, querystring: closed(page) } },
    async (request) => {
      const { campaign } = await demandCampaign(request, db, request.params.id, 'evaluation.read')
      const { after } = request.query
      const runs = await listRuns(db, campaign.id, { after, limit: limitOf(request.query) })
      const nameOf = await namesOf(db, runs.map(starter))
      return { runs: runs.map((run) => shown(run, nameOf)) }
    },
  )

  app.get(
    '/api/runs/:id',
    { schema: { tags, summary: '一次批量评价 One run: how far it is, and what failed', params: byId } },
    async (request) => {
      const { run } = await demandRun(request, db, request.params.id, 'evaluation.read')
      const [progress] = await progressOf(db, [run.id])
      const results = Object.fromEntries((await countEvaluations(db, run.id)).map(({ state, count }) => [state, count]))
      const failed = (await failedChunks(db, run.id)).map(({ number, attempt, error, size }) => {
        return { number, attempts: attempt, error, submissions: size }
      })
      return {
        ...(await named(db, run)),
        done: progress?.done ?? 0,
        failed: progress?.failed ?? 0,
        results,
        failedChunks: failed,
      }
    },
  )

  app.post(
    '/api/runs/:id/cancel',
    { schema: { tags, summary: '取消 Cancels a run; results it has stored stay with it', params: byId } },
    async (request) => {
      const { run, person } = await demandRun(request, db, request.params.id, 'evaluation.run')
      await jobs.queue.ready()
      const after = await change(context, person.id, async (tx, log) => {
        // Chunks before their run, as whoever closes one does: the other way round they would wait for each other.
        const cancelChunks = () => moveChunks(tx, run.id, ['waiting', 'running'], 'cancelled')
        const numbers = await cancelChunks()
        await demandState(tx, run.id, ['running'])
        // Those that it was cut into meanwhile.
        numbers.push(...(await cancelChunks()))
        await jobs.queue.cancel(tx, [{ run: run.id }, ...numbers.map((chunk) => ({ run: run.id, chunk }))])
        const fields = { state: 'cancelled', finished_at: now() } as const
        await setRun(tx, run.id, fields)
        await log('run.cancel', `run ${run.id}`)
        return { ...run, ...fields }
      })
      return named(db, after)
    },
  )

  app.post(
    '/api/runs/:id/retry',
    { schema: { tags, response: answers(202), summary: '重试 Tries the chunks that failed once more', params: byId } },
    async (request, reply) => {
      const { run, person } = await demandRun(request, db, request.params.id, 'evaluation.run')
      await jobs.queue.ready()
      await change(context, person.id, async (tx, log) => {
        await demandRunnable(tx, run.campaign_id)
        const held = await demandState(tx, run.id, ['failed'])
        const numbers = await moveChunks(tx, run.id, ['failed'], 'waiting')
        // A run without chunks failed before it was cut into any.
        const again = held.chunks === 0 ? [{ run: run.id }] : numbers.map((chunk) => ({ run: run.id, chunk }))
        await setRun(tx, run.id, { state: 'running', finished_at: null, error: null })
        await jobs.queue.renew(tx, again)
        await log('run.retry', `run ${run.id}`, { chunks: numbers })
      }).catch(alreadyRunning)
      jobs.wake()
      reply.status(202)
      return { id: run.id }
    },
  )

  const state = Type.Optional(
    Type.Unsafe<StoredEvaluation['state']>({ type: 'string', enum: ['final', 'provisional', 'blocked'] }),
  )
  app.get(
    '/api/runs/:id/evaluations',
    {
      schema: {
        tags,
        summary: '批次结果 Results of a run, in order of the submissions’ ids',
        params: byId,
        querystring: closed({ ...page, state }),
      },
    },
    async (request) => {
      const { run } = await demandRun(request, db, request.params.id, 'evaluation.read')
      const { after, state } = request.query
      const rows = await listEvaluations(db, run.id, { after, state, limit: limitOf(request.query) })
      return {
        evaluations: rows.map((row) => ({
          submission: row.submission_id,
          project: row.project,
          department: {
            id: row.department_id,
            name: row.department_name,
            type: row.department_type,
            region: row.department_region,
          },
          state: row.state,
          total: row.total,
          fullScore: row.full_score,
          grade: row.grade,
          version: row.version_hash,
          at: row.created_at,
        })),
      }
    },
  )

  app.get(
    '/api/runs/:id/recomputation',
    {
      schema: {
        tags,
        summary:
          '重算核对 Results made again, page by page: those that come out otherwise are listed, and stand; `after` of the answer is where the next page begins, null at the end',
        params: byId,
        querystring: closed(page),
      },
    },
    async (request) => {
      const { run } = await demandRun(request, db, request.params.id, 'evaluation.read')
      const limit = limitOf(request.query, MOST_RECOMPUTED)
      const rows = await readEvaluations(db, run.id, { after: request.query.after, limit })
      const found = await Promise.all(
        rows.map(async (row) => {
          const made = await recompute({ db, scoring, documents }, row, 'zh')
          const { evaluation, ...rest } = made
          return { submission: row.submission_id, ...rest }
        }),
      )
      const after = rows.length === limit ? rows.at(-1)!.submission_id : null
      return { checked: rows.length, differing: found.filter(({ same }) => !same), after }
    },
  )
}

/** To the end of the transaction: what is scored when all is published would change what was published. */
async function demandRunnable(tx: Db, campaign: string): Promise<void> {
  const stage = await holdStage(tx, campaign)
  if (stage !== undefined && runnable.includes(stage)) return
  throw refusal('REQUEST_STATE', { expected: [...runnable], found: stage ?? null })
}

async function demandState(tx: Db, id: string, expected: readonly Run['state'][]): Promise<Run> {
  const held = await holdRun(tx, id)
  if (held === undefined || !expected.includes(held.state)) {
    throw refusal('REQUEST_STATE', { expected: [...expected], found: held?.state ?? null })
  }
  return held
}

/** One run of a campaign at a time. */
function alreadyRunning(error: unknown): never {
  throw isDuplicate(error) ? refusal('REQUEST_STATE', { expected: ['done'], found: 'running' }) : error
}

const starter = ({ created_by }: Run) => created_by

async function named(db: Db, run: Run) {
  return shown(run, await namesOf(db, [starter(run)]))
}

/** As the API gives it. */
function shown(
  { id, campaign_id, state, submissions, error, created_by, created_at, finished_at }: Run,
  nameOf: (id: string) => string,
) {
  return {
    id,
    campaign: campaign_id,
    state,
    submissions,
    error,
    createdBy: nameOf(created_by),
    createdAt: created_at,
    finishedAt: finished_at,
  }
}
