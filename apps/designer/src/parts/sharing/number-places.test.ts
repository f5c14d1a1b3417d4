import type { Indicator } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { numbersOfIndicator, numbersOfScheme } from './number-places.ts'

const leaf = (more: object): Indicator =>
  ({ id: 'a', name: 'a', points: '10', scoring: { method: 'judgement' }, ...more }) as Indicator

describe('the numbers of an indicator, by their places and names', () => {
  it.each<[string, object, [field: string, value: string, label: string][]]>([
    ['points alone', {}, [['points', '10', '分值']]],
    [
      'a target and its limits',
      { target: { comparator: '>=', value: '95%', unit: '5' }, declared: { atLeast: '80%' } },
      [
        ['points', '10', '分值'],
        ['target/value', '95%', '目标值 · 数值'],
        ['declared/atLeast', '80%', '申报限度 · 不低于'],
      ],
    ],
    [
      'steps',
      { scoring: { method: 'steps', below: { size: '1%', per: 'percentage-point', deduct: '0.5', limit: '2' } } },
      [
        ['points', '10', '分值'],
        ['scoring/below/size', '1%', '低于时 · 每步'],
        ['scoring/below/deduct', '0.5', '低于时 · 每步扣分'],
        ['scoring/below/limit', '2', '低于时 · 最多扣分'],
      ],
    ],
    [
      'bands',
      { scoring: { method: 'bands', otherwise: '0', bands: [{ from: '60%', included: true, score: '6' }] } },
      [
        ['points', '10', '分值'],
        ['scoring/otherwise', '0', '其余得分'],
        ['scoring/bands/0/from', '60%', '第 1 档 · 起点'],
        ['scoring/bands/0/score', '6', '第 1 档 · 得分'],
      ],
    ],
    [
      'no number of a condition, no id that looks like one',
      {
        scoring: {
          method: 'checklist',
          elements: [
            { id: '1', text: '2', score: '3', met: { condition: { fact: 'x', operator: 'equal', value: '4' } } },
          ],
        },
      },
      [
        ['points', '10', '分值'],
        ['scoring/elements/0/score', '3', '第 1 项 · 得分'],
      ],
    ],
  ])('%s', (_, more, expected) => {
    const found = numbersOfIndicator(leaf(more), 'zh')
    expect(found.map(({ field, value, label }) => [field, value, label])).toEqual(expected)
  })
})

it('the scheme’s own are its ceiling, its grades and what its rules give', () => {
  const found = numbersOfScheme(
    {
      ...{ yardstick: 'scheme/1', id: 's', name: 's', version: '1', fullScore: '100', ceiling: '105' },
      ...{ items: [], indicators: [leaf({})], grades: [{ name: '优', from: '90' }, { name: '差' }] },
      rules: [
        {
          ...{ id: 'r', name: '逾期', conditions: { fact: 'x', operator: 'equal', value: 1 } },
          event: { type: 'deduct', params: { points: '2', reason: '逾期' } },
        },
      ],
    },
    'zh',
  )
  expect(found.map((each) => [each.of, each.in, each.field, each.label])).toEqual([
    ['scheme', undefined, 'ceiling', '总分上限'],
    ['grade', '优', 'from', '等级“优”起点'],
    ['rule', 'r', 'event/params/points', '逾期 · 分值'],
  ])
})
