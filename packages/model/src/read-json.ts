import { type Issue, issue, type Result } from './issue.ts'
import type { Json } from './json.ts'

/**
 * JSON text → value, refusing what `JSON.parse` would quietly change: numbers of more than 15 significant digits, keys
 * that stand twice in one object, and texts beyond `maxLength` characters.
 */
export function readJson(text: string, maxLength = 50_000_000): Result<Json> {
  if (text.length > maxLength) {
    return refused(issue('DOCUMENT_TOO_LARGE', { expected: `${maxLength}`, found: `${text.length}` }))
  }
  let value: Json
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as Json
  } catch (error) {
    return refused(issue('JSON_SYNTAX', { found: placeOf(error, text) }))
  }
  const issues = scanTokens(text)
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value }
}

const refused = (found: Issue): Result<Json> => ({ ok: false, issues: [found] })

/** Line and column of a syntax error, which V8 gives as an offset. */
function placeOf(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : String(error)
  const offset = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN)
  if (Number.isNaN(offset)) return message.slice(0, 200)
  const before = text.slice(0, offset).split('\n')
  return `line ${before.length}, column ${before.at(-1)!.length + 1}: ${text.slice(offset, offset + 20)}`
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[{}[\]:,]/g

/** The text is known to be JSON; its tokens are walked once for number digits and double keys. */
function scanTokens(text: string): Issue[] {
  const issues: Issue[] = []
  const keys: (Set<string> | undefined)[] = []
  let before = ''
  for (const [token] of text.matchAll(TOKEN)) {
    const first = token[0]!
    if (first === '{') keys.push(new Set())
    else if (first === '[') keys.push(undefined)
    else if (first === '}' || first === ']') keys.pop()
    else if (first === '"') {
      const open = keys.at(-1)
      if (open !== undefined && (before === '{' || before === ',')) {
        const key = JSON.parse(token) as string
        if (open.has(key)) issues.push(issue('JSON_DUPLICATE_KEY', { where: [key], found: key }))
        open.add(key)
      }
    } else if (first !== ',' && first !== ':' && significantDigits(token) > 15) {
      issues.push(issue('JSON_NUMBER_DIGITS', { found: token.slice(0, 60) }))
    }
    before = first
    if (issues.length === 100) break
  }
  return issues
}

function significantDigits(token: string): number {
  return token
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '').length
}
