import type { Evaluation, Issue, LocalChange } from '@yardstick/model'

/** What the engine, in its worker, says of the design. It belongs to `revision` and is behind while that is not the store's. */
export interface Results {
  readonly revision: number
  readonly issues: readonly Issue[]
  /** What each leaf's rule says, by indicator id. */
  readonly leaves: { readonly [id: string]: LeafTexts }
  /** The chosen sample, scored; null where there is none or the scheme does not compile. */
  readonly evaluation: Evaluation | null
  readonly pinned: Evaluation | null
  /** How each indicator of an adopted scheme compares with the template; null of a scheme of one's own. */
  readonly origins: { readonly [id: string]: LocalChange } | null
  /** How long the last round took in the worker, in milliseconds. */
  readonly tookMs: number
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
  pinned: null,
  origins: null,
  tookMs: 0,
}
