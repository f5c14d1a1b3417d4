import type { Indicator, Leaf, Scheme, Scoring, Target } from '@yardstick/model'
import fc from 'fast-check'
import { read } from './check.testing.ts'

/**
 * Schemes that compile, and whose design is as likely wrong as right: points that do not add up or are too fine, rules
 * that start too low or too high, grades out of order, steps on either side, elements worth anything.
 */
export const randomDesign: fc.Arbitrary<Scheme> = fc
  .record({
    fullScore: fc.constantFrom('10', '100', '12.5'),
    leafPlace: fc.constantFrom<object>(
      {},
      { rounding: { leaf: { digits: 1 } } },
      { rounding: { leaf: { step: '0.5' } } },
      { rounding: { leaf: 'none' } },
    ),
    roots: fc.array(fc.oneof({ maxDepth: 2 }, leaf(), branch()), { minLength: 1, maxLength: 4 }),
    grades: fc.constantFrom<object>(
      {},
      { grades: [{ name: '优', from: '9' }, { name: '良' }] },
      { grades: [{ name: '优', from: '6' }, { name: '良', from: '8' }, { name: '差' }] },
      {
        grades: [
          { name: '优', from: '900' },
          { name: '良', from: '8' },
        ],
      },
    ),
    isBonusRule: fc.boolean(),
  })
  .map(({ fullScore, leafPlace, roots, grades, isBonusRule }) => {
    let count = 0
    const named = (node: Indicator): Indicator => ({
      ...node,
      id: `n${++count}`,
      name: `指标${count}`,
      ...('children' in node ? { children: node.children.map(named) } : {}),
    })
    const indicators = roots.map(named)
    const first = firstLeaf(indicators)
    return read({
      yardstick: 'scheme/1',
      id: 'random',
      name: '随机',
      version: '1',
      fullScore,
      stepCount: 'whole',
      ...leafPlace,
      ...grades,
      items: [
        { id: '满意度', type: 'rate', range: { min: '0%', max: '100%' } },
        { id: '完成数', type: 'count', unit: '个' },
        { id: '预算', type: 'money', range: { min: '0.01' } },
        { id: '闲置', type: 'boolean' },
      ],
      indicators,
      ...(isBonusRule && first !== undefined
        ? {
            rules: [
              {
                id: 'r',
                name: '加分',
                conditions: { fact: '完成数', operator: 'greaterThan', value: 3 },
                event: { type: 'bonus', params: { indicator: first, points: '2', reason: '加分' } },
              },
            ],
          }
        : {}),
    })
  })

function firstLeaf(nodes: readonly Indicator[]): string | undefined {
  for (const node of nodes) {
    const found = 'children' in node ? firstLeaf(node.children) : node.id
    if (found !== undefined) return found
  }
  return undefined
}

function points() {
  return fc.constantFrom('10', '5', '2.5', '3', '100', '0', '3.333', '6')
}

function branch(): fc.Arbitrary<Indicator> {
  return fc
    .record({
      points: points(),
      combine: fc.constantFrom<object>(
        {},
        {},
        {},
        { combine: 'best-of' },
        { combine: 'minimum' },
        { combine: 'weighted-mean' },
      ),
      individual: fc.constantFrom<object>({}, {}, { individual: true }),
      bonus: fc.constantFrom<object>({}, {}, {}, { kind: 'bonus' }),
      children: fc.array(fc.oneof({ maxDepth: 2 }, leaf(), leaf()), { minLength: 1, maxLength: 3 }),
    })
    .map(({ points: own, combine, individual, bonus, children }) => ({
      id: 'x',
      name: 'x',
      points: own,
      ...combine,
      ...individual,
      ...bonus,
      children: children.map((child) => ({ ...child, weight: '1' })),
    }))
}

function leaf(): fc.Arbitrary<Leaf> {
  return fc
    .record({ points: points(), bonus: fc.constantFrom<object>({}, {}, {}, { kind: 'bonus' }), rule: rule() })
    .map(({ points: own, bonus, rule: scored }) => ({ id: 'x', name: 'x', points: own, ...bonus, ...scored }))
}

/** A value, its target and a method that fit together. */
function rule(): fc.Arbitrary<Pick<Leaf, 'actual' | 'target' | 'scoring'>> {
  const score = fc.constantFrom('0', '2', '5', '12', '40%', '100%', '130%', '3.3333')
  const target: fc.Arbitrary<Target> = fc.constantFrom<Target>(
    { comparator: '>=', value: '95%' },
    { comparator: '<=', value: '80%' },
    { comparator: '>=', value: '120%' },
    { comparator: '<=', value: '0%' },
  )
  const side = { size: '1%', per: 'percentage-point', deduct: '0.7' } as const
  const sides = fc.constantFrom<object>(
    { below: side },
    { above: side },
    { below: side, above: { ...side, limit: '1' } },
  )
  const start = fc.constantFrom<object>({}, { start: '5' }, { start: '12', floor: '2' }, { floor: '11' })
  const scoring: fc.Arbitrary<Scoring> = fc.oneof(
    fc.constant<Scoring>({ method: 'judgement' }),
    fc.tuple(sides, start).map(([side_, start_]): Scoring => ({ method: 'steps', ...side_, ...start_ })),
    fc.tuple(score, score, score).map(
      ([otherwise, one, two]): Scoring => ({
        method: 'bands',
        otherwise,
        bands: [
          { from: '60%', included: true, score: one },
          { from: '90%', included: false, score: two },
        ],
      }),
    ),
    fc.tuple(score, score, fc.constantFrom('hold' as const, 'zero' as const)).map(
      ([one, two, outside]): Scoring => ({
        method: 'curve',
        below: outside,
        above: 'hold',
        anchors: [
          { at: '60%', score: one },
          { at: '90%', score: two },
        ],
      }),
    ),
    fc.array(score, { minLength: 1, maxLength: 4 }).map(
      (scores): Scoring => ({
        method: 'checklist',
        elements: scores.map((each, index) => ({ id: `e${index}`, text: '要素', score: each, met: 'judged' })),
      }),
    ),
    fc.tuple(fc.constantFrom('100%', '90%', '1.2', '-10%'), fc.constantFrom('60%', '110%')).map(
      ([share, to]): Scoring => ({
        method: 'levels',
        levels: [
          { name: '好', share },
          { name: '差', from: '0%', to },
        ],
      }),
    ),
    fc.tuple(score, score, fc.constantFrom('first' as const, 'sum' as const)).map(
      ([one, otherwise, hit]): Scoring => ({
        method: 'table',
        columns: ['完成数'],
        rows: [{ when: [{ operator: 'greaterThan', value: 1 }], score: one }],
        hit,
        otherwise,
      }),
    ),
    fc
      .tuple(score, score)
      .map(([one, otherwise]): Scoring => ({ method: 'rank', rule: { by: 'place', places: [one, '2'], otherwise } })),
    fc.constantFrom<Scoring>({ method: 'ratio' }, { method: 'pass' }),
  )
  return fc.record({ actual: fc.constant('满意度'), target, scoring }).map(({ target: goal, ...rest }) =>
    // A target of 0 cannot be divided by, which is no matter of design.
    rest.scoring.method === 'ratio' && 'value' in goal && goal.value === '0%'
      ? { ...rest, target: { comparator: '>=', value: '95%' } }
      : { ...rest, target: goal },
  )
}
