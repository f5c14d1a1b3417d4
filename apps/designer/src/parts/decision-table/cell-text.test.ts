import { describe, expect, test } from 'vitest'
import type { Fact } from '../condition/facts.ts'
import { readCell, showCell } from './cell-text.ts'

const fact = (name: string, type: Fact['type'], more: Partial<Fact> = {}): Fact => ({
  name,
  label: name,
  group: 'items',
  type,
  ...more,
})
const amount = fact('支出', 'money', { unit: '万元' })
const rate = fact('执行率', 'rate')
const count = fact('次数', 'count', { unit: '次' })
const day = fact('日期', 'date')
const kind = fact('类型', 'choice', { choices: ['甲', '乙', '丙'] })
const text = fact('说明', 'text')
const truth = fact('公开', 'boolean')
const budget = fact('预算', 'money', { unit: '元' })
const facts = [amount, rate, count, day, kind, text, truth, budget]

const rows: readonly [Fact, typed: string, shown: string | undefined][] = [
  [amount, '≥80', '≥80'],
  [amount, '>=80', '≥80'],
  [amount, '不低于８０万元', '≥80'],
  [amount, '80以上', '≥80'],
  [amount, '低于60', '<60'],
  [amount, '60-80', '≥60 且 <80'],
  [amount, '60～80', '≥60 且 <80'],
  [amount, '[60,80]', '≥60 且 ≤80'],
  [amount, '(60,80]', '>60 且 ≤80'],
  [amount, '≥60,<80', '≥60 且 <80'],
  [amount, '≥60 且 <80', '≥60 且 <80'],
  [amount, '-5-5', '≥-5 且 <5'],
  [amount, '80', '80'],
  [amount, '≤预算', '≤预算'],
  [amount, '80、90', '80、90'],
  [amount, '多', undefined],
  [rate, '95', '95%'],
  [rate, '≥95%', '≥95%'],
  [rate, '60%-80%', '≥60% 且 <80%'],
  [count, '1-3', '≥1 且 ≤3'],
  [count, '0', '0'],
  [day, '≤2025年3月31日', '≤2025年3月31日'],
  [day, '2025-03-31前', '≤2025年3月31日'],
  [day, '2025-01-01至2025-03-31', '≥2025年1月1日 且 ≤2025年3月31日'],
  [kind, '甲', '甲'],
  [kind, '甲,乙', '甲、乙'],
  [kind, '非丙', '≠丙'],
  [kind, '非甲、乙', '非 甲、乙'],
  [kind, '丁', undefined],
  [kind, '≥甲', undefined],
  [text, '包含整改', '包含 整改'],
  [text, '不含整改', '不包含 整改'],
  [truth, '是', '是'],
  [truth, '否', '否'],
  [truth, '也许', undefined],
  [truth, '', ''],
  [kind, '不限', ''],
]

describe('cells are read as people write them, and shown back in signs', () => {
  for (const [of, typed, shown] of rows) {
    test(`${typed || 'nothing'} of ${of.name}`, () => {
      const read = readCell(typed, of, facts)
      expect(read && showCell(read, of, facts, 'zh')).toBe(shown)
    })
  }
})

test('what is shown is read as the same cell, in both languages', () => {
  for (const [of, typed, shown] of rows) {
    const read = shown === undefined ? undefined : readCell(typed, of, facts)
    if (read === undefined) continue
    for (const language of ['zh', 'en'] as const)
      expect([typed, readCell(showCell(read, of, facts, language), of, facts)]).toEqual([typed, read])
  }
})
