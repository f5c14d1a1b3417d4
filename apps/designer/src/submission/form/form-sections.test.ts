import type { Scheme } from '@yardstick/model'
import { expect, it } from 'vitest'
import { formSections } from './form-sections.ts'

const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 's',
  name: '测试',
  version: '1',
  fullScore: '30',
  items: ['预算', '支出', '次数', '备注'].map((id) => ({ id, type: 'count' })),
  measures: [{ id: '执行率', type: 'rate', formula: '支出 / 预算' }],
  indicators: [
    {
      id: 'in',
      name: '投入',
      points: '20',
      children: [
        { id: 'a', name: '执行率', points: '10', actual: '执行率', scoring: { method: 'ratio' } },
        { id: 'b', name: '调整率', points: '10', actual: '次数 / 预算', scoring: { method: 'ratio' } },
      ],
    },
    { id: 'c', name: '效果', points: '10', scoring: { method: 'judgement' } },
  ],
}

it('each item is filled in where it is first used, and the other indicators point to it', () => {
  const shown = formSections(scheme, '其他').map(({ name, leaves, items }) => ({
    name,
    leaves: leaves.map((each) => [
      each.leaf.name,
      each.items.map(({ item, alsoIn }) => [item.id, ...alsoIn]),
      each.above.map(({ item, in: where }) => [item.id, where]),
    ]),
    items: items.map(({ id }) => id),
  }))
  expect(shown).toEqual([
    {
      name: '投入',
      leaves: [
        ['执行率', [['预算', '调整率'], ['支出']], []],
        ['调整率', [['次数']], [['预算', '执行率']]],
      ],
      items: [],
    },
    { name: '效果', leaves: [['效果', [], []]], items: [] },
    { name: '其他', leaves: [], items: ['备注'] },
  ])
})
