import { type Aspect, type Conflict, madeAs, mergeSchemes, type Scheme } from '@yardstick/model'

/**
 * Puts three schemes together with mine where somebody chose it and theirs in all other conflicts. A merge follows whoever
 * changed something: where mine is wanted, what both began from is made what theirs is, as if they had never changed it.
 */
export function resolve({ base, mine, theirs }: Three, wantsMine: readonly Conflict[]): Scheme {
  return mergeSchemes(madeAs(base, theirs, wantsMine.map(aspectOf)), mine, theirs).scheme
}

export interface Three {
  readonly base: Scheme
  readonly mine: Scheme
  readonly theirs: Scheme
}

/** What I added where nothing can stand any more can only be added anew. */
export function mayBeMine({ kind }: Conflict): boolean {
  return kind !== 'no-place'
}

function aspectOf({ kind, of, id, field }: Conflict): Aspect {
  switch (kind) {
    case 'field':
    case 'order':
      return { of, id, field }
    case 'moved':
      return { of, id, field: 'parent' }
    default:
      return { of, id, field: null }
  }
}
