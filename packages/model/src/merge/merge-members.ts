import { same } from '../edit/tree-edits.ts'
import type { Json } from '../json.ts'
import type { MergedPart, Report, Three } from './conflict.ts'
import { type FieldRules, type Fields, isObject, mergeFields } from './merge-fields.ts'
import { mergeOrder } from './merge-order.ts'

export type Members = ReadonlyMap<string, Fields>

/** One part of a scheme whose members are known by a name each. */
export interface MemberRules extends FieldRules {
  readonly of: MergedPart
  readonly idOf: (member: Fields) => string
  readonly nameOf: (member: Fields) => string
  /** What counts as changed by whoever has not removed it. */
  readonly isHeld?: (key: string) => boolean
}

/** Members by their names; of those that share one, each counts by its number. */
export function keyed(members: readonly Fields[], idOf: (member: Fields) => string): Map<string, Fields> {
  const found = new Map<string, Fields>()
  for (const member of members) found.set(freeKey(idOf(member), found), member)
  return found
}

/** No name holds the sign that stands before the number. */
export function freeKey(id: string, taken: { has(key: string): boolean }): string {
  let key = id
  for (let count = 2; taken.has(key); count++) key = `${id}\n${count}`
  return key
}

/** Member by member, then the order they stand in. */
export function mergeList(three: Three<Members>, rules: MemberRules, report: Report): Map<string, Fields> {
  const merged = mergeMembers(three, rules, report)
  const keys = { base: [...three.base.keys()], mine: [...three.mine.keys()], theirs: [...three.theirs.keys()] }
  const { order, isContested } = mergeOrder(keys, new Set(merged.keys()))
  if (isContested) {
    const names = (members: Members): Json => [...members.values()].map(rules.nameOf)
    const values = { base: names(three.base), mine: names(three.mine), theirs: names(three.theirs) }
    report({ kind: 'order', of: rules.of, key: '', id: '', name: '', where: [], field: null, ...values })
  }
  return new Map(order.map((key) => [key, merged.get(key)!]))
}

export function mergeMembers({ base, mine, theirs }: Three<Members>, rules: MemberRules, report: Report) {
  const merged = new Map<string, Fields>()
  for (const key of new Set([...theirs.keys(), ...mine.keys()])) {
    const [was, own, other] = [base.get(key), mine.get(key), theirs.get(key)]
    const member = (other ?? own)!
    const name = rules.nameOf(member)
    const found = { of: rules.of, key, id: rules.idOf(member), name, where: [name] }
    const whole = { field: null, base: was ?? null, mine: own ?? null, theirs: other ?? null }
    if (own === undefined) {
      if (was !== undefined && same(was, other) && !rules.isHeld?.(key)) continue
      if (was !== undefined) report({ kind: 'removed-mine', ...found, ...whole })
      merged.set(key, member)
    } else if (other === undefined) {
      if (was === undefined) merged.set(key, member)
      else if (!same(was, own) || rules.isHeld?.(key)) report({ kind: 'removed-theirs', ...found, ...whole })
    } else if (was === undefined) {
      if (!same(own, other)) report({ kind: 'added', ...found, ...whole })
      merged.set(key, other)
    } else {
      const fields = mergeFields({ base: was, mine: own, theirs: other }, rules, (field, values) =>
        report({ kind: 'field', ...found, field, ...values }),
      )
      merged.set(key, fields)
    }
  }
  return merged
}

/** The members of a map from free names. */
export function entriesOf(map: Json | undefined): Map<string, Fields> {
  return new Map(Object.entries(isObject(map) ? map : {}).map(([name, value]) => [name, { name, value }]))
}
