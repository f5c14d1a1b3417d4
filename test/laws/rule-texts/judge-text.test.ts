import type { RuleReading } from '@yardstick/wording'
import { expect, test } from 'vitest'
import { judge } from './judge-text.ts'
import type { RuleText } from './rule-text.ts'

/** The judge of readings, given readings that are right, silent or beside the text. */
const nothing: RuleReading = {
  status: 'full',
  measures: [],
  items: [],
  leaf: {},
  rules: [],
  questions: [],
  spans: [],
}
const satisfaction: RuleText = {
  idiom: 'V6',
  name: '满意度',
  points: '10',
  target: '≥90%',
  text: '',
  scores: { '90%': '10', '89%': '9', '89.5%': '9.5', '79%': '0' },
}
const paid: RuleText = {
  idiom: 'V1',
  name: '到位率',
  points: '3',
  text: '',
  scores: { '100%': '3', '50%': '1.5' },
  cases: [{ inputs: { 到位数: '1', 预算数: '3' }, score: '1' }],
}
const steps = {
  method: 'steps',
  count: 'prorata',
  below: { size: '1%', per: 'percentage-point', deduct: '1' },
} as const
const formula: Partial<RuleReading> = {
  actual: '到位率',
  items: [
    { id: '到位数', type: 'money' },
    { id: '预算数', type: 'money' },
  ],
  measures: [{ id: '到位率', type: 'rate', formula: '到位数/预算数' }],
}
const accident: RuleText = {
  idiom: 'T10',
  name: '安全生产',
  points: '5',
  text: '',
  outcomes: [
    ['未发生', '5'],
    ['发生', '0'],
  ],
}

const rows: readonly [title: string, row: RuleText, reading: Partial<RuleReading>, verdict: string][] = [
  ['points at the edges', satisfaction, { scoring: steps }, 'read'],
  ['another count', satisfaction, { scoring: { ...steps, count: 'whole' } }, 'wrong'],
  [
    'a question the row expects and nobody asked',
    { ...satisfaction, asks: ['step-count'] },
    { scoring: steps },
    'wrong',
  ],
  ['nothing but an unread text', satisfaction, { status: 'none' }, 'asked'],
  [
    'figures in a formula',
    paid,
    { ...formula, scoring: { method: 'ratio', target: { comparator: '>=', value: '100%' } } },
    'read',
  ],
  [
    'a formula that was passed over',
    paid,
    { scoring: { method: 'ratio', target: { comparator: '>=', value: '100%' } } },
    'wrong',
  ],
  [
    'a finding as a yes or no',
    accident,
    {
      scoring: { method: 'pass', condition: { fact: '发生事故', operator: 'equal', value: false } },
      items: [{ id: '发生事故', type: 'boolean' }],
    },
    'read',
  ],
  [
    'a finding as levels',
    accident,
    {
      scoring: {
        method: 'levels',
        levels: [
          { name: '未发生', share: '100%' },
          { name: '发生', share: '0' },
        ],
      },
    },
    'read',
  ],
  [
    'a finding with other points',
    accident,
    {
      scoring: {
        method: 'levels',
        levels: [
          { name: '未发生', share: '100%' },
          { name: '发生', share: '50%' },
        ],
      },
    },
    'wrong',
  ],
  [
    'a rule of the scheme',
    { ...satisfaction, scores: { '90%': '10', '59%': '0', '60%': '6' } },
    {
      scoring: { method: 'ratio', target: { comparator: '>=', value: '90%' } },
      actual: '满意度',
      items: [{ id: '满意度', type: 'rate' }],
      rules: [
        {
          name: '不足六成',
          conditions: { all: [{ fact: '满意度', operator: 'lessThan', value: '60%' }] },
          event: { type: 'zero', params: { indicator: 'x', reason: '不足六成' } },
        },
      ],
    },
    'wrong',
  ],
  [
    'a rule of the scheme, right',
    { ...satisfaction, scores: { '90%': '10', '59%': '0', '63%': '7' } },
    {
      scoring: { method: 'ratio', target: { comparator: '>=', value: '90%' } },
      actual: '满意度',
      items: [{ id: '满意度', type: 'rate' }],
      rules: [
        {
          name: '不足六成',
          conditions: { all: [{ fact: '满意度', operator: 'lessThan', value: '60%' }] },
          event: { type: 'zero', params: { indicator: 'x', reason: '不足六成' } },
        },
      ],
    },
    'read',
  ],
  [
    'a rule for a text without one',
    { idiom: 'G7', name: '排名', points: '5', text: '', nothing: true },
    { scoring: steps },
    'wrong',
  ],
  [
    'elements with other points',
    {
      ...accident,
      outcomes: undefined,
      elements: [
        ['甲', '2'],
        ['乙', '3'],
      ],
    } as unknown as RuleText,
    {
      scoring: {
        method: 'checklist',
        elements: [
          { id: '1', text: '甲', score: '40%', met: 'judged' },
          { id: '2', text: '乙', score: '2', met: 'judged' },
        ],
      },
    },
    'wrong',
  ],
  [
    'elements in points and shares',
    {
      ...accident,
      outcomes: undefined,
      elements: [
        ['甲', '2'],
        ['乙', '3'],
      ],
    } as unknown as RuleText,
    {
      scoring: {
        method: 'checklist',
        elements: [
          { id: '1', text: '甲', score: '40%', met: 'judged' },
          { id: '2', text: '乙', score: '3', met: 'judged' },
        ],
      },
    },
    'read',
  ],
  [
    'an edge of a date',
    {
      idiom: 'V25',
      name: '完成时间',
      points: '5',
      target: '2021年12月31日前',
      valueType: 'date',
      text: '',
      scores: { '2021-12-31': '5', '2022-01-01': '0' },
    },
    { scoring: { method: 'pass' } },
    'read',
  ],
  [
    'occurrences under another name',
    { idiom: 'V20', name: '稳定率', points: '10', text: '', scores: { '0': '10', '1': '8' } },
    {
      actual: '故障次数',
      items: [{ id: '故障次数', type: 'count', unit: '次' }],
      scoring: { method: 'steps', from: '0', above: { size: '1', per: 'unit', deduct: '2' } },
    },
    'read',
  ],
]

test.each(rows)('%s', async (_title, row, reading, verdict) => {
  const judged = await judge(row, () => ({ ...nothing, ...reading }))
  expect([judged.verdict, judged.why]).toEqual([verdict, verdict === 'read' ? '' : expect.any(String)])
})
