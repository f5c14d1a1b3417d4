import { references } from '../edit/references.ts'
import { meansOneOf } from '../edit/remove-indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import { walk } from '../scheme.ts'

/**
 * A scheme in which some indicators have other ids, with everything that speaks of them; the scheme itself where none
 * has. They may trade ids with each other; none takes an id
 * that another one keeps (see `clearing`).
 */
export function withIds(scheme: Scheme, ids: ReadonlyMap<string, string>): Scheme {
  const renamed = [...ids].filter(([from, to]) => from !== to)
  if (renamed.length === 0) return scheme
  const copy = JSON.parse(JSON.stringify(scheme)) as Scheme
  // In two steps, so that nobody stands in the way of another: no id has this sign.
  const between = (id: string) => `${id}\n`
  rename(copy, new Map(renamed.map(([from]) => [from, between(from)])))
  rename(copy, new Map(renamed.map(([from, to]) => [between(from), to])))
  return copy
}

function rename(scheme: Scheme, ids: ReadonlyMap<string, string>): void {
  const known = new Set(ids.keys())
  for (const reference of references(scheme)) {
    if (meansOneOf(scheme, reference, known)) reference.replace(ids.get(reference.name)!)
  }
  for (const { node } of walk(scheme)) node.id = ids.get(node.id) ?? node.id
}

/**
 * New ids, with one more for each indicator that would keep the id which another one gets.
 *
 * taken  ids that may not be given out, beside those of the scheme
 */
export function clearing(
  ids: ReadonlyMap<string, string>,
  scheme: Pick<Scheme, 'indicators'>,
  taken: Iterable<string> = [],
): Map<string, string> {
  const all = new Map(ids)
  if (ids.size === 0) return all
  const there = new Set(walk(scheme).map(({ node }) => node.id))
  const used = new Set([...there, ...ids.values(), ...taken])
  for (const id of new Set(ids.values())) {
    if (!there.has(id) || ids.has(id)) continue
    let free = `${id}-2`
    for (let count = 3; used.has(free); count++) free = `${id}-${count}`
    used.add(free)
    all.set(id, free)
  }
  return all
}
