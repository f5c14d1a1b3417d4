import type { Exact } from '@yardstick/model'
import type { FunctionName } from './functions.ts'
import type { Span } from './token.ts'

/**
 * The tree of a formula as it is written, before anything is known about its names. Chains of one level (a + b − c) are
 * one node with a list, so that a sum of a thousand terms is not a thousand levels deep; brackets of the author show
 * only as nesting.
 */
export type Expression =
  | NumberExpression
  | { readonly kind: 'text'; readonly value: string; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  | NameExpression
  | FieldExpression
  | { readonly kind: 'negate'; readonly operand: Expression; readonly span: Span }
  | { readonly kind: 'power'; readonly base: Expression; readonly exponent: Expression; readonly span: Span }
  | ChainExpression
  | CompareExpression
  | { readonly kind: 'not'; readonly operand: Expression; readonly span: Span }
  | JointExpression
  | CallExpression

/** `isPercent` keeps the author's 95% apart from 0.95; `value` is 0.95 in both. */
export interface NumberExpression {
  readonly kind: 'number'
  readonly value: Exact
  readonly isPercent: boolean
  readonly span: Span
}

export interface NameExpression {
  readonly kind: 'name'
  readonly name: string
  readonly span: Span
}

/** 清单.字段: one field of all records, or of this record inside a condition over that list. */
export interface FieldExpression {
  readonly kind: 'field'
  readonly list: string
  readonly field: string
  readonly span: Span
}

/** `sum` is + and −, `product` is × and ÷, computed from the left. */
export interface ChainExpression {
  readonly kind: 'sum' | 'product'
  readonly first: Expression
  readonly rest: readonly { readonly operator: ChainOperator; readonly operand: Expression }[]
  readonly span: Span
}
export type ChainOperator = '+' | '-' | '*' | '/'

export interface CompareExpression {
  readonly kind: 'compare'
  readonly operator: CompareOperator
  readonly left: Expression
  readonly right: Expression
  readonly span: Span
}
export type CompareOperator = '=' | '<>' | '<' | '<=' | '>' | '>='

/** 且 and 或, at least two operands. */
export interface JointExpression {
  readonly kind: 'and' | 'or'
  readonly operands: readonly Expression[]
  readonly span: Span
}

export interface CallExpression {
  readonly kind: 'call'
  readonly function: FunctionName
  readonly arguments: readonly Expression[]
  readonly span: Span
}

/** The direct parts of a node, in text order. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'negate':
    case 'not':
      return [expression.operand]
    case 'power':
      return [expression.base, expression.exponent]
    case 'sum':
    case 'product':
      return [expression.first, ...expression.rest.map((each) => each.operand)]
    case 'compare':
      return [expression.left, expression.right]
    case 'and':
    case 'or':
      return expression.operands
    case 'call':
      return expression.arguments
    default:
      return []
  }
}

/**
 * Every name that is read, once each, in text order; of 清单.字段 the list. Bare names in the condition of COUNTIF and
 * SUMIF are among them although some may turn out to be fields of the records: a checked formula's `names` is exact.
 */
export function namesIn(expression: Expression): string[] {
  const names = new Set<string>()
  const visit = (node: Expression) => {
    if (node.kind === 'name') names.add(node.name)
    if (node.kind === 'field') names.add(node.list)
    for (const part of partsOf(node)) visit(part)
  }
  visit(expression)
  return [...names]
}
