import type { Item, Leaf, Rule } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { type Example, leafRows, NOT_APPLICABLE, type Row, unverified } from './leaf-rows.testing.ts'

const ITEMS: Item[] = [
  { id: '数', type: 'number', digits: 3, mayBeNotApplicable: true },
  { id: '扣', type: 'number', mayBeNotApplicable: true },
  { id: '是', type: 'boolean' },
  { id: '否', type: 'boolean' },
]

const FORMULA: Example = { leaf: { scoring: { method: 'formula', formula: '数' } }, items: ITEMS }

function rule(type: 'zero' | 'deduct' | 'bonus' | 'not-applicable', more: object = {}, fact = '是'): Rule {
  const params = { indicator: 'x', reason: '规则', ...more }
  const conditions = { fact, operator: 'equal', value: true }
  return { id: `${type}-${fact}`, name: type, conditions, event: { type, params } } as Rule
}

const withRules = (...rules: Rule[]): Example => ({ ...FORMULA, scheme: { rules } })
const withItems = (items: Row['items']): Row => ({ items, judgements: {} })
const entered = (entry: unknown, items: Row['items'] = {}): Row => ({ items, judgements: { x: entry } }) as Row

describe('a leaf in a block of rows', () => {
  test('is clamped and rounded, and has the state of what it reads', () => {
    const rows = [{ 数: '7.005' }, { 数: 12 }, { 数: -1 }, {}, { 数: '多' }, { 数: unverified('6.66') }].map(withItems)
    expect(leafRows({ ...FORMULA, leaf: { ...FORMULA.leaf, actual: '数' } }, rows)).toEqual([
      '7.01',
      '10',
      '0',
      'missing',
      'error',
      '6.66 待核',
    ])
  })

  test('that is missing counts as zero where the scheme says so', () => {
    expect(leafRows({ ...FORMULA, scheme: { missing: 'zero' } }, [{}, { 数: 3 }].map(withItems))).toEqual([
      'missing 0',
      '3',
    ])
  })

  test.each(['full', 'siblings', 'rescale'] as const)('that does not apply is left to the policy %s', (policy) => {
    const example: Example = { ...FORMULA, leaf: { ...FORMULA.leaf, notApplicable: policy } }
    const rows = [entered(NOT_APPLICABLE), withItems({ 数: NOT_APPLICABLE }), withItems({ 数: 3 })]
    expect(leafRows(example, rows)).toEqual(['not-applicable', 'not-applicable', '3'])
  })

  test('may not be said not to apply without permission', () => {
    expect(leafRows(FORMULA, [entered(NOT_APPLICABLE, { 数: 3 }), withItems({ 数: 3 })])).toEqual(['error', '3'])
  })

  test('does not apply by a rule, whatever else is undecided, and is open where the rule is', () => {
    const rows = [{ 是: true }, { 是: false, 数: 3 }, { 数: 3 }, { 是: unverified(false), 数: 3 }, { 数: '多' }]
    expect(leafRows(withRules(rule('not-applicable')), rows.map(withItems))).toEqual([
      'not-applicable',
      '3',
      'missing',
      '3 待核',
      'missing',
    ])
    const two = withRules(rule('not-applicable'), rule('not-applicable', {}, '否'))
    expect(leafRows(two, [{ 否: true }, { 否: false }, { 是: unverified(true) }].map(withItems))).toEqual([
      'not-applicable',
      'missing',
      'not-applicable 待核',
    ])
  })

  test('gets nothing by a rule that makes it zero, whatever is undecided beside it', () => {
    const example = withRules(rule('zero'), rule('deduct', { points: '2' }, '否'))
    const rows = [{ 是: true }, { 是: true, 否: true }, { 是: false, 否: true }, { 是: false }, { 否: true }]
    const full = rows.map((items) => withItems({ 数: 9, ...items }))
    expect(leafRows(example, [...full, withItems({ 是: true })])).toEqual([
      '0',
      '0',
      '7',
      'missing',
      'missing',
      'missing',
    ])
  })

  test('has all deductions taken and all bonuses given, each within its limit, then is clamped and rounded', () => {
    const example = withRules(
      rule('deduct', { formula: '扣 / 3', limit: '2' }),
      rule('bonus', { points: '3', limit: '2.5' }, '否'),
    )
    const rows: Row['items'][] = [
      { 数: 9, 扣: 1, 是: true, 否: false },
      { 数: 9, 扣: 100, 是: true, 否: false },
      { 数: 9, 扣: -100, 是: true, 否: false },
      { 数: 9, 扣: 1, 是: true, 否: true },
      { 数: 9, 是: false, 否: true },
      { 数: 9, 是: true, 否: false },
      { 数: 9, 扣: NOT_APPLICABLE, 是: true, 否: false },
      { 数: 9, 扣: '多', 是: true },
      { 数: 9, 扣: unverified(1), 是: true, 否: false },
      { 数: 9, 扣: unverified(1), 是: false, 否: false },
      { 是: true, 扣: 1 },
    ]
    expect(leafRows(example, rows.map(withItems))).toEqual([
      '8.67',
      '7',
      '9',
      '10',
      '10',
      'missing',
      'missing',
      'error',
      '8.67 待核',
      '9',
      'missing',
    ])
  })

  test('is read by rules on others as its method left it', () => {
    const other: Leaf = { id: 'y', name: '另', points: '3', scoring: { method: 'formula', formula: '扣 / 7' } }
    const reads = (fact: string, value: string): Rule => ({
      id: 'reads',
      name: fact,
      conditions: { fact, operator: 'lessThan', value },
      event: { type: 'deduct', params: { indicator: 'x', points: '1', reason: '规则' } },
    })
    const example = (...rules: Rule[]): Example => ({ ...FORMULA, beside: [other], scheme: { fullScore: '13', rules } })
    const rows = [{ 数: 5, 扣: 14 }, { 数: 5, 扣: 70 }, { 数: 5, 扣: unverified(7) }, { 数: 5 }, { 数: 5, 扣: '多' }]
    const found = ['4', '5', '4 待核', 'missing', 'error']
    expect(leafRows(example(reads('score:y', '2.5')), rows.map(withItems))).toEqual(found)
    expect(leafRows(example(reads('rate:y', '80%')), rows.map(withItems))).toEqual(found)
    // Its own points too; what is zero because it is missing is read as zero.
    expect(leafRows(example(reads('score:x', '6')), rows.slice(0, 2).map(withItems))).toEqual(['4', '4'])
    const zero: Example = { ...example(reads('score:y', '2.5')), beside: [{ ...other, missing: 'zero' }] }
    expect(leafRows(zero, rows.slice(3).map(withItems))).toEqual(['4', 'error'])
  })

  test('may share a constant with a leaf before it', () => {
    const measures = [{ id: '常', type: 'number' as const, formula: '2 + 3' }]
    const before: Leaf[] = [
      {
        id: 'b',
        name: '前',
        points: '1',
        actual: '常',
        target: { comparator: '>=', value: '9' },
        scoring: { method: 'ratio' },
      },
    ]
    const leaf = { scoring: { method: 'formula' as const, formula: 'MAX(常, 数)' } }
    const rows = [{ 数: 3 }, { 数: 7 }].map(withItems)
    expect(leafRows({ leaf, items: ITEMS, before, scheme: { measures, fullScore: '11' } }, rows)).toEqual(['5', '7'])
  })

  test('without the target that a declaration sets is missing', () => {
    const example: Example = {
      leaf: { actual: '数', declared: {}, scoring: { method: 'ratio' }, notApplicable: 'rescale' },
      items: ITEMS,
    }
    const rows = [
      withItems({ 数: 3 }),
      withItems({ 数: '多' }),
      withItems({ 数: NOT_APPLICABLE }),
      entered(NOT_APPLICABLE),
    ]
    expect(leafRows(example, rows)).toEqual(['missing', 'error', 'not-applicable', 'not-applicable'])
  })
})
