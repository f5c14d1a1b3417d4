import { Exact, type Issue, issue } from '@yardstick/model'
import { bracketName, type Keyword, keywordOf, NAME_RUN } from './name.ts'

/**
 * Text → tokens. Full-width and mathematical signs become their plain forms here and nowhere else, while spans keep to the
 * text as it was typed. Tokens always come out, also of half a formula, since completion reads them; what cannot be read
 * is an issue and left out.
 */
export interface Span {
  readonly from: number
  readonly to: number
}

export type Token =
  | { readonly kind: 'number'; readonly value: Exact; readonly isPercent: boolean; readonly span: Span }
  | { readonly kind: 'text'; readonly value: string; readonly span: Span }
  | { readonly kind: 'name'; readonly name: string; readonly isBracketed: boolean; readonly span: Span }
  | { readonly kind: 'keyword'; readonly keyword: Keyword; readonly span: Span }
  | { readonly kind: 'sign'; readonly sign: Sign; readonly span: Span }
  | { readonly kind: 'end'; readonly span: Span }

export type Sign = '+' | '-' | '*' | '/' | '^' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '(' | ')' | ',' | '.' | '%'

/** Every token of the text with an `end` after them, and what could not be read, in text order. */
export function tokenise(text: string): { tokens: Token[]; issues: Issue[] } {
  const tokens: Token[] = []
  const issues: Issue[] = []
  let at = 0
  while (true) {
    at = matchEnd(SPACE, text, at) ?? at
    if (at >= text.length) break
    const read = readBracketed(text, at) ?? readText(text, at) ?? readNumber(text, at, tokens.at(-1))
    const { token, to, problem } = read ?? readRun(text, at, tokens.at(-1)) ?? readSign(text, at)
    if (token !== undefined) tokens.push(token)
    if (problem !== undefined) issues.push(problem)
    at = to
  }
  tokens.push({ kind: 'end', span: { from: text.length, to: text.length } })
  return { tokens, issues }
}

/** Whether a value may end with this token, so that what follows must be an operator. */
export function endsOperand(token: Token | undefined): boolean {
  switch (token?.kind) {
    case 'number':
    case 'text':
    case 'name':
      return true
    case 'keyword':
      return token.keyword === 'true' || token.keyword === 'false'
    case 'sign':
      return token.sign === ')'
    default:
      return false
  }
}

interface Read {
  token?: Token
  to: number
  problem?: Issue
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['【', '】'],
])

function readBracketed(text: string, from: number): Read | undefined {
  const opening = text[from] ?? ''
  const closing = CLOSING.get(opening)
  if (closing === undefined) return undefined
  const end = text.indexOf(closing, from + 1)
  const to = end < 0 ? text.length : end + 1
  const name = text.slice(from + 1, end < 0 ? undefined : end)
  const token: Token = { kind: 'name', name, isBracketed: true, span: { from, to } }
  if (end < 0) return { token, to, problem: unclosed(from, opening, closing) }
  if (name.trim() !== '') return { token, to }
  return {
    token,
    to,
    problem: issue('FORMULA_SYNTAX', { span: token.span, expected: 'name', found: text.slice(from, to) }),
  }
}

/** A text ends with the sign that began it, doubled inside, so that the other width may stand in it. */
function readText(text: string, from: number): Read | undefined {
  const quote = text[from]
  if (quote !== '"' && quote !== '＂') return undefined
  let value = ''
  let at = from + 1
  while (at < text.length) {
    if (text[at] !== quote) value += text[at++]
    else if (text[at + 1] === quote) {
      value += quote
      at += 2
    } else return { token: { kind: 'text', value, span: { from, to: at + 1 } }, to: at + 1 }
  }
  return { token: { kind: 'text', value, span: { from, to: at } }, to: at, problem: unclosed(from, quote, quote) }
}

const unclosed = (from: number, found: string, expected: string) =>
  issue('FORMULA_UNCLOSED', { span: { from, to: from + 1 }, expected, found })

