export interface EvaluationTables {
  group_facts: GroupFactsTable
  run: RunTable
  run_chunk: RunChunkTable
  evaluation: EvaluationTable
}

export interface GroupFactsTable {
  campaign_id: string
  version_hash: string
  /** GroupFacts of `packages/model`, as canonical text. */
  document: string
  hash: string
  frozen_at: Date
}

export interface RunTable {
  id: string
  campaign_id: string
  state: 'running' | 'done' | 'cancelled' | 'failed'
  submissions: number
  chunks: number
  created_by: string
  created_at: Date
  finished_at: Date | null
}

export interface RunChunkTable {
  run_id: string
  number: number
  /** Ids, in order. */
  submissions: string[]
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  attempt: number
  worker: string | null
  error: string | null
}

export interface EvaluationTable {
  run_id: string
  submission_id: string
  state: 'final' | 'provisional' | 'blocked'
  /** Decimal text. */
  total: string | null
  grade: string | null
  /** Of the submission that was scored. */
  submission_hash: string
  /** The Evaluation without its trace, as JSON text. */
  document: string
  created_at: Date
}
