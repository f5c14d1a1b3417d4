import type { SubmissionRow } from '../store/submissions.ts'

/**
 * When a submission was handed in, by stage. The first time in a stage counts: whoever corrects what was returned is not
 * late by it.
 */
export function handedIn({ stage, handed_in: before }: Pick<SubmissionRow, 'stage' | 'handed_in'>, at: Date) {
  return before[stage] === undefined ? { handed_in: JSON.stringify({ ...before, [stage]: at.toISOString() }) } : {}
}
