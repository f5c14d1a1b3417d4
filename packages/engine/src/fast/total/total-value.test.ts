import type { Condition, Indicator, Item, Rule, Scheme } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { branchOf, leafOf } from '../../check/check.testing.ts'
import { fastOf, treeRows } from '../tree/tree-rows.testing.ts'

const grades = [{ name: '优', from: '9' }, { name: '良', from: '7.5' }, { name: '中', from: '6' }, { name: '差' }]
const two = [leafOf('甲', '6'), leafOf('乙', '4')]
const one = (row: string, more: Partial<Scheme> = {}, indicators: Indicator[] = two) =>
  treeRows(indicators, ['6 4', row, '1 1'], more)[1]

describe('the total', () => {
  test.each([
    ['6 4', '= 10 优'],
    ['5 4', '= 9 优'],
    ['5 3.99', '= 8.99 良'],
    ['3.5 4', '= 7.5 良'],
    ['0 0', '= 0 差'],
    ['5? 4', '= 9 优 ?'],
    ['- 4', '= -'],
    ['7 4', '= -'],
    ['n/a n/a', '= -'],
    ['n/a 3', '= 7.5 良'],
    ['n/a -', '= -'],
  ])('of %s is %s', (row, expected) => {
    expect(one(row, { grades })).toBe(expected)
  })

  test('below every band there is no grade', () => {
    expect(one('1 1', { grades: grades.slice(0, 2) })).toBe('= 2')
  })

  test.each([
    [{ digits: 0 }, '5.5 3', '= 9'],
    [{ digits: 0, mode: 'down' }, '5.5 3.99', '= 9'],
    [{ step: '0.5' }, '5.2 3.04', '= 8'],
    [{ step: '0.5' }, '5.2 3.05', '= 8.5'],
    // What is rescaled is rounded where it stands, and once more at the end.
    [{ digits: 1 }, 'n/a 3.33', '= 8.3'],
  ] as const)('rounded by %j of %s is %s', (total, row, expected) => {
    expect(one(row, { rounding: { total } })).toBe(expected)
  })

  test('scores that are rounded nowhere are rounded in the total', () => {
    expect(one('5.111 2.222', { rounding: { leaf: 'none' } })).toBe('= 7.33')
  })

  test('what is rescaled at the root stays exact where numbers have many digits', () => {
    const fine = [leafOf('甲', '33.333333'), leafOf('乙', '66.666667')]
    const more: Partial<Scheme> = { fullScore: '100', rounding: { leaf: { digits: 6 }, total: { digits: 6 } } }
    expect(treeRows(fine, ['n/a 1.000001', '33.333333 n/a', '1 1'], more)).toEqual(['= 1.500001', '= 100', '= 2'])
  })
})

describe('bonus nodes', () => {
  const extra = [...two, leafOf('加', '2', { kind: 'bonus' })]
  const inside = [
    branchOf('支', '6', [leafOf('甲', '6'), leafOf('加', '2', { kind: 'bonus' })]),
    leafOf('乙', '4'),
    branchOf('奖', '1.5', [leafOf('一', '1'), leafOf('二', '1', { kind: 'bonus' })], { kind: 'bonus' }),
  ]

  test.each([
    ['5 4 0.5', '12', '= 9.5'],
    ['6 4 0.5', '10', '= 10'],
    ['6 4 0.5', '10.25', '= 10.25'],
    ['6 4 -', '12', '= -'],
    ['6 4 n/a', '12', '= 10'],
    ['n/a 4 1', '12', '= 11'],
    ['5 4 1?', '12', '= 10 ?'],
  ])('%s under a ceiling of %s is %s', (row, ceiling, expected) => {
    expect(treeRows(extra, ['1 1 1', row, '0 0 0'], { ceiling })[1]).toBe(expected)
  })

  test('hang anywhere; one inside another belongs to that one', () => {
    expect(treeRows(inside, ['5 2 4 0.5 0.5', '5 - 4 1 1', '5 0 4 1 1'], { ceiling: '20' })).toEqual([
      '5 1 = 12',
      '5 1.5 = -',
      '5 1.5 = 10.5',
    ])
  })

  test('bring nothing where full points count for what does not apply', () => {
    expect(treeRows(extra, ['5 4 n/a', '5 4 1'], { ceiling: '20', notApplicable: 'full' })).toEqual(['= 9', '= 10'])
  })

  test('alone are no total', () => {
    expect(treeRows([leafOf('加', '2', { kind: 'bonus' })], ['1'])).toEqual(['= -'])
    const unsure = branchOf('奖', '2', [leafOf('甲', '3', { weight: '1' })], {
      kind: 'bonus',
      combine: 'weighted-mean',
      rounding: 'none',
    })
    expect(treeRows([unsure], ['1', '3'])).toEqual(['0.67 = - (reference)', '2 = -'])
  })
})

