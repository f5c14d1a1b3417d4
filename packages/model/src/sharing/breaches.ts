import { changedFields, same } from '../edit/tree-edits.ts'
import { Exact } from '../exact.ts'
import { type Json, pointerTokens } from '../json.ts'
import type { MergedPart } from '../merge/conflict.ts'
import { type Indicator, isBranch } from '../schema/indicator.ts'
import type { Item, Measure } from '../schema/item.ts'
import type { Rule } from '../schema/rule.ts'
import type { Scheme } from '../schema/scheme.ts'
import { indicatorById } from '../scheme.ts'
import { changedPlaces, type Standing } from './changed-places.ts'
import { type Limits, LOCKABLE_FIELDS, limitsOf } from './limits.ts'
import { lockedReads } from './locked-reads.ts'
import { once } from './once.ts'
import { countsAlike } from './what-counts.ts'

/** Something that was changed beyond a limit: of what, and the data of its issue. */
export interface Breach {
  readonly code: 'LIMIT_LOCKED' | 'LIMIT_POINTS' | 'LIMIT_ADD' | 'LIMIT_PARAMETER'
  readonly of: MergedPart
  readonly id: string
  readonly expected: Json
  readonly found: Json
}

/** What `after` changed beyond the limits of `before`; both have the same lineage. */
export function breaches(before: Scheme, after: Scheme): Breach[] {
  const limits = limitsOf(before)
  return [
    ...headIssues(before, after, limits),
    ...treeIssues(before, after, limits),
    ...nameIssues(before, after, limits),
    ...conditionIssues(before, after, limits),
    ...ruleIssues(before, after, limits),
    ...gradeIssues(before, after, limits),
  ]
}

function say(code: Breach['code'], of: MergedPart, id: string, expected: Json, found: Json): Breach {
  // Why something is locked that is no indicator itself goes by what it is.
  return { code, of, id, expected: code === 'LIMIT_LOCKED' ? { ...(expected as object), of } : expected, found }
}

// The tree

function treeIssues(before: Scheme, after: Scheme, limits: Limits): Breach[] {
  if (before.indicators === after.indicators) return []
  const changed = changedPlaces(before, after)
  const ids = new Set([...changed.before.keys(), ...changed.after.keys()])
  const again = repeated(after)
  return [...ids].flatMap((id) => {
    const twice = again.has(id) ? limits.by('indicator', id) : undefined
    if (twice !== undefined) return [say('LIMIT_LOCKED', 'indicator', id, { by: twice }, { change: 'added' })]
    const [was, now] = [changed.before.get(id), changed.after.get(id)]
    if (now === undefined) return removedIssues(id, limits)
    return [
      ...placeIssues(before, after, id, was, now, limits),
      ...(was === undefined ? [] : fieldIssues(id, was, now, limits)),
      ...pointsIssues(id, was, now, limits),
    ]
  })
}

/** Ids that stand more than once. */
function repeated({ indicators }: Scheme): Set<string> {
  const [seen, again] = [new Set<string>(), new Set<string>()]
  const visit = (node: Indicator) => {
    if (seen.has(node.id)) again.add(node.id)
    seen.add(node.id)
    if (isBranch(node)) node.children.forEach(visit)
  }
  indicators.forEach(visit)
  return again
}

function removedIssues(id: string, limits: Limits): Breach[] {
  const by = limits.by('indicator', id)
  return by === undefined ? [] : [say('LIMIT_LOCKED', 'indicator', id, { by }, { change: 'removed' })]
}

function placeIssues(
  before: Scheme,
  after: Scheme,
  id: string,
  was: Standing | undefined,
  now: Standing,
  limits: Limits,
): Breach[] {
  if (was !== undefined && was.parent === now.parent) return []
  // What it holds goes with it, to where it may count for nothing.
  const holds = was === undefined ? undefined : limits.by('indicator', id, 'combine')
  if (holds !== undefined && !countsAlike(id, before, after)) {
    return [say('LIMIT_LOCKED', 'indicator', id, { by: holds }, { change: 'moved' })]
  }
  // Whatever came from the template may go back to its place.
  const nodes = before.lineage?.nodes ?? {}
  if (Object.hasOwn(nodes, id) && (nodes[id]!.parent ?? null) === now.parent) return []
  const locked = was === undefined ? undefined : limits.by('indicator', id)
  if (locked !== undefined) return [say('LIMIT_LOCKED', 'indicator', id, { by: locked }, { change: 'moved' })]
  const by = limits.closedBy(now.parent)
  if (by === undefined) return []
  const under = now.parent === null ? null : (indicatorById(before).get(now.parent)?.node.name ?? now.parent)
  return [say('LIMIT_ADD', 'indicator', id, { by }, { name: now.node.name, under })]
}

