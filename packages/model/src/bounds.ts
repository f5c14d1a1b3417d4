import { type Issue, issue } from './issue.ts'
import { pointer } from './json.ts'

/**
 * The first look at foreign JSON, before any code that recurses: nesting, size and dangerous keys. The walk keeps its own
 * stack, so no depth can end the process.
 */
const MAX_DEPTH = 200
const MAX_NODES = 2_000_000
/** Keys with a meaning of their own in JavaScript; no document has them. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

export function boundDocument(document: unknown): Issue[] {
  const stack: { value: unknown; depth: number; path: readonly (string | number)[] }[] = [
    { value: document, depth: 0, path: [] },
  ]
  let nodes = 0
  while (stack.length > 0) {
    const { value, depth, path } = stack.pop()!
    if (++nodes > MAX_NODES) {
      return [issue('DOCUMENT_TOO_LARGE', { expected: `${MAX_NODES} values`, found: `> ${MAX_NODES}` })]
    }
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return [issue('SHAPE_TYPE', { pointer: pointer(...path), expected: 'number', found: String(value) })]
    }
    if (typeof value !== 'object' || value === null) continue
    if (depth >= MAX_DEPTH) {
      return [issue('DOCUMENT_TOO_DEEP', { pointer: pointer(...path.slice(0, 12)), expected: MAX_DEPTH })]
    }
    const isList = Array.isArray(value)
    for (const key of Object.keys(value)) {
      if (!isList && FORBIDDEN_KEYS.has(key)) {
        return [issue('DOCUMENT_KEY_FORBIDDEN', { pointer: pointer(...path, key), found: key })]
      }
      const child = (value as Record<string, unknown>)[key]
      // Texts and short numbers need no visit of their own; this keeps a 10 MB document quick.
      if (typeof child === 'object' || typeof child === 'number') {
        stack.push({ value: child, depth: depth + 1, path: path.length < 40 ? [...path, key] : path })
      } else nodes++
    }
  }
  return []
}
