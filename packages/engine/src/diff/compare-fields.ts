import { canonicalText, type Json } from '@yardstick/model'
import type { Changed, Renamed, SchemeDifference, Subject } from './difference.ts'

/** The fields that differ between two objects, in the order of the newer one, those that are gone last. */
export function compareFields(
  subject: Subject,
  before: object,
  after: object,
  without: readonly string[],
): (Changed | Renamed)[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])].filter((key) => !without.includes(key))
  return keys.flatMap((field): (Changed | Renamed)[] => {
    const [one, other] = [fieldOf(before, field), fieldOf(after, field)]
    if (isEqual(one, other)) return []
    if (field === 'name' && typeof one === 'string' && typeof other === 'string') {
      return [{ ...subject, change: 'renamed', by: 'name', before: one, after: other }]
    }
    return [{ ...subject, change: 'changed', field, before: one, after: other }]
  })
}

/** What two lists hold under one name each: what came, what went, what is in another order; `compare` looks inside. */
export function compareLists<T extends object>(
  of: Subject['of'] & Exclude<Subject['of'], 'scheme' | 'indicator'>,
  scheme: Subject,
  before: readonly T[],
  after: readonly T[],
  idOf: (value: T) => string,
  nameOf: (value: T) => string = idOf,
): SchemeDifference[] {
  const [olds, news] = [byKey(before, idOf), byKey(after, idOf)]
  const subject = (value: T): Subject => ({ of, id: idOf(value), name: nameOf(value), where: [nameOf(value)] })
  const found: SchemeDifference[] = []
  for (const [key, value] of olds) {
    if (!news.has(key)) found.push({ ...subject(value), change: 'removed', value: value as unknown as Json })
  }
  for (const [key, value] of news) {
    const old = olds.get(key)
    if (old === undefined) found.push({ ...subject(value), change: 'added', value: value as unknown as Json })
    else found.push(...compareFields(subject(value), old, value, ['id']))
  }
  const [one, other] = [
    [...olds.keys()].filter((key) => news.has(key)),
    [...news.keys()].filter((key) => olds.has(key)),
  ]
  if (isEqual(one, other)) return found
  const names = (keys: readonly string[]) => keys.map((key) => nameOf(news.get(key)!))
  return [...found, { ...scheme, change: 'reordered', list: of, before: names(one), after: names(other) }]
}

export function isEqual(one: Json, other: Json): boolean {
  return one === other || canonicalText(one) === canonicalText(other)
}

export function fieldOf(owner: object, field: string): Json {
  return Object.hasOwn(owner, field) ? ((owner as { readonly [key: string]: Json | undefined })[field] ?? null) : null
}

/** Of names that stand twice each one counts, by its number. */
function byKey<T>(values: readonly T[], idOf: (value: T) => string): Map<string, T> {
  const found = new Map<string, T>()
  for (const value of values) {
    let key = idOf(value)
    for (let count = 2; found.has(key); count++) key = `${idOf(value)} ${count}`
    found.set(key, value)
  }
  return found
}
