import { missing } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { formulaOf, read } from './bureau.testing.ts'
import { linearFractional } from './linear.ts'

/** (a·v + b) / (c·v + d), unscaled. */
const form = (text: string, variable = '实际数') => {
  const found = linearFractional(formulaOf(text), variable, read)
  return found && `(${found.a.toText()} v + ${found.b.toText()}) / (${found.c.toText()} v + ${found.d.toText()})`
}

describe('linearFractional', () => {
  test.each([
    ['实际数', '(1 v + 0) / (0 v + 1)'],
    ['人数', '(0 v + 4) / (0 v + 1)'],
    ['实际数 / 人数', '(1 v + 0) / (0 v + 4)'],
    ['人数 / 实际数', '(0 v + 4) / (1 v + 0)'],
    ['(实际数 - 人数) / 人数 * 100%', '(1 v + -4) / (0 v + 4)'],
    ['实际数 / (实际数 + 人数)', '(1 v + 0) / (1 v + 4)'],
    ['1 - 实际数 / (实际数 + 2)', '(0 v + 2) / (1 v + 2)'],
    ['-实际数 * 3', '(-3 v + 0) / (0 v + 1)'],
    ['实际数 * (人数 ^ 2)', '(16 v + 0) / (0 v + 1)'],
    ['实际数 ^ 1', '(1 v + 0) / (0 v + 1)'],
    ['实际数 ^ -1', '(0 v + 1) / (1 v + 0)'],
    ['SUM(实际数, 人数, 不适用数)', '(1 v + 4) / (0 v + 1)'],
    ['SUM(实际数, 项目.数量)', '(1 v + 7) / (0 v + 1)'],
    ['AVERAGE(实际数, 人数, 不适用数)', '(0.5 v + 2) / (0 v + 1)'],
    ['IF(已公开, 实际数, 空缺数)', '(1 v + 0) / (0 v + 1)'],
    ['COALESCE(空缺数, 实际数, 空缺数)', '(1 v + 0) / (0 v + 1)'],
    ['ROUND(人数 / 3, 2) * 实际数', '(1.33 v + 0) / (0 v + 1)'],
    // squares that cancel are no squares
    ['实际数 * 实际数 / 实际数', undefined],
    ['(实际数 / (实际数 + 1)) * ((实际数 + 1) / 2)', '(1 v + 0) / (0 v + 2)'],
    ['实际数 / 2 + 实际数 / (人数 + 1)', '(7 v + 0) / (0 v + 10)'],
    ['1 / (1 / 实际数)', '(1 v + 0) / (0 v + 1)'],
    // not of the form
    ['实际数 ^ 2', undefined],
    ['实际数 * 实际数', undefined],
    ['1 / 实际数 + 1 / (实际数 + 1)', undefined],
    ['2 ^ 实际数', undefined],
    ['ROUND(实际数, 2)', undefined],
    ['MAX(实际数, 1)', undefined],
    ['ABS(实际数)', undefined],
    ['IF(实际数 > 1, 实际数, 1)', undefined],
    ['AVERAGE(实际数, 项目.数量)', undefined],
    ['实际数 > 1', undefined],
    ['等级', undefined],
    // another reading is needed and not there
    ['实际数 + 空缺数', undefined],
    ['实际数 / 计划数', undefined],
    ['实际数 * 错误数', undefined],
  ])('%s', (text, expected) => {
    expect(form(text)).toBe(expected)
  })

  test.each([
    ['实际支出 / 预算数', '实际支出', '(10000 v + 0) / (0 v + 1456000)'],
    ['实际支出 / 预算数', '预算数', '(0 v + 1456000) / (1 v + 0)'],
    ['实际支出 + 预算数', '预算数', '(0.0001 v + 145.6) / (0 v + 1)'],
  ])('%s in %s goes through the conversion', (text, variable, expected) => {
    expect(form(text, variable)).toBe(expected)
  })

  test('a measure inside is followed, unless it is said that it cannot be', () => {
    const formula = formulaOf('完成率 * 100')
    const rate = formulaOf('实际数 / 人数')
    const found = linearFractional(formula, '实际数', read, (name) => (name === '完成率' ? rate : undefined))
    expect(found?.a.toText()).toBe('100')
    expect(found?.d.toText()).toBe('4')
    expect(linearFractional(formula, '实际数', read, () => null)).toBeUndefined()
    expect(linearFractional(formula, '实际数', () => missing('完成率'))).toBeUndefined()
  })
})
