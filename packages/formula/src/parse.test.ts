import { describe, expect, test } from 'vitest'
import { told } from './bureau.testing.ts'
import type { Expression } from './expression.ts'
import { parseFormula } from './parse.ts'

/** The tree with every part in brackets, in signs of one form. */
function shape(node: Expression): string {
  switch (node.kind) {
    case 'number':
      return node.isPercent ? `${node.value.toText()}%` : node.value.toText()
    case 'text':
      return JSON.stringify(node.value)
    case 'boolean':
      return String(node.value)
    case 'name':
      return node.name
    case 'field':
      return `${node.list}.${node.field}`
    case 'negate':
      return `(-${shape(node.operand)})`
    case 'not':
      return `(not ${shape(node.operand)})`
    case 'power':
      return `(${shape(node.base)}^${shape(node.exponent)})`
    case 'compare':
      return `(${shape(node.left)} ${node.operator} ${shape(node.right)})`
    case 'sum':
    case 'product':
      return `(${shape(node.first)}${node.rest.map((each) => ` ${each.operator} ${shape(each.operand)}`).join('')})`
    case 'and':
    case 'or':
      return `(${node.operands.map(shape).join(` ${node.kind} `)})`
    case 'call':
      return `${node.function}(${node.arguments.map(shape).join(', ')})`
  }
}

