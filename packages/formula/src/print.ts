import { Exact, type Language } from '@yardstick/model'
import type { CompareOperator, Expression } from './expression.ts'
import { functionEntry } from './functions.ts'
import { writeName } from './name.ts'

/**
 * Tree → text in one of the two languages, with as few brackets as keep the tree: what is printed parses to the same tree
 * ([F3] in LAWS.md). Chinese text is set as reports set it: （实际 − 计划）÷ 计划.
 */
export function printFormula(expression: Expression, language: Language): string {
  return print(expression, language, (leaf) => printLeaf(leaf, language))
}

/** Prints with another hand for the leaves: values instead of names (`print-values.ts`). */
export function print(expression: Expression, language: Language, leaf: (leaf: Leaf) => string): string {
  const signs = SIGNS[language]
  const at = (part: Expression, level: number): string => {
    const text = printNode(part)
    return LEVEL[part.kind] < level ? signs.group(text) : text
  }
  const printNode = (node: Expression): string => {
    switch (node.kind) {
      case 'negate':
        return signs['-'] + at(node.operand, node.operand.kind === 'negate' ? LEVEL.negate : LEVEL.call)
      case 'power':
        return `${at(node.base, LEVEL.call)}^${at(node.exponent, LEVEL.call)}`
      case 'sum':
      case 'product':
        return node.rest.reduce(
          (text, each) => signs.join(text, signs[each.operator], at(each.operand, LEVEL[node.kind] + 1)),
          at(node.first, LEVEL[node.kind] + 1),
        )
      case 'compare':
        return signs.join(at(node.left, LEVEL.sum), signs[node.operator], at(node.right, LEVEL.sum))
      case 'not': {
        const operand = at(node.operand, LEVEL.call)
        return signs.join(signs.not, '', operand)
      }
      case 'and':
      case 'or':
        return node.operands
          .map((each) => at(each, LEVEL[node.kind] + 1))
          .reduce((text, each) => signs.join(text, signs[node.kind], each))
      case 'call': {
        const name = language === 'zh' ? functionEntry(node.function).zh : node.function
        return name + signs.list(node.arguments.map(printNode))
      }
      default:
        return leaf(node)
    }
  }
  return printNode(expression)
}

/** In brackets of the language. */
export function group(text: string, language: Language): string {
  return SIGNS[language].group(text)
}

/** Two texts with a sign between, spaced as the language does. */
export function joined(left: string, sign: string, right: string, language: Language): string {
  return SIGNS[language].join(left, sign, right)
}

export type Leaf = Extract<Expression, { kind: 'number' | 'text' | 'boolean' | 'name' | 'field' }>

export function printLeaf(leaf: Leaf, language: Language): string {
  switch (leaf.kind) {
    case 'number':
      return leaf.isPercent ? `${leaf.value.times(HUNDRED).toText()}%` : leaf.value.toText()
    case 'text':
      return `"${leaf.value.replaceAll('"', '""')}"`
    case 'boolean':
      return SIGNS[language][leaf.value ? 'true' : 'false']
    case 'name':
      return writeName(leaf.name)
    case 'field':
      return `${writeName(leaf.list)}.${writeName(leaf.field)}`
  }
}

/** How tightly each kind binds; a part that binds less than its place asks for stands in brackets. */
export const LEVEL: Readonly<Record<Expression['kind'], number>> = {
  or: 1,
  and: 2,
  not: 3,
  compare: 4,
  sum: 5,
  product: 6,
  negate: 7,
  power: 8,
  call: 9,
  number: 9,
  text: 9,
  boolean: 9,
  name: 9,
  field: 9,
}

interface Signs extends Readonly<Record<'+' | '-' | '*' | '/' | CompareOperator | 'and' | 'or' | 'not', string>> {
  readonly true: string
  readonly false: string
  group(text: string): string
  list(texts: readonly string[]): string
  /** Two texts with a sign between; no blank stands beside a full-width bracket. */
  join(left: string, sign: string, right: string): string
}

const SIGNS: Readonly<Record<Language, Signs>> = {
  zh: {
    '+': '+',
    '-': '−',
    '*': '×',
    '/': '÷',
    '=': '=',
    '<>': '≠',
    '<': '<',
    '<=': '≤',
    '>': '>',
    '>=': '≥',
    and: '且',
    or: '或',
    not: '非',
    true: '是',
    false: '否',
    group: (text) => `（${text}）`,
    list: (texts) => `（${texts.join('，')}）`,
    join: (left, sign, right) => {
      const before = left.endsWith('）') || sign === '' ? '' : ' '
      return `${left}${before}${sign}${right.startsWith('（') ? '' : ' '}${right}`
    },
  },
  en: {
    '+': '+',
    '-': '-',
    '*': '*',
    '/': '/',
    '=': '=',
    '<>': '<>',
    '<': '<',
    '<=': '<=',
    '>': '>',
    '>=': '>=',
    and: 'AND',
    or: 'OR',
    not: 'NOT',
    true: 'TRUE',
    false: 'FALSE',
    group: (text) => `(${text})`,
    list: (texts) => `(${texts.join(', ')})`,
    join: (left, sign, right) => (sign === '' ? `${left} ${right}` : `${left} ${sign} ${right}`),
  },
}

const HUNDRED = Exact.integer(100)
