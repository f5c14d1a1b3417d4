import type { Leaf, Scheme, Submission } from '@yardstick/model'
import { expect, it } from 'vitest'
import { compile } from '../compile/compile.ts'
import { scoreAt } from '../curve/score-curve.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { groupFacts } from '../evaluate/group.ts'
import { leafCurve } from './leaf-curve.ts'

const sha256 = () => '0'.repeat(64)

function compiledWith(leaf: Partial<Leaf>) {
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
  return compiled.value
}

function submitted(items: Submission['items'], department = '局'): Submission {
  return { yardstick: 'submission/1', subject: { department }, period: '2024', items }
}

function curveOf(leaf: Partial<Leaf>, items: Submission['items']) {
  const found = leafCurve(compiledWith(leaf), 'leaf', submitted(items))
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

const byMean = (distance: 'absolute' | 'relative'): Partial<Leaf> => ({
  actual: '实际',
  scoring: {
    method: 'rank',
    rule: {
      by: 'mean',
      distance,
      scoring: {
        method: 'curve',
        anchors: [
          { at: '0', score: '100%' },
          { at: '5', score: '0' },
        ],
        below: 'hold',
        above: 'zero',
      },
    },
  },
})

it.each([
  ['absolute', '1', '相差 1，'],
  ['relative', '0.125', '相差 12.5%，在 0%（含）至 500%（含）之间，'],
] as const)('a distance from the mean that is %s is shown as what it is', async (kind, x, said) => {
  const compiled = compiledWith(byMean(kind))
  const [own, other] = [submitted({ 实际: '9' }, '甲'), submitted({ 实际: '7' }, '乙')]
  const group = await groupFacts(compiled, [own, other])
  expect(leafCurve(compiled, 'leaf', own)?.x).toBeNull()
  expect(leafCurve(compiled, 'leaf', own, group)?.x?.toText()).toBe(x)
  const { indicators } = await evaluate(compiled, own, { sha256, group, language: 'zh' })
  expect(indicators[0]?.sentence).toContain(`组内平均 8，${said}`)
})
