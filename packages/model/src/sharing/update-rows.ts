import { same } from '../edit/tree-edits.ts'
import { type Json, pointer } from '../json.ts'
import type { ConflictKind, MergedPart } from '../merge/conflict.ts'
import { type Fields, type Inside, isObject } from '../merge/merge-fields.ts'
import { inCase, inScheme } from '../merge/merge-schemes.ts'
import { isOfShape } from '../merge/merge-trees.ts'
import type { Scheme } from '../schema/scheme.ts'
import {
  isReordered,
  listsOf,
  type OrderedList,
  SCHEME,
  type Thing,
  type Things,
  thingKey,
  thingsOf,
} from './things.ts'

/** One side of a thing that differs between the version it was adopted from, here, and the newer version. */
export interface UpdateField {
  /**
   * A field; `parent`, an indicator's place, as the parents' ids; `children` or the name of a list of the scheme, the
   * order, as names. Null is the thing as a whole with all below it, null where it is not there.
   */
  readonly field: string | null
  readonly kind: ConflictKind | 'changed' | 'added' | 'removed' | 'moved'
  readonly base: Json
  readonly local: Json
  readonly upstream: Json
  /** Whose value is in the updated scheme; where both changed it alike, the local one. */
  readonly taken: 'upstream' | 'local'
  /** Who changed it. */
  readonly changed: 'upstream' | 'local' | 'both'
  /** It is not for this level to choose. */
  readonly isLocked: boolean
}

/** Everything that differs of one thing. */
export interface UpdateRow {
  readonly of: MergedPart
  readonly id: string
  readonly name: string
  readonly where: readonly string[]
  readonly changed: 'upstream' | 'local' | 'both'
  readonly isLocked: boolean
  /** Who locked it. */
  readonly by?: string
  readonly fields: readonly UpdateField[]
}

/** The three an update is made of. */
export interface Sides {
  readonly base: Scheme
  readonly local: Scheme
  readonly upstream: Scheme
}

/** A difference before it is known which side the updated scheme took. */
type Difference = Omit<UpdateField, 'taken' | 'isLocked'>

/** What differs between three schemes, by the key of the thing. */
export interface Differences {
  readonly subjects: ReadonlyMap<string, Pick<Thing, 'of' | 'id' | 'name' | 'where'>>
  readonly of: ReadonlyMap<string, readonly Difference[]>
}

/** Everything that one side or the other changed, in the order of the updated tree: nothing of either is left out. */
export function differences({ base, local, upstream }: Sides): Differences {
  const sides = { base: thingsOf(base), local: thingsOf(local), upstream: thingsOf(upstream) }
  const found = new Map<string, Difference[]>()
  const subjects = new Map<string, Thing>()
  for (const key of new Set([...sides.local.keys(), ...sides.upstream.keys(), ...sides.base.keys()])) {
    subjects.set(key, (sides.local.get(key) ?? sides.upstream.get(key) ?? sides.base.get(key))!)
    const fields = compareThing(key, sides)
    if (fields.length > 0) found.set(key, fields)
  }
  for (const [key, each] of orderDifferences({ base, local, upstream })) {
    found.set(key, [...(found.get(key) ?? []), each])
  }
  const layout = layoutDifference({ base, local, upstream })
  if (layout !== undefined) found.set(SCHEME, [...(found.get(SCHEME) ?? []), layout])
  return { subjects, of: found }
}

interface ThingSides {
  readonly base: Things
  readonly local: Things
  readonly upstream: Things
}

function compareThing(key: string, sides: ThingSides): Difference[] {
  const [was, own, other] = [sides.base.get(key), sides.local.get(key), sides.upstream.get(key)]
  if (own === undefined || other === undefined) {
    return isToldAbove(key, sides) ? [] : [whole(other === undefined ? 'upstream' : 'local', was, own, other)]
  }
  if (was === undefined) return addedByBoth(key, own, other, sides)
  const place = difference('parent', 'moved', was.parent ?? null, own.parent ?? null, other.parent ?? null)
  if (own.isBranch === other.isBranch) return [...place, ...fieldDifferences(was, own, other, () => true)]
  const shape = difference(null, 'shape', was.whole, own.whole, other.whole)
  return [...place, ...shape, ...fieldDifferences(was, own, other, (field) => !isOfShape(field))]
}

function whole(
  side: 'upstream' | 'local',
  was: Thing | undefined,
  own: Thing | undefined,
  other: Thing | undefined,
): Difference {
  const [base, local, upstream] = [was?.whole ?? null, own?.whole ?? null, other?.whole ?? null]
  if (was === undefined) {
    return { field: null, kind: 'added', base, local, upstream, changed: side === 'upstream' ? 'local' : 'upstream' }
  }
  if (own === undefined && other === undefined)
    return { field: null, kind: 'removed', base, local, upstream, changed: 'both' }
  // One side took it away; whether the other changed anything of it is seen from the whole.
  const isTouched = !same(was.whole, (own ?? other)!.whole)
  return { field: null, kind: 'removed', base, local, upstream, changed: isTouched ? 'both' : side }
}

