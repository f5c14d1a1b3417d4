import { bind, type OwnLeaf, type Scheme } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import {
  changeOwnLeaf,
  givenPoints,
  newDeclaration,
  pointsLeft,
  removeOwnLeaf,
  withItems,
  withOwnLeaves,
  withTarget,
} from './declaration-edits.ts'

const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 's',
  name: '测试',
  version: '1',
  year: 2024,
  fullScore: '20',
  items: [{ id: '满意度', type: 'rate' }],
  indicators: [
    {
      id: 'a',
      name: '满意度',
      points: '10',
      target: { comparator: '>=', value: '90%' },
      declared: { atLeast: '85%' },
      actual: '满意度',
      scoring: { method: 'ratio' },
    },
    { id: 'b', name: '产出', points: '10', individual: true, children: [] },
  ],
}
const leaf = (id: string, points: string): OwnLeaf => ({
  id,
  name: id,
  points,
  target: { comparator: '>=', value: '5' },
  actual: '次数',
  scoring: { method: 'ratio' },
})

describe('a declaration', () => {
  const empty = newDeclaration(scheme, '甲单位', '2025')

  it('is for the scheme and its year', () => {
    expect(empty).toMatchObject({ scheme: { id: 's' }, subject: { department: '甲单位' }, period: '2024' })
  })

  it('is whole with its targets, own leaves and own items', () => {
    const own = withOwnLeaves(empty, 'b', [leaf('x', '6'), leaf('y', '4')])
    const whole = withItems(withTarget(own, 'a', { comparator: '>=', value: '95%' }), [{ id: '次数', type: 'count' }])
    expect(bind(scheme, whole)).toMatchObject({ ok: true })
  })

  it('keeps no empty map', () => {
    const filled = withTarget(withOwnLeaves(empty, 'b', [leaf('x', '6')]), 'a', { comparator: '>=', value: '95%' })
    expect(withTarget(removeOwnLeaf(filled, 'b', 'x'), 'a', undefined)).toEqual(empty)
  })

  it('changes one leaf of a branch', () => {
    const filled = withOwnLeaves(empty, 'b', [leaf('x', '6'), leaf('y', '4')])
    const changed = changeOwnLeaf(filled, 'b', 'y', (each) => ({ ...each, points: '3' }))
    expect(changed.indicators?.['b']?.map(({ points }) => points)).toEqual(['6', '3'])
  })
})

it.each([
  [['6', '3.5'], '9.5', '0.5'],
  [[], '0', '10'],
  [['8', '4'], '12', '0'],
])('own leaves of %j are given %s and leave %s', (points, given, left) => {
  const own = points.map((each, index) => leaf(`x${index}`, each))
  const branch = { points: '10', children: [] }
  expect(givenPoints(branch, own)).toBe(given)
  expect(pointsLeft(branch, own)).toBe(left)
})
