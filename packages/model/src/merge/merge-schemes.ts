import { type Json, pointer } from '../json.ts'
import { type Indicator, isBranch } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { Conflict, Found, MergedPart, Report, Three } from './conflict.ts'
import { heldKey, leftBehind } from './left-behind.ts'
import { EACH, type Fields, type Inside, mergeFields } from './merge-fields.ts'
import { entriesOf, freeKey, keyed, type MemberRules, mergeList, mergeMembers } from './merge-members.ts'
import { mergeTrees } from './merge-trees.ts'

/**
 * Two changed versions of one scheme into one that holds what both changed, by stable ids and field by field. Where both
 * changed the same thing differently it holds theirs, and a conflict says what mine was: nothing of either side is lost
 * unseen. What one removed while the other began to use it is such a conflict too. Beyond that it checks no meaning: points
 * may no longer add up, which is for `check` to tell.
 *
 * base     what both began with
 * mine     what is to be saved
 * theirs   what has been stored meanwhile
 * returns  a scheme of valid shape, and the conflicts, those of the scheme's own fields first
 */
export function mergeSchemes(base: Scheme, mine: Scheme, theirs: Scheme): Merged {
  const held = new Set<string>()
  for (;;) {
    const merged = mergeHolding(base, mine, theirs, held)
    const missed = leftBehind({ base, mine, theirs }, merged.scheme).filter((key) => !held.has(key))
    if (missed.length === 0) return merged
    for (const key of missed) held.add(key)
  }
}

interface Merged {
  readonly scheme: Scheme
  readonly conflicts: readonly Conflict[]
}

/** held  what counts as changed by the side that still has it, by `heldKey` */
function mergeHolding(base: Scheme, mine: Scheme, theirs: Scheme, held: ReadonlySet<string>): Merged {
  const found: Found[] = []
  const report: Report = (each) => found.push(each)
  const three: Three<Fields> = { base: asFields(base), mine: asFields(mine), theirs: asFields(theirs) }
  const trees = { base: base.indicators, mine: mine.indicators, theirs: theirs.indicators }

  const isHeld = (space: 'indicator' | 'condition') => (key: string) => held.has(heldKey(space, key))
  const head = mergeFields(three, { without: COLLECTIONS, inside: inScheme }, tellHead(report))
  const [items, measures] = mergeNames(three, held, report)
  const indicators = mergeTrees(trees, isHeld('indicator'), report)
  const conditionRules = { ...CONDITIONS, isHeld: isHeld('condition') }
  const conditions = mergeMembers(parts(three, 'conditions', entriesOf), conditionRules, (each) => report(bare(each)))
  const lists = { rules: listOf(three, 'rules', report), grades: mergeGrades(three, report) }
  const cases = listOf(three, 'cases', report)
  const layout = mergeLayout(three, trees, indicators, report)

  const scheme = {
    ...head,
    items,
    ...stated(three, 'measures', measures),
    indicators,
    ...stated(three, 'conditions', Object.fromEntries([...conditions].map(([name, { value }]) => [name, value!]))),
    ...stated(three, 'rules', lists.rules),
    ...stated(three, 'grades', lists.grades),
    ...stated(three, 'cases', cases),
    ...stated(three, 'layout', layout),
  } as unknown as Scheme
  const pointerOf = pointers(scheme)
  return { scheme, conflicts: found.map((each) => placed(each, scheme, pointerOf)) }
}

const COLLECTIONS = ['items', 'measures', 'indicators', 'conditions', 'rules', 'grades', 'cases', 'layout']
/** Fields of a scheme and of its test cases that are merged part by part. */
export const inScheme: Inside = { rounding: EACH, sharing: EACH, lineage: { nodes: EACH } }
export const inCase: Inside = {
  submission: { items: EACH, judgements: EACH, evidence: EACH, claims: { scores: EACH } },
  expected: { scores: EACH },
}

function tellHead(report: Report) {
  return (field: string, values: Three<Json>) => report({ ...OF_SCHEME, kind: 'field', field, ...values })
}

