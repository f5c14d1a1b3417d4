import { describe, expect, test } from 'vitest'
import { parseFormula } from './parse.ts'
import { printFormula } from './print.ts'

describe('printFormula', () => {
  test.each([
    ['(实际-计划)/计划', '（实际 − 计划）÷ 计划', '(实际 - 计划) / 计划'],
    ['实际/(计划-1)*(a+b)', '实际 ÷（计划 − 1）×（a + b）', '实际 / (计划 - 1) * (a + b)'],
    ['1-(2-3)+-4', '1 −（2 − 3）+ −4', '1 - (2 - 3) + -4'],
    ['a>=1且b<>2 或 非 c', 'a ≥ 1 且 b ≠ 2 或 非 c', 'a >= 1 AND b <> 2 OR NOT c'],
    ['(a 或 b) 且 (c=d)', '（a 或 b）且 c = d', '(a OR b) AND c = d'],
    ['非 a > 1', '非（a > 1）', 'NOT (a > 1)'],
    ['非 非 a', '非（非 a）', 'NOT (NOT a)'],
    ['a ^ -2', 'a^（−2）', 'a^(-2)'],
    ['(-a)^2', '（−a）^2', '(-a)^2'],
    ['-(a^2)', '−（a^2）', '-(a^2)'],
    ['- -a', '−−a', '--a'],
    ['-(a+b)', '−（a + b）', '-(a + b)'],
    ['if(a,1,求和(b,c))', '如果（a，1，求和（b，c））', 'IF(a, 1, SUM(b, c))'],
    ['[投诉-处理率]*95.00%', '[投诉-处理率] × 95%', '[投诉-处理率] * 95%'],
    ['[实际支出]+[是]+[SUM]', '实际支出 + [是] + SUM', '实际支出 + [是] + SUM'],
    ['【a]b】', '【a]b】', '【a]b】'],
    ['[名 单].金额', '[名 单].金额', '[名 单].金额'],
    ['a="say ""hi"""', 'a = "say ""hi"""', 'a = "say ""hi"""'],
    ['TRUE=否', '是 = 否', 'TRUE = FALSE'],
    ['1.50 + 007', '1.5 + 7', '1.5 + 7'],
    ['a = "）" 且 "（" = b', 'a = "）" 且 "（" = b', 'a = "）" AND "（" = b'],
  ])('%s', (text, zh, en) => {
    const parsed = parseFormula(text)
    if (!parsed.ok) throw new Error(text)
    expect(printFormula(parsed.value, 'zh')).toBe(zh)
    expect(printFormula(parsed.value, 'en')).toBe(en)
  })
})
