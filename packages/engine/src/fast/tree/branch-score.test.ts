import type { Combine, Indicator, Item, Scheme } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { branchOf, leafOf } from '../../check/check.testing.ts'
import { fastOf, treeRows } from './tree-rows.testing.ts'

describe('a sum', () => {
  const two = [branchOf('支', '10', [leafOf('甲', '6'), leafOf('乙', '4')])]

  test.each([
    ['5.5 4', '9.5 = 9.5'],
    ['0 0', '0 = 0'],
    ['5.5? 4', '9.5? = 9.5 ?'],
    // 空缺与错误
    ['5.5 -', '- = -'],
    ['- -', '- = -'],
    ['9 4', 'error = -'],
    ['9 -', 'error = -'],
  ])('of %s is %s', (row, expected) => {
    expect(treeRows(two, ['6 4', row, '1 1?'])[1]).toBe(expected)
  })

  test.each([
    ['siblings', 'n/a 3', '7.5 = 7.5'],
    ['siblings', 'n/a 2.99', '7.48 = 7.48'],
    ['siblings', 'n/a n/a', 'n/a = -'],
    ['siblings', 'n/a -', '- = -'],
    ['rescale', 'n/a 3', '3 = 7.5'],
    ['rescale', 'n/a n/a', 'n/a = -'],
    ['full', 'n/a 3', '9 = 9'],
    ['full', 'n/a n/a', '10 = 10'],
  ] as const)('under %s of %s is %s', (notApplicable, row, expected) => {
    expect(treeRows(two, ['6 4', row, '- 4'], { notApplicable })[1]).toBe(expected)
  })

  test('what is missing counts as zero where the scheme says so', () => {
    expect(treeRows(two, ['- 4', '- -', '- n/a'], { missing: 'zero', notApplicable: 'siblings' })).toEqual([
      '4 = 4',
      '0 = 0',
      '0 = 0',
    ])
  })

  test('points that do not apply go up where no sibling takes them', () => {
    const tree = [
      branchOf('甲', '6', [leafOf('一', '2'), leafOf('二', '4', { notApplicable: 'rescale' })]),
      branchOf('乙', '4', [leafOf('三', '4')]),
    ]
    expect(treeRows(tree, ['2 n/a 2', 'n/a n/a 2', '1 2 n/a'], { notApplicable: 'siblings' })).toEqual([
      '2 2 = 6.67',
      // Of 甲's six points two go to 乙 and four out of the whole.
      'n/a 2 = 5',
      '3 n/a = 5',
    ])
  })

  test('children that print more than the branch is worth are clamped', () => {
    expect(treeRows([branchOf('支', '5', [leafOf('甲', '4'), leafOf('乙', '4')])], ['4 4', '1 2'])).toEqual([
      '5 = 5',
      '3 = 3',
    ])
  })

  test.each([
    [{ digits: 0 }, '2.5 1', '4 = 4'],
    [{ digits: 0, mode: 'half-even' }, '2.5 2', '4 = 4'],
    [{ digits: 0, mode: 'half-even' }, '2.5 1', '4 = 4'],
    [{ digits: 0, mode: 'up' }, '2.01 1', '4 = 4'],
    [{ digits: 0, mode: 'down' }, '2.99 1', '3 = 3'],
    [{ step: '0.5' }, '2.2 1.04', '3 = 3'],
    [{ step: '0.5' }, '2.2 1.05', '3.5 = 3.5'],
    [{ step: '0.3', mode: 'up' }, '2.2 1', '3.3 = 3.3'],
    ['none', '2.21 1.04', '3.25 = 3.25'],
  ] as const)('rounded by %j of %s is %s', (rounding, row, expected) => {
    const tree = [branchOf('支', '10', [leafOf('甲', '6'), leafOf('乙', '4')], { rounding })]
    expect(treeRows(tree, ['6 4', row])[1]).toBe(expected)
  })

  test('what is rounded nowhere and is no decimal is asked of the reference, with its row', () => {
    const tree = [branchOf('支', '10', [leafOf('甲', '3'), leafOf('乙', '7')], { rounding: 'none' })]
    expect(treeRows(tree, ['n/a 7', 'n/a 1'], { notApplicable: 'siblings' })).toEqual([
      '10 = 10',
      '1.43 = 1.43 (reference)',
    ])
  })

  test('without children it is zero, or missing where a unit was to put its own', () => {
    const rest = leafOf('甲', '6')
    expect(treeRows([branchOf('支', '4', [], { individual: true }), rest], ['5'])).toEqual(['- = -'])
    const bonus = leafOf('加', '1', { kind: 'bonus' })
    expect(treeRows([branchOf('支', '4', [bonus]), rest], ['1 5', '- 5'])).toEqual(['0 = 6', '0 = -'])
  })

  test('points too large to be exact are left to the reference', () => {
    const most = '9007199254740993'
    const tree = [branchOf('支', most, [leafOf('甲', most)])]
    expect(treeRows(tree, ['5'], { fullScore: most })).toEqual(['5 = 5 (reference)'])
    expect([...fastOf(tree, { fullScore: most }).refusals.keys()]).toContain('支')
  })
})

