import { isFrozenIn, liveFacts } from '../scoring/group-facts.ts'
import { readFrozen, readLive } from '../store/group-facts.ts'
import { endRunWhereDone } from '../store/run-chunks.ts'
import { cutIntoChunks, holdRun, readRun, setRun, stageOfRun } from '../store/runs.ts'
import { keepInputs } from '../store/scoring-inputs.ts'
import { faultText } from './fault-text.ts'
import type { Job } from './queue.ts'
import type { Workshop } from './workshop.ts'

/**
 * The first job of a run: the facts of its groups are taken, once for all its chunks, and the submissions are cut into
 * chunks, each a job. Done by two who did not know of each other it is done once.
 */
export async function beginRun(shop: Workshop, job: Job): Promise<void> {
  try {
    await begin(shop, job)
  } catch (error) {
    const message = faultText(error)
    await shop.database.db.transaction().execute(async (tx) => {
      await setRun(tx, job.work.run, { error: message })
      await shop.queue.failed(tx, job, message)
    })
  }
}

async function begin(shop: Workshop, job: Job): Promise<void> {
  const { database, scoring, queue, now, settings } = shop
  const { db } = database
  const run = await readRun(db, job.work.run)
  const stage = await stageOfRun(db, job.work.run)
  const isOpen = run?.state === 'running' && run.chunks === 0
  const readsLive = isOpen && stage !== undefined && !isFrozenIn(stage)
  const live = readsLive ? await liveFacts(db, scoring, run.campaign_id) : undefined
  await db.transaction().execute(async (tx) => {
    const held = await holdRun(tx, job.work.run)
    if (held?.state === 'running' && held.chunks === 0) {
      if (live === undefined) await readFrozen(tx, held.id, held.campaign_id)
      else {
        await keepInputs(tx, live)
        for (const { version, hash } of live) await readLive(tx, held.id, version, hash)
      }
      const cut = await cutIntoChunks(tx, held.id, held.campaign_id, settings.chunk)
      await setRun(tx, held.id, { ...cut, error: null })
      const numbers = Array.from({ length: cut.chunks }, (_, index) => index + 1)
      await queue.add(
        tx,
        numbers.map((chunk) => ({ run: held.id, chunk })),
      )
    }
    await queue.done(tx, job)
    if (held !== undefined) await endRunWhereDone(tx, held.id, now())
  })
}
