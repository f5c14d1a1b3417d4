import type { Scored } from '../scoring/score.ts'
import { addEvaluations, type StoredEvaluation } from '../store/evaluations.ts'
import { factsOfRun } from '../store/group-facts.ts'
import { closeChunk, endRun, endRunWhereDone, failChunk, type TakenChunk, takeChunk } from '../store/run-chunks.ts'
import { holdRun } from '../store/runs.ts'
import { keepInputs, readInputs, type ScoringInput } from '../store/scoring-inputs.ts'
import { faultText } from './fault-text.ts'
import type { Job } from './queue.ts'
import type { Workshop } from './workshop.ts'

/**
 * A chunk of a run: read, scored, and closed with its results in one transaction. Whoever was given up for dead and comes
 * back finds the chunk in other hands (`attempt`, `worker`), and all it has done is thrown away.
 */
export async function scoreChunk(shop: Workshop, job: Job, number: number): Promise<void> {
  const { database, queue, worker } = shop
  const chunk = await takeChunk(database.db, job.work.run, number, worker)
  if (chunk === undefined) return queue.done(database.db, job)
  try {
    const { inputs, results } = await scored(shop, chunk)
    await close(shop, job, chunk, inputs, results)
  } catch (error) {
    await fail(shop, job, chunk, faultText(error))
  }
}

async function scored(
  { database: { db }, scoring, documents }: Workshop,
  chunk: TakenChunk,
): Promise<{ inputs: ScoringInput[]; results: Scored[] }> {
  const inputs = await readInputs(db, chunk.submissions)
  const facts = await factsOfRun(db, chunk.run)
  const versions = [...new Set(inputs.map((each) => each.version_hash))]
  const results = await Promise.all(
    versions.map(async (version) => {
      const own = facts.get(version)
      const task = {
        scheme: await documents.version(version),
        facts: own === undefined ? undefined : await documents.input(own),
        language: 'zh',
        trace: false,
        submissions: inputs
          .filter((each) => each.version_hash === version)
          .map(({ document, declaration }) => ({ submission: document, declaration })),
      } as const
      return scoring.score(task, 'bulk')
    }),
  )
  // Both are in order of version.
  return { inputs, results: results.flat() }
}

async function close(
  { database, queue, now }: Workshop,
  job: Job,
  chunk: TakenChunk,
  inputs: readonly ScoringInput[],
  results: readonly Scored[],
): Promise<void> {
  const at = now()
  const rows = inputs.map((input, index) => rowOf(chunk.run, input, results[index]!, at))
  const kept = inputs.flatMap(({ document, declaration }, index) => [
    { hash: rows[index]!.submission_hash, document },
    ...(declaration === null ? [] : [{ hash: rows[index]!.declaration_hash!, document: declaration }]),
  ])
  await database.db.transaction().execute(async (tx) => {
    if (await closeChunk(tx, chunk, { state: 'done' })) {
      await keepInputs(tx, kept)
      await addEvaluations(tx, rows)
      await queue.done(tx, job)
      await endRunWhereDone(tx, chunk.run, at)
    }
  })
}

function rowOf(run: string, { id, version_hash }: ScoringInput, scored: Scored, at: Date): StoredEvaluation {
  return {
    run_id: run,
    submission_id: id,
    state: scored.state,
    total: scored.total,
    grade: scored.grade,
    full_score: scored.fullScore,
    version_hash,
    submission_hash: scored.submissionHash,
    declaration_hash: scored.declarationHash,
    facts_hash: scored.factsHash,
    branches: scored.branches,
    scores: scored.scores,
    claimed: scored.claimed,
    document: scored.document,
    created_at: at,
  }
}

async function fail({ database, queue, now }: Workshop, job: Job, chunk: TakenChunk, error: string): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if (!(await closeChunk(tx, chunk, { state: job.isLastAttempt ? 'failed' : 'waiting', error }))) return
    await queue.failed(tx, job, error)
    if (job.isLastAttempt) await endRunWhereDone(tx, chunk.run, now())
  })
}

/** A job that was begun as often as it may be, by workers none of whom came to the end. */
export async function giveUp({ database, queue, now }: Workshop, job: Job): Promise<void> {
  const { run, chunk } = job.work
  await database.db.transaction().execute(async (tx) => {
    await queue.buried(tx, job)
    const held = await holdRun(tx, run)
    if (chunk === undefined) {
      if (held?.state === 'running' && held.chunks === 0) await endRun(tx, run, 'failed', now())
    } else if (await failChunk(tx, run, chunk, 'no worker came to the end of it')) await endRunWhereDone(tx, run, now())
  })
}
