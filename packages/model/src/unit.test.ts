import { expect, it } from 'vitest'
import { conversion } from './unit.ts'

it.each([
  ['元', '万元', '0.0001'],
  ['亿元', '万元', '10000'],
  ['%', '‰', '10'],
  ['个百分点', '%', '1'],
  ['人', '万人', '0.0001'],
  ['天', '日', '1'],
  ['周', '天', '7'],
  ['季度', '个月', '3'],
  ['分钟', '小时', '1/60'],
  ['吨', '公斤', '1000'],
  ['公顷', '平方米', '10000'],
  // a unit the table does not know is its own kind
  ['场', '场', '1'],
  ['场', '次', undefined],
  // across kinds
  ['元', '人', undefined],
  ['人', '人次', undefined],
  ['天', '个月', undefined],
  ['亩', '平方米', undefined],
  // no unit fits any
  [undefined, '元', '1'],
  ['元', undefined, '1'],
  [undefined, undefined, '1'],
  ['constructor', '元', undefined],
])('%s in %s is a factor of %s', (from, to, expected) => {
  expect(conversion(from, to)?.toText()).toBe(expected)
})