function fieldIssues(id: string, was: Standing, now: Standing, limits: Limits): Breach[] {
  if (was.node === now.node) return []
  const fields = Object.keys(changedFields(was.node, now.node, ['points', 'children']) ?? {})
  if (isBranch(was.node) !== isBranch(now.node)) fields.push('children')
  const by = fields.length === 0 ? undefined : limits.by('indicator', id)
  if (by !== undefined) return [say('LIMIT_LOCKED', 'indicator', id, { by }, { change: 'changed', fields })]
  const counting = fields.filter((field) => limits.isLocked('indicator', id, field))
  const holds = counting.length === 0 ? undefined : limits.by('indicator', id, counting[0])
  return [
    ...(holds === undefined
      ? []
      : [say('LIMIT_LOCKED', 'indicator', id, { by: holds }, { change: 'changed', fields: counting })]),
    ...parameterIssues('indicator', id, was.node, now.node, limits),
  ]
}

function pointsIssues(id: string, was: Standing | undefined, now: Standing, limits: Limits): Breach[] {
  const range = limits.pointsOf(id)
  if (range === undefined || was?.node.points === now.node.points) return []
  const [points, least, most] = [Exact.of(now.node.points), Exact.of(range.least), Exact.of(range.most)]
  if (!points.lessThan(least) && !most.lessThan(points)) return []
  const { by, origin } = range
  const expected = { min: range.least, max: range.most, origin, by }
  return [say('LIMIT_POINTS', 'indicator', id, expected, now.node.points)]
}

// The parts that stand in lists

function nameIssues(before: Scheme, after: Scheme, limits: Limits): Breach[] {
  const lists: ['item' | 'measure', readonly (Item | Measure)[], readonly (Item | Measure)[]][] = [
    ['item', before.items, after.items],
    ['measure', before.measures ?? [], after.measures ?? []],
  ]
  return lists.flatMap(([of, olds, news]) =>
    changedMembers(olds, news, ({ id }) => id).flatMap(({ key, change, was, now }) => {
      const by = limits.by(of, key)
      if (by !== undefined) return [say('LIMIT_LOCKED', of, key, { by }, { change, ...fieldsOf(was, now) })]
      return parameterIssues(of, key, was, now, limits)
    }),
  )
}

function conditionIssues(before: Scheme, after: Scheme, limits: Limits): Breach[] {
  const [olds, news] = [Object.entries(before.conditions ?? {}), Object.entries(after.conditions ?? {})]
  if (before.conditions === after.conditions) return []
  return changedMembers(olds, news, ([name]) => name).flatMap(({ key, change }) => {
    const by = limits.by('condition', key)
    return by === undefined ? [] : [say('LIMIT_LOCKED', 'condition', key, { by }, { change })]
  })
}

/** Rules that speak of something locked are locked; and no other begins to speak of it, by itself or by what it names. */
function ruleIssues(before: Scheme, after: Scheme, limits: Limits): Breach[] {
  if (before.rules === after.rules && before.conditions === after.conditions) return []
  const speaks = once(() => {
    const ofTree = limits.by('scheme', after.id)
    return lockedReads(after, (id) => limits.by('indicator', id), ofTree).rule
  })
  const changed = changedMembers(before.rules ?? [], after.rules ?? [], ({ id }) => id)
  const told = new Set<string>()
  const issues = changed.flatMap(({ key, change, was, now }) => {
    const by =
      (was === undefined ? undefined : limits.by('rule', key)) ?? (now === undefined ? undefined : speaks()(now))
    if (by === undefined) return parameterIssues('rule', key, was, now, limits)
    told.add(key)
    return [say('LIMIT_LOCKED', 'rule', key, { by }, { change, ...fieldsOf(was, now) })]
  })
  if (before.conditions === after.conditions) return issues
  const began = (after.rules ?? []).filter(({ id }) => !told.has(id) && !limits.isLocked('rule', id))
  return [
    ...issues,
    ...began.flatMap((rule: Rule) => {
      const by = speaks()(rule)
      return by === undefined
        ? []
        : [say('LIMIT_LOCKED', 'rule', rule.id, { by }, { change: 'changed', fields: ['conditions'] })]
    }),
  ]
}