const OF_SCHEME = { of: 'scheme', key: '', id: '', name: '', where: [] } as const

const byId = (member: Fields) => String(member['id'])
const byName = (member: Fields) => String(member['name'])
const label = (member: Fields) => String(member['label'] ?? member['id'])

type ListName = 'items' | 'measures' | 'rules' | 'grades' | 'cases'

const LISTS: { readonly [L in ListName]: MemberRules } = {
  items: { of: 'item', idOf: byId, nameOf: label },
  measures: { of: 'measure', idOf: byId, nameOf: label },
  rules: { of: 'rule', idOf: byId, nameOf: byName },
  grades: { of: 'grade', idOf: byName, nameOf: byName },
  cases: {
    of: 'case',
    idOf: byName,
    nameOf: byName,
    inside: inCase,
  },
}
/** A condition stands under its name and is one thought. */
function bare(found: Found): Found {
  if (found.kind === 'field') return { ...found, field: 'condition' }
  const value = (of: Json): Json => (of as { readonly value?: Json } | null)?.value ?? null
  return { ...found, base: value(found.base), mine: value(found.mine), theirs: value(found.theirs) }
}

const CONDITIONS: MemberRules = { of: 'condition', idOf: byName, nameOf: byName }

function listOf(three: Three<Fields>, list: ListName, report: Report): Fields[] {
  return [...mergedList(three, list, report).values()]
}

function mergedList(
  three: Three<Fields>,
  list: ListName,
  report: Report,
  isHeld: (key: string) => boolean = () => false,
): Map<string, Fields> {
  const rules = { ...LISTS[list], isHeld }
  const members = parts(three, list, (value) => keyed((value ?? []) as readonly Fields[], rules.idOf))
  const tell: Report = (each) => report(each.kind === 'order' ? { ...each, of: 'scheme', field: list } : each)
  return mergeList(members, rules, tell)
}

/** Items and measures share one space of names: of two that took one name the stored one has it. */
function mergeNames(
  three: Three<Fields>,
  held: ReadonlySet<string>,
  report: Report,
): [items: Fields[], measures: Fields[]] {
  const isHeld = (key: string) => held.has(heldKey('name', key))
  const names = {
    items: mergedList(three, 'items', report, isHeld),
    measures: mergedList(three, 'measures', report, isHeld),
  }
  const has = (side: Fields, list: 'items' | 'measures', id: string) =>
    ((side[list] ?? []) as readonly Fields[]).some((each) => each['id'] === id)
  for (const id of names.items.keys()) {
    const isTwice = (side: Fields) => has(side, 'items', id) && has(side, 'measures', id)
    if (!names.measures.has(id) || isTwice(three.theirs) || isTwice(three.mine)) continue
    const [kept, gone] = has(three.theirs, 'items', id)
      ? (['items', 'measures'] as const)
      : (['measures', 'items'] as const)
    const [theirs, mine] = [names[kept].get(id)!, names[gone].get(id)!]
    const { of } = LISTS[gone]
    const name = label(mine)
    report({ kind: 'taken', of, key: id, id, name, where: [name], field: null, base: null, mine, theirs })
    names[gone].delete(id)
  }
  return [[...names.items.values()], [...names.measures.values()]]
}

/** There are grades or there are none: where together they removed them all, what is stored stays. */
function mergeGrades(three: Three<Fields>, report: Report): Fields[] {
  const merged = listOf(three, 'grades', report)
  const stored = (three.theirs['grades'] ?? []) as readonly Fields[]
  if (merged.length > 0 || stored.length === 0 || three.mine['grades'] === undefined) return merged
  for (const grade of stored) {
    const name = byName(grade)
    const found = { of: 'grade', key: name, id: name, name, where: [name], field: null } as const
    report({ kind: 'removed-mine', ...found, base: grade, mine: null, theirs: grade })
  }
  return [...stored]
}

