import { nearest } from '../validate.ts'

/** The known name that a wrong one may have meant, or null. */
export type Suggest = (word: string, names: Iterable<string>) => string | null

/**
 * Suggestions for the first wrong names of a document: comparing each of a hundred thousand with each of thousands of
 * right ones would take minutes.
 */
export function suggestions(most = 200): Suggest {
  let left = most
  return (word, names) => (left-- > 0 ? (nearest(word, names) ?? null) : null)
}
