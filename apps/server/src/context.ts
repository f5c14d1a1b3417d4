import type { Jobs } from './jobs/jobs.ts'
import type { Groups } from './scoring/group-facts.ts'
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
  /** The groups that whatever is scored for one who asks is held against. */
  readonly groups: Groups
  /** Evaluations in bulk; begun and ended with the server. */
  readonly jobs: Jobs
}
