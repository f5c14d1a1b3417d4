import type { Json } from '../json.ts'

/**
 * Where two people changed the same thing each in their own way, as plain data; words come last (`wordConflict` of the
 * engine). The merged scheme holds what is stored already (theirs), and the conflict says what mine was, so that nothing
 * is lost unseen.
 *
 * field           both gave a field another value; null is one that is not stated
 * added           both added it under one id, with different contents
 * taken           a data item and a measure were added under one name
 * removed-mine    I removed what they changed or began to use: it stays, as they have it
 * removed-theirs  they removed what I changed or began to use: it stays away; `mine` is what it was, with all below it
 * shape           one made a leaf a branch or a branch a leaf, while the other changed what only the former has
 * moved           both moved it, or it cannot stand where I put it: values are the ids of the parents, null is the top
 * no-place        what I added has no place: they took its parent away
 * order           both put a list into another order: values are the names in their order
 */
export type ConflictKind =
  | 'field'
  | 'added'
  | 'taken'
  | 'removed-mine'
  | 'removed-theirs'
  | 'shape'
  | 'moved'
  | 'no-place'
  | 'order'

export type MergedPart = 'scheme' | 'item' | 'measure' | 'indicator' | 'condition' | 'rule' | 'grade' | 'case'

export interface Conflict {
  readonly kind: ConflictKind
  readonly of: MergedPart
  /** Stable: an indicator's or rule's id, the name of everything else; the scheme's own id. */
  readonly id: string
  readonly name: string
  /** The names a person reads: from the root for indicators, the name alone for everything else. */
  readonly where: readonly string[]
  /** JSON Pointer into the merged scheme: the field or the thing; of what is not there, the list it would stand in. */
  readonly pointer: string
  /** `points`; inside a field that is merged part by part, with its path: `expected/total`. Null is the thing as a whole. */
  readonly field: string | null
  readonly base: Json
  readonly mine: Json
  readonly theirs: Json
}

/** The three a merge is made of: what both began with, what is to be saved, what is stored. */
export interface Three<T> {
  readonly base: T
  readonly mine: T
  readonly theirs: T
}

/** A conflict before it is known where its thing stands in the merged scheme. */
export interface Found extends Omit<Conflict, 'pointer'> {
  /** The key of the thing among those of its part. */
  readonly key: string
}
export type Report = (found: Found) => void
