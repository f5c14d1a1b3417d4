import { type FunctionName, functionNamed } from './functions.ts'
import { type Token, tokenise } from './token.ts'

/**
 * Where the caret stands in half-written text: the word being typed, the calls that are open around it, and whether a
 * value or an operator comes next. Only what is before the caret is read.
 */
export interface Caret {
  /** What has been typed of the word, brackets left off, and where it begins; empty where none has been begun. */
  readonly word: string
  readonly from: number
  /** Whether the word was begun with [ or 【. */
  readonly isBracketed: boolean
  /** Inside an open text: the word is what has been typed of it. */
  readonly isText: boolean
  /** The tokens before the word. */
  readonly before: readonly Token[]
  /** The open calls, outermost first. */
  readonly calls: readonly OpenCall[]
}

export interface OpenCall {
  readonly function: FunctionName
  /** Which argument the caret is in, from 0. */
  readonly argument: number
  /** Where the arguments begin, after the bracket. */
  readonly from: number
  /** The name that is the first argument, as of COUNTIF(名单, …). */
  readonly first?: string
}

export function caretAt(text: string, offset: number): Caret {
  const { tokens, issues } = tokenise(text.slice(0, offset))
  const before = tokens.slice(0, -1)
  const last = before.at(-1)
  const broken = issues.find((each) => each.code === 'FORMULA_NAME_DIGIT' && each.span?.to === offset)
  const word =
    broken?.span !== undefined
      ? { word: text.slice(broken.span.from, offset), from: broken.span.from, isBracketed: false, isText: false }
      : wordOf(
          text,
          offset,
          last,
          issues.some((each) => each.code === 'FORMULA_UNCLOSED'),
        )
  if (word === undefined) return { ...AT_REST, from: offset, before, calls: openCalls(before) }
  const earlier = before.filter((each) => each.span.from < word.from)
  return { ...word, before: earlier, calls: openCalls(earlier) }
}

const AT_REST = { word: '', isBracketed: false, isText: false } as const

type Word = Pick<Caret, 'word' | 'from' | 'isBracketed' | 'isText'>

/** The last token as the word being typed, if the caret touches it and it is not closed. */
function wordOf(text: string, offset: number, last: Token | undefined, isOpen: boolean): Word | undefined {
  if (last === undefined || last.span.to !== offset) return undefined
  const { from } = last.span
  const source = text.slice(from, offset)
  if (last.kind === 'name' && last.isBracketed) {
    return isOpen ? { word: last.name, from, isBracketed: true, isText: false } : undefined
  }
  if (last.kind === 'text') return isOpen ? { word: last.value, from, isBracketed: false, isText: true } : undefined
  const isWord = last.kind === 'name' || last.kind === 'keyword' || (last.kind === 'number' && !last.isPercent)
  return isWord ? { word: source, from, isBracketed: false, isText: false } : undefined
}

function openCalls(tokens: readonly Token[]): OpenCall[] {
  const open: ({ call: OpenCall } | undefined)[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'sign') continue
    const before = tokens[index - 1]
    if (token.sign === '(') {
      const name = before?.kind === 'name' && !before.isBracketed ? functionNamed(before.name) : undefined
      const first = tokens[index + 1]
      const list = first?.kind === 'name' ? { first: first.name } : {}
      open.push(name && { call: { function: name, argument: 0, from: token.span.to, ...list } })
    } else if (token.sign === ')') open.pop()
    else if (token.sign === ',') {
      const innermost = open.at(-1)
      if (innermost !== undefined) {
        innermost.call = { ...innermost.call, argument: innermost.call.argument + 1 }
      }
    }
  }
  return open.flatMap((each) => (each === undefined ? [] : [each.call]))
}
