import type { Declaration, Submission } from '@yardstick/model'
import type { SubmissionRow } from '../store/submissions.ts'

/** The documents were checked before they were stored. */
export function submissionOf({ document }: Pick<SubmissionRow, 'document'>): Submission {
  return JSON.parse(document) as Submission
}

export function declarationOf({ declaration }: Pick<SubmissionRow, 'declaration'>): Declaration | null {
  return declaration === null ? null : (JSON.parse(declaration) as Declaration)
}
