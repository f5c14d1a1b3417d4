import { type BandsScoring, Exact } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { bandRows, merged, split, withEdge, withIncluded, withScore } from './band-table.ts'

const bands = (...edges: [from: string, included: boolean, score: string][]): BandsScoring => ({
  method: 'bands',
  otherwise: '0',
  bands: edges.map(([from, included, score]) => ({ from, included, score })),
})

const grades = bands(['60%', true, '5'], ['80%', true, '8'], ['90%', true, '100%'])
const single = bands(['0', true, '5'], ['0', false, '4'], ['10%', false, '3'])

/** `[60%, 80%) 5` for a row. */
function shown(scoring: BandsScoring | undefined): string[] | undefined {
  return (
    scoring &&
    bandRows(scoring).map(
      ({ from = '', includesFrom, to = '', includesTo, score }) =>
        `${includesFrom ? '[' : '('}${from}, ${to}${includesTo ? ']' : ')'} ${score}`,
    )
  )
}

describe('bands as rows', () => {
  const rows: [string, BandsScoring | undefined, string[] | undefined][] = [
    ['touch without gap or overlap', grades, ['(, 60%) 0', '[60%, 80%) 5', '[80%, 90%) 8', '[90%, ) 100%']],
    ['a single value is a row of its own', single, ['(, 0) 0', '[0, 0] 5', '(0, 10%] 4', '(10%, ) 3']],
    [
      'a moved edge ends one and begins the next',
      withEdge(grades, 1, '75%', Exact.of),
      ['(, 60%) 0', '[60%, 75%) 5', '[75%, 90%) 8', '[90%, ) 100%'],
    ],
    ['an edge does not pass its neighbour', withEdge(grades, 1, '90%', Exact.of), undefined],
    [
      'the edge of a single value moves with it',
      withEdge(single, 0, '5%', Exact.of),
      ['(, 5%) 0', '[5%, 5%] 5', '(5%, 10%] 4', '(10%, ) 3'],
    ],
    [
      'an edge given away belongs to the band below',
      withIncluded(grades, 2, false),
      ['(, 60%) 0', '[60%, 80%) 5', '[80%, 90%] 8', '(90%, ) 100%'],
    ],
    [
      'a band is cut in its middle',
      split(grades, 0, Exact.of),
      ['(, 60%) 0', '[60%, 70%) 5', '[70%, 80%) 5', '[80%, 90%) 8', '[90%, ) 100%'],
    ],
    [
      'the last band is cut as far on as the one before',
      split(grades, 2, Exact.of),
      ['(, 60%) 0', '[60%, 80%) 5', '[80%, 90%) 8', '[90%, 100%) 100%', '[100%, ) 100%'],
    ],
    [
      'the rest is cut below the first edge',
      split(grades, -1, Exact.of),
      ['(, 40%) 0', '[40%, 60%) 0', '[60%, 80%) 5', '[80%, 90%) 8', '[90%, ) 100%'],
    ],
    ['a merged band goes to the one below', merged(grades, 1), ['(, 60%) 0', '[60%, 90%) 5', '[90%, ) 100%']],
    [
      'the rest merged takes what the first band gave',
      merged(grades, -1),
      ['(, 80%) 5', '[80%, 90%) 8', '[90%, ) 100%'],
    ],
    [
      'the rest has points of its own',
      withScore(grades, -1, '1'),
      ['(, 60%) 1', '[60%, 80%) 5', '[80%, 90%) 8', '[90%, ) 100%'],
    ],
  ]
  it.each(rows)('%s', (_, scoring, expected) => {
    expect(shown(scoring)).toEqual(expected)
  })

  it('a percentage beside a number in % is compared in its unit', () => {
    const inPercent = (edge: string) => (edge.endsWith('%') ? Exact.of(edge).times(Exact.integer(100)) : Exact.of(edge))
    expect(withEdge(grades, 1, '85', inPercent)).toBeDefined()
    expect(withEdge(grades, 1, '0.85', inPercent)).toBeUndefined()
  })
})
