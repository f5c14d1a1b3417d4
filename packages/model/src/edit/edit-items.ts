import type { Issue } from '../issue.ts'
import type { Scheme } from '../schema/scheme.ts'
import { insert, type Reducer, setFields, stillReferenced, taken, unknown } from './reducer.ts'
import { formulas, references } from './references.ts'

/** Data items and measures share one space of names, since formulas read both. */
export const addItem: Reducer<'add-item'> = (scheme, { index, item }, { at }) =>
  isNamed(scheme, item.id) ? taken('name', item.id, `${at}/item/id`) : insert(scheme.items, index, item, at, MOST_NAMES)

export const addMeasure: Reducer<'add-measure'> = (scheme, { index, measure }, { at }) => {
  if (isNamed(scheme, measure.id)) return taken('name', measure.id, `${at}/measure/id`)
  scheme.measures ??= []
  return insert(scheme.measures, index, measure, at, MOST_NAMES)
}

/** Refused while a formula or anything else reads it; values that test cases hold under its name go with it. */
export const removeItem: Reducer<'remove-item'> = (scheme, { id }, { at, mentions }) => {
  const index = scheme.items.findIndex((each) => each.id === id)
  if (index === -1) return unknown('item', id, `${at}/id`)
  // Who holds an item may stand inside the item itself (its weights): that goes with it.
  const own = `/items/${index}/`
  const readers = readersOf(scheme, id, mentions, own)
  if (readers.length > 0) return stillReferenced(id, readers, `${at}/id`, [id])
  removeData(scheme, id)
  scheme.items.splice(index, 1)
  return []
}

function removeData(scheme: Scheme, id: string): void {
  for (const { kind, name, strength, remove } of references(scheme)) {
    if (name === id && strength === 'data' && (kind === 'name' || kind === 'evidence')) remove()
  }
}

/** What was submitted under the name goes; what is computed needs none. */
export const itemToMeasure: Reducer<'item-to-measure'> = (scheme, { index, measure }, { at }) => {
  const from = scheme.items.findIndex((each) => each.id === measure.id)
  if (from === -1) return unknown('item', measure.id, `${at}/measure/id`)
  removeData(scheme, measure.id)
  scheme.items.splice(from, 1)
  scheme.measures ??= []
  return insert(scheme.measures, index, measure, at, MOST_NAMES)
}

export const measureToItem: Reducer<'measure-to-item'> = (scheme, { index, item }, { at }) => {
  const from = scheme.measures?.findIndex((each) => each.id === item.id) ?? -1
  if (from === -1) return unknown('measure', item.id, `${at}/item/id`)
  scheme.measures?.splice(from, 1)
  return insert(scheme.items, index, item, at, MOST_NAMES)
}

export const removeMeasure: Reducer<'remove-measure'> = (scheme, { id }, { at, mentions }) => {
  const index = scheme.measures?.findIndex((each) => each.id === id) ?? -1
  if (index === -1) return unknown('measure', id, `${at}/id`)
  const readers = readersOf(scheme, id, mentions, `/measures/${index}/`)
  if (readers.length > 0) return stillReferenced(id, readers, `${at}/id`, [id])
  removeData(scheme, id)
  scheme.measures?.splice(index, 1)
  return []
}

export const setItem: Reducer<'set-item'> = (scheme, { id, fields }, { at }) =>
  setNamed(scheme.items, 'item', id, fields, at)

export const setMeasure: Reducer<'set-measure'> = (scheme, { id, fields }, { at }) =>
  setNamed(scheme.measures ?? [], 'measure', id, fields, at)

export const moveItem: Reducer<'move-item'> = (scheme, { id, index }, { at }) =>
  move(scheme.items, 'item', id, index, at)

export const moveMeasure: Reducer<'move-measure'> = (scheme, { id, index }, { at }) =>
  move(scheme.measures ?? [], 'measure', id, index, at)

/** Another place in the list; also for rules. */
export function move<T extends { id: string }>(
  list: T[],
  kind: string,
  id: string,
  index: number,
  at: string,
): Issue[] {
  const from = list.findIndex((each) => each.id === id)
  const [moved] = from === -1 ? [] : list.splice(from, 1)
  return moved === undefined ? unknown(kind, id, `${at}/id`) : insert(list, index, moved, at, Number.MAX_SAFE_INTEGER)
}

/** Fields of one member of a list; also for rules. */
export function setNamed(list: { id: string }[], kind: string, id: string, fields: object, at: string): Issue[] {
  const member = list.find((each) => each.id === id)
  if (member === undefined) return unknown(kind, id, `${at}/id`)
  setFields(member, fields)
  return []
}

function isNamed(scheme: Scheme, id: string): boolean {
  return scheme.items.some((each) => each.id === id) || (scheme.measures ?? []).some((each) => each.id === id)
}

function readersOf(scheme: Scheme, id: string, mentions: (formula: string, name: string) => boolean, own: string) {
  const held = references(scheme).filter(
    ({ kind, name, strength }) => name === id && strength === 'holds' && (kind === 'name' || kind === 'evidence'),
  )
  const read = formulas(scheme).filter(({ text }) => mentions(text, id))
  return [...held, ...read].filter((place) => !place.pointer.startsWith(own))
}

/** `maxItems` of the schema. */
const MOST_NAMES = 5_000
