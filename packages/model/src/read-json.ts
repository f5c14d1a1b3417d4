import { type Issue, issue, type Result } from './issue.ts'
import { type Json, pointer } from './json.ts'

/**
 * JSON text → value, refusing what `JSON.parse` would quietly change: numbers of more than 15 significant digits or of a
 * size that no double holds, keys that stand twice in one object, and texts beyond `maxLength` characters. The text is
 * walked with a stack of its own, so that neither depth nor length can end the process.
 */
export function readJson(text: string, maxLength = 50_000_000): Result<Json> {
  if (text.length > maxLength) {
    return refused([
      issue('DOCUMENT_TOO_LARGE', { expected: { count: maxLength, of: 'characters' }, found: text.length }),
    ])
  }
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  let value: Json
  try {
    value = JSON.parse(json) as Json
  } catch {
    // The wording of the engine's own message, and whether it tells the place, differ from browser to browser.
    return refused([issue('JSON_SYNTAX', { found: placeOf(json, syntaxError(json)) })])
  }
  const issues = scan(json)
  return issues.length > 0 ? refused(issues) : { ok: true, value }
}

const refused = (issues: Issue[]): Result<Json> => ({ ok: false, issues })

const MOST_ISSUES = 100

/** One token; the text between tokens is white space. */
const SPACE = /[ \t\n\r]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y

interface Open {
  /** Keys seen so far in an object; undefined for an array. */
  readonly keys: Set<string> | undefined
  key: string
  index: number
}

/** Looks through text that is JSON for what the parsed value no longer shows. */
function scan(text: string): Issue[] {
  const issues: Issue[] = []
  const open: Open[] = []
  const here = () => pointer(...open.map((each) => (each.keys === undefined ? each.index : each.key)))
  let isKey = false
  for (let at = skipSpace(text, 0); at < text.length && issues.length < MOST_ISSUES; at = skipSpace(text, at)) {
    const top = open.at(-1)
    switch (text[at]) {
      case '{':
        open.push({ keys: new Set(), key: '', index: 0 })
        isKey = true
        at++
        break
      case '[':
        open.push({ keys: undefined, key: '', index: 0 })
        isKey = false
        at++
        break
      case '}':
      case ']':
        open.pop()
        isKey = false
        at++
        break
      case ',':
        if (top?.keys === undefined && top !== undefined) top.index++
        isKey = top?.keys !== undefined
        at++
        break
      case ':':
        isKey = false
        at++
        break
      case '"': {
        const end = stringEnd(text, at) ?? text.length
        if (isKey && top?.keys !== undefined) {
          top.key = JSON.parse(text.slice(at, end)) as string
          if (top.keys.has(top.key)) issues.push(issue('JSON_DUPLICATE_KEY', { pointer: here(), found: top.key }))
          top.keys.add(top.key)
        }
        at = end
        break
      }
      default: {
        const end = tokenEnd(NUMBER, text, at)
        if (end !== undefined && isChangedByParsing(text.slice(at, end))) {
          issues.push(issue('JSON_NUMBER_DIGITS', { pointer: here(), found: text.slice(at, Math.min(end, at + 60)) }))
        }
        at = end ?? tokenEnd(WORD, text, at) ?? at + 1
      }
    }
  }
  return issues
}

/** Up to 15 digits between 1e-300 and 1e300 come out of `JSON.parse` as they went in. */
function isChangedByParsing(number: string): boolean {
  const digits = number
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '')
  if (digits.length > 15) return true
  const value = Math.abs(Number(number))
  return digits !== '' && !(value >= 1e-300 && value <= 1e300)
}

/** The offset at which the text stops being the beginning of JSON. */
function syntaxError(text: string): number {
  const open: ('{' | '[')[] = []
  let expects: 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'after' = 'value'
  let at = skipSpace(text, 0)
  for (; at < text.length; at = skipSpace(text, at)) {
    const sign = text[at]
    if (expects === 'colon') {
      if (sign !== ':') return at
      expects = 'value'
      at++
    } else if (
      expects === 'after' ||
      (expects === 'first-key' && sign === '}') ||
      (expects === 'first-value' && sign === ']')
    ) {
      const top = open.at(-1)
      if (sign === ',' && expects === 'after' && top !== undefined) expects = top === '{' ? 'key' : 'value'
      else if ((sign === '}' && top === '{') || (sign === ']' && top === '[')) {
        open.pop()
        expects = 'after'
      } else return at
      at++
    } else if (expects === 'key' || expects === 'first-key') {
      const end = sign === '"' ? stringEnd(text, at) : undefined
      if (end === undefined) return at
      expects = 'colon'
      at = end
    } else if (sign === '{' || sign === '[') {
      open.push(sign)
      expects = sign === '{' ? 'first-key' : 'first-value'
      at++
    } else {
      const end = sign === '"' ? stringEnd(text, at) : (tokenEnd(NUMBER, text, at) ?? tokenEnd(WORD, text, at))
      if (end === undefined) return at
      expects = 'after'
      at = end
    }
  }
  return at
}

function placeOf(text: string, offset: number): Json {
  const before = text.slice(0, offset).split('\n')
  return {
    line: before.length,
    column: before.at(-1)!.length + 1,
    near: text.slice(offset, offset + 20).split('\n')[0]!,
  }
}

function skipSpace(text: string, at: number): number {
  return tokenEnd(SPACE, text, at) ?? at
}

function tokenEnd(token: RegExp, text: string, at: number): number | undefined {
  token.lastIndex = at
  return token.test(text) ? token.lastIndex : undefined
}

/** The offset after a string that begins here; undefined where it is not closed or holds what a string may not. */
function stringEnd(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at + 1
    if (code < 0x20) return undefined
    if (code !== 0x5c) continue
    const escaped = text[at + 1] ?? ''
    if (escaped === 'u' ? !/^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6)) : !'"\\/bfnrt'.includes(escaped))
      return undefined
    at++
  }
  return undefined
}
