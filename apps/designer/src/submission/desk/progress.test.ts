import type { Leaf, Scheme, Submission } from '@yardstick/model'
import { expect, it } from 'vitest'
import { progressOf } from './progress.ts'
import { scoreTable } from './sheet-rows.ts'

const leaf = (id: string, scoring: Leaf['scoring'], actual?: string): Leaf => ({
  id,
  name: id,
  points: '10',
  scoring,
  ...(actual === undefined ? {} : { actual }),
})
const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 's',
  name: '测试',
  version: '1',
  fullScore: '40',
  items: ['支出', '人数'].map((id) => ({ id, type: 'count' })),
  indicators: [
    leaf('人工', { method: 'judgement' }),
    leaf('专家', { method: 'judgement', panel: { rule: 'mean', quorum: 2 } }),
    leaf('支出率', { method: 'ratio' }, '支出 / 人数'),
    leaf('人均', { method: 'ratio' }, '人数'),
  ],
}
const document: Submission = {
  yardstick: 'submission/1',
  subject: { department: '教育局' },
  period: '2025',
  items: {
    支出: {
      layers: [
        { layer: 'reported', value: 1 },
        { layer: 'verified', value: 2 },
      ],
    },
    人数: 3,
  },
  judgements: { 专家: { layers: [{ layer: 'judged', value: { experts: [{ who: '张', score: '8' }] } }] } },
}
const results = new Map([
  ['人工', { state: 'present' as const }],
  ['专家', { state: 'missing' as const }],
])

it('an evaluator sees what has no score yet', () => {
  expect(progressOf(scoreTable(scheme), document, results, undefined)).toEqual({
    judged: 1,
    toJudge: 2,
    verified: 1,
    reported: 2,
    overridden: 0,
    open: ['专家'],
  })
})

it('an expert sees what has none of their own', () => {
  const table = scoreTable(scheme)
  expect(progressOf(table, document, results, '张').open).toEqual([])
  expect(progressOf(table, document, results, '李').open).toEqual(['专家'])
})
