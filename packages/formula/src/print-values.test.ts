import { Exact } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { bureau, formulaOf, read } from './bureau.testing.ts'
import { checkFormula } from './check.ts'
import { parseFormula } from './parse.ts'
import { printWithValues } from './print-values.ts'

describe('printWithValues', () => {
  test.each([
    // rates, as reports print them
    ['实际支出 / [2025年预算]', '（145.6 ÷ 150）× 100% ≈ 97.07%', '(145.6 / 150) * 100% ≈ 97.07%'],
    ['非税收入 / 或有负债 × 100%', '（12 ÷ 3）× 100% = 400%', '(12 / 3) * 100% = 400%'],
    ['(非税收入 - 或有负债) / 或有负债', '（（12 − 3）÷ 3）× 100% = 300%', '((12 - 3) / 3) * 100% = 300%'],
    ['1 - 或有负债 / 非税收入', '（1 − 3 ÷ 12）× 100% = 75%', '(1 - 3 / 12) * 100% = 75%'],
    // where the values are percentages already nothing is multiplied
    ['(完成率 + “三公经费”控制率) / 2', '（95% + 102%）÷ 2 = 98.5%', '(95% + 102%) / 2 = 98.5%'],
    ['完成率 - 5%', '95% − 5% = 90%', '95% - 5% = 90%'],
    ['ROUND(非税收入 / 或有负债, 2)', '四舍五入（12 ÷ 3，2）= 400%', 'ROUND(12 / 3, 2) = 400%'],
    // numbers
    ['非税收入 - 或有负债', '12 − 3 = 9', '12 - 3 = 9'],
    ['或有负债 - 非税收入', '3 − 12 = −9', '3 - 12 = −9'],
    ['非税收入 * 2', '12 × 2 = 24', '12 * 2 = 24'],
    ['实际数 / 3', '8 ÷ 3 ≈ 2.6667', '8 / 3 ≈ 2.6667'],
    // a name alone is its value
    ['完成率', '95%', '95%'],
    ['实际支出', '145.6', '145.6'],
    // units where they are converted
    ['实际支出 / 预算数', '（145.6万元 ÷ 1456000元）× 100% = 100%', '(145.6万元 / 1456000元) * 100% = 100%'],
    ['实际支出 + 预算数', '145.6万元 + 1456000元 = 291.2万元', '145.6万元 + 1456000元 = 291.2万元'],
    // the branch that was taken
    ['IF(或有负债 > 0, 非税收入 / 或有负债, 0)', '（12 ÷ 3）× 100% = 400%', '(12 / 3) * 100% = 400%'],
    ['IF(计划数 = 0, 0, 实际数 / 计划数)', '0', '0'],
    ['COALESCE(空缺数, 实际数 - 1)', '8 − 1 = 7', '8 - 1 = 7'],
    // conditions, texts, dates
    ['实际数 >= 5', '8 ≥ 5：是', '8 >= 5: TRUE'],
    ['等级 = "优"', '"优" = "优"：是', '"优" = "优": TRUE'],
    ['DAYS(期限, 完成日)', '相差天数（2021-12-31，2021-12-30）= 1', 'DAYS(2021-12-31, 2021-12-30) = 1'],
    ['COUNTIF(项目, 金额 > 实际数)', '条件计数（项目，金额 > 8）= 3', 'COUNTIF(项目, 金额 > 8) = 3'],
    ['SUM(项目.金额)', '求和（项目.金额）= 60.5', 'SUM(项目.金额) = 60.5'],
    // what is not there is named
    ['空缺数 / 实际数', '空缺 ÷ 8 = 空缺', 'missing / 8 = missing'],
    ['不适用数 + 1', '不适用 + 1 = 不适用', 'not applicable + 1 = not applicable'],
    ['实际数 / 计划数', '8 ÷ 0 = 错误', '8 / 0 = error'],
  ])('%s', (text, zh, en) => {
    expect(printWithValues(formulaOf(text), read, 'zh')).toBe(zh)
    expect(printWithValues(formulaOf(text), read, 'en')).toBe(en)
  })

  test('what a measure declares is converted into its unit', () => {
    const parsed = parseFormula('(满意度 + 满意度) / 2')
    const asRate = parsed.ok ? checkFormula(parsed.value, bureau, { type: 'rate' }).formula : undefined
    expect(asRate && printWithValues(asRate, read, 'zh')).toBe('（91% + 91%）÷ 2 = 91%')
    const asYuan = checkFormula(formulaOf('实际支出 * 2').expression, bureau, { type: 'money', unit: '元' }).formula
    expect(asYuan && printWithValues(asYuan, read, 'zh')).toBe('145.6万元 × 2 = 2912000元')
  })

  test('negative values stand in brackets', () => {
    const formula = formulaOf('实际数 - 计划数')
    const negative = () => ({ state: 'present', value: Exact.integer(-2) }) as const
    expect(printWithValues(formula, negative, 'zh')).toBe('（−2）−（−2）= 0')
  })

  test('a measure states the type of its result, and the app how values are shown', () => {
    const formula = formulaOf('实际数 / (实际数 + 2)')
    expect(printWithValues(formula, read, 'zh', { result: { type: 'rate' } })).toBe('（8 ÷（8 + 2））× 100% = 80%')
    const show = (value: unknown) => (value instanceof Exact ? `<${value.toText()}>` : '')
    expect(printWithValues(formula, read, 'zh', { show })).toBe('<8> ÷（<8> + 2）= <0.8>')
  })
})
