import { compile, evaluate } from '@yardstick/engine'
import type { Item, Leaf, Scheme, Scoring, Submission, Target } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { leafView } from '../../evaluation/leaf-view.ts'
import { curveFormula } from './curve-formula.ts'

const sha256 = () => '0'.repeat(64)
const submitted = (value: string) =>
  ({ yardstick: 'submission/1', subject: { department: '-' }, period: '2024', items: { 数值: value } }) as Submission

function schemeWith(item: Item, leaf: Leaf): Scheme {
  const indicators = [leaf]
  return { yardstick: 'scheme/1', id: 'x', name: 'x', version: '1', fullScore: '10', items: [item], indicators }
}

async function scoreOf(scheme: Scheme, value: string): Promise<string | null> {
  const compiled = compile(scheme, { sha256 })
  if (!compiled.ok) throw new Error(compiled.issues[0]?.code)
  return (await evaluate(compiled.value, submitted(value), { sha256 })).total
}

const rate: Item = { id: '数值', type: 'rate' }
const money: Item = { id: '数值', type: 'money', unit: '万元' }
const high: Target = { comparator: '>=', value: '95%' }
const low: Target = { comparator: '<=', value: '90', unit: '万元' }
const rates = [
  '0%',
  '1%',
  '59.99%',
  '60%',
  '60.01%',
  '80%',
  '89.5%',
  '94%',
  '94.5%',
  '95%',
  '95.5%',
  '100%',
  '130%',
  '170%',
]
const amounts = ['0.01', '50', '71', '89.99', '90', '90.01', '91', '95.5', '108', '200']

const rows: [string, Item, Target, Scoring, string[]][] = [
  ['a ratio with a pass line', rate, high, { method: 'ratio', passLine: '60%' }, rates],
  ['a ratio that overshoots', rate, high, { method: 'ratio', overshoot: { beyond: '30%', effect: 'reduce' } }, rates],
  ['a ratio of what should be small', money, low, { method: 'ratio' }, amounts],
  ...(['prorata', 'whole', 'started'] as const).map((count): (typeof rows)[number] => [
    `steps, ${count}`,
    rate,
    high,
    { method: 'steps', below: { size: '1%', per: 'percentage-point', deduct: '0.3' }, count },
    rates,
  ]),
  [
    'steps above',
    money,
    low,
    { method: 'steps', above: { size: '2%', per: 'percent-of-target', deduct: '1', count: 'started' } },
    amounts,
  ],
  [
    'bands with a single value',
    rate,
    high,
    {
      method: 'bands',
      otherwise: '1',
      bands: [
        { from: '60%', included: true, score: '5' },
        { from: '60%', included: false, score: '4' },
        { from: '95%', included: true, score: '100%' },
      ],
    },
    rates,
  ],
  [
    'a line',
    rate,
    high,
    {
      method: 'curve',
      anchors: [
        { at: '60%', score: '60%' },
        { at: '90%', score: '100%' },
      ],
      below: 'zero',
      above: 'hold',
    },
    rates,
  ],
  ['a threshold', money, low, { method: 'pass' }, amounts],
]

describe('a rule and its formula give the same points', () => {
  it.each(rows)('%s', async (_, item, target, scoring, values) => {
    const leaf: Leaf = { id: 'leaf', name: '指标', points: '10', actual: '数值', target, scoring }
    const scheme = schemeWith(item, leaf)
    const { curve } = leafView(scheme, { leaf }, submitted('1'))
    const formula = curve === null ? undefined : curveFormula(curve, '数值')
    expect(formula).toBeDefined()
    const rewritten = schemeWith(item, { ...leaf, scoring: { method: 'formula', formula: formula! } })
    for (const value of values) {
      expect(await scoreOf(rewritten, value), `${value}: ${formula}`).toBe(await scoreOf(scheme, value))
    }
  })
})
