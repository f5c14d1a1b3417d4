import { applyEdit, type Leaf, type Scheme } from '@yardstick/model'
import type { RuleReading } from '@yardstick/wording'
import { expect, test } from 'vitest'
import { readingEdit } from './reading-edit.ts'

const leaf: Leaf = { id: 'rate', name: '预算执行率', points: '10', scoring: { method: 'judgement' } }
const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 'a',
  name: '甲',
  version: '1',
  fullScore: '10',
  items: [{ id: '预算数', type: 'money', unit: '元' }],
  indicators: [leaf],
}
const reading: RuleReading = {
  status: 'full',
  scoring: { method: 'ratio' },
  actual: '预算执行率',
  measures: [{ id: '预算执行率', formula: '实际支出 / 预算数', type: 'rate' }],
  items: [
    { id: '实际支出', type: 'money', unit: '元' },
    { id: '预算数', type: 'money', unit: '元' },
  ],
  leaf: { notApplicable: 'full' },
  rules: [],
  questions: [],
  spans: [],
}
const made = (read: RuleReading, text?: string) => {
  const edited = applyEdit(
    scheme,
    readingEdit(leaf, { reading: read, text, target: { comparator: '>=', value: '95%' } }, scheme),
    () => false,
  )
  if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
  return edited.value.scheme
}

test('a read text gives the leaf its rule, and the scheme what the rule needs and is not there', () => {
  const { items, measures, indicators } = made(reading, '按执行率得分')
  expect(items.map(({ id }) => id)).toEqual(['预算数', '实际支出'])
  expect(measures?.map(({ id }) => id)).toEqual(['预算执行率'])
  expect(indicators).toEqual([
    {
      ...leaf,
      target: { comparator: '>=', value: '95%' },
      scoring: { method: 'ratio' },
      actual: '预算执行率',
      notApplicable: 'full',
      standard: '按执行率得分',
    },
  ])
})

test('what is still open is marked on the leaf', () => {
  const open = { id: 'step-count', kind: 'step-count', answers: ['whole'], from: 0, to: 1 } as const
  expect(made({ ...reading, questions: [open] }).indicators[0]).toMatchObject({ scoringBasis: 'assumed' })
})
