import { describe, expect, test } from 'vitest'
import { readList, readLiteral, showList, showLiteral } from './literal.ts'

const money = { type: 'money', unit: '万元' } as const
const rows: readonly [typed: string, fact: Parameters<typeof readLiteral>[1], value: unknown][] = [
  // numbers
  ['50', { type: 'count', unit: '个' }, 50],
  ['50 个', { type: 'count', unit: '个' }, 50],
  ['１，２００．５', money, 1200.5],
  ['1,200.50万元', money, 1200.5],
  ['5000元', money, 0.5],
  ['1亿元', money, 10000],
  ['3 天', money, undefined],
  ['-3', { type: 'number' }, -3],
  ['12345678901234567.5', { type: 'number' }, '12345678901234567.5'],
  ['五十', { type: 'count' }, undefined],
  ['', { type: 'count' }, undefined],
  ['1.2.3', { type: 'number' }, undefined],
  // rates count in percent
  ['95', { type: 'rate' }, '95%'],
  ['95.50%', { type: 'rate' }, '95.5%'],
  ['９５％', { type: 'rate' }, '95%'],
  // days
  ['2025-3-31', { type: 'date' }, '2025-03-31'],
  ['2025年3月31日', { type: 'date' }, '2025-03-31'],
  ['2025/03/31', { type: 'date' }, '2025-03-31'],
  ['20250331', { type: 'date' }, '2025-03-31'],
  ['2025-02-30', { type: 'date' }, undefined],
  // the rest
  ['是', { type: 'boolean' }, true],
  ['NO', { type: 'boolean' }, false],
  ['甲', { type: 'choice', choices: ['甲', '乙'] }, '甲'],
  ['丙', { type: 'choice', choices: ['甲', '乙'] }, undefined],
  [' 整改 ', { type: 'text' }, '整改'],
]

describe('typed values are read by the type of the fact', () => {
  for (const [typed, fact, value] of rows)
    test(`${typed} of ${fact.type} ${fact.unit ?? ''}`, () => expect(readLiteral(typed, fact)).toEqual(value))
})

test('several values are read and shown back', () => {
  expect(readList('甲、 乙，丙', { type: 'text' })).toEqual(['甲', '乙', '丙'])
  expect(readList('90，95%', { type: 'rate' })).toEqual(['90%', '95%'])
  expect(readList('90、x', { type: 'rate' })).toBeUndefined()
  expect(showList(['90%', '95%'], { type: 'rate' }, 'zh')).toBe('90%、95%')
})

test('a rate shows in percent, however it is stored', () => {
  for (const value of ['95%', '0.95', 0.95]) expect(showLiteral(value, { type: 'rate' }, 'zh')).toBe('95')
  expect(showLiteral('2025-03-31', { type: 'date' }, 'zh')).toBe('2025年3月31日')
})
