import type { Indicator } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { branchOf, edited, issuesOf, leafOf, schemeOf, uncured } from './check.testing.ts'

const told = async (...args: Parameters<typeof schemeOf>) =>
  (await issuesOf(schemeOf(...args))).map(({ code, pointer, expected, found }) => [code, pointer, expected, found])

describe('points add up at every level', () => {
  const bonus: Indicator = leafOf('加分', '5', { kind: 'bonus' })
  it.each<[string, Indicator[], unknown[]]>([
    [
      'the top against the full score',
      [leafOf('a', '4'), leafOf('b', '5.5')],
      [['SCHEME_POINTS_SUM', '/indicators', '10', '9.5']],
    ],
    [
      'children against their branch',
      [branchOf('a', '10', [leafOf('b', '4'), leafOf('c', '7')])],
      [['SCHEME_POINTS_SUM', '/indicators/0/children', '10', '11']],
    ],
    ['bonus nodes stand outside', [branchOf('a', '10', [leafOf('b', '10'), bonus])], []],
    [
      'what hangs under a bonus node is held by its cap only',
      [leafOf('a', '10'), branchOf('b', '5', [leafOf('c', '4'), leafOf('d', '4')], { kind: 'bonus' })],
      [],
    ],
    [
      'each child of best-of is worth the whole',
      [branchOf('a', '10', [leafOf('b', '10'), leafOf('c', '5'), bonus], { combine: 'best-of' })],
      [['SCHEME_POINTS_CHILD', '/indicators/0/children/1/points', '10', '5']],
    ],
    [
      'weights count under a weighted mean',
      [
        branchOf('a', '10', [leafOf('b', '3', { weight: '1' }), leafOf('c', '4', { weight: '2' })], {
          combine: 'weighted-mean',
        }),
      ],
      [],
    ],
    ['an empty branch for declarations is complete', [branchOf('a', '10', [], { individual: true })], []],
    ['what is declared may fill the rest', [branchOf('a', '10', [leafOf('b', '4')], { individual: true })], []],
    [
      'but nothing fits in where there is too much',
      [branchOf('a', '10', [leafOf('b', '14')], { individual: true })],
      [['SCHEME_POINTS_SUM', '/indicators/0/children', '10', '14']],
    ],
    [
      'five times 10.3 and so on is exactly 50',
      [
        branchOf(
          'a',
          '50',
          ['10.3', '9.3', '9.3', '10.8', '10.3'].map((points, index) => leafOf(`b${index}`, points)),
        ),
      ],
      [['SCHEME_POINTS_SUM', '/indicators', '10', '50']],
    ],
  ])('%s', async (_, indicators, expected) => {
    expect(await told(indicators)).toEqual(expected)
  })

  it('offers to share out in proportion, equally, or to the last one, or to change the parent', async () => {
    const scheme = schemeOf([branchOf('a', '10', [leafOf('b', '4'), leafOf('c', '4')])])
    const [found] = await issuesOf(scheme)
    expect(found?.mends).toEqual([
      {
        label: { zh: '按比例补齐', en: 'Share out in proportion' },
        edit: { type: 'set-points', points: { b: '5', c: '5' } },
      },
      { label: { zh: '平均', en: 'Share out equally' }, edit: { type: 'set-points', points: { b: '5', c: '5' } } },
      {
        label: { zh: '归入最后一项', en: 'Give the difference to the last one' },
        edit: { type: 'set-points', points: { c: '6' } },
      },
      {
        label: { zh: '上级分值改为8', en: 'Make the parent worth 8' },
        edit: { type: 'set-points', points: { a: '8' } },
      },
    ])
    expect(found?.mend).toEqual(found?.mends?.[0]?.edit)
    expect(await uncured(scheme, found!)).toEqual([])
  })

  it('carries a change of a branch down to its leaves', async () => {
    const scheme = schemeOf([branchOf('a', '4', [leafOf('b', '3'), leafOf('c', '1')]), leafOf('d', '4')])
    const [found] = await issuesOf(scheme)
    expect(found?.mend).toEqual({ type: 'set-points', points: { a: '5', d: '5', b: '3.75', c: '1.25' } })
    expect(await issuesOf(edited(scheme, found!.mend!))).toEqual([])
  })

  it('scales deductions only where that is asked for by name', async () => {
    const steps = { method: 'steps' as const, below: { size: '1%', per: 'percentage-point' as const, deduct: '0.5' } }
    const target = { comparator: '>=' as const, value: '95%' }
    const scheme = schemeOf([leafOf('a', '5', { actual: '满意度', target, scoring: steps })])
    const [found] = await issuesOf(scheme)
    expect(found?.mends?.map((each) => each.label.zh)).toEqual([
      '按比例补齐',
      '按比例补齐，并按比例换算扣分值',
      '平均',
      '归入最后一项',
      '满分改为5',
    ])
    const scaled = edited(scheme, found!.mends![1]!.edit)
    expect(scaled.indicators[0]).toMatchObject({ points: '10', scoring: { below: { deduct: '1' } } })
  })

  it('leaves nobody with nothing', async () => {
    const [found] = await issuesOf(schemeOf([leafOf('a', '10'), leafOf('b', '4')]))
    expect(found?.mends?.map((each) => each.label.zh)).toEqual(['按比例补齐', '平均', '满分改为14'])
  })
})

describe('points are not finer than the place scores are rounded to', () => {
  it.each<[string, Parameters<typeof schemeOf>, unknown[]]>([
    [
      '2 digits where nothing is said',
      [[leafOf('a', '3.333'), leafOf('b', '6.667')]],
      [
        ['SCHEME_POINTS_DIGITS', '/indicators/0/points', '0.01', '3.333'],
        ['SCHEME_POINTS_DIGITS', '/indicators/1/points', '0.01', '6.667'],
      ],
    ],
    [
      'a step',
      [[leafOf('a', '7.25'), leafOf('b', '2.75')], { rounding: { leaf: { step: '0.5' } } }],
      [
        ['SCHEME_POINTS_DIGITS', '/indicators/0/points', '0.5', '7.25'],
        ['SCHEME_POINTS_DIGITS', '/indicators/1/points', '0.5', '2.75'],
      ],
    ],
    ['exact scores', [[leafOf('a', '3.333'), leafOf('b', '6.667')], { rounding: { leaf: 'none' } }], []],
    [
      'the full score against the total',
      [[leafOf('a', '10.5')], { fullScore: '10.5', rounding: { total: { digits: 0 } } }],
      [['SCHEME_POINTS_DIGITS', '/fullScore', '1', '10.5']],
    ],
  ])('%s', async (_, args, expected) => {
    const scheme = schemeOf(...args)
    expect(await told(...args)).toEqual(expected)
    for (const found of await issuesOf(scheme)) expect(await uncured(scheme, found)).toEqual([])
  })
})
