import { expect, it } from 'vitest'
import { mentions } from './mentions.ts'

it.each([
  ['实际支出 / 预算数', '实际支出', true],
  ['实际支出/预算数', '预算数', true],
  ['实际支出/预算数', '支出', false],
  ['支出2 + 1', '支出', false],
  ['2025年支出', '支出', false],
  // brackets hold a name as a whole
  ['[三公 经费] * 2', '三公 经费', true],
  ['【三公 经费】 * 2', '三公 经费', true],
  ['[三公 经费] * 2', '经费', false],
  ['“三公经费”控制率', '三公经费', false],
  ['“三公经费”控制率', '“三公经费”控制率', true],
  // texts are no names
  ['IF(类别 = "支出", 1, 0)', '支出', false],
  ['IF(类别 = "支出", 支出, 0)', '支出', true],
  // 且 and 或 are words after a value, and letters of a name elsewhere
  ['甲 > 1且乙 > 2', '乙', true],
  ['(甲)或乙', '乙', true],
  ['或有负债 + 1', '有负债', false],
  ['非税收入', '税收入', false],
  ['甲且乙', '乙', false],
])('%s mentions %s: %s', (formula, name, expected) => {
  expect(mentions(formula, name)).toBe(expected)
})
