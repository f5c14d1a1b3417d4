import type { Declaration, Scheme } from '@yardstick/model'

/**
 * The one truth: what is being designed. Samples are the scheme's own test cases; declarations are documents beside the
 * scheme. Everything else on the screen is derived from this.
 */
export interface Design {
  readonly scheme: Scheme
  readonly declarations: readonly Declaration[]
}
