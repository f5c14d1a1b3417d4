import { diff, type SchemeDifference, updateSides } from '@yardstick/engine'
import {
  acceptProposal,
  type Issue,
  indicatorById,
  type Json,
  type Language,
  proposalFor,
  type Scheme,
  type UpdateField,
} from '@yardstick/model'
import { type PreparedField, type PreparedRow, type PreparedUpdate, resultIssues } from './prepare-update.ts'
import { sentencesByThing, thingKey } from './side-texts.ts'

/** A region's proposed change of one's own template. */
export interface AskedProposal {
  /** The owner's version that it was made from. */
  readonly base: Scheme
  /** The proposer's scheme as it stands in the package. */
  readonly proposed: Scheme
  /** The keys of the rows that are accepted. */
  readonly accepted: readonly string[]
  /** What the checks say of the owner's scheme: the same of the result is nothing new. */
  readonly known: readonly Issue[]
}

/** What the owner's scheme becomes with what is accepted of a proposal, and what each thing says on both sides. */
export async function prepareProposal(
  mine: Scheme,
  { base, proposed, accepted, known }: AskedProposal,
  language: Language,
): Promise<Omit<PreparedUpdate, 'parameters'>> {
  const theirs = proposalFor(base, proposed)
  const wanted = new Set(accepted)
  const isAccepted = (of: PreparedRow['of'], id: string) => wanted.has(thingKey(of, id))
  const { scheme } = acceptProposal({ base, mine, proposed, accepted: isAccepted })
  const [said, own] = [sentencesByThing(base, theirs, language), sentencesByThing(base, mine, language)]
  const names = [indicatorById(theirs), indicatorById(mine), indicatorById(base)]
  const nameOf = (id: string) => names.find((each) => each.has(id))?.get(id)?.node.name
  const rows = new Map<string, PreparedRow>()
  for (const each of diff(base, theirs)) {
    const key = thingKey(each.of, each.id)
    const taken = wanted.has(key) ? 'theirs' : 'mine'
    const of = fieldOf(each, mine)
    const { label, base: was, local, upstream } = updateSides(each, of, language, nameOf)
    const field: PreparedField = {
      field: of.field,
      ...{ label, base: was, mine: local, theirs: upstream },
      taken,
      isLocked: false,
    }
    const told = rows.get(key)
    rows.set(key, {
      key,
      of: each.of,
      id: each.id,
      name: each.name,
      where: each.where,
      changed: own.has(key) ? 'both' : 'theirs',
      isLocked: false,
      lockedBy: undefined,
      theirs: said.get(key) ?? [],
      mine: own.get(key) ?? [],
      fields: [...(told?.fields ?? []), field],
    })
  }
  return { scheme, rows: [...rows.values()], issues: await resultIssues(known, scheme) }
}

/** A difference as a field of an update: the owner's side is what stands in the scheme now. */
function fieldOf(each: SchemeDifference, mine: Scheme): UpdateField {
  const own = thingOf(mine, each)
  const field = (name: string | null, kind: UpdateField['kind'], base: Json, local: Json, upstream: Json) =>
    ({ field: name, kind, base, local, upstream, taken: 'local', changed: 'upstream', isLocked: false }) as const
  switch (each.change) {
    case 'added':
      return field(null, 'added', null, own, each.value)
    case 'removed':
      return field(null, 'removed', each.value, own, null)
    case 'moved': {
      const parent = indicatorById(mine).get(each.id)?.parent?.id ?? null
      return field('parent', 'moved', each.before.parent, parent, each.after.parent)
    }
    case 'reordered': {
      const list = each.of === 'scheme' ? `${each.list}s` : 'children'
      return field(list, 'order', [...each.before], namesIn(own, list), [...each.after])
    }
    case 'renamed':
      return field(each.by, 'changed', each.before, member(own, each.by), each.after)
    case 'changed':
      return field(each.field, 'changed', each.before, member(own, each.field), each.after)
  }
}

function namesIn(owner: Json, list: string): Json {
  const members = member(owner, list)
  return Array.isArray(members) ? members.map((each) => member(each as Json, 'name') ?? member(each as Json, 'id')) : []
}

function thingOf(scheme: Scheme, { of, id }: Pick<SchemeDifference, 'of' | 'id'>): Json {
  const inList = (list: readonly object[] = [], key: 'id' | 'name') =>
    (list.find((each) => (each as { readonly [key: string]: unknown })[key] === id) ?? null) as Json
  switch (of) {
    case 'scheme':
      return scheme as unknown as Json
    case 'indicator':
      return (indicatorById(scheme).get(id)?.node ?? null) as Json
    case 'item':
      return inList(scheme.items, 'id')
    case 'measure':
      return inList(scheme.measures, 'id')
    case 'rule':
      return inList(scheme.rules, 'id')
    case 'grade':
      return inList(scheme.grades, 'name')
    case 'case':
      return inList(scheme.cases, 'name')
    case 'condition':
      return (scheme.conditions?.[id] ?? null) as Json
  }
}

function member(owner: Json, field: string): Json {
  return (owner as { readonly [field: string]: Json } | null)?.[field] ?? null
}
