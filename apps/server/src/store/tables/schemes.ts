export interface SchemeTables {
  scheme: SchemeTable
  scheme_revision: SchemeRevisionTable
  review: ReviewTable
  remark: RemarkTable
  scheme_version: SchemeVersionTable
}

export interface SchemeTable {
  id: string
  name: string
  region: string
  state: 'draft' | 'review' | 'approved'
  /** Number of the newest revision. */
  revision: number
  created_by: string
  created_at: Date
  updated_at: Date
  removed_at: Date | null
  /** Of the lineage that the newest revision has; null where it has none. */
  template_hash: string | null
  template_id: string | null
  template_publisher: string | null
  adopted_as: 'reference' | 'copy' | null
}

export interface SchemeRevisionTable {
  scheme_id: string
  number: number
  /** Canonical text. */
  document: string
  hash: string
  saved_by: string
  saved_at: Date
  /** Name of a save point 保存点, which is kept; other revisions go when many newer ones are there. */
  save_point: string | null
}

export interface ReviewTable {
  id: string
  scheme_id: string
  revision: number
  submitted_by: string
  submitted_at: Date
  note: string
  decision: 'approved' | 'returned' | 'withdrawn' | null
  decided_by: string | null
  decided_at: Date | null
  decision_note: string | null
}

export interface RemarkTable {
  id: string
  review_id: string
  /** '' is a remark on the whole scheme. */
  indicator_id: string
  text: string
  written_by: string
  written_at: Date
  resolved_at: Date | null
}

export interface SchemeVersionTable {
  /** SHA-256 of the canonical text. */
  hash: string
  scheme_id: string
  number: number
  name: string
  region: string
  document: string
  published_by: string
  published_at: Date
  retired_at: Date | null
}
