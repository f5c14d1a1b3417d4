import type { Leaf, Scheme, Submission } from '@yardstick/model'
import { expect, it } from 'vitest'
import { compile } from '../compile/compile.ts'
import { scoreAt } from '../curve/score-curve.ts'
import { leafCurve } from './leaf-curve.ts'

const sha256 = () => '0'.repeat(64)

function curveOf(leaf: Partial<Leaf>, items: Submission['items']) {
  const scheme = {
    yardstick: 'scheme/1',
    id: 'test',
    name: 'test',
    version: '1',
    fullScore: '10',
    items: [
      { id: '完成率', type: 'rate' },
      { id: '计划', type: 'number' },
      { id: '实际', type: 'number' },
    ],
    indicators: [{ id: 'leaf', name: 'leaf', points: '10', scoring: { method: 'ratio' }, ...leaf }],
  } as Scheme
  const compiled = compile(scheme, { sha256 })
  if (!compiled.ok) throw new Error(compiled.issues[0]?.code)
  const submission = { yardstick: 'submission/1', subject: {}, period: '2024', items } as unknown as Submission
  const found = leafCurve(compiled.value, 'leaf', submission)
  return (
    found && {
      x: found.x?.toText() ?? null,
      target: found.target && 'value' in found.target ? found.target.value.toText() : null,
      score: found.x && scoreAt(found.curve, found.x).toText(),
    }
  )
}

const rate = { actual: '完成率', target: { comparator: '>=', value: '95%' } } as const

const rows: [string, Partial<Leaf>, Submission['items'], ReturnType<typeof curveOf>][] = [
  ['a value below its target', rate, { 完成率: '76%' }, { x: '0.76', target: '0.95', score: '8' }],
  ['no value yet', rate, {}, { x: null, target: '0.95', score: null }],
  [
    'a target that is data',
    { actual: '实际', target: { comparator: '>=', formula: '计划' } },
    { 实际: '40', 计划: '50' },
    { x: '40', target: '50', score: '8' },
  ],
  ['a target that is not there', { actual: '实际', target: { comparator: '>=', formula: '计划' } }, {}, undefined],
  ['a judged leaf', { scoring: { method: 'judgement' } }, {}, undefined],
]

it.each(rows)('draws the curve of %s', (_, leaf, items, expected) => {
  expect(curveOf(leaf, items)).toEqual(expected)
})
