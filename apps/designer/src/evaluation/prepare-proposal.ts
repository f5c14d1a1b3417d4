import { diff, type SchemeDifference } from '@yardstick/engine'
import { acceptProposal, indicatorById, type Json, type Language, proposalFor, type Scheme } from '@yardstick/model'
import { type PreparedField, type PreparedRow, type PreparedUpdate, resultIssues } from './prepare-update.ts'
import { sentencesByThing, showFieldValues, showWhole, thingKey } from './side-texts.ts'

/** A region's proposed change of one's own template. */
export interface AskedProposal {
  /** The owner's version that it was made from. */
  readonly base: Scheme
  /** The proposer's scheme as it stands in the package. */
  readonly proposed: Scheme
  /** The keys of the rows that are accepted. */
  readonly accepted: readonly string[]
}

/** What the owner's scheme becomes with what is accepted of a proposal, and what each thing says on both sides. */
export async function prepareProposal(
  mine: Scheme,
  { base, proposed, accepted }: AskedProposal,
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
    const { label, values } = shown(each, mine, language, nameOf)
    const [baseText = '', mineText = '', theirText = ''] = values
    const field: PreparedField = {
      field: 'field' in each ? each.field : each.change,
      label,
      base: baseText,
      mine: mineText,
      theirs: theirText,
      taken,
      isLocked: false,
    }
    const known = rows.get(key)
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
      fields: [...(known?.fields ?? []), field],
    })
  }
  return { scheme, rows: [...rows.values()], issues: await resultIssues(mine, scheme) }
}

function shown(each: SchemeDifference, mine: Scheme, language: Language, nameOf: (id: string) => string | undefined) {
  const own = thingOf(mine, each)
  switch (each.change) {
    case 'added':
    case 'removed': {
      const isAdded = each.change === 'added'
      return showWhole([isAdded ? null : each.value, own, isAdded ? each.value : null], language)
    }
    case 'moved': {
      const parent = each.of === 'indicator' ? (indicatorById(mine).get(each.id)?.parent?.id ?? null) : null
      return showFieldValues(each.of, 'parent', [each.before.parent, parent, each.after.parent], language, nameOf)
    }
    case 'reordered':
      return showFieldValues(each.of, 'children', [[...each.before], null, [...each.after]], language, nameOf)
    case 'renamed':
      return showFieldValues(each.of, each.by, [each.before, fieldOf(own, each.by), each.after], language, nameOf)
    case 'changed':
      return showFieldValues(each.of, each.field, [each.before, fieldOf(own, each.field), each.after], language, nameOf)
  }
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

function fieldOf(owner: Json, field: string): Json {
  return (owner as { readonly [field: string]: Json } | null)?.[field] ?? null
}
