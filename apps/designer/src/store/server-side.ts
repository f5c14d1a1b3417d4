import type { Issue, Scheme } from '@yardstick/model'

/** What the server has of the open design, and whether what is on the screen is there. */
export interface ServerSide {
  readonly saving: Saving
  /** Milliseconds since 1970, of the last time everything was on the server. */
  readonly savedAt: number | null
  /** null until the server has answered. */
  readonly head: SchemeHead | null
  /** Why the server does not take it. */
  readonly issues: readonly Issue[]
  /** What others saved meanwhile, until somebody has put it together with what is here. */
  readonly proposal: MergeProposal | null
  /** The review that is open, or the last one. */
  readonly review: Review | null
  /** Whether whoever is signed in may change it. */
  readonly mayWrite: boolean
  /** Somebody goes on with what was approved: the next save makes it a draft again. */
  readonly isReopened: boolean
}

/** `unreachable`: kept here, sent when the server answers · `merge`: others have changed it · `refused`: see the issues. */
export type Saving = 'saved' | 'saving' | 'unreachable' | 'signed-out' | 'merge' | 'refused'

export type SchemeState = 'draft' | 'review' | 'approved'

/** A scheme of the server without its document. */
export interface SchemeHead {
  readonly id: string
  readonly name: string
  readonly region: string
  /** null where its code has no name, or it is everywhere. */
  readonly regionName: string | null
  readonly state: SchemeState
  readonly revision: number
  /** ISO 8601 */
  readonly updatedAt: string
  readonly updatedBy: string
  /** The version that is published. */
  readonly latest: { readonly hash: string; readonly number: number } | null
}

export interface Review {
  readonly id: string
  readonly revision: number
  readonly note: string
  readonly submittedBy: string
  readonly submittedAt: string
  /** Submitted by whoever is signed in. */
  readonly isOwn: boolean
  readonly decision: 'approved' | 'returned' | 'withdrawn' | null
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly decisionNote: string | null
  readonly remarks: readonly Remark[]
}

export interface Remark {
  readonly id: string
  /** null: on the whole scheme. */
  readonly indicator: string | null
  readonly text: string
  readonly writtenBy: string
  readonly writtenAt: string
  readonly isResolved: boolean
}

/** What others saved meanwhile: it is put together with what is here by what both began from. */
export interface MergeProposal {
  readonly revision: number
  readonly savedBy: string
  readonly savedAt: string
  readonly base: Scheme
  readonly theirs: Scheme
}

export const justOpened: ServerSide = {
  saving: 'saved',
  savedAt: null,
  head: null,
  issues: [],
  proposal: null,
  review: null,
  mayWrite: true,
  isReopened: false,
}

/** What one may not change is looked at; what is under review stays as it was submitted, and what was approved until somebody says that they go on with it. */
export function isFrozen(side: ServerSide | null): boolean {
  if (side?.head == null) return false
  if (!side.mayWrite) return true
  return side.head.state === 'review' || (side.head.state === 'approved' && !side.isReopened)
}
