import { describe, expect, test } from 'vitest'
import { told } from './bureau.testing.ts'
import { type Token, tokenise } from './token.ts'

/** number · "text" · 名 · {keyword} · sign */
function show(token: Token): string {
  switch (token.kind) {
    case 'number':
      return token.value.toText() + (token.isPercent ? '=%' : '')
    case 'text':
      return JSON.stringify(token.value)
    case 'name':
      return token.isBracketed ? `[${token.name}]` : token.name
    case 'keyword':
      return `{${token.keyword}}`
    case 'sign':
      return token.sign
    case 'end':
      return ''
  }
}

const shown = (text: string) => tokenise(text).tokens.map(show).join(' ').trimEnd()

describe('tokens', () => {
  test.each([
    // names: a run of letters of any script
    ['实际支出', '实际支出'],
    ['“三公经费”控制率', '“三公经费”控制率'],
    ['《办法》执行情况', '《办法》执行情况'],
    ['资金·到位率', '资金·到位率'],
    ['GDP_2021', 'GDP_2021'],
    ['支出２', '支出２'],
    ['𠮷野家满意度 + 1', '𠮷野家满意度 + 1'],
    ['Größe*Ёлка', 'Größe * Ёлка'],
    ['a_b', 'a_b'],
    ['项目①', '项目①'],
    // anything else in brackets
    ['[2025年预算]', '[2025年预算]'],
    ['【预算执行率（%）】', '[预算执行率（%）]'],
    ['[投诉-处理率]/[a】b]', '[投诉-处理率] / [a】b]'],
    ['【a]b】', '[a]b]'],
    ['投诉-处理率', '投诉 - 处理率'],
    // fields of lists
    ['名单.金额', '名单 . 金额'],
    ['名单．[金 额]', '名单 . [金 额]'],
    ['[名 单] . 金额', '[名 单] . 金额'],
    // numbers
    ['0.5', '0.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['１２．５', '12.5'],
    ['95%', '0.95=%'],
    ['95 ％', '0.95=%'],
    ['1+.5', '1 + 0.5'],
    [
      '999999999999999999999999999999.999999999999999999999999999999',
      '999999999999999999999999999999.999999999999999999999999999999',
    ],
    // texts; “ ” belong to names
    ['"a""b"', '"a\\"b"'],
    ['＂优＂', '"优"'],
    ['""', '""'],
    ['“优”', '“优”'],
    // signs in all their forms
    ['＋－−–＊×／÷＾^', '+ - - - * * / / ^ ^'],
    ['（a，b）', '( a , b )'],
    ['= == ＝ <> != ≠ ！＝', '= = = <> <> <> <>'],
    ['< <= ≤ ≦ ＜ ＜＝', '< <= <= <= < <='],
    ['> >= ≥ ≧ ＞ ＞＝', '> >= >= >= > >='],
    ['a=-1', 'a = - 1'],
    // words, alone or after a value
    ['甲 且 乙 或 非 丙', '甲 {and} 乙 {or} {not} 丙'],
    ['a AND b Or nOt c', 'a {and} b {or} {not} c'],
    ['真 假 是 否 TRUE false', '{true} {false} {true} {false} {true} {false}'],
    ['ＡＮＤ', '{and}'],
    ['非税收入 + 或有负债 + 且末县', '非税收入 + 或有负债 + 且末县'],
    ['是否公开', '是否公开'],
    ['a>1且b>2', 'a > 1 {and} b > 2'],
    ['1且2>1', '1 {and} 2 > 1'],
    ['(a)或b', '( a ) {or} b'],
    ['a>95%且非税收入>0', 'a > 0.95=% {and} 非税收入 > 0'],
    ['甲 且乙', '甲 {and} 乙'],
    ['甲且乙', '甲且乙'],
    ['x>0 且或有负债', 'x > 0 {and} 或有负债'],
    ['1and b', '1 {and} b'],
    // blanks of every kind
    ['\u3000a\u00a0+\u200b b\t\n', 'a + b'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(tokenise(text).issues).toEqual([])
    expect(shown(text)).toBe(expected)
  })

  test.each([
    ['a # b', 'FORMULA_CHARACTER `#`'],
    ['a：b', 'FORMULA_CHARACTER `：`'],
    ['a ≈ 😀', 'FORMULA_CHARACTER `≈`', 'FORMULA_CHARACTER `😀`'],
    ['·名', 'FORMULA_CHARACTER `·`'],
    ['"a', 'FORMULA_UNCLOSED `"`'],
    ['1+[a', 'FORMULA_UNCLOSED `[`'],
    ['【a]', 'FORMULA_UNCLOSED `【`'],
    ['[] + [ ]', 'FORMULA_SYNTAX `[]`', 'FORMULA_SYNTAX `[ ]`'],
    ['1.2.3', 'FORMULA_NUMBER `1.2.3`'],
    ['1..2', 'FORMULA_NUMBER `1..2`'],
    ['1234567890123456789012345678901', 'FORMULA_NUMBER `1234567890123456789012345678901`'],
    ['0.1234567890123456789012345678901', 'FORMULA_NUMBER `0.1234567890123456789012345678901`'],
    ['2025年预算', 'FORMULA_NAME_DIGIT `2025年预算`'],
    ['1e5', 'FORMULA_NAME_DIGIT `1e5`'],
    ['100万元', 'FORMULA_NAME_DIGIT `100万元`'],
  ])('%s is marked', (text, ...expected) => {
    expect(told(tokenise(text).issues, text)).toEqual(expected)
  })

  test('a sign of one character is one character wide', () => {
    for (const text of ['≥', '≤', '≠', '≥＝', '>＝']) {
      const { span } = tokenise(text).tokens[0]!
      expect(text.slice(span.from, span.to)).toBe(text === '>＝' ? '>＝' : text[0])
    }
  })

  test('spans are offsets in the text as typed', () => {
    const text = '　𠮷≥ ９５％'
    expect(tokenise(text).tokens.map(({ span }) => text.slice(span.from, span.to))).toEqual(['𠮷', '≥', '９５％', ''])
  })
})
