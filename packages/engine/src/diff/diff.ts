import type { Scheme } from '@yardstick/model'
import { compareFields, compareLists, fieldOf, isEqual } from './compare-fields.ts'
import { compareIndicators } from './compare-indicators.ts'
import type { SchemeDifference, Subject } from './difference.ts'
import { followRenames } from './follow-renames.ts'

/**
 * What differs between two versions of a scheme, by stable id: renamings first, then the scheme's own fields, items,
 * measures, indicators, conditions, rules, grades and test cases. Empty just where the two are the same document.
 *
 * a, b  valid schemes, older and newer; not changed
 */
export function diff(a: Scheme, b: Scheme): SchemeDifference[] {
  const { scheme: before, renames } = followRenames(a, b)
  const scheme: Subject = { of: 'scheme', id: b.id, name: b.name, where: [] }
  const byId = (value: { readonly id: string }) => value.id
  const byName = (value: { readonly name: string }) => value.name
  return [
    ...renames,
    ...compareFields(scheme, before, b, COLLECTIONS),
    ...compareLists('item', scheme, before.items, b.items, byId, (item) => item.label ?? item.id),
    ...compareLists('measure', scheme, before.measures ?? [], b.measures ?? [], byId, (each) => each.label ?? each.id),
    ...compareIndicators(before, b, scheme),
    ...compareConditions(before, b),
    ...compareLists('rule', scheme, before.rules ?? [], b.rules ?? [], byId, byName),
    ...compareLists('grade', scheme, before.grades ?? [], b.grades ?? [], byName),
    ...compareLists('case', scheme, before.cases ?? [], b.cases ?? [], byName),
    ...emptied(scheme, before, b),
  ]
}

const COLLECTIONS = ['items', 'measures', 'indicators', 'conditions', 'rules', 'grades', 'cases']

/** Shared conditions stand under their names, in no order. */
function compareConditions(before: Scheme, after: Scheme): SchemeDifference[] {
  const [olds, news] = [before.conditions ?? {}, after.conditions ?? {}]
  return [...new Set([...Object.keys(olds), ...Object.keys(news)])].flatMap((name): SchemeDifference[] => {
    const subject: Subject = { of: 'condition', id: name, name, where: [name] }
    const [one, other] = [fieldOf(olds, name), fieldOf(news, name)]
    if (isEqual(one, other)) return []
    if (one === null) return [{ ...subject, change: 'added', value: other }]
    if (other === null) return [{ ...subject, change: 'removed', value: one }]
    return [{ ...subject, change: 'changed', field: 'condition', before: one, after: other }]
  })
}

/** A list that is there and empty is another document than none, though it says the same. */
function emptied(scheme: Subject, before: Scheme, after: Scheme): SchemeDifference[] {
  return COLLECTIONS.flatMap((field): SchemeDifference[] => {
    const [one, other] = [fieldOf(before, field), fieldOf(after, field)]
    const isNothing = (value: typeof one) => value === null || isEqual(value, []) || isEqual(value, {})
    if (isEqual(one, other) || !isNothing(one) || !isNothing(other)) return []
    return [{ ...scheme, change: 'changed', field, before: one, after: other }]
  })
}
