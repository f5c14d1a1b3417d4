import type { Context } from './context.ts'
import { Jobs } from './jobs/jobs.ts'
import { defaultJobs } from './jobs/settings.ts'
import { Groups } from './scoring/group-facts.ts'
import { ScoringPool } from './scoring/pool.ts'

/** What routes have at hand, with what the process scores with; none of that begins before there is work. */
export function newContext({
  database,
  settings,
  now,
  newId,
}: Pick<Context, 'database' | 'settings' | 'now' | 'newId'>): Context {
  const jobSettings = { ...defaultJobs, ...settings.jobs }
  const scoring = new ScoringPool(jobSettings.threads)
  const jobs = new Jobs({ database, scoring, now, newId }, jobSettings)
  const groups = new Groups(database.db, scoring, now)
  return { database, settings, now, newId, scoring, groups, jobs }
}
