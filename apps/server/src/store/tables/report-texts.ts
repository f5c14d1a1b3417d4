export interface ReportTextsTables {
  report_texts: ReportTextsTable
}

export interface ReportTextsTable {
  submission_id: string
  /** Of its own: what is written around the figures changes no data. */
  revision: number
  /** ReportTexts of `packages/model`, as JSON text. */
  document: string
  written_by: string
  written_at: Date
}
