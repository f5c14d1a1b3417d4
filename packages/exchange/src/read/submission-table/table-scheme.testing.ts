import type { Scheme } from '@yardstick/model'

/** A scheme with an item of each kind and a judged leaf of each kind. */
export const tableScheme: Scheme = {
  yardstick: 'scheme/1',
  id: 'table',
  name: '表',
  version: '1',
  fullScore: '20',
  stepCount: 'prorata',
  items: [
    { id: '预算资金', label: '年度预算', type: 'money', unit: '万元' },
    { id: '满意度', type: 'rate', range: { min: '0%', max: '100%' }, mayBeNotApplicable: true },
    { id: '公开', type: 'boolean' },
    { id: '完成日', type: 'date' },
  ],
  indicators: [
    {
      id: 'satisfaction',
      name: '满意率',
      points: '4',
      target: { comparator: '>=', value: '90%' },
      actual: '满意度',
      scoring: { method: 'ratio' },
    },
    { id: 'order', name: '秩序', points: '4', scoring: { method: 'judgement' } },
    {
      id: 'rules',
      name: '制度',
      points: '4',
      scoring: {
        method: 'checklist',
        elements: [
          { id: 'written', text: '成文', score: '2', met: 'judged' },
          { id: 'kept', text: '执行', score: '2', met: 'judged' },
        ],
      },
    },
    {
      id: 'service',
      name: '服务',
      points: '4',
      scoring: {
        method: 'levels',
        levels: [
          { name: '优', share: '100%' },
          { name: '良', from: '60%', to: '90%' },
        ],
      },
    },
    {
      id: 'place',
      name: '名次',
      points: '4',
      actual: '预算资金',
      scoring: { method: 'rank', within: '类别', rule: { by: 'best' } },
    },
  ],
}
