import { type ConflictSides, conflictSides, diff, wordDifference } from '@yardstick/engine'
import { type Conflict, indicatorById, type Language, mergeSchemes, type Scheme } from '@yardstick/model'

/** What each side has changed since both began, in sentences, and where the two do not go together. */
export interface MergeComparison {
  readonly theirs: readonly string[]
  readonly mine: readonly string[]
  readonly conflicts: readonly (ConflictSides & { readonly conflict: Conflict })[]
}

export function compareMerge(base: Scheme, mine: Scheme, theirs: Scheme, language: Language): MergeComparison {
  const sentences = (after: Scheme) => diff(base, after).map((each) => wordDifference(each, language))
  const { conflicts } = mergeSchemes(base, mine, theirs)
  const known = [theirs, mine, base].map((each) => indicatorById(each))
  const nameOf = (id: string) => known.find((each) => each.has(id))?.get(id)?.node.name
  return {
    theirs: sentences(theirs),
    mine: sentences(mine),
    conflicts: conflicts.map((conflict) => ({ conflict, ...conflictSides(conflict, language, nameOf) })),
  }
}
