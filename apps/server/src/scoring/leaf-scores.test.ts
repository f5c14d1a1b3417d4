import type { Evaluation, IndicatorResult, Scheme, Submission } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { claimedTotal, type LeafScore, leafScores } from './leaf-scores.ts'

const judged = (id: string) => ({ id, name: id, points: '10', scoring: { method: 'judgement' } }) as const
const scheme: Scheme = {
  yardstick: 'scheme/1',
  ...{ id: 's', name: 's', version: '1', fullScore: '50' },
  items: [],
  indicators: [
    judged('制度'),
    { id: '产出', name: '产出', points: '40', individual: true, children: [judged('产出.共性')] },
  ],
}

const result = (path: string, score: string | null, more: Partial<IndicatorResult> = {}): IndicatorResult => ({
  id: path.replace('产出/', '产出.'),
  name: path,
  path: path.split('/'),
  points: '10',
  score,
  state: score === null ? 'missing' : 'present',
  sentence: '',
  address: '',
  ...more,
})

const evaluation = (...indicators: IndicatorResult[]): Pick<Evaluation, 'indicators'> => ({ indicators })

describe('of a result', () => {
  const rows: [title: string, results: IndicatorResult[], claims: Submission['claims'], expected: LeafScore[]][] = [
    [
      'leaves stand and branches do not',
      [result('制度', '9'), result('产出', '30')],
      {},
      [['制度', '10', '9', '', null]],
    ],
    ['空缺 is not 0', [result('制度', null)], {}, [['制度', '10', null, 'm', null]]],
    ['不适用 is not 空缺', [result('制度', null, { state: 'not-applicable' })], {}, [['制度', '10', null, 'n', null]]],
    [
      'the own score stands beside the score',
      [result('制度', '9')],
      { scores: { 制度: '10.0' } },
      [['制度', '10', '9', '', '10']],
    ],
    ['a share is no own score', [result('制度', '9')], { scores: { 制度: '90%' } }, [['制度', '10', '9', '', null]]],
    [
      "a unit's own leaves are one, under their branch",
      [result('产出', '30'), result('产出/共性', '9'), result('产出/甲', '9.5'), result('产出/乙', '10')],
      { scores: { '产出.甲': '10', '产出.乙': '10' } },
      [
        ['产出.共性', '10', '9', '', null],
        ['产出', '20', '19.5', '', '20'],
      ],
    ],
    [
      'an own leaf without a score leaves them without',
      [result('产出', null), result('产出/甲', '9.5'), result('产出/乙', null)],
      { scores: { '产出.甲': '10' } },
      [['产出', '20', null, 'm', null]],
    ],
  ]
  it.each(rows)('%s', (_, results, claims, expected) => {
    expect(leafScores(scheme, evaluation(...results), claims)).toEqual(expected)
  })
})

describe('the total somebody claims', () => {
  const scores: LeafScore[] = [
    ['a', '10', '8', '', '9'],
    ['b', '10', '8', '', '9.5'],
    ['c', '10', null, 'n', null],
  ]
  it.each<[string, Submission['claims'], LeafScore[], string | null]>([
    ['is what was stated', { total: '20.0' }, scores, '20'],
    ['is the sum where each that applies is rated', {}, scores, '18.5'],
    ['is none where one is not rated', {}, [...scores, ['d', '10', '1', '', null]], null],
    ['is none where nothing is rated', undefined, [], null],
  ])('%s', (_, claims, of, expected) => {
    expect(claimedTotal(claims, of)).toBe(expected)
  })
})
