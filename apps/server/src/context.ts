import type { Jobs } from './jobs/jobs.ts'
import type { Scoring } from './scoring/pool.ts'
import type { Settings } from './settings.ts'
import type { Database } from './store/database.ts'

/** What a route has at hand. Time and chance are handed in, so that tests decide them. */
export interface Context {
  readonly database: Database
  readonly settings: Settings
  readonly now: () => Date
  /** A new id: sortable by time, not to be guessed. */
  readonly newId: () => string
  /** Threads that score; ended with the server. */
  readonly scoring: Scoring
  /** Evaluations in bulk; begun and ended with the server. */
  readonly jobs: Jobs
}
