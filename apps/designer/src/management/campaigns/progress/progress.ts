import type { Stage, SubmissionHead, SubmissionState } from '../../../server/campaigns.ts'

/** A submission as the list of its campaign gives it. */
export interface ListedSubmission extends SubmissionHead {
  readonly remindedAt: string | null
}

/** How far the submissions of a campaign are, by state; counts are of data items. */
export interface Progress {
  readonly totals: readonly {
    readonly state: SubmissionState
    readonly count: number
    readonly needed: number
    readonly filled: number
    /** 空缺 with a reason; not among the missing. */
    readonly explained: number
    readonly missing: number
    readonly doubtful: number
  }[]
}

/** Who has not handed in is reminded in these. */
export function isReminding(stage: Stage): boolean {
  return stage === 'report' || stage === 'self'
}

/** Whole percent, never 100 before all is there and never 0 once something is. */
export function percentOf(part: number, whole: number): number {
  if (whole === 0) return 0
  if (part === whole) return 100
  return Math.min(99, Math.max(part > 0 ? 1 : 0, Math.round((part / whole) * 100)))
}

/** Until results are verified it counts what departments filled in; then what they came to. */
export function isFilling(stage: Stage): boolean {
  return isReminding(stage) || stage === 'declaration' || stage === 'evaluate'
}
