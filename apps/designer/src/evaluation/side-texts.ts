import { diff, wordDifference } from '@yardstick/engine'
import type { Language, MergedPart, Scheme } from '@yardstick/model'

/** What two versions of a scheme differ in, in sentences, by the thing they are about (`thingKey`). */
export function sentencesByThing(before: Scheme, after: Scheme, language: Language): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>()
  for (const each of diff(before, after)) {
    const key = thingKey(each.of, each.id)
    const list = found.get(key) ?? []
    list.push(wordDifference(each, language))
    found.set(key, list)
  }
  return found
}

/** One key for a thing; a scheme has one, whatever its id. */
export function thingKey(of: MergedPart, id: string): string {
  return of === 'scheme' ? 'scheme ' : `${of} ${id}`
}
