/**
 * The same text as the engine keeps for keys of objects: looked up in an object it is found at once, and compared with a
 * key of `for in` it is the same or another text without a look at its letters.
 */
export function interned(text: string): string {
  for (const key in { [text]: 0 }) return key
  return text
}
