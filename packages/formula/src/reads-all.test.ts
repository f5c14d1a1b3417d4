import { expect, test } from 'vitest'
import { formulaOf } from './bureau.testing.ts'
import { readsAll } from './reads-all.ts'

test.each([
  ['实际数', true],
  ['实际数 / 计划数 × 100%', true],
  ['-(实际数 ^ 2) + 1', true],
  ['ROUND(ABS(实际数 - 计划数), 2)', true],
  ['DAYS(期限, 完成日)', true],
  ['非 已公开', true],
  ['实际数 >= 计划数', true],
  // these may not need all they name
  ['IF(计划数 = 0, 0, 实际数)', false],
  ['1 - COALESCE(实际数, 0)', false],
  ['已公开 且 实际数 > 1', false],
  ['已公开 或 实际数 > 1', false],
  ['ROUND(SUM(实际数, 计划数), 2)', false],
  ['MIN(实际数, 计划数)', false],
])('%s', (text, expected) => {
  expect(readsAll(formulaOf(text))).toBe(expected)
})
