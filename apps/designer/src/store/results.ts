import type { Evaluation, Issue, LocalChange } from '@yardstick/model'

/** What the engine, in its worker, says of the design. It belongs to `revision` and is behind while that is not the store's. */
export interface Results {
  readonly revision: number
  readonly issues: readonly Issue[]
  /** What each leaf's rule says, by indicator id. */
  readonly leaves: { readonly [id: string]: LeafTexts }
  /** The chosen sample, scored; null where there is none or the scheme does not compile. */
  readonly evaluation: Evaluation | null
  /** Newer scores of the chosen sample; null where `evaluation` is as new. */
  readonly live: LiveScores | null
  readonly pinned: Evaluation | null
  /** How each indicator of an adopted scheme compares with the template; null of a scheme of one's own. */
  readonly origins: { readonly [id: string]: LocalChange } | null
  /** How long the last round took in the worker, in milliseconds. */
  readonly tookMs: number
}

/**
 * What the fast path says at once of a value that has just changed. Scores, states, total and grade of `evaluation` are
 * new; sentences, traces and lists in it are those of before, until the reference has said them anew.
 */
export interface LiveScores {
  readonly revision: number
  readonly evaluation: Evaluation
}

/** The newest scores there are. What is read besides numbers and states may be behind: see `live`. */
export function newestScores({ results: { live, evaluation } }: { readonly results: Results }): Evaluation | null {
  return live?.evaluation ?? evaluation
}

/** The newest state of the design that the worker is known to have; −1 before the first. */
export function scoredRevision({ results }: { readonly results: Results }): number {
  return Math.max(results.revision, results.live?.revision ?? -1)
}

/** Whether the design has changed since the newest scores. */
export function areScoresBehind(state: { readonly results: Results; readonly revision: number }): boolean {
  return scoredRevision(state) !== state.revision
}

/** Whether sentences, traces and lists are older than the scores they stand beside. */
export function areReasonsBehind({ results }: { readonly results: Results }): boolean {
  return results.live !== null
}

/** In the language of the view. */
export interface LeafTexts {
  /** 评分标准 as the rule prints it. */
  readonly standard: string
  /** The rule in a few words, for the cell. */
  readonly brief: string
}

export const noResults: Results = {
  revision: -1,
  issues: [],
  leaves: {},
  evaluation: null,
  live: null,
  pinned: null,
  origins: null,
  tookMs: 0,
}
