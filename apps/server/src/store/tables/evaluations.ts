export interface EvaluationTables {
  group_facts: GroupFactsTable
  scoring_input: ScoringInputTable
  run: RunTable
  run_group: RunGroupTable
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

/** A submission, a declaration or GroupFacts as it was when it was scored; `hash` is of its canonical text. */
export interface ScoringInputTable {
  hash: string
  document: string
}

export interface RunTable {
  id: string
  campaign_id: string
  state: 'running' | 'done' | 'cancelled' | 'failed'
  submissions: number
  /** 0 until they have been made, which waits for the facts of groups. */
  chunks: number
  /** Why it could not begin. */
  error: string | null
  created_by: string
  created_at: Date
  finished_at: Date | null
}

export interface RunGroupTable {
  run_id: string
  version_hash: string
  facts_hash: string
}

export interface RunChunkTable {
  run_id: string
  number: number
  /** Ids, in order. */
  submissions: string[]
  size: number
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  /** Of the worker that has it; a result is taken from the newest attempt only. */
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
  full_score: string
  version_hash: string
  /** Of the submission that was scored; the declaration it was bound to; the facts of its group that were read. */
  submission_hash: string
  declaration_hash: string | null
  facts_hash: string | null
  /** Of each indicator of the first level: id, name, points, score; as JSON text. */
  branches: string
  /** Of each leaf, what results are compared by (`LeafScore[]` of `scoring/leaf-scores.ts`), as JSON text. */
  scores: string
  /** 自评总分, decimal text. */
  claimed: string | null
  /** The Evaluation without its trace, as JSON text. */
  document: string
  created_at: Date
}