describe('other ways to combine', () => {
  const branch = (combine: Combine, children: Indicator[]) => [branchOf('支', '10', children, { combine })]
  const ten = ['甲', '乙', '丙'].map((id) => leafOf(id, '10'))

  test.each([
    ['best-of', '3 7 5', '7 = 7'],
    // 一个已得满分，空缺的便不必等
    ['best-of', '- 10 5', '10 = 10'],
    ['best-of', '- 9.99 5', '- = -'],
    ['best-of', '11 10 5', 'error = -'],
    ['best-of', 'n/a 7 5', '7 = 7'],
    ['best-of', 'n/a n/a n/a', 'n/a = -'],
    ['best-of', '7? 5 3', '7? = 7 ?'],
    ['best-of', '7 5? 3', '7 = 7 ?'],
    ['best-of', '7 7? 3', '7 = 7 ?'],
    ['minimum', '3 7 5', '3 = 3'],
    ['minimum', '- 10 0', '- = -'],
    ['minimum', 'n/a 7 5', '5 = 5'],
    ['minimum', '3 7 5?', '3 = 3 ?'],
  ] as const)('%s of %s is %s', (combine, row, expected) => {
    expect(treeRows(branch(combine, ten), ['1 2 3', row, '3 2 1'])[1]).toBe(expected)
  })

  test.each([
    ['4 6', '6 = 6'],
    ['8 6', '8.67 = 8.67'],
    ['7 1', '5.22 = 5.22'],
    ['n/a 1', '1.67 = 1.67'],
    ['n/a n/a', 'n/a = -'],
    ['8 -', '- = -'],
    ['8? 6', '8.67? = 8.67 ?'],
  ])('a weighted mean of %s is %s', (row, expected) => {
    const children = [leafOf('甲', '10', { weight: '2' }), leafOf('乙', '6', { weight: '1' })]
    expect(treeRows(branch('weighted-mean', children), ['1 2', row])[1]).toBe(expected)
  })

  test('weights and points without a finite decimal between them stay exact', () => {
    const children = [
      leafOf('甲', '3', { weight: '0.7' }),
      leafOf('乙', '7', { weight: '1.1' }),
      leafOf('丙', '0', { weight: '0.2' }),
    ]
    expect(treeRows(branch('weighted-mean', children), ['3 7 0', '1 1 0', '2.99 n/a 0'])).toEqual([
      '9 = 9',
      '1.95 = 1.95',
      '7.75 = 7.75',
    ])
  })
})

