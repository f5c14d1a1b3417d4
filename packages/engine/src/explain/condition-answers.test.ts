import { createHash } from 'node:crypto'
import type { Condition, Scheme, Submission } from '@yardstick/model'
import { expect, test } from 'vitest'
import { compile } from '../compile/compile.ts'
import type { Stage } from '../compile/compiled.ts'
import { conditionAnswers } from './condition-answers.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 's',
  name: 's',
  version: '1',
  fullScore: '10',
  items: [
    { id: '执行率', type: 'rate' },
    { id: '投资', type: 'money', unit: '万元' },
    { id: '是否公开', type: 'boolean' },
    { id: '日期', type: 'date' },
    { id: '空着', type: 'count' },
  ],
  indicators: [
    {
      id: 'a',
      name: '甲',
      points: '10',
      actual: '执行率 * 10',
      scoring: { method: 'formula', formula: '执行率 * 10' },
    },
  ],
  rules: [
    {
      id: 'veto',
      name: '否决',
      conditions: { fact: '是否公开', operator: 'equal', value: true },
      event: { type: 'veto', params: { total: 'zero', reason: '…' } },
    },
  ],
  grades: [{ name: '优', from: '9' }, { name: '差' }],
}
const submission: Submission = {
  yardstick: 'submission/1',
  subject: { department: '某局' },
  period: '2025',
  items: { 执行率: '0.94996', 投资: '12.5', 是否公开: true, 日期: '2025-03-31' },
}

async function ask(condition: Condition, stage: Stage = 'items') {
  const compiled = compile(scheme, { sha256 })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
  const [answers] = await conditionAnswers(compiled.value, submission, [{ condition, stage }], { language: 'zh' })
  return answers!.map(({ pointer, truth, shown, state, issue }) => [
    pointer,
    truth,
    shown ?? state ?? issue?.code ?? '',
  ])
}

const low: Condition = { fact: '执行率', operator: 'lessThan', value: '95%' }
const open: Condition = { fact: '空着', operator: 'equal', value: 1 }

test('each part is asked by itself, with three values', async () => {
  expect(await ask({ all: [low, open, { not: { any: [low, open] } }] })).toEqual([
    ['', 'false', ''],
    ['/all/0', 'true', '94.996%'],
    ['/all/1', 'unknown', 'missing'],
    ['/all/2', 'false', ''],
    ['/all/2/not', 'true', ''],
    ['/all/2/not/any/0', 'true', '94.996%'],
    ['/all/2/not/any/1', 'unknown', 'missing'],
  ])
})

for (const [condition, truth, shown] of [
  [{ fact: '投资', operator: 'greaterThan', value: 12 }, 'true', '12.5万元'],
  [{ fact: '日期', operator: 'lessThanInclusive', value: '2025-03-31' }, 'true', '2025年3月31日'],
  [{ fact: '是否公开', operator: 'equal', value: false }, 'false', '是'],
  [{ fact: '无此项', operator: 'equal', value: 1 }, null, 'CONDITION_FACT'],
  [{ fact: '投资', operator: 'contains', value: '1' }, null, 'CONDITION_OPERATOR'],
] as readonly [Condition, string | null, string][]) {
  test(`${JSON.stringify(condition)} is ${truth}`, async () =>
    expect(await ask(condition)).toEqual([['', truth, shown]]))
}

test('later phases read scores, then the total before a veto, then what the veto left', async () => {
  const total: Condition = { fact: 'total', operator: 'greaterThan', value: 0 }
  expect(await ask({ fact: 'score:a', operator: 'greaterThan', value: 9 }, 'leaves')).toEqual([['', 'true', '9.5']])
  expect(await ask({ fact: 'score:a', operator: 'greaterThan', value: 9 }, 'items')).toEqual([
    ['', null, 'CONDITION_PHASE'],
  ])
  expect(await ask(total, 'grade')).toEqual([['', 'true', '9.5']])
  expect(await ask(total, 'flag')).toEqual([['', 'false', '0']])
  expect(await ask({ fact: 'grade', operator: 'equal', value: '差' }, 'flag')).toEqual([['', 'true', '差']])
})
