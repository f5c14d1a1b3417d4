import { references } from '../edit/references.ts'
import { meansOneOf } from '../edit/remove-indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import { walk } from '../scheme.ts'

/**
 * A scheme in which some indicators have other ids, with everything that speaks of them; the scheme itself where none
 * has. They may trade ids with each other. An id that is also taken by one which keeps it stays as it is.
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
