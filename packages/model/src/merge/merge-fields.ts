import { same } from '../edit/tree-edits.ts'
import { type Json, pointer } from '../json.ts'
import type { Three } from './conflict.ts'

export type Fields = { readonly [field: string]: Json }

/** Fields whose members are merged one by one, to any depth; every other value is one thought and is taken whole. */
export interface Inside {
  readonly [field: string]: Inside
}

export interface FieldRules {
  readonly without?: readonly string[]
  readonly inside?: Inside
  /** A field that theirs alone decides: whatever else mine says of it is a conflict. */
  readonly isTheirs?: (field: string) => boolean
}

/** A field that both changed: its path, as a JSON Pointer without its first slash, and its values, null where it is not stated. */
export type ReportField = (field: string, values: Three<Json>) => void

/** Field by field: who changed one is followed; where both did, theirs stays and is reported. */
export function mergeFields(three: Three<Fields>, rules: FieldRules, report: ReportField): Fields {
  const { base, mine, theirs } = three
  const merged: { [field: string]: Json } = {}
  for (const field of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    if (rules.without?.includes(field)) continue
    const [was, own, other] = [member(base, field), member(mine, field), member(theirs, field)]
    const path = pointer(field).slice(1)
    const inside = rules.inside === undefined ? undefined : member(rules.inside, field)
    if (inside !== undefined && isObject(own) && isObject(other)) {
      const below = { base: isObject(was) ? was : {}, mine: own, theirs: other }
      const free = inside === EACH ? {} : { inside }
      merged[field] = mergeFields(below, free, (rest, values) => report(`${path}/${rest}`, values))
      continue
    }
    const isOurs = !same(was, own) && !same(own, other)
    const takesMine = isOurs && same(was, other) && !rules.isTheirs?.(field)
    if (isOurs && !takesMine) report(path, { base: was ?? null, mine: own ?? null, theirs: other ?? null })
    const value = takesMine ? own : other
    if (value !== undefined) merged[field] = value
  }
  return merged
}

/** A map from free names, each of whose values is taken whole. */
export const EACH: Inside = {}

/** Free names may be those that every object has. */
function member<T>(owner: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(owner, key) ? owner[key] : undefined
}

export function isObject(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