describe('rules', () => {
  const items: Item[] = [
    { id: '通报', type: 'count', unit: '次' },
    { id: '造假', type: 'boolean' },
    { id: '整改率', type: 'rate' },
  ]
  const rule = (event: Rule['event'], conditions: Condition, id = '规则'): Rule => ({ id, name: id, conditions, event })
  const reported: Condition = { fact: '通报', operator: 'greaterThan', value: 0 }
  const faked: Condition = { all: [{ fact: '造假', operator: 'equal', value: true }] }
  const withRules = (rules: Rule[], more: Partial<Scheme> = {}) => ({ items, grades, rules, ...more })
  const deduct = (params: object) =>
    rule({ type: 'deduct', params: { reason: '通报', ...params } } as Rule['event'], reported)

  test.each([
    [{ points: '1.5' }, '通报=2', '= 8.5 良'],
    [{ points: '1.5' }, '通报=0', '= 10 优'],
    [{ points: '1.5' }, '通报=-', '= -'],
    [{ points: '1.5' }, '通报=2?', '= 8.5 良 ?'],
    [{ points: '1.5' }, '通报=0?', '= 10 优 ?'],
    [{ points: '1.5', limit: '1' }, '通报=2', '= 9 优'],
    [{ points: '0.005' }, '通报=2', '= 9.99 优'],
    [{ points: '99999999999999999999' }, '通报=2', '= 0 差'],
    [{ formula: '通报 × 0.7' }, '通报=2', '= 8.6 良'],
    [{ formula: '通报 × 0.7', limit: '1' }, '通报=2', '= 9 优'],
    [{ formula: '通报 ÷ 3' }, '通报=2', '= 9.33 优'],
    [{ formula: '−通报' }, '通报=2', '= 10 优'],
    [{ formula: '通报 × 1000000' }, '通报=2', '= 0 差'],
    [{ formula: '通报 × 0.7' }, '通报=2?', '= 8.6 良 ?'],
    [{ formula: '5 × 整改率' }, '通报=2 整改率=20%', '= 9 优'],
    // Amounts matter only under a rule that holds.
    [{ formula: '5 × 整改率' }, '通报=0 整改率=-', '= 10 优'],
    [{ formula: '5 × 整改率' }, '通报=0 整改率=x', '= 10 优'],
    [{ formula: '5 × 整改率' }, '通报=2 整改率=-', '= -'],
    [{ formula: '5 × 整改率' }, '通报=2 整改率=x', '= -'],
    [{ formula: '5 × 整改率' }, '通报=0 整改率=20%?', '= 10 优'],
    [{ formula: '5 × 整改率' }, '通报=2 整改率=20%?', '= 9 优 ?'],
  ])('that take %j with %s: %s', (params, given, expected) => {
    expect(one(`6 4 ${given}`, withRules([deduct(params)]))).toBe(expected)
  })

  const cap = (grade: string, conditions: Condition, id?: string) =>
    rule({ type: 'cap-grade', params: { grade, reason: '封顶' } }, conditions, id)
  const veto = (conditions: Condition, more: object = {}) =>
    rule({ type: 'veto', params: { reason: '否决', ...more } } as Rule['event'], conditions, '否决')

  test.each([
    ['6 4 造假=true 通报=0', '= 10 中'],
    ['2 4 造假=true 通报=0', '= 6 中'],
    ['1 4 造假=true 通报=0', '= 5 差'],
    ['6 4 造假=true 通报=1', '= 10 中'],
    ['6 4 造假=false 通报=1', '= 10 良'],
    ['6 4 造假=false 通报=0', '= 10 优'],
    ['6 4 造假=- 通报=0', '= -'],
    ['6 4 造假=x 通报=0', '= -'],
    ['6 4 造假=false? 通报=0', '= 10 优 ?'],
    ['- 4 造假=false? 通报=0', '= -'],
  ])('that cap the grade: %s is %s', (row, expected) => {
    expect(one(row, withRules([cap('中', faked, '一'), cap('良', reported, '二')]))).toBe(expected)
  })

  test.each([
    [{}, '6 4 造假=true', '= 10 差'],
    [{ total: 'zero' }, '6 4 造假=true', '= 0 差'],
    [{ total: 'zero' }, '0 0 造假=true', '= 0 差'],
    [{ total: 'zero' }, '6 4 造假=false', '= 10 优'],
  ])('that veto by %j: %s is %s', (more, row, expected) => {
    const rules = [veto(faked, more), cap('良', faked)]
    expect(one(row, withRules(rules))).toBe(expected)
    expect(one(row, { items, rules: rules.slice(0, 1) })).toBe(expected.slice(0, -2))
  })

  test('read the printed total, scores and rates of all nodes', () => {
    const tree = [branchOf('支', '6', [leafOf('甲', '4'), leafOf('丙', '2')]), leafOf('乙', '4')]
    const rules = [
      cap('中', { fact: 'rate:支', operator: 'lessThan', value: '50%' }, '一'),
      cap('良', { fact: 'score:乙', operator: 'lessThanInclusive', value: '2.5' }, '二'),
      veto({ fact: 'total', operator: 'lessThan', value: '5' }, { total: 'zero' }),
    ]
    const rows = ['4 2 4', '2 0.99 4', '2 1 4', '4 2 2.5', '1 0.99 3', '4 2 n/a', '- 2 4', '2 1? 4', '1 2 1.5']
    expect(treeRows(tree, rows, withRules(rules))).toEqual([
      '6 = 10 优',
      '2.99 = 6.99 中',
      '3 = 7 中',
      '6 = 8.5 良',
      '1.99 = 0 差',
      // What does not apply has no score that a rule could read.
      '6 = -',
      '- = -',
      '3? = 7 中 ?',
      '3 = 0 差',
    ])
  })

  test('cannot read the score of what was not chosen', () => {
    const kind: Item = { id: '类型', type: 'choice', choices: ['甲', '乙'] }
    const tree = [
      branchOf('支', '10', [leafOf('甲', '10'), leafOf('乙', '10')], {
        combine: { alternatives: { item: '类型', children: { 甲: '甲', 乙: '乙' } } },
      }),
    ]
    const rules = [cap('良', { fact: 'score:甲', operator: 'lessThan', value: '9.5' })]
    expect(treeRows(tree, ['9 10 类型=甲', '9 10 类型=乙'], { items: [kind], grades, rules })).toEqual([
      '9 = 9 良',
      '10 = -',
    ])
  })

  test('that flag change no total', () => {
    const flag = rule({ type: 'flag', params: { reason: '提示' } }, reported)
    expect(treeRows(two, ['6 4 通报=2', '6 4 通报=-'], withRules([flag]))).toEqual(['= 10 优', '= 10 优'])
  })

  test('what the total rests on is told row by row', () => {
    const rows = ['6 4 通报=1 造假=false', '6? 4 通报=0 造假=false', '6 4 通报=0 造假=false', '5 4 通报=0? 造假=false']
    expect(treeRows(two, rows, withRules([deduct({ points: '1' }), veto(faked)]))).toEqual([
      '= 9 优',
      '= 10 优 ?',
      '= 10 优',
      '= 9 优 ?',
    ])
  })
})

test('a full score too large to be exact is left to the reference', () => {
  const fullScore = '9007199254740993'
  expect(treeRows(two, ['1 2'], { fullScore })).toEqual(['= 3 (reference)'])
  expect(fastOf(two, { fullScore }).refusals.size).toBe(0)
})
