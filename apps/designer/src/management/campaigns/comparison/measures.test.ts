import { describe, expect, it } from 'vitest'
import type { Ranked } from '../scoring.ts'
import { bandOf, type Colours } from './colours.ts'
import { headGroups } from './head-groups.ts'
import { counted, isFullForAll, stepOf } from './indicator-measures.ts'
import { rankingPicture } from './ranking-picture.ts'
import { cellOf, type LeafHead, type ScoreRow, type ScoreTable } from './score-table.ts'
import { exactOf, sorted } from './sorting.ts'
import { standingOf, tiedRanks } from './standing.ts'
import { weakestOf } from './weakest.ts'

const department = (name: string) => ({ id: name, name, type: '', region: '' })

const ranked = (rank: number | null, total: string | null): Ranked => ({
  ...{
    place: 1,
    rank,
    submission: `${rank} ${total}`,
    project: '',
    state: 'final',
    total,
    fullScore: '100',
    grade: null,
  },
  department: department('甲'),
})

describe('a ranking says', () => {
  it.each<[string, Ranked[], readonly (string | number | undefined)[]]>([
    ['who is first and last', [ranked(1, '90'), ranked(2, '80')], [2, '90', '80', 0]],
    [
      'how many share a rank',
      [ranked(1, '90'), ranked(1, '90'), ranked(3, '80'), ranked(null, null)],
      [3, '90', '80', 2],
    ],
    ['that all are the same', [ranked(1, '90'), ranked(1, '90'), ranked(1, '90')], [3, '90', '90', 3]],
    ['little of one alone', [ranked(1, '90')], [1, '90', '90', 0]],
    ['nothing where nobody has a total', [ranked(null, null)], [0, undefined, undefined, 0]],
  ])('%s', (_, rows, [scored, best, worst, tied]) => {
    const found = standingOf(rows)
    expect([found.scored, found.best?.total, found.worst?.total, found.tied]).toEqual([scored, best, worst, tied])
  })

  it('whoever has no rank is tied with nobody', () => {
    expect(tiedRanks([{ rank: null }, { rank: null }])).toEqual(new Set())
  })
})

it.each([
  ['slid through in the page', false, 1],
  ['all in a file', true, 0],
])('more than can be told apart are %s', (_, isFile, sliders) => {
  const rows = Array.from({ length: 121 }, (_, at) => ranked(at, '90'))
  const option = rankingPicture(rows, { nameOf: () => '', scoreOf: () => '', isFile })({ bands: {} } as Colours)
  const zooms = option['dataZoom'] as readonly { readonly type: string }[]
  expect(zooms.filter(({ type }) => type === 'slider')).toHaveLength(sliders)
})

const head = (id: string, more: Partial<LeafHead> = {}): LeafHead => ({ id, name: id, path: [], points: '10', ...more })

function tableOf(
  heads: LeafHead[],
  ...rows: readonly (readonly [scores: (string | null)[], states: string])[]
): ScoreTable {
  const row = ([scores, states]: readonly [(string | null)[], string], at: number): ScoreRow => ({
    ...{ place: at, rank: at, submission: String(at), project: '', state: 'final', total: null, fullScore: '100' },
    ...{ grade: null, claimed: null, scores, states, department: department(String(at)) },
  })
  return { run: 'r', version: 'v', versions: [], heads, rows: rows.map(row) }
}

describe('of a table of scores', () => {
  it.each<[string, ScoreTable, readonly (string | number | undefined)[]]>([
    ['most points are lost', tableOf([head('a'), head('b', { points: '40' })], [['5', '30'], '..']), ['b', '0.75', 0]],
    ['nothing is lost', tableOf([head('a')], [['10'], '.'], [['10'], '.']), [undefined, undefined, 0]],
    ['of equals the first is named', tableOf([head('a'), head('b')], [['5', '5'], '..']), ['a', '0.5', 0]],
    ['a bonus loses nothing', tableOf([head('a', { kind: 'bonus' })], [['0'], '.']), [undefined, undefined, 0]],
    ['what is not there is counted', tableOf([head('a')], [[null], 'm'], [['9'], '.'], [[null], 'n']), ['a', '0.9', 1]],
    ['there is nothing at all', tableOf([]), [undefined, undefined, 0]],
  ])('%s', (_, table, [id, rate, missing]) => {
    const found = weakestOf(table)
    expect([found.head?.id, found.rate?.toText(), found.missing]).toEqual([id, rate, missing])
  })

  it.each([
    ['a score', '.', '0', 'scored'],
    ['不适用', 'n', null, 'not-applicable'],
    ['空缺', 'm', null, 'missing'],
    ['空缺 that counts as 0', 'm', '0', 'missing'],
    ['a fault', 'e', null, 'unscored'],
    ['a result that could not be made', '-', null, 'unscored'],
  ] as const)('%s is told apart', (_, letter, score, state) => {
    const table = tableOf([head('a')], [[score], letter])
    expect(cellOf(table, table.rows[0]!, 0)).toEqual({ state, score, points: '10', claim: null })
  })

  it('leaves stand in groups of the first level', () => {
    const heads = [head('a', { path: ['投入'] }), head('b', { path: ['投入', '预算'] }), head('c', { path: ['产出'] })]
    expect(headGroups(heads)).toEqual([
      { name: '投入', from: 0, count: 2 },
      { name: '产出', from: 2, count: 1 },
    ])
  })
})

it.each([
  [1, 'full'],
  [0.999, 'high'],
  [0.9, 'high'],
  [8.1 / 9, 'high'],
  [0.8999, 'good'],
  [0.8, 'good'],
  [0.6, 'fair'],
  [0.001, 'low'],
  [0, 'zero'],
] as const)('a score rate of %s is %s', (rate, band) => {
  expect(bandOf(rate)).toBe(band)
})

it.each([
  ['0.4', 'excellent'],
  ['0.3951', 'excellent'],
  ['0.3', 'good'],
  ['0.1996', 'fair'],
  ['0.1949', 'poor'],
  ['-0.5', 'poor'],
] as const)('a 区分度 of %s is %s, as it is printed', (value, step) => {
  expect(stepOf({ value })).toBe(step)
})

it.each([
  ['all of them', 3, 3, true],
  ['all but one', 3, 2, false],
  ['nobody it applies to', 0, 0, false],
])('everybody is full: %s', (_, count, full, expected) => {
  expect(isFullForAll({ count, full })).toBe(expected)
})

it('a bonus is no indicator that should be reached by all', () => {
  expect(counted([head('a'), head('b', { kind: 'bonus' })]).map(({ id }) => id)).toEqual(['a'])
})

it('rows are put in order as numbers, what has none last whichever way', () => {
  const rows = ['9.75', null, '100', '80', '80.0']
  expect(sorted(rows, exactOf, true)).toEqual(['100', '80', '80.0', '9.75', null])
  expect(sorted(rows, exactOf, false)).toEqual(['9.75', '80', '80.0', '100', null])
})
