import { mentions } from '../edit/mentions.ts'
import { formulas, references } from '../edit/references.ts'
import type { Scheme } from '../schema/scheme.ts'
import { walk } from '../scheme.ts'
import type { Three } from './conflict.ts'

/** What is spoken of by name; items and measures share one space of names. */
type Space = 'name' | 'indicator' | 'condition'

/** A name in its space, as one key. */
export const heldKey = (space: Space, name: string): string => `${space} ${name}`

/**
 * What one side took away, having put everything right that spoke of it, while the other began to speak of it: the merged
 * scheme would name what is not there. A removal of that kind counts as one of something that was changed.
 */
export function leftBehind({ base, mine, theirs }: Three<Scheme>, merged: Scheme): string[] {
  const [was, now] = [namesIn(base), namesIn(merged)]
  const gone = [...was].filter(([key]) => !now.has(key))
  if (gone.length === 0) return []
  const sides = [mine, theirs].map((scheme) => ({ has: namesIn(scheme), speaks: speaking(scheme) }))
  const speaks = speaking(merged)
  return gone
    .filter(([key, { space, name }]) => {
      const removers = sides.filter(({ has }) => !has.has(key))
      return removers.length === 1 && !removers[0]!.speaks(space, name) && speaks(space, name)
    })
    .map(([key]) => key)
}

function namesIn(scheme: Scheme): Map<string, { readonly space: Space; readonly name: string }> {
  const found = new Map<string, { space: Space; name: string }>()
  const add = (space: Space, name: string) => found.set(heldKey(space, name), { space, name })
  for (const { id } of [...scheme.items, ...(scheme.measures ?? [])]) add('name', id)
  for (const { node } of walk(scheme)) add('indicator', node.id)
  for (const name of Object.keys(scheme.conditions ?? {})) add('condition', name)
  return found
}

/** Whether a scheme speaks of a name in a way that needs it to be there. */
function speaking(scheme: Scheme): (space: Space, name: string) => boolean {
  const held = new Set<string>()
  for (const { kind, name, strength } of references(scheme)) {
    if (strength !== 'holds') continue
    for (const space of kind === 'evidence' ? (['name', 'indicator'] as const) : [kind]) held.add(heldKey(space, name))
  }
  const texts = formulas(scheme).map(({ text }) => text)
  return (space, name) =>
    held.has(heldKey(space, name)) ||
    (space === 'name' && texts.some((text) => text.includes(name) && mentions(text, name)))
}
