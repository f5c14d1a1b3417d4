import { hrefOf } from '../../../server/place.ts'

/** What a line of a result said, and the total beside it; scores and points are decimal text. */
export interface ResultLine {
  readonly name: string
  readonly path: readonly string[]
  readonly score: string | null
  readonly points: string
  readonly sentence: string
  readonly total: string | null
  readonly grade: string | null
  readonly fullScore: string
}

export type ComplaintState = 'open' | 'answered' | 'decided'
export type Outcome = 'kept' | 'adjusted' | 'partly'

export interface Remark {
  readonly id: string
  readonly side: 'department' | 'evaluator'
  readonly text: string
  readonly evidence: readonly { readonly id: string; readonly name: string }[]
  readonly by: string
  readonly at: string
}

/** 申诉: a thread on one line of a result, as the server gives it. */
export interface Complaint {
  readonly id: string
  readonly campaign: string
  readonly submission: string
  readonly name: string
  readonly project: string
  readonly run: string
  readonly indicator: string
  readonly state: ComplaintState
  readonly by: string
  readonly at: string
  readonly before: ResultLine
  readonly remarks: readonly Remark[]
  readonly decision: {
    readonly outcome: Outcome
    readonly reason: string
    readonly by: string
    readonly at: string
  } | null
  /** The same line since the decision; null while there is none, or it is not to be seen yet. */
  readonly after: (ResultLine & { readonly run: string; readonly at: string }) | null
}

export const complaintLook: Readonly<Record<ComplaintState, string>> = {
  open: 'badge-warn',
  answered: 'badge-accent',
  decided: 'badge-good',
}

/** The address of a line of a result, as it can be handed on. */
export function lineHref({ campaign, run, submission, indicator }: LineAddress): string {
  return hrefOf('campaigns', campaign, 'result', run, submission, ...(indicator === undefined ? [] : [indicator]))
}

interface LineAddress {
  readonly campaign: string
  readonly run: string
  readonly submission: string
  readonly indicator?: string | undefined
}
