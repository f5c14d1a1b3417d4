export interface ComplaintTables {
  complaint: ComplaintTable
  complaint_remark: ComplaintRemarkTable
}

export interface ComplaintTable {
  id: string
  submission_id: string
  /** The line that is complained of: of this run's result, this indicator. */
  run_id: string
  indicator_id: string
  /** What the line said then, as JSON text. */
  before: string
  /** Answered is one on which whoever evaluates wrote last. */
  state: 'open' | 'answered' | 'decided'
  raised_by: string
  raised_at: Date
  outcome: 'kept' | 'adjusted' | 'partly' | null
  reason: string | null
  decided_by: string | null
  decided_at: Date | null
  /** The run that carried the decision out, where it was named. */
  after_run_id: string | null
}

export interface ComplaintRemarkTable {
  id: string
  complaint_id: string
  /** On whose side it was written. */
  side: 'department' | 'evaluator'
  text: string
  /** The files it refers to, as JSON text: id, name. */
  evidence: string
  written_by: string
  written_at: Date
}