/** Under one id: what each says of it is told where they differ. */
function addedByBoth(key: string, own: Thing, other: Thing, sides: ThingSides): Difference[] {
  const nothing: Thing = { ...own, own: {}, whole: null }
  const isContested = (each: Difference) => !same(each.local, each.upstream)
  const isOneShape = own.isBranch === other.isBranch
  const found = [
    ...difference('parent', 'moved', null, own.parent ?? null, other.parent ?? null),
    ...(isOneShape ? [] : difference(null, 'shape', null, own.whole, other.whole)),
    ...fieldDifferences(nothing, own, other, (field) => isOneShape || !isOfShape(field)),
  ].filter(isContested)
  if (found.length > 0 || isToldAbove(key, sides)) return found
  return [{ field: null, kind: 'added', base: null, local: own.whole, upstream: other.whole, changed: 'both' }]
}

/** Below an indicator of which the same is to be told it is told there, with all below it. */
function isToldAbove(key: string, sides: ThingSides): boolean {
  const thing = sides.upstream.get(key) ?? sides.local.get(key) ?? sides.base.get(key)!
  if (thing.of !== 'indicator' || thing.parent === null || thing.parent === undefined) return false
  const above = thingKey('indicator', thing.parent)
  return [sides.base, sides.local, sides.upstream].every((side) => side.has(above) === side.has(key))
}

function fieldDifferences(was: Thing, own: Thing, other: Thing, isWanted: (field: string) => boolean): Difference[] {
  const inside = own.of === 'scheme' ? inScheme : own.of === 'case' ? inCase : {}
  return compareFields([was.own, own.own, other.own], inside, '', isWanted)
}

/** As a merge does it: part by part where both sides have parts, elsewhere each field as one. */
function compareFields(
  [was, own, other]: readonly [Fields, Fields, Fields],
  inside: Inside,
  above: string,
  isWanted: (field: string) => boolean = () => true,
): Difference[] {
  const fields = new Set([...Object.keys(other), ...Object.keys(own), ...Object.keys(was)])
  return [...fields].filter(isWanted).flatMap((field): Difference[] => {
    const [one, two, three] = [fieldOf(was, field), fieldOf(own, field), fieldOf(other, field)]
    const path = above + pointer(field).slice(1)
    const deeper = Object.hasOwn(inside, field) ? inside[field] : undefined
    if (deeper === undefined || !isObject(two) || !isObject(three)) return difference(path, 'changed', one, two, three)
    return compareFields([isObject(one) ? one : {}, two, three], deeper, `${path}/`)
  })
}

function fieldOf(fields: Fields, field: string): Json {
  return Object.hasOwn(fields, field) ? (fields[field] ?? null) : null
}

function difference(
  field: string | null,
  kind: UpdateField['kind'],
  base: Json,
  local: Json,
  upstream: Json,
): Difference[] {
  const [isLocal, isUpstream] = [!same(base, local), !same(base, upstream)]
  if (!isLocal && !isUpstream) return []
  return [
    { field, kind, base, local, upstream, changed: isLocal && isUpstream ? 'both' : isLocal ? 'local' : 'upstream' },
  ]
}

function orderDifferences({ base, local, upstream }: Sides): [key: string, Difference][] {
  const [olds, owns, others] = [listsOf(base), listsOf(local), listsOf(upstream)]
  return [...owns].flatMap(([key, own]): [string, Difference][] => {
    const [was, other] = [olds.get(key), others.get(key)]
    if (was === undefined || other === undefined) return []
    const [isLocal, isUpstream] = [isReordered(was.keys, own.keys), isReordered(was.keys, other.keys)]
    if (!isLocal && !isUpstream) return []
    const values = { base: names(was), local: names(own), upstream: names(other) }
    const changed = isLocal && isUpstream ? 'both' : isLocal ? 'local' : 'upstream'
    return [
      [
        own.of === 'scheme' ? SCHEME : thingKey('indicator', own.id),
        { field: own.field, kind: 'order', ...values, changed },
      ],
    ]
  })
}

const names = (list: OrderedList): Json => list.names

/** Places on the canvas are told only where both moved the same: all others are in the updated scheme. */
function layoutDifference({ base, local, upstream }: Sides): Difference | undefined {
  const [was, own, other] = [base, local, upstream].map(({ layout = {} }) => layout as Fields)
  const contested = Object.keys(own!).filter((id) => {
    const [one, two, three] = [was!, own!, other!].map((each) => fieldOf(each, id))
    return two !== null && three !== null && !same(one, two) && !same(one, three) && !same(two, three)
  })
  if (contested.length === 0) return undefined
  const only = (of: Fields): Json =>
    Object.fromEntries(contested.flatMap((id) => (Object.hasOwn(of, id) ? [[id, of[id]!]] : [])))
  return {
    field: 'layout',
    kind: 'changed',
    base: only(was!),
    local: only(own!),
    upstream: only(other!),
    changed: 'both',
  }
}
