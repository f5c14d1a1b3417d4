import type { SchemeCase, Submission } from '@yardstick/model'

/** A case's submission as a document of its own. */
export function submissionOf(submission: SchemeCase['submission']): Submission {
  return { yardstick: 'submission/1', ...submission }
}
