import { expect, test } from 'vitest'
import { attributesIn } from './attribute-lines.ts'

test.each([
  ['', {}],
  ['地形：山区', { 地形: '山区' }],
  ['地形 = 山区\n\n 层级:县级 ', { 地形: '山区', 层级: '县级' }],
  ['山区', undefined],
  ['地形：', undefined],
])('%j', (text, expected) => {
  expect(attributesIn(text)).toEqual(expected)
})