function readNumber(text: string, from: number, before: Token | undefined): Read | undefined {
  // In 清单.5 the point belongs to the name, not to a number.
  if (before?.kind === 'name' && plain(text[from]) === '.') return undefined
  const end = matchEnd(NUMBER, text, from)
  if (end === undefined) return undefined
  const problemAt = (code: 'FORMULA_NUMBER' | 'FORMULA_NAME_DIGIT', to: number): Read => {
    const found = text.slice(from, to)
    const expected = code === 'FORMULA_NUMBER' ? null : bracketName(found)
    return { to, problem: issue(code, { span: { from, to }, expected, found: found.slice(0, 80) }) }
  }
  const tail = matchEnd(NUMBER_TAIL, text, end)
  if (tail !== undefined) return problemAt('FORMULA_NUMBER', tail)
  const value = Exact.parse(text.slice(from, end).normalize('NFKC'))
  if (value === undefined) return problemAt('FORMULA_NUMBER', end)
  const percentEnd = matchEnd(PERCENT, text, end)
  if (percentEnd !== undefined) {
    const token: Token = { kind: 'number', value: value.over(HUNDRED), isPercent: true, span: { from, to: percentEnd } }
    return { token, to: percentEnd }
  }
  const letters = matchEnd(NAME_RUN, text, end)
  if (letters !== undefined && !startsWithJoint(text, end) && keywordOf(text.slice(end, letters)) === undefined) {
    return problemAt('FORMULA_NAME_DIGIT', letters)
  }
  return { token: { kind: 'number', value, isPercent: false, span: { from, to: end } }, to: end }
}

/**
 * A run is a keyword only as a whole, with one exception: after a value no name can follow, so in 1且乙 the run 且乙
 * begins with the operator.
 */
function readRun(text: string, from: number, before: Token | undefined): Read | undefined {
  const end = matchEnd(NAME_RUN, text, from)
  if (end === undefined) return undefined
  const to = endsOperand(before) && startsWithJoint(text, from) ? from + 1 : end
  const run = text.slice(from, to)
  const keyword = keywordOf(run)
  const span = { from, to }
  return keyword === undefined
    ? { token: { kind: 'name', name: run, isBracketed: false, span }, to }
    : { token: { kind: 'keyword', keyword, span }, to }
}

const startsWithJoint = (text: string, at: number) => text[at] === '且' || text[at] === '或'

function readSign(text: string, from: number): Read {
  const first = plain(text[from])
  const second = plain(text[from + 1])
  const twin = first.length === 1 && second.length === 1 ? PAIRS.get(first + second) : undefined
  if (twin !== undefined) return { token: { kind: 'sign', sign: twin, span: { from, to: from + 2 } }, to: from + 2 }
  const sign = SIGNS.get(first)
  if (sign !== undefined) return { token: { kind: 'sign', sign, span: { from, to: from + 1 } }, to: from + 1 }
  const character = String.fromCodePoint(text.codePointAt(from) ?? 0)
  const to = from + character.length
  return { to, problem: issue('FORMULA_CHARACTER', { span: { from, to }, found: character }) }
}

/** The plain form of a full-width or mathematical sign; other characters as they are. */
function plain(character: string | undefined): string {
  if (character === undefined) return ''
  const known = PLAIN.get(character)
  if (known !== undefined) return known
  const code = character.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character
}

const PLAIN: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['–', '-'],
  ['×', '*'],
  ['÷', '/'],
  ['≤', '<='],
  ['≦', '<='],
  ['≥', '>='],
  ['≧', '>='],
  ['≠', '<>'],
])

const PAIRS: ReadonlyMap<string, Sign> = new Map([
  ['<=', '<='],
  ['>=', '>='],
  ['<>', '<>'],
  ['!=', '<>'],
  ['==', '='],
])

const SIGNS: ReadonlyMap<string, Sign> = new Map(
  (['+', '-', '*', '/', '^', '=', '<>', '<', '<=', '>', '>=', '(', ')', ',', '.', '%'] as const).map((sign) => [
    sign,
    sign,
  ]),
)

const SPACE = /[\s\u200b\u2060]+/y
const DIGIT = '[0-9０-９]'
const NUMBER = new RegExp(`(?:${DIGIT}+(?:[.．]${DIGIT}*)?|[.．]${DIGIT}+)`, 'y')
const NUMBER_TAIL = /[.．][0-9０-９.．]*/y
const PERCENT = /[\s\u200b\u2060]*[%％]/y
const HUNDRED = Exact.integer(100)

/** Where the pattern, tried exactly at `from`, ends. */
function matchEnd(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : undefined
}
