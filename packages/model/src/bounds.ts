import { type Issue, issue } from './issue.ts'
import { pointer } from './json.ts'

/**
 * The first look at foreign JSON, before any code that recurses: nesting, size, dangerous keys, broken characters. The
 * walk keeps its own stack, so no depth can end the process.
 */
const MAX_DEPTH = 200
const MAX_NODES = 2_000_000

/** Keys with a meaning of their own in JavaScript; no document has them. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

export function boundDocument(document: unknown): Issue[] {
  return measureDocument(document).issues
}

/** The same with the number of values the document holds, up to where the walk ended. */
export function measureDocument(document: unknown): { issues: Issue[]; nodes: number } {
  let nodes = 0
  const refused = (found: Issue) => ({ issues: [found], nodes })
  const stack: Visit[] = [{ value: document, depth: 0, above: undefined, key: '' }]
  while (stack.length > 0) {
    const visit = stack.pop()!
    const { value, depth } = visit
    if (++nodes > MAX_NODES) {
      return refused(
        issue('DOCUMENT_TOO_LARGE', { expected: { count: MAX_NODES, of: 'values' }, found: `> ${MAX_NODES}` }),
      )
    }
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return refused(issue('SHAPE_TYPE', { pointer: pathTo(visit), expected: 'number', found: String(value) }))
    }
    if (typeof value !== 'object' || value === null) continue
    if (depth >= MAX_DEPTH) {
      return refused(
        issue('DOCUMENT_TOO_DEEP', { pointer: pathTo(visit), expected: MAX_DEPTH, found: `> ${MAX_DEPTH}` }),
      )
    }
    const isList = Array.isArray(value)
    for (const key of Object.keys(value)) {
      const child = (value as Record<string, unknown>)[key]
      const below = { value: child, depth: depth + 1, above: visit, key }
      if (!isList && FORBIDDEN_KEYS.has(key)) {
        return refused(issue('DOCUMENT_KEY_FORBIDDEN', { pointer: pathTo(below), found: key }))
      }
      if (isBroken(key) || (typeof child === 'string' && isBroken(child))) {
        return refused(issue('DOCUMENT_TEXT_BROKEN', { pointer: pathTo(below) }))
      }
      // Texts need no visit of their own; this keeps a 10 MB document quick.
      if (typeof child === 'object' || typeof child === 'number') stack.push(below)
      else nodes++
    }
  }
  return { issues: [], nodes }
}

interface Visit {
  readonly value: unknown
  readonly depth: number
  readonly above: Visit | undefined
  readonly key: string
}

/** Half of a character that takes two, which no canonical text can hold, or the end mark of old programs, which no database does. */
const isBroken = (text: string): boolean => LONE_SURROGATE.test(text) || text.includes('\0')

const LONE_SURROGATE = /\p{Surrogate}/u

/** The pointer of a place, cut where it is very deep. */
function pathTo(visit: Visit): string {
  const keys: string[] = []
  for (let at: Visit | undefined = visit; at?.above !== undefined; at = at.above) keys.unshift(at.key)
  return pointer(...keys.slice(0, 24))
}
