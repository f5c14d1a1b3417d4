import type { Scheme } from '@yardstick/model'
import { expect, it } from 'vitest'
import { itemsOfLeaf } from './items-of-leaf.ts'

const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 's',
  name: '测试',
  version: '1',
  fullScore: '20',
  items: ['支出', '预算', '次数', '无关', '核实', '制度'].map((id) => ({
    id,
    type: id === '核实' ? 'boolean' : 'count',
  })),
  measures: [{ id: '执行率', type: 'rate', formula: '支出 / 预算' }],
  conditions: { 已核实: { all: [{ fact: '核实', operator: 'equal', value: true }] } },
  indicators: [
    { id: 'a', name: '执行率', points: '10', actual: '执行率', scoring: { method: 'ratio' } },
    {
      id: 'b',
      name: '核实',
      points: '10',
      scoring: { method: 'pass', condition: { all: [{ condition: '已核实' }] } },
    },
    {
      id: 'd',
      name: '制度',
      points: '10',
      scoring: { method: 'checklist', elements: [{ id: 'e', text: '有制度', score: '10', met: { evidence: '制度' } }] },
    },
  ],
  rules: [
    {
      id: 'r',
      name: '扣分',
      conditions: { all: [{ fact: '次数', operator: 'greaterThan', value: 0 }] },
      event: { type: 'deduct', params: { indicator: 'b', points: '1', reason: '扣' } },
    } as never,
  ],
}

it.each([
  ['measures', 'a', ['支出', '预算']],
  ['shared conditions and rules', 'b', ['次数', '核实']],
  ['evidence', 'd', ['制度']],
  ['nothing, for what is not there', 'c', []],
])('an indicator comes down to its items through %s', (_, id, items) => {
  expect(itemsOfLeaf(scheme, id).map((item) => item.id)).toEqual(items)
})
