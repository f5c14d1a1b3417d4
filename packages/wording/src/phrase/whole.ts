import { type Issue, type IssueCode, issue, type Result } from '@yardstick/model'
import { isEqual } from './equal.ts'
import { Input } from './input.ts'
import type { Phrase } from './phrase.ts'

/**
 * A whole text as one phrase. Where a text can mean several values, the one that prints as exactly this text is meant;
 * where none does and they differ, the text is ambiguous and nobody guesses.
 */
export function readWhole<T>(phrase: Phrase<T>, text: string, unread: IssueCode, ambiguous = unread): Result<T> {
  const input = new Input(text)
  const values: T[] = []
  for (const { value, end } of phrase.read(input, 0)) {
    if (!input.isAtEnd(end)) {
      input.miss(input.skipSpaces(end), END)
      continue
    }
    if (phrase.print(value) === text) return { ok: true, value }
    if (!values.some((other) => isEqual(other, value))) values.push(value)
    if (values.length === MOST_MEANINGS) break
  }
  const [only, second] = values
  if (only !== undefined && second === undefined) return { ok: true, value: only }
  return { ok: false, issues: [only === undefined ? stuck(input, unread) : several(phrase, values, text, ambiguous)] }
}

const END = '。'
const MOST_MEANINGS = 8
const MOST_EXPECTED = 8

function stuck(input: Input, code: IssueCode): Issue {
  if (input.reason !== undefined) return input.reason
  const { furthest: from, text } = input
  return issue(code, {
    span: { from, to: text.length },
    expected: [...input.expected].filter((each) => each !== '').slice(0, MOST_EXPECTED),
    found: text.slice(from, from + 40),
  })
}

function several<T>(phrase: Phrase<T>, values: readonly T[], text: string, code: IssueCode): Issue {
  return issue(code, {
    span: { from: 0, to: text.length },
    expected: values.map((value) => phrase.print(value) ?? ''),
    found: text,
  })
}
