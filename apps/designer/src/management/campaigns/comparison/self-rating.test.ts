import { Exact } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import type { ScoreRow, ScoreTable } from './score-table.ts'
import { meanText, pointsText, selfRated, selfRatedLeaves, selfSummary } from './self-rating.ts'

const row = (name: string, claimed: string | null, total: string | null, more: Partial<ScoreRow> = {}): ScoreRow => ({
  ...{ place: 1, rank: 1, submission: name, project: '', state: 'final', fullScore: '100', grade: null },
  department: { id: name, name, type: '', region: '' },
  ...{ claimed, total, scores: [], states: '' },
  ...more,
})

describe('self-ratings', () => {
  it('are held against results as rates, the largest over-rating first', () => {
    const rated = selfRated([
      row('甲', '90', '90'),
      row('乙', '50', '40', { fullScore: '50' }),
      row('丙', '80', '85'),
      row('丁', null, '85'),
      row('戊', '95', null),
    ])
    expect(rated.map((each) => [each.row.submission, pointsText(each.difference)])).toEqual([
      ['乙', '+20.0'],
      ['甲', '0.0'],
      ['丙', '−5.0'],
    ])
    const { mean, ...counts } = selfSummary(rated)
    expect(counts).toEqual({ both: 3, over: 1, under: 1 })
    expect(mean?.toText()).toBe('0.05')
  })

  it('say nothing where nobody has rated itself', () => {
    expect(selfSummary(selfRated([row('甲', null, '90')]))).toEqual({ both: 0, over: 0, under: 0, mean: null })
  })

  it('are explained leaf by leaf, where there is both', () => {
    const heads = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, path: [], points: '10' }))
    const of = row('甲', '30', '20', {
      scores: ['8', '10', null, '5'],
      states: '..m.',
      claims: ['10', '9', '10', null],
    })
    const table: ScoreTable = { run: 'r', version: 'v', versions: [], heads, rows: [of] }
    const leaves = selfRatedLeaves(table, of)
    expect(leaves.map(({ head, difference }) => [head.id, difference.toText()])).toEqual([
      ['a', '2'],
      ['b', '-1'],
    ])
  })
})

it.each([
  ['0.042', { points: '4.2', isOver: true }],
  ['-1/3', { points: '33.3', isOver: false }],
  ['0.0004', null],
  ['0', null],
])('a mean difference of %s is printed as %o', (mean, expected) => {
  expect(meanText(Exact.fromText(mean)!)).toEqual(expected)
})

it.each([
  ['1/3', '+33.3'],
  ['-0.0004', '0.0'],
  ['-0.0456', '−4.6'],
])('%s of a rate is %s percentage points', (rate, expected) => {
  expect(pointsText(Exact.fromText(rate)!)).toBe(expected)
})
