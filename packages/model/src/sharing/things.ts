import type { Json } from '../json.ts'
import type { MergedPart } from '../merge/conflict.ts'
import { type Fields, isObject } from '../merge/merge-fields.ts'
import { keyed } from '../merge/merge-members.ts'
import { type Indicator, isBranch } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'

/** One thing of a scheme: an indicator, an item, a rule … */
export interface Thing {
  readonly of: MergedPart
  /** An indicator's or rule's id, the name of everything else; the scheme's own id. */
  readonly id: string
  readonly name: string
  readonly where: readonly string[]
  /** What it says itself: of an indicator without what is below it, of a condition under `condition`. */
  readonly own: Fields
  /** All of it. */
  readonly whole: Json
  /** Of an indicator: its parent, null at the top. */
  readonly parent?: string | null
  readonly isBranch?: boolean
}

export type Things = ReadonlyMap<string, Thing>

/** The key of a thing among all of a scheme. */
export const thingKey = (of: MergedPart, id: string): string => `${of} ${id}`

/** The fields of a scheme that an adopter has for itself: nothing of them comes from a template. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['yardstick', 'region', 'version', 'sharing', 'lineage'])

const LISTS = { item: 'items', measure: 'measures', rule: 'rules', grade: 'grades', case: 'cases' } as const
const LIST_FIELDS: ReadonlySet<string> = new Set([...Object.values(LISTS), 'indicators', 'conditions', 'layout'])

/** Everything of a scheme that can come from a template, thing by thing: the scheme's own fields first, then in its order. */
export function thingsOf(scheme: Scheme): Map<string, Thing> {
  const found = new Map<string, Thing>()
  const fields = scheme as unknown as Fields
  const head = Object.entries(fields).filter(([field]) => !OWN_FIELDS.has(field) && !LIST_FIELDS.has(field))
  const own = Object.fromEntries(head)
  found.set(SCHEME, { of: 'scheme', id: scheme.id, name: scheme.name, where: [], own, whole: own })
  const add = (of: keyof typeof LISTS) => {
    const idOf = (member: Fields) => String(of === 'grade' || of === 'case' ? member['name'] : member['id'])
    for (const [id, member] of keyed((fields[LISTS[of]] ?? []) as readonly Fields[], idOf)) {
      const name = String(member['label'] ?? member['name'] ?? id)
      found.set(thingKey(of, id), { of, id, name, where: [name], own: member, whole: member })
    }
  }
  add('item')
  add('measure')
  addNodes(scheme.indicators, null, [], found)
  const conditions = fields['conditions']
  for (const [name, condition] of Object.entries(isObject(conditions) ? conditions : {})) {
    const thing = { of: 'condition', id: name, name, where: [name], own: { condition }, whole: condition } as const
    found.set(thingKey('condition', name), thing)
  }
  add('rule')
  add('grade')
  add('case')
  return found
}

/** The scheme itself, whatever id it has on either side. */
export const SCHEME = 'scheme'

function addNodes(
  nodes: readonly Indicator[],
  parent: string | null,
  above: readonly string[],
  found: Map<string, Thing>,
): void {
  for (const node of nodes) {
    const { children: _, ...fields } = node as Indicator & { children?: unknown }
    const where = [...above, node.name]
    const key = thingKey('indicator', node.id)
    if (!found.has(key)) {
      found.set(key, {
        of: 'indicator',
        id: node.id,
        name: node.name,
        where,
        own: fields as unknown as Fields,
        whole: node as unknown as Json,
        parent,
        isBranch: isBranch(node),
      })
    }
    if (isBranch(node)) addNodes(node.children, node.id, where, found)
  }
}

/** A list whose members stand in an order: of a parent's children, or one of the scheme's. */
export interface OrderedList {
  readonly of: 'scheme' | 'indicator'
  readonly id: string
  /** `children` of an indicator, else the list's name. */
  readonly field: string
  readonly keys: readonly string[]
  readonly names: readonly string[]
}

/** Every list of a scheme by the key of its owner and its field. */
export function listsOf(scheme: Scheme): Map<string, OrderedList> {
  const found = new Map<string, OrderedList>()
  const add = (list: OrderedList) =>
    found.set(`${thingKey(list.of, list.of === 'scheme' ? '' : list.id)} ${list.field}`, list)
  const fields = scheme as unknown as Fields
  for (const [of, field] of Object.entries(LISTS)) {
    const members = (fields[field] ?? []) as readonly Fields[]
    const keys = members.map((each) => String(of === 'grade' || of === 'case' ? each['name'] : each['id']))
    const names = members.map((each, index) => String(each['label'] ?? each['name'] ?? keys[index]))
    add({ of: 'scheme', id: scheme.id, field, keys, names })
  }
  const ofNodes = (nodes: readonly Indicator[], owner: Pick<OrderedList, 'of' | 'id' | 'field'>) => {
    add({ ...owner, keys: nodes.map(({ id }) => id), names: nodes.map(({ name }) => name) })
    for (const node of nodes) {
      if (isBranch(node)) ofNodes(node.children, { of: 'indicator', id: node.id, field: 'children' })
    }
  }
  ofNodes(scheme.indicators, { of: 'scheme', id: scheme.id, field: 'indicators' })
  return found
}

/** Whether what two lists have in common stands in another order. */
export function isReordered(one: readonly string[], other: readonly string[]): boolean {
  const [known, kept] = [new Set(other), new Set(one)]
  const [left, right] = [one.filter((key) => known.has(key)), other.filter((key) => kept.has(key))]
  return left.some((key, index) => key !== right[index])
}
