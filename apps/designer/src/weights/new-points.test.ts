import { applyEdit, Exact, type Indicator, type Scheme } from '@yardstick/model'
import { expect, test } from 'vitest'
import {
  exactWeight,
  meanWeights,
  pointsBy,
  pointsEdit,
  presentStep,
  stepsFor,
  weighable,
  weighed,
} from './new-points.ts'

const leaf = (id: string, points: string): Indicator => ({ id, name: id, points, scoring: { method: 'judgement' } })
const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 's',
  name: 's',
  version: '1',
  fullScore: '100',
  items: [],
  indicators: [
    { id: 'a', name: 'a', points: '60', children: [leaf('a1', '40'), leaf('a2', '20')] },
    leaf('b', '40'),
    { ...leaf('bonus', '5'), kind: 'bonus' },
    { id: 'best', name: 'best', points: '0', combine: 'best-of', children: [leaf('x', '0'), leaf('y', '0')] },
  ],
}
const texts = (points: readonly Exact[] | undefined) => points?.map((each) => each.toText())

test('branches that add up can be weighed, the scheme among them; bonus nodes stand outside', () => {
  expect(weighable(scheme).map(({ id }) => id)).toEqual([null, 'a'])
  expect(weighed(scheme, null)?.children.map(({ id }) => id)).toEqual(['a', 'b', 'best'])
})

test('points are multiples of the step and add up, whatever the weights', () => {
  const a = weighed(scheme, 'a')!
  expect(texts(pointsBy([Exact.one, Exact.integer(2)], a, '1'))).toEqual(['20', '40'])
  expect(texts(pointsBy([0.637, 0.258, 0.105].map(exactWeight), { points: Exact.of('10') }, '0.5'))).toEqual([
    '6.5',
    '2.5',
    '1',
  ])
  expect(texts(pointsBy([Exact.one, Exact.one, Exact.one], { points: Exact.of('100') }, '0.1'))).toEqual([
    '33.4',
    '33.3',
    '33.3',
  ])
  expect(pointsBy([Exact.zero, Exact.zero], a, '1')).toBeUndefined()
})

test('only steps that divide the points are offered', () => {
  expect(stepsFor(Exact.of('30'))).toEqual(['1', '0.5', '0.1', '0.05', '0.01'])
  expect(stepsFor(Exact.of('22.5'))).toEqual(['0.5', '0.1', '0.05', '0.01'])
  expect(stepsFor(Exact.of('0.3'))).toEqual(['0.1', '0.05', '0.01'])
})

test("the mean of experts counts each expert's whole alike", () => {
  const columns = [
    ['60', '40'],
    ['1', '3'],
    ['0', '0'],
  ].map((column) => column.map((each) => Exact.of(each)))
  expect(texts(meanWeights(columns))).toEqual(['0.425', '0.575'])
  expect(meanWeights([[Exact.zero, Exact.zero]])).toBeUndefined()
})

test('one edit sets the points, and those below follow in proportion', () => {
  const root = weighed(scheme, null)!
  const points = ['30', '70', '0'].map((each) => Exact.of(each))
  const edit = pointsEdit(scheme, root, points, '1')!
  expect(edit.points).toEqual({ a: '30', b: '70', a1: '20', a2: '10' })
  expect(applyEdit(scheme, edit, () => false).ok).toBe(true)
  expect(pointsEdit(scheme, root, points, null)?.points).toEqual({ a: '30', b: '70' })
  expect(
    pointsEdit(
      scheme,
      root,
      ['60', '40', '0'].map((each) => Exact.of(each)),
      '1',
    ),
  ).toBeUndefined()
})

test('what follows below is written in the same step where it can be', () => {
  const root = weighed(scheme, null)!
  const points = ['31', '69', '0'].map((each) => Exact.of(each))
  expect(pointsEdit(scheme, root, points, '1')?.points).toEqual({ a: '31', b: '69', a1: '21', a2: '10' })
  expect(pointsEdit(scheme, root, points, '0.01')?.points).toMatchObject({ a1: '20.67', a2: '10.33' })
})

test('the step at first is the coarsest that the present points are written in', () => {
  expect(presentStep(weighed(scheme, null)!)).toBe('1')
  const half = { ...scheme, indicators: [leaf('p', '49.5'), leaf('q', '50.5')] }
  expect(presentStep(weighed(half, null)!)).toBe('0.5')
})
