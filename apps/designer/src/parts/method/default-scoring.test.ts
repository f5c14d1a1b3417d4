import { applyEdit, leaves, type Scoring, type ScoringMethod, type Target, validate } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { templateSchemes } from '../templates.testing.ts'
import { scoringOf } from './default-scoring.ts'
import { methodWords } from './words.ts'

const methods = Object.keys(methodWords.zh.methods) as ScoringMethod[]
const rate: Target = { comparator: '>=', value: '95%' }
const cost: Target = { comparator: '<=', value: '90', unit: '万元' }

function changed(method: ScoringMethod, before: Scoring, target?: Target): Scoring {
  const leaf = { name: '指标', points: '10', actual: '完成率', ...(target === undefined ? {} : { target }) }
  return scoringOf(method, before, { leaf, items: [{ id: '完成率', type: 'rate' }], language: 'zh' })
}

const judged: Scoring = { method: 'judgement' }

const rows: [string, ScoringMethod, Scoring, Target | undefined, Scoring][] = [
  [
    'steps of a rate go by percentage points below a ≥ target',
    'steps',
    judged,
    rate,
    { method: 'steps', below: { size: '1%', per: 'percentage-point', deduct: '1' }, count: 'prorata' },
  ],
  [
    'steps of an amount go by units above a ≤ target',
    'steps',
    judged,
    cost,
    { method: 'steps', above: { size: '1', per: 'unit', deduct: '1' }, count: 'whole' },
  ],
  [
    'a threshold stays as the target of a ratio',
    'ratio',
    { method: 'pass', threshold: cost },
    rate,
    { method: 'ratio', target: cost },
  ],
  [
    'edges stay as the points of a line',
    'curve',
    {
      method: 'bands',
      otherwise: '0',
      bands: [
        { from: '60%', included: true, score: '5' },
        { from: '90%', included: true, score: '100%' },
      ],
    },
    rate,
    {
      method: 'curve',
      anchors: [
        { at: '60%', score: '5' },
        { at: '90%', score: '100%' },
      ],
      below: 'zero',
      above: 'hold',
    },
  ],
  [
    'bands without a line are made from the target',
    'bands',
    judged,
    cost,
    {
      method: 'bands',
      otherwise: '100%',
      bands: [
        { from: '90', included: false, score: '60%' },
        { from: '108', included: false, score: '0' },
      ],
    },
  ],
  [
    'a table asks the value itself',
    'table',
    judged,
    rate,
    {
      method: 'table',
      columns: ['完成率'],
      rows: [{ when: [{ operator: 'greaterThanInclusive', value: '95%' }], score: '100%' }],
      hit: 'first',
      otherwise: '0',
    },
  ],
  ['the same method stays as it is', 'judgement', judged, rate, judged],
]

it.each(rows)('%s', (_, method, before, target, expected) => {
  expect(changed(method, before, target)).toEqual(expected)
})

describe.each(templateSchemes)('every leaf of %s', (_, scheme) => {
  it('can take every method and is valid with it', () => {
    const kinds = new Map(
      leaves(scheme).map(({ node }) => [`${node.scoring.method} ${node.target !== undefined}`, node]),
    )
    for (const leaf of kinds.values()) {
      for (const method of methods) {
        const scoring = scoringOf(method, leaf.scoring, { leaf, items: scheme.items, language: 'zh' })
        const edited = applyEdit(scheme, { type: 'set-scoring', id: leaf.id, scoring })
        const checked = edited.ok ? validate('scheme', JSON.parse(JSON.stringify(edited.value.scheme))) : edited
        expect(checked.ok ? [] : checked.issues, `${leaf.name}: ${method}`).toEqual([])
      }
    }
  })
})
