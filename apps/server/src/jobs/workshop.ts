import type { Documents } from '../scoring/documents.ts'
import type { Scoring } from '../scoring/pool.ts'
import type { Database } from '../store/database.ts'
import type { Queue } from './queue.ts'
import type { JobSettings } from './settings.ts'

/** What a worker works with. */
export interface Workshop {
  readonly database: Database
  readonly scoring: Scoring
  readonly queue: Queue
  readonly documents: Documents
  readonly now: () => Date
  readonly settings: JobSettings
  /** Tells this process from all others. */
  readonly worker: string
}
