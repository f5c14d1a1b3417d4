import type { Leaf, Submission } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { leafRows, NOT_APPLICABLE, unverified } from '../leaf/leaf-rows.testing.ts'

const ITEMS = [
  { id: '实际', type: 'number', digits: 2 },
  { id: '目标', type: 'number', digits: 1, mayBeNotApplicable: true },
  { id: '完成日', type: 'date' },
  { id: '期限', type: 'date' },
] as const

type Rows = readonly (readonly [
  actual: Submission['items'][string] | undefined,
  target: Submission['items'][string] | undefined,
  expected: string,
])[]

/** Each row: the actual value, its target, and the printed points out of 10. `asked` of them are left to the reference. */
function rows(name: string, leaf: Partial<Leaf>, table: Rows, asked = 0) {
  it(name, () => {
    const submitted = table.map(([actual, target]) => ({
      items: { ...(actual === undefined ? {} : { 实际: actual }), ...(target === undefined ? {} : { 目标: target }) },
    }))
    const example = { items: [...ITEMS], leaf: { actual: '实际', ...leaf } }
    expect(leafRows(example, submitted, asked)).toEqual(table.map(([, , expected]) => expected))
  })
}

const target = (comparator: '>=' | '<=' | '>' | '<' | '=') => ({ comparator, formula: '目标' }) as const

describe('a target that is data', () => {
  rows('in proportion, to be reached', { target: target('>='), scoring: { method: 'ratio' } }, [
    ['30', '40', '7.5'],
    ['40', '40', '10'],
    ['-1', '40', '0'],
    ['1', '3', '3.33'],
    ['1', '0', 'error'],
    ['1', '-2', 'error'],
    [undefined, '0', 'missing'],
    ['1', undefined, 'missing'],
    [undefined, NOT_APPLICABLE, 'not-applicable'],
    ['x', NOT_APPLICABLE, 'error'],
    [unverified('20'), '40', '5 待核'],
    ['20', unverified('40'), '5 待核'],
    ['4999999999999.99', '9999999999999.9', '5'],
    ['9999999999999.89', '9999999999999.9', '10'],
  ])
  rows(
    'as a number of the scheme, beside data and beside another number',
    { target: { comparator: '>=', formula: '20 * 2' }, scoring: { method: 'ratio' } },
    [
      ['30', undefined, '7.5'],
      [undefined, undefined, 'missing'],
    ],
  )
  rows(
    'beside a value that is a number of the scheme',
    { actual: '30', target: target('>='), scoring: { method: 'ratio' } },
    [
      [undefined, '40', '7.5'],
      [undefined, '0', 'error'],
    ],
  )
  rows(
    'where a target of nothing is full and the target itself is beyond its limit',
    {
      target: target('>='),
      scoring: { method: 'ratio', overshoot: { beyond: '-10%', effect: 'refuse' }, zeroTarget: 'full' },
    },
    [
      ['1', '0', '10'],
      ['1', '1', '0'],
      ['0.9', '1', '9'],
    ],
    3,
  )
  rows('in proportion, not to be passed', { target: target('<='), scoring: { method: 'ratio', zeroTarget: 'zero' } }, [
    ['40', '40', '10'],
    ['0', '40', '10'],
    ['-3', '40', '10'],
    ['80', '40', '5'],
    ['1', '0', '0'],
    ['1', '-0.5', '0'],
    ['0', '0', '0'],
  ])
  rows(
    'where a target of nothing is full, also with a limit on what is above it',
    {
      target: target('>='),
      scoring: { method: 'ratio', zeroTarget: 'full', overshoot: { beyond: '20%', effect: 'reduce' } },
    },
    [
      ['5', '0', '10'],
      [unverified('5'), '0', '10 待核'],
      ['48', '40', '10'],
      ['50', '40', '9.5'],
      ['500', '40', '0'],
    ],
  )
  rows(
    'with a pass line',
    { target: target('<='), scoring: { method: 'ratio', passLine: '50%', zeroTarget: 'full' } },
    [
      ['80', '40', '5'],
      ['80.01', '40', '0'],
      ['7', '0', '10'],
    ],
  )
  rows('met or not', { target: target('='), scoring: { method: 'pass' } }, [
    ['40', '40', '10'],
    ['40.01', '40', '0'],
    ['0', '0', '10'],
    ['9999999999999.99', '9999999999999.9', '0'],
    [undefined, '1', 'missing'],
  ])
  rows(
    'by steps of a percentage of it',
    {
      target: target('>='),
      scoring: { method: 'steps', count: 'whole', below: { size: '1', per: 'percent-of-target', deduct: '0.5' } },
    },
    [
      ['98', '100', '9'],
      ['98.01', '100', '9.5'],
      ['9', '10', '5'],
      ['120', '100', '10'],
      ['1', '0', 'error'],
      // Percentages of a target below 0 are the reference's.
      ['-101', '-100', '9.5'],
    ],
    1,
  )
  rows(
    'by steps of a unit beside it',
    {
      target: target('<='),
      scoring: { method: 'steps', count: 'started', above: { size: '2', per: 'unit', deduct: '1.5', limit: '4' } },
    },
    [
      ['10', '10', '10'],
      ['10.01', '10', '8.5'],
      ['12', '10', '8.5'],
      ['12.01', '10', '7'],
      ['99', '10', '6'],
      ['1', '-1', '8.5'],
    ],
  )
  rows(
    'by steps of both kinds, which one curve cannot show',
    {
      target: target('='),
      scoring: {
        method: 'steps',
        count: 'whole',
        below: { size: '1', per: 'percent-of-target', deduct: '1' },
        above: { size: '1', per: 'unit', deduct: '1' },
      },
    },
    [
      ['98', '100', '8'],
      ['103', '100', '7'],
    ],
    2,
  )

  it('may be a date', () => {
    const leaf: Partial<Leaf> = {
      actual: '完成日',
      target: { comparator: '<=', formula: '期限' },
      scoring: { method: 'steps', count: 'whole', above: { size: '1', per: 'unit', deduct: '2' } },
    }
    const dates = [
      { items: { 完成日: '2024-02-28', 期限: '2024-02-29' } },
      { items: { 完成日: '2024-03-02', 期限: '2024-02-29' } },
      { items: { 完成日: '2024-03-02' } },
    ]
    expect(leafRows({ items: [...ITEMS], leaf }, dates)).toEqual(['10', '6', 'missing'])
  })
})
