import { mentions } from '../edit/mentions.ts'
import { formulas, nodeReferences, type Reference, referencesOfCondition } from '../edit/references.ts'
import type { Condition } from '../schema/condition.ts'
import type { Indicator } from '../schema/indicator.ts'
import type { Item } from '../schema/item.ts'
import type { Rule } from '../schema/rule.ts'
import type { Scheme } from '../schema/scheme.ts'
import { walk } from '../scheme.ts'
import { once } from './once.ts'
import { holdersOf } from './what-counts.ts'

/**
 * What is locked because something locked depends on it: the items, measures and shared conditions that a locked indicator
 * reads, by however many steps, and the rules that speak of one, with what they read. Each answer is who locked it. Only
 * what is asked for is looked into: it is asked on every edit of schemes of thousands of leaves.
 */
export interface LockedReads {
  /** Of an item or measure of that name, be it there or not. */
  name(name: string): string | undefined
  condition(name: string): string | undefined
  /** Whether a rule speaks of what is locked; of a rule that takes from the total, whether the whole tree is. */
  rule(rule: Rule): string | undefined
}

/**
 * lockedBy  who locked the indicator of that id
 * tree      who locked the whole tree
 */
export function lockedReads(
  scheme: Scheme,
  lockedBy: (id: string) => string | undefined,
  tree: string | undefined,
): LockedReads {
  const { items, measures = [], conditions = {} } = scheme
  const isItem = new Set(items.map(({ id }) => id))

  const readsIn = (name: string) => (Object.hasOwn(conditions, name) ? readsOf(conditions[name]!) : undefined)
  const speaksItself = (reads: Reads): string | undefined =>
    first(reads.indicators, lockedBy) ?? first(reads.evidence, (id) => (isItem.has(id) ? undefined : lockedBy(id)))
  const speaks = (reads: Reads): string | undefined =>
    speaksItself(reads) ??
    reach(
      [...reads.conditions],
      (name) => {
        const inside = readsIn(name)
        return inside === undefined ? undefined : speaksItself(inside)
      },
      (name) => readsIn(name)?.conditions ?? [],
    )
  const rule = (of: Rule): string | undefined => {
    const { type, params } = of.event
    const id = 'indicator' in params ? params.indicator : undefined
    const own = id === undefined ? (type === 'flag' ? undefined : tree) : lockedBy(id)
    return own ?? speaks(readsOf(of.conditions))
  }

  const roots = once(() => collect(scheme, lockedBy, rule))
  const known = new Map<string, string | undefined>()
  const shared = Object.keys(conditions)
  const users = (key: Key): Key[] => {
    const [kind, of] = key
    if (kind === 'condition') return shared.filter((user) => readsIn(user)!.conditions.has(of)).map(asCondition)
    const readIn = (user: string) => readsIn(user)!.names.has(of) || readsIn(user)!.evidence.has(of)
    const mentioning = ({ formula }: { formula: string }) => formula.includes(of) && mentions(formula, of)
    const weighing = ({ aggregate }: Item) => aggregate !== undefined && 'by' in aggregate && aggregate.by === of
    return [
      ...shared.filter(readIn).map(asCondition),
      ...[...measures.filter(mentioning), ...items.filter(weighing)].map(({ id }): Key => ['name', id]),
    ]
  }
  const isRoot = ([kind, of]: Key): string | undefined =>
    kind === 'condition'
      ? roots().conditions.get(of)
      : (roots().names.get(of) ?? roots().texts.find(({ text }) => text.includes(of) && mentions(text, of))?.by)
  const lookUp = (kind: Key[0], of: string) => {
    const key = `${kind} ${of}`
    if (!known.has(key)) known.set(key, reach<Key>([[kind, of]], isRoot, users))
    return known.get(key)
  }
  return { name: (of) => lookUp('name', of), condition: (of) => lookUp('condition', of), rule }
}

type Key = readonly ['name' | 'condition', string]
const asCondition = (name: string): Key => ['condition', name]

/** The first answer among some and all that they lead to, each looked at once, however they go round. */
function reach<T>(
  start: readonly T[],
  look: (at: T) => string | undefined,
  next: (at: T) => Iterable<T>,
): string | undefined {
  const seen = new Set(start.map(String))
  const waiting = [...start]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const found = look(at)
    if (found !== undefined) return found
    for (const each of next(at)) {
      if (seen.has(String(each))) continue
      seen.add(String(each))
      waiting.push(each)
    }
  }
  return undefined
}

/** What locked indicators and rules read themselves. */
interface Roots {
  readonly names: ReadonlyMap<string, string>
  readonly conditions: ReadonlyMap<string, string>
  readonly texts: readonly { text: string; by: string }[]
}

function collect(
  scheme: Scheme,
  lockedBy: (id: string) => string | undefined,
  speaks: (rule: Rule) => string | undefined,
): Roots {
  const names = new Map<string, string>()
  const conditions = new Map<string, string>()
  const texts: { text: string; by: string }[] = []
  const add = (reads: Reads, by: string) => {
    for (const each of [...reads.names, ...reads.evidence]) names.set(each, by)
    for (const each of reads.conditions) conditions.set(each, by)
    for (const text of reads.texts) texts.push({ text, by })
  }
  // Which of its alternatives counts is also a matter of what is above.
  const holders = holdersOf(scheme, lockedBy)
  for (const { node } of walk(scheme)) {
    const by = lockedBy(node.id) ?? holders.get(node.id)
    if (by !== undefined) add(readsOfNode(node, scheme.items), by)
  }
  for (const rule of scheme.rules ?? []) {
    const by = speaks(rule)
    if (by === undefined) continue
    add(readsOf(rule.conditions), by)
    if ('formula' in rule.event.params && rule.event.params.formula !== undefined) {
      texts.push({ text: rule.event.params.formula, by })
    }
  }
  return { names, conditions, texts }
}

interface Reads {
  readonly names: ReadonlySet<string>
  /** An item or, where no item has that name, an indicator. */
  readonly evidence: ReadonlySet<string>
  readonly indicators: ReadonlySet<string>
  readonly conditions: ReadonlySet<string>
  readonly texts: readonly string[]
}

/** Documents are never changed, so what one part of them reads is known for as long as it lives. */
const ofConditions = new WeakMap<object, Reads>()
const ofNodes = new WeakMap<Indicator, { reads: Reads; items: Scheme['items'] }>()

function readsOf(condition: Condition): Reads {
  const known = ofConditions.get(condition)
  if (known !== undefined) return known
  const reads = sorted(referencesOfCondition(condition), [])
  ofConditions.set(condition, reads)
  return reads
}

function readsOfNode(node: Indicator, items: Scheme['items']): Reads {
  const known = ofNodes.get(node)
  // Which names of a share of records are its own fields is for the items to say.
  const isOfItems = 'scoring' in node && node.scoring.method === 'share-met'
  if (known !== undefined && (!isOfItems || known.items === items)) return known.reads
  const texts = 'scoring' in node ? formulas({ indicators: [node] }).map(({ text }) => text) : []
  const reads = sorted(nodeReferences(node, items), texts)
  ofNodes.set(node, { reads, items })
  return reads
}

function sorted(references: readonly Reference[], texts: readonly string[]): Reads {
  const of = (kind: Reference['kind']) =>
    new Set(references.filter((each) => each.kind === kind).map(({ name }) => name))
  return {
    names: of('name'),
    evidence: of('evidence'),
    indicators: of('indicator'),
    conditions: of('condition'),
    texts,
  }
}

function first<T, R>(values: Iterable<T>, look: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = look(value)
    if (found !== undefined) return found
  }
  return undefined
}