/** Where nodes stand on the canvas: one conflict for all that both moved; what is gone from the tree stands nowhere. */
function mergeLayout(
  three: Three<Fields>,
  trees: Three<readonly Indicator[]>,
  indicators: readonly Indicator[],
  report: Report,
): Fields {
  const contested: Three<{ [id: string]: Json }> = { base: {}, mine: {}, theirs: {} }
  const layouts = parts(three, 'layout', (value) => (value ?? {}) as Fields)
  const merged = mergeFields(layouts, {}, (id, { base, mine, theirs }) => {
    contested.base[id] = base
    contested.mine[id] = mine
    contested.theirs[id] = theirs
  })
  const here = idsOf(indicators)
  const known = [idsOf(trees.mine), idsOf(trees.theirs)]
  const isGone = (id: string) => !here.has(id) && known.some((ids) => ids.has(id))
  if (Object.keys(contested.theirs).some((id) => !isGone(id))) {
    report({ ...OF_SCHEME, kind: 'field', field: 'layout', ...contested })
  }
  return Object.fromEntries(Object.entries(merged).filter(([id]) => !isGone(id)))
}

function idsOf(nodes: readonly Indicator[]): Set<string> {
  const ids = new Set<string>()
  const visit = (node: Indicator) => {
    ids.add(node.id)
    if (isBranch(node)) node.children.forEach(visit)
  }
  nodes.forEach(visit)
  return ids
}

/** A list that is empty and one that is not there are two documents: whoever changed that is followed. */
function stated(three: Three<Fields>, list: string, merged: readonly Json[] | Fields): { [list: string]: Json } {
  if ((Array.isArray(merged) ? merged : Object.keys(merged)).length > 0) return { [list]: merged as Json }
  const { base, mine, theirs } = parts(three, list, (value) => value !== undefined)
  const isStated = mine === theirs || mine === base ? theirs : mine
  return isStated ? { [list]: merged as Json } : {}
}

function parts<T>(three: Three<Fields>, list: string, read: (value: Json | undefined) => T): Three<T> {
  return { base: read(three.base[list]), mine: read(three.mine[list]), theirs: read(three.theirs[list]) }
}

const asFields = (scheme: Scheme): Fields => scheme as unknown as Fields

/** Where each thing stands in a scheme. */
function pointers(scheme: Scheme): (of: MergedPart, key: string) => string | undefined {
  const found = new Map<string, string>()
  const fields = asFields(scheme)
  for (const [list, { of, idOf }] of Object.entries(LISTS)) {
    const members = keyed((fields[list] ?? []) as readonly Fields[], idOf)
    for (const [index, key] of [...members.keys()].entries()) found.set(`${of} ${key}`, pointer(list, index))
  }
  for (const name of Object.keys(scheme.conditions ?? {})) found.set(`condition ${name}`, pointer('conditions', name))
  const taken = new Map<string, string>()
  const visit = (nodes: readonly Indicator[], at: string) => {
    nodes.forEach((node, index) => {
      const key = freeKey(node.id, taken)
      taken.set(key, `${at}/${index}`)
      found.set(`indicator ${key}`, `${at}/${index}`)
      if (isBranch(node)) visit(node.children, `${at}/${index}/children`)
    })
  }
  visit(scheme.indicators, '/indicators')
  return (of, key) => found.get(`${of} ${key}`)
}

const LIST_OF: { readonly [P in MergedPart]: string } = {
  scheme: '',
  item: '/items',
  measure: '/measures',
  indicator: '/indicators',
  condition: '/conditions',
  rule: '/rules',
  grade: '/grades',
  case: '/cases',
}

function placed(
  { key, ...found }: Found,
  { id, name }: Scheme,
  pointerOf: (of: MergedPart, key: string) => string | undefined,
): Conflict {
  if (found.of === 'scheme') return { ...found, id, name, pointer: found.field === null ? '' : `/${found.field}` }
  const at = pointerOf(found.of, key)
  if (at === undefined) return { ...found, pointer: LIST_OF[found.of] }
  return { ...found, pointer: found.field === null || found.of === 'condition' ? at : `${at}/${found.field}` }
}
