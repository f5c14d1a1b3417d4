/**
 * The state of one value of one row, as bits of a byte. 0 is the common case, 有值, so that a block of rows in which all
 * states or-ed together are 0 needs no look at any single one.
 */
export const PRESENT = 0
export const MISSING = 1
export const NOT_APPLICABLE = 2
export const FAULT = 3
/** Masks the four above, which are in the order in which they win where several meet. */
export const STATE = 3

/** 待核: present, and rests on a value that is still to be verified. */
export const UNVERIFIED = 4

/** "Not me": the fast path cannot be sure here, and the reference says what this is. Wins over everything. */
export const UNSURE = 8

/**
 * Of indicators only: there is no score. Without it a score stands beside the state: a missing leaf that counts as zero,
 * a leaf that does not apply and has full points or the group's mean.
 */
export const NO_SCORE = 16

/**
 * Of branches only: the points that count are not the node's own, though it has a score. It keeps a block in which all
 * states are else 0 from being read as one in which every node counts with all its points.
 */
export const PARTLY = 32

/** Of nodes as results show them: not chosen among alternatives, or below such a one. Its UNVERIFIED counts for nothing. */
export const IDLE = 64

/**
 * Whole numbers up to here are exact in a double. A computed one that came out within is what it should be; 2^53 itself
 * may have been rounded (2^53 + 1 becomes it), so the bound is one less.
 */
export const SAFE = 9_007_199_254_740_991

/** The state of what needs two values: the worse of both, and 待核 where one of two present ones is. */
export function worseState(a: number, b: number): number {
  const both = a | b
  if (both === 0 || both === UNVERIFIED) return both
  if ((both & UNSURE) !== 0) return UNSURE
  return Math.max(a & STATE, b & STATE)
}
