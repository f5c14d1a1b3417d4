import { defaultJobs } from './jobs/settings.ts'
import { newContext } from './new-context.ts'
import { newId } from './new-id.ts'
import type { Settings } from './settings.ts'
import { openDatabase } from './store/database.ts'

export interface Working {
  /** What is in hand is brought to its end first. */
  stop(): Promise<void>
}

/**
 * A worker: takes evaluations in bulk from the queue of a PostgreSQL, beside any number of others on any machines. It
 * listens to nobody; a worker that dies loses what it has in hand to another.
 *
 * An embedded database belongs to the one process that serves it, which does this work itself.
 *
 * fault   is told what goes wrong outside of any job; the worker goes on
 * throws  `NeedsPostgres`; the driver's error where the database cannot be reached
 */
export async function work(settings: Settings, fault: (error: unknown) => void = () => undefined): Promise<Working> {
  const { databaseUrl, jobs } = settings
  if (databaseUrl === undefined) throw new NeedsPostgres()
  const database = await openDatabase({ url: databaseUrl })
  const atOnce = Math.max(1, jobs?.atOnce ?? defaultJobs.atOnce)
  const context = newContext({
    database,
    settings: { ...settings, jobs: { ...jobs, atOnce } },
    now: () => new Date(),
    newId,
  })
  context.jobs.onFault = fault
  const stop = async () => {
    await context.jobs.stop()
    await context.scoring.close()
    await database.close()
  }
  try {
    await context.jobs.start()
    return { stop }
  } catch (error) {
    await stop()
    throw error
  }
}

export class NeedsPostgres extends Error {
  constructor() {
    super('a worker needs a PostgreSQL: the embedded database belongs to the server that has its folder')
  }
}