function gradeIssues(before: Scheme, after: Scheme, limits: Limits): Breach[] {
  if (before.grades === after.grades || same(before.grades, after.grades)) return []
  const by = limits.by('scheme', after.id, 'grades')
  if (by !== undefined) {
    const names = [...(before.grades ?? []), ...(after.grades ?? [])].map(({ name }) => name)
    return [say('LIMIT_LOCKED', 'scheme', after.id, { by }, { change: 'changed', fields: ['grades'], names })]
  }
  return changedMembers(before.grades ?? [], after.grades ?? [], ({ name }) => name).flatMap(({ key, was, now }) =>
    parameterIssues('grade', key, was, now, limits),
  )
}

function headIssues(before: Scheme, after: Scheme, limits: Limits): Breach[] {
  const fields = LOCKABLE_FIELDS.filter((field) => !same(fieldOf(before, field), fieldOf(after, field)))
  return [
    ...fields.flatMap((field) => {
      const by = limits.by('scheme', after.id, field)
      return by === undefined
        ? []
        : [say('LIMIT_LOCKED', 'scheme', after.id, { by }, { change: 'changed', fields: [field] })]
    }),
    ...parameterIssues('scheme', after.id, before, after, limits, fields),
  ]
}

function fieldOf(owner: object, field: string): unknown {
  return (owner as { readonly [field: string]: unknown })[field]
}

// Parameters

/** A number that is set by a parameter is set by nothing else, as long as the thing it stands in is there. */
function parameterIssues(
  of: MergedPart,
  id: string,
  was: object | undefined,
  now: object | undefined,
  limits: Limits,
  told: readonly string[] = [],
): Breach[] {
  if (was === undefined || now === undefined) return []
  return limits.parametersIn(of, id).flatMap((parameter) => {
    const steps = pointerTokens(`/${parameter.field}`)
    const [one, other] = [valueAt(was, steps), valueAt(now, steps)]
    if (same(one, other) || told.includes(steps[0]!)) return []
    const expected = { name: parameter.name, value: one ?? null }
    return [say('LIMIT_PARAMETER', of, id, expected, { field: parameter.field, value: other ?? null })]
  })
}

function valueAt(owner: object, steps: readonly string[]): Json | undefined {
  return steps.reduce<Json | undefined>(
    (value, step) => (value as { readonly [key: string]: Json } | undefined)?.[step],
    owner as unknown as Json,
  )
}

interface ChangedMember<T> {
  readonly key: string
  readonly change: 'added' | 'removed' | 'changed'
  readonly was: T | undefined
  readonly now: T | undefined
}

/** Of members that share a key all count: the first of them is the one that is read. */
function changedMembers<T extends object>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (member: T) => string,
): ChangedMember<T>[] {
  if (before === after) return []
  const [olds, news] = [byKey(before, keyOf), byKey(after, keyOf)]
  return [...new Set([...olds.keys(), ...news.keys()])].flatMap((key): ChangedMember<T>[] => {
    const [was, now] = [olds.get(key) ?? [], news.get(key) ?? []]
    if (was.length === now.length && was.every((each, index) => each === now[index] || same(each, now[index])))
      return []
    const change = was.length === 0 ? 'added' : now.length === 0 ? 'removed' : 'changed'
    return [{ key, change, was: was[0], now: now[0] }]
  })
}

function byKey<T>(members: readonly T[], keyOf: (member: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const member of members) {
    const others = found.get(keyOf(member))
    if (others === undefined) found.set(keyOf(member), [member])
    else others.push(member)
  }
  return found
}

function fieldsOf(was: object | undefined, now: object | undefined): { fields?: string[] } {
  if (was === undefined || now === undefined) return {}
  return { fields: Object.keys(changedFields(was, now, []) ?? {}) }
}
