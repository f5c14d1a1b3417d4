import type { Conflict, MergedPart } from '../merge/conflict.ts'
import { type Aspect, madeAs } from '../merge/make-as.ts'
import { mergeSchemes } from '../merge/merge-schemes.ts'
import type { Scheme } from '../schema/scheme.ts'
import { upstreamIds } from './node-hash.ts'
import { parameterValue, setFittingParameters } from './parameters.ts'
import { SCHEME } from './things.ts'
import { differences } from './update-rows.ts'
import { withIds } from './with-ids.ts'

/**
 * A proposed change 贡献 taken into the owner's present scheme, as far as it was accepted. Where the owner has changed the
 * same since, the accepted proposal stands, and a conflict says what the owner's was (mine).
 *
 * base      the owner's version that the proposal was made from
 * mine      the owner's present scheme
 * proposed  the proposer's adapted scheme, or what `proposalFor` makes of it
 * accepted  of a thing of `diff(base, proposalFor(base, proposed))`; of one that came or went, with all below it
 */
export function acceptProposal(input: {
  readonly base: Scheme
  readonly mine: Scheme
  readonly proposed: Scheme
  readonly accepted: (of: MergedPart, id: string) => boolean
}): { scheme: Scheme; conflicts: readonly Conflict[] } {
  const { base, mine, accepted } = input
  const proposed = proposalFor(base, input.proposed)
  const changes = [...differences({ base, local: proposed, upstream: base }).of].flatMap(([key, fields]) => {
    const [of, id] = key === SCHEME ? (['scheme', base.id] as const) : splitKey(key)
    return fields.map(({ field }) => ({ of, id, field }))
  })
  const wanted: Aspect[] = changes.filter(({ of, id }) => accepted(of, id))
  // What differs beyond any thing (where nodes stand on the canvas) goes with the scheme itself.
  const isAll = wanted.length === changes.length && (wanted.length > 0 || accepted('scheme', base.id))
  const theirs = isAll ? proposed : madeAs(base, proposed, wanted)
  return mergeSchemes(base, mine, theirs)
}

function splitKey(key: string): readonly [MergedPart, string] {
  const at = key.indexOf(' ')
  return [key.slice(0, at) as MergedPart, key.slice(at + 1)]
}

/**
 * An adapted scheme as its owner is to see it: under the owner's ids, with the owner's own fields, and with the default of
 * each parameter that was only set. What differs from `base` is what is proposed.
 */
export function proposalFor(base: Scheme, proposed: Scheme): Scheme {
  const { sharing: _, lineage, region: __, ...rest } = proposed
  const there = withIds(rest, upstreamIds(proposed))
  const { version, sharing, lineage: own, region } = base
  const scheme: Scheme = {
    ...there,
    version,
    ...(region === undefined ? {} : { region }),
    ...(sharing === undefined ? {} : { sharing }),
    ...(own === undefined ? {} : { lineage: own }),
  }
  const set = setFittingParameters(base, lineage?.parameters ?? {}).scheme
  const defaults = Object.fromEntries(
    (sharing?.parameters ?? []).flatMap((each) => {
      const value = parameterValue(base, each)
      const isOnlySet = value !== undefined && parameterValue(scheme, each) === parameterValue(set, each)
      return isOnlySet ? [[each.id, value]] : []
    }),
  )
  return setFittingParameters(scheme, defaults).scheme
}
