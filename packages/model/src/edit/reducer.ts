import { type Issue, issue } from '../issue.ts'
import type { Json } from '../json.ts'
import { type Branch, type Indicator, isBranch } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { Edit, EditOf, EditType } from './edit.ts'
import type { Reference } from './references.ts'

/**
 * One way of changing a scheme: it changes the draft, or says why not and leaves it half-done; a refused draft is thrown
 * away by `applyEdit`. Issues point into the edit, `at` being the pointer of the edit itself.
 */
export type Reducer<T extends EditType> = (scheme: Scheme, edit: EditOf<T>, context: Context) => Issue[]

export interface Context {
  readonly at: string
  /** Whether a formula's text mentions a name. */
  readonly mentions: (formula: string, name: string) => boolean
  /** Applies one edit of a batch. */
  readonly apply: (scheme: Scheme, edit: Edit, at: string) => Issue[]
}

/** A node with the list it stands in. */
export interface Seat {
  readonly node: Indicator
  readonly index: number
  readonly siblings: Indicator[]
  readonly parent: Branch | undefined
  /** Names from the root, its own included. */
  readonly path: readonly string[]
}

/** On a draft `walk` would make a draft of every node; this looks no further than it must. */
export function seatOf(scheme: Scheme, id: string): Seat | undefined {
  const search = (siblings: Indicator[], parent: Branch | undefined, path: readonly string[]): Seat | undefined => {
    for (const [index, node] of siblings.entries()) {
      const own = [...path, node.name]
      if (node.id === id) return { node, index, siblings, parent, path: own }
      const below = isBranch(node) ? search(node.children, node, own) : undefined
      if (below !== undefined) return below
    }
    return undefined
  }
  return search(scheme.indicators, undefined, [])
}

/** The ids of a node and all below it. */
export function idsUnder(node: Indicator): string[] {
  return isBranch(node) ? [node.id, ...node.children.flatMap(idsUnder)] : [node.id]
}

/** Sets the fields that are given; null takes one away. */
export function setFields(owner: object, fields: object): void {
  const record = owner as { [key: string]: unknown }
  for (const [key, value] of Object.entries(fields)) {
    if (value === null) delete record[key]
    else if (value !== undefined) record[key] = value
  }
}

/** Puts a value into a list at an index, within the list's bounds and its largest size. */
export function insert<T>(list: T[], index: number, value: T, at: string, limit: number): Issue[] {
  if (index > list.length) return [issue('EDIT_INDEX', { pointer: `${at}/index`, expected: list.length, found: index })]
  if (list.length >= limit) {
    return [issue('SHAPE_SIZE', { pointer: `${at}/index`, expected: `<= ${limit}`, found: list.length + 1 })]
  }
  list.splice(index, 0, value)
  return []
}

export function unknown(kind: string, found: string, pointer: string): Issue[] {
  return [issue('EDIT_UNKNOWN', { pointer, expected: kind, found })]
}

export function taken(kind: string, found: string, pointer: string): Issue[] {
  return [issue('EDIT_TAKEN', { pointer, expected: kind, found })]
}

/** Refuses to take away what is still in use; at most ten places are listed. */
export function stillReferenced(
  name: string,
  places: readonly Pick<Reference, 'pointer' | 'where'>[],
  pointer: string,
  where: readonly string[] = [],
): Issue[] {
  if (places.length === 0) return []
  const found: Json = places.slice(0, 10).map((place) => ({ where: [...place.where], pointer: place.pointer }))
  return [issue('EDIT_REFERENCED', { pointer, where, expected: name, found })]
}