describe('parseFormula', () => {
  test.each([
    // precedence, as in Excel
    ['1+2*3', '(1 + (2 * 3))'],
    ['(1+2)*3', '((1 + 2) * 3)'],
    ['1-2-3', '(1 - 2 - 3)'],
    ['1-(2-3)', '(1 - (2 - 3))'],
    ['(1-2)-3', '((1 - 2) - 3)'],
    ['a/b/c', '(a / b / c)'],
    ['-a*b', '((-a) * b)'],
    ['2*-3', '(2 * (-3))'],
    ['--3', '(-(-3))'],
    ['+3', '3'],
    ['2^3*4', '((2^3) * 4)'],
    ['2^-3', '(2^(-3))'],
    ['(-2)^2', '((-2)^2)'],
    ['-(2^2)', '(-(2^2))'],
    ['(2^3)^2', '((2^3)^2)'],
    ['2^(3^2)', '(2^(3^2))'],
    ['a+b>=c*d', '((a + b) >= (c * d))'],
    ['a>1 且 b>2 或 c>3', '(((a > 1) and (b > 2)) or (c > 3))'],
    ['非 a > 1 且 b', '((not (a > 1)) and b)'],
    ['非 非 a', '(not (not a))'],
    ['(a = b) = 是', '((a = b) = true)'],
    // as people write it
    ['（实际支出／预算数）×１００％', '((实际支出 / 预算数) * 1%)'],
    ['(本年-上年)÷上年', '((本年 - 上年) / 上年)'],
    ['如果（a≥b，1，0）', 'IF((a >= b), 1, 0)'],
    ['if(a>=b,1,0)', 'IF((a >= b), 1, 0)'],
    ['Ｓｕｍ(名单.金额)', 'SUM(名单.金额)'],
    ['求和 (名单.金额, 3)', 'SUM(名单.金额, 3)'],
    ['求和', '求和'],
    ['[求和]*2', '(求和 * 2)'],
    // AND and OR as Excel writes them
    ['AND(a, b, c)', '(a and b and c)'],
    ['或(a，b)', '(a or b)'],
    ['NOT(a)', '(not a)'],
    ['a 且 且(b, c)', '(a and (b and c))'],
    ['a 且(b 或 c)', '(a and (b or c))'],
  ])('%s', (text, expected) => {
    const parsed = parseFormula(text)
    expect(parsed.ok ? shape(parsed.value) : told(parsed.issues, text)).toBe(expected)
  })

  test.each([
    ['', 'FORMULA_EMPTY ``'],
    ['  ', 'FORMULA_EMPTY `  `'],
    // what is missing or too much
    ['1+', 'FORMULA_SYNTAX ``'],
    ['*2', 'FORMULA_SYNTAX `*`'],
    ['1 2', 'FORMULA_SYNTAX `2`'],
    ['a b', 'FORMULA_SYNTAX `b`'],
    ['(a', 'FORMULA_UNCLOSED `(`'],
    ['（a+（b）', 'FORMULA_UNCLOSED `（`'],
    ['a)', 'FORMULA_SYNTAX `)`'],
    ['SUM(a', 'FORMULA_UNCLOSED `(`'],
    ['SUM(a,)', 'FORMULA_SYNTAX `)`'],
    ['SUM(a b)', 'FORMULA_SYNTAX `b`'],
    ['名单.', 'FORMULA_SYNTAX ``'],
    ['名单.5', 'FORMULA_SYNTAX `5`'],
    ['.金额', 'FORMULA_SYNTAX `.`'],
    ['a 且', 'FORMULA_SYNTAX ``'],
    ['a = 非 b', 'FORMULA_SYNTAX `非`'],
    ['=a', 'FORMULA_SYNTAX `=`'],
    ['a，b', 'FORMULA_SYNTAX `，`'],
    ['是(a)', 'FORMULA_SYNTAX `(`'],
    // what Excel would read in a surprising way
    ['-a^b', 'FORMULA_POWER_BRACKETS `-a^b`'],
    ['1 - -a^2', 'FORMULA_POWER_BRACKETS `-a^2`'],
    ['a^b^c', 'FORMULA_POWER_BRACKETS `a^b^c`'],
    ['2^-1^2', 'FORMULA_POWER_BRACKETS `2^-1^2`'],
    ['a<b<c', 'FORMULA_COMPARE_CHAIN `a<b<c`'],
    ['0 < a = 1 且 b', 'FORMULA_COMPARE_CHAIN `0 < a = 1`'],
    // percent signs
    ['a%', 'FORMULA_PERCENT `%`'],
    ['(a/b)％', 'FORMULA_PERCENT `％`'],
    ['5%%', 'FORMULA_PERCENT `%`'],
    ['%', 'FORMULA_PERCENT `%`'],
    // functions
    ['预算执行率（%）', 'FORMULA_UNKNOWN_FUNCTION `预算执行率`'],
    ['SUMM(a) + AVERGE(b)', 'FORMULA_UNKNOWN_FUNCTION `SUMM`', 'FORMULA_UNKNOWN_FUNCTION `AVERGE`'],
    ['constructor(1)', 'FORMULA_UNKNOWN_FUNCTION `constructor`'],
    ['__proto__(1)', 'FORMULA_UNKNOWN_FUNCTION `__proto__`'],
    ['a(b)+', 'FORMULA_UNKNOWN_FUNCTION `a`', 'FORMULA_SYNTAX ``'],
    ['AND(a)', 'FORMULA_ARGUMENT_COUNT `AND(a)`'],
  ])('%s is marked', (text, ...expected) => {
    const parsed = parseFormula(text)
    expect(parsed.ok ? [] : told(parsed.issues, text)).toEqual(expected)
  })

  test.each([
    ['-a^b', ['(-a)^b', '-(a^b)']],
    ['a^b^c', ['(a^b)^c', 'a^(b^c)']],
    ['a < b <= c', { zh: 'a < b 且 b <= c', en: 'a < b AND b <= c' }],
    ['(a) < (b) <= c', { zh: '(a) < (b) 且 (b) <= c', en: '(a) < (b) AND (b) <= c' }],
    ['2025年预算', '[2025年预算]'],
    ['SUMM(a)', { function: 'SUM', name: '[SUMM(a)]' }],
    ['预算执行率（%）', { function: null, name: '[预算执行率（%）]' }],
  ])('%s is shown the way to write it', (text, expected) => {
    const parsed = parseFormula(text)
    expect(parsed.ok ? undefined : parsed.issues[0]?.expected).toEqual(expected)
  })

  test('nesting ends at 64, in an issue and not in a stack overflow', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}1${')'.repeat(depth)}`
    expect(parseFormula(nested(64)).ok).toBe(true)
    for (const text of [
      nested(65),
      '('.repeat(4_000),
      '-'.repeat(3_999),
      '非 '.repeat(1_900),
      'ABS('.repeat(999),
      `2^${'-'.repeat(3_000)}1`,
    ]) {
      const parsed = parseFormula(text)
      expect(parsed.ok ? [] : parsed.issues.map((each) => each.code)).toEqual(['FORMULA_TOO_DEEP'])
    }
  })

  test('length ends at 4000', () => {
    expect(parseFormula(`1${'+1'.repeat(1_999)}`).ok).toBe(true)
    for (const text of ['1'.padEnd(4_001), '('.repeat(20_000)]) {
      const parsed = parseFormula(text)
      expect(parsed.ok ? [] : parsed.issues.map((each) => each.code)).toEqual(['FORMULA_TOO_LONG'])
    }
  })
})
