import { functionNamed } from './functions.ts'
import type { Scope } from './scope.ts'
import { type Token, tokenise } from './token.ts'

/**
 * A formula's text in coloured pieces, for editors: what each word is in the scope, also while the formula is half
 * written. Blanks and what cannot be read are in no piece.
 */
export interface HighlightPiece {
  readonly kind: HighlightKind
  readonly from: number
  readonly to: number
  /** The name that is read, without brackets; of names, fields and functions. */
  readonly name?: string
}

/** `unknown` is a name that the scope does not have; `word` is 且, 或, 非, 是, 否. */
export type HighlightKind =
  | 'item'
  | 'measure'
  | 'field'
  | 'unknown'
  | 'function'
  | 'number'
  | 'text'
  | 'word'
  | 'operator'
  | 'bracket'

/** In text order, none overlapping. Never throws. */
export function highlight(text: string, scope: Scope): HighlightPiece[] {
  const tokens = tokenise(text).tokens
  const fields = fieldsOfLists(tokens, scope)
  return tokens.flatMap((token, index) => {
    const kind = kindOf(token, index, tokens, scope, fields)
    if (kind === undefined) return []
    const { from, to } = token.span
    return [token.kind === 'name' ? { kind, from, to, name: token.name } : { kind, from, to }]
  })
}

function kindOf(
  token: Token,
  index: number,
  tokens: readonly Token[],
  scope: Scope,
  fields: ReadonlySet<string>,
): HighlightKind | undefined {
  switch (token.kind) {
    case 'number':
    case 'text':
      return token.kind
    case 'keyword':
      return 'word'
    case 'sign':
      return BRACKETS.has(token.sign) ? 'bracket' : 'operator'
    case 'name': {
      if (isSign(tokens[index - 1], '.')) return fields.has(token.name) ? 'field' : 'unknown'
      const isCalled = !token.isBracketed && isSign(tokens[index + 1], '(')
      if (isCalled) return functionNamed(token.name) === undefined ? 'unknown' : 'function'
      const info = scope.find(token.name)
      return info?.origin ?? (fields.has(token.name) ? 'field' : 'unknown')
    }
    case 'end':
      return undefined
  }
}

/** Conditions over records name fields without their list: those of every list that the text names are known. */
function fieldsOfLists(tokens: readonly Token[], scope: Scope): ReadonlySet<string> {
  const lists = tokens.flatMap((token) => (token.kind === 'name' ? (scope.find(token.name)?.fields ?? []) : []))
  return new Set(lists.map((field) => field.id))
}

const isSign = (token: Token | undefined, sign: '.' | '(') => token?.kind === 'sign' && token.sign === sign

const BRACKETS: ReadonlySet<string> = new Set(['(', ')', ','])
