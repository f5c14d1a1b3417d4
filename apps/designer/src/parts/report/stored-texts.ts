import type { ReportTexts } from '@yardstick/model'

/** What people wrote for the report of a submission, as the server gives it: revision 0 is nothing yet. */
export interface StoredTexts {
  readonly revision: number
  readonly texts: ReportTexts
  readonly by: string | null
  readonly at: string | null
}

export function textsPath(submission: string): string {
  return `/api/submissions/${encodeURIComponent(submission)}/report-texts`
}
