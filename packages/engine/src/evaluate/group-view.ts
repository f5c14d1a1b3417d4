import { Exact, type GroupFacts, type Subject } from '@yardstick/model'

/**
 * A group as one leaf sees it: the other members' exact values, sorted and added up once for all who ask. The subject
 * itself is taken out, since it is held against the others by what it says now.
 */
export interface Others {
  readonly count: number
  /** How many are less than, or more than, x. */
  readonly below: (x: Exact) => number
  readonly above: (x: Exact) => number
  readonly least: Exact | undefined
  readonly most: Exact | undefined
  readonly sum: Exact
}

/**
 * values  of a ranked leaf, or rates of one under `group-mean`
 * within  the attribute that forms the group; a subject without it belongs with those that have none
 */
export function othersOf(
  facts: GroupFacts,
  kind: 'values' | 'rates',
  leaf: string,
  subject: Subject,
  within?: string,
): Others {
  const group = tableOf(facts, kind, leaf, within).get(attributeOf(subject, within))
  if (group === undefined) return NOBODY
  const own = group.bySubject.get(keyOf(subject)) ?? []
  const count = group.sorted.length - own.length
  const less = (values: readonly Exact[], x: Exact) => values.filter((each) => each.lessThan(x)).length
  const more = (values: readonly Exact[], x: Exact) => values.filter((each) => x.lessThan(each)).length
  return {
    count,
    below: (x) => firstNotBelow(group.sorted, x) - less(own, x),
    above: (x) => group.sorted.length - firstAbove(group.sorted, x) - more(own, x),
    least: count === 0 ? undefined : withoutOwn(group.sorted, own),
    most: count === 0 ? undefined : withoutOwn(group.sorted.slice(-own.length - 1).reverse(), own),
    sum: own.reduce((rest, each) => rest.minus(each), group.sum),
  }
}

const NOBODY: Others = {
  count: 0,
  below: () => 0,
  above: () => 0,
  least: undefined,
  most: undefined,
  sum: Exact.zero,
}

interface Group {
  readonly sorted: readonly Exact[]
  readonly sum: Exact
  readonly bySubject: ReadonlyMap<string, readonly Exact[]>
}

/** Facts are frozen, so what has been sorted stays sorted. */
const tables = new WeakMap<GroupFacts, Map<string, ReadonlyMap<string, Group>>>()

function tableOf(
  facts: GroupFacts,
  kind: 'values' | 'rates',
  leaf: string,
  within?: string,
): ReadonlyMap<string, Group> {
  let known = tables.get(facts)
  if (known === undefined) {
    known = new Map()
    tables.set(facts, known)
  }
  const key = JSON.stringify([kind, leaf, within ?? null])
  let table = known.get(key)
  if (table === undefined) {
    table = build(facts, kind, leaf, within)
    known.set(key, table)
  }
  return table
}

function build(facts: GroupFacts, kind: 'values' | 'rates', leaf: string, within?: string): ReadonlyMap<string, Group> {
  const members = new Map<string, { subject: string; value: Exact }[]>()
  for (const { subject, [kind]: texts } of facts.members) {
    const value = Object.hasOwn(texts, leaf) ? Exact.fromText(texts[leaf]!) : undefined
    if (value === undefined) continue
    const attribute = attributeOf(subject, within)
    const list = members.get(attribute) ?? []
    list.push({ subject: keyOf(subject), value })
    members.set(attribute, list)
  }
  return new Map(
    [...members].map(([attribute, list]): [string, Group] => {
      const bySubject = new Map<string, Exact[]>()
      for (const { subject, value } of list) bySubject.set(subject, [...(bySubject.get(subject) ?? []), value])
      const sorted = list.map(({ value }) => value).sort((a, b) => a.compare(b))
      return [attribute, { sorted, sum: sorted.reduce((sum, each) => sum.plus(each), Exact.zero), bySubject }]
    }),
  )
}

/** The first value of a list, sorted outwards, that is not one of the subject's own. */
function withoutOwn(sorted: readonly Exact[], own: readonly Exact[]): Exact | undefined {
  const left = [...own]
  return sorted.find((value) => {
    const index = left.findIndex((each) => each.equals(value))
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}

function firstNotBelow(sorted: readonly Exact[], x: Exact): number {
  return partition(sorted, (each) => each.lessThan(x))
}

function firstAbove(sorted: readonly Exact[], x: Exact): number {
  return partition(sorted, (each) => each.atMost(x))
}

/** How many of a sorted list, from its beginning, satisfy a condition that once false stays false. */
function partition(sorted: readonly Exact[], holds: (value: Exact) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}

function keyOf({ department, unit, project }: Subject): string {
  return JSON.stringify([department, unit ?? null, project ?? null])
}

function attributeOf(subject: Subject, within: string | undefined): string {
  return within === undefined ? '' : (subject.attributes?.[within] ?? '')
}