describe('alternatives', () => {
  const kind: Item = { id: '类型', type: 'choice', mayBeNotApplicable: true, choices: ['甲', '乙', '丙'] }
  const done: Item = { id: '完成', type: 'boolean' }
  const size: Item = { id: '规模', type: 'number', digits: 0 }
  const items = { items: [kind, done, size] } as Partial<Scheme>
  const children = [
    branchOf('一', '10', [leafOf('甲', '4'), leafOf('乙', '6')]),
    leafOf('二', '10'),
    leafOf('加', '1', { kind: 'bonus' }),
  ]
  const byItem = [
    branchOf('支', '10', children, {
      combine: { alternatives: { item: '类型', children: { 甲: '一', 乙: '二' } } },
    }),
  ]

  test.each([
    ['3 4 9 0 类型=甲', '7 7 = 7'],
    ['3 4 9 0 类型=乙', '9 n/a = 9'],
    // 没有选中的不必填
    ['3 4 - 0 类型=甲', '7 7 = 7'],
    ['3 - 9 0 类型=乙', '9 n/a = 9'],
    ['3 - 9 0 类型=甲', '- - = -'],
    ['11 4 9 0 类型=乙', '9 n/a = 9'],
    ['11 4 9 0 类型=甲', 'error error = -'],
    // 未选中的待核不使总分暂定
    ['3? 4 9 0 类型=乙', '9 n/a? = 9'],
    ['3? 4 9 0 类型=甲', '7? 7? = 7 ?'],
    ['3 4 9 0 类型=乙?', '9? n/a = 9 ?'],
    // 选择项
    ['3 4 9 0 类型=-', '- 7 = -'],
    ['3 4 9 0 类型=n/a', '- 7 = -'],
    ['3 4 9 0 类型=丙', 'error 7 = -'],
    ['3 4 9 1 类型=甲', '7 7 = 8'],
    ['3 4 9 - 类型=甲', '7 7 = -'],
  ])('%s: %s', (row, expected) => {
    const rows = ['1 1 1 0 类型=甲', row, '2 2 2 0 类型=乙']
    expect(treeRows(byItem, rows, { ...items, ceiling: '20' })[1]).toBe(expected)
  })

  test('one that does not apply hands on what it leaves to siblings', () => {
    const tree = [
      branchOf('支', '5', [leafOf('甲', '5'), leafOf('乙', '5')], {
        combine: { alternatives: { item: '类型', children: { 甲: '甲', 乙: '乙' } } },
      }),
      leafOf('余', '5'),
    ]
    const rows = ['n/a 1 3 类型=甲', 'n/a 1 3 类型=乙', '1 n/a 3 类型=乙?']
    expect(treeRows(tree, rows, { ...items, notApplicable: 'siblings' })).toEqual(['n/a = 6', '1 = 4', 'n/a? = 6 ?'])
    expect(treeRows(tree, rows, { ...items, notApplicable: 'rescale' })).toEqual(['n/a = 6', '1 = 4', 'n/a? = 6 ?'])
    expect(treeRows(tree, rows, { ...items, notApplicable: 'full' })).toEqual(['5 = 8', '1 = 4', '5? = 8 ?'])
  })

  const whenOf = (first: string, second: string) => ({
    alternatives: {
      when: {
        一: { fact: '规模', operator: 'lessThan', value: first },
        二: {
          all: [
            { fact: '规模', operator: 'greaterThanInclusive', value: second },
            { fact: '完成', operator: 'equal', value: true },
          ],
        },
      },
    },
  })

  test.each([
    ['规模=4 完成=-', '7 7 = 7'],
    ['规模=6 完成=true', '9 n/a = 9'],
    // 都不成立、都成立、不知道
    ['规模=6 完成=false', 'error 7 = -'],
    ['规模=5 完成=true', 'error 7 = -'],
    ['规模=6 完成=-', '- 7 = -'],
    ['规模=- 完成=true', '- 7 = -'],
    ['规模=- 完成=false', '- 7 = -'],
    ['规模=x 完成=true', 'error 7 = -'],
    ['规模=4 完成=true?', '7? 7 = 7 ?'],
    ['规模=6? 完成=-', '- 7 = -'],
  ])('by conditions %s: %s', (given, expected) => {
    const tree = [branchOf('支', '10', children, { combine: whenOf('6', '5') })]
    const rows = [`3 4 9 0 ${given}`, '3 4 9 0 规模=4 完成=true']
    expect(treeRows(tree, rows, { ...items, ceiling: '20' })[0]).toBe(expected)
  })
})
