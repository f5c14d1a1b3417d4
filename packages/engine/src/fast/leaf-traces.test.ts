import { type Scheme, type Submission, validate } from '@yardstick/model'
import { expect, test } from 'vitest'
import { compile } from '../compile/compile.ts'
import { scoreNow } from '../evaluate/score.ts'
import { LeafTraces } from './leaf-traces.ts'

const document = {
  yardstick: 'scheme/1',
  id: 'traced',
  name: '轨迹',
  version: '1',
  fullScore: '20',
  items: [
    { id: '支出', type: 'money', unit: '万元' },
    { id: '预算', type: 'money', unit: '万元' },
    { id: '次数', type: 'count', unit: '次' },
  ],
  indicators: [
    {
      id: 'a',
      name: '执行率',
      points: '10',
      actual: '支出 / 预算',
      target: { comparator: '>=', value: '1' },
      scoring: { method: 'ratio' },
    },
    {
      id: 'b',
      name: '故障',
      points: '10',
      actual: '次数',
      target: { comparator: '<=', value: '1', unit: '次' },
      scoring: { method: 'steps', count: 'whole', above: { size: '1', per: 'unit', deduct: '2' } },
    },
  ],
}

const submission = (items: Submission['items']): Submission => ({
  yardstick: 'submission/1',
  subject: { department: '甲局' },
  period: '2024',
  items,
})

function traced(items: Submission['items'], of: object = document) {
  const scheme = validate('scheme', of)
  if (!scheme.ok) throw new Error(JSON.stringify(scheme.issues))
  const compiled = compile(scheme.value as Scheme, { sha256: () => '' })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
  const { leaves } = new LeafTraces(compiled.value).trace(submission(items))
  const { results } = scoreNow(compiled.value, submission(items))
  return { leaves, results: [...results.values()] }
}

test('a leaf says its value, the piece of its curve, the steps and the score', () => {
  const { leaves, results } = traced({ 支出: 90, 预算: 120, 次数: 3 })
  expect(leaves.map(({ value, steps, score }) => [value?.toText(), steps?.toText(), score])).toEqual([
    ['0.75', undefined, '7.5'],
    ['3', '2', '6'],
  ])
  for (const [index, leaf] of leaves.entries()) {
    const outcome = results[index]!.type === 'leaf' ? results[index]!.outcome : undefined
    if (outcome?.state !== 'present' || outcome.detail.kind !== 'curve') throw new Error('no curve')
    expect(leaf.value?.equals(outcome.detail.x)).toBe(true)
  }
})

test('without a value there is neither piece nor step', () => {
  const { leaves } = traced({ 支出: 90, 次数: 0 })
  const { index, value, piece, steps, score } = leaves[0]!
  expect({ index, value, piece, steps, score }).toEqual({ index: 0, value: null, piece: -1, steps: null, score: null })
  expect(leaves[1]).toMatchObject({ piece: 0, score: '10' })
})

test('a number of the scheme on a curve that no double holds says its score and nothing more', () => {
  const anchors = [
    { at: '0', score: '0' },
    { at: '3.00000000000000000000000001', score: '10' },
  ]
  const scoring = { method: 'curve', anchors, below: 'hold', above: 'hold' }
  const indicators = [{ id: 'a', name: '定数', points: '20', actual: '3', scoring }]
  const { leaves } = traced({}, { ...document, indicators })
  expect(leaves.map(({ index, value, piece, steps, score }) => [index, value, piece, steps, score])).toEqual([
    [0, null, -1, null, '10'],
  ])
})
