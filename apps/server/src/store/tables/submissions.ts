import type { ColumnType, Generated } from 'kysely'
import type { Stage } from './campaigns.ts'

export interface SubmissionTables {
  submission: SubmissionTable
  submission_revision: SubmissionRevisionTable
  evidence: EvidenceTable
  evidence_part: EvidencePartTable
  evidence_use: EvidenceUseTable
}

export interface SubmissionTable {
  id: string
  campaign_id: string
  department_id: string
  /** '' is the department as a whole. */
  project: string
  version_hash: string
  state: 'open' | 'submitted' | 'returned'
  /** A Submission of `packages/model`, as JSON text. */
  document: string
  declaration: string | null
  declaration_state: 'none' | 'open' | 'submitted' | 'returned' | 'approved'
  revision: number
  updated_at: Date
  /** By stage: when it was handed in there for the first time, ISO 8601; written as JSON text. */
  handed_in: ColumnType<Partial<Record<Stage, string>>, string | undefined, string>
  /** Of the data items: how many the scheme asks for; of them: filled in, said to be missing and why, doubtful. */
  items_needed: Generated<number>
  items_filled: Generated<number>
  items_explained: Generated<number>
  items_doubtful: Generated<number>
}

export interface SubmissionRevisionTable {
  submission_id: string
  number: number
  /** JSON text: what was changed, before and after. */
  change: string
  who: string
  at: Date
  note: string
}

export interface EvidenceTable {
  /** SHA-256 of the bytes, hex. */
  hash: string
  size: number
  created_at: Date
}

export interface EvidencePartTable {
  hash: string
  number: number
  bytes: Uint8Array
}

export interface EvidenceUseTable {
  id: string
  submission_id: string
  /** Id of the item or indicator it is evidence for. */
  entry: string
  /** Whose it is: attached with what the department reported, or with what evaluators verified. */
  layer: 'reported' | 'verified'
  hash: string
  name: string
  media_type: string
  attached_by: string
  attached_at: Date
}
