import { describe, expect, test } from 'vitest'
import { joined, type Matrix, matrixOf, nearestStep, prioritiesOf, ratioOf } from './ahp.ts'

/** The upper triangle, row by row; reciprocals below. */
function upper(...rows: number[][]): Matrix {
  const size = rows.length + 1
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) =>
      row === column ? 1 : row < column ? rows[row]![column - row - 1]! : 1 / rows[column]![row - column - 1]!,
    ),
  )
}

const published: readonly [string, Matrix, weights: number[], ratio: number][] = [
  [
    'Saaty 1980: wealth of seven nations, λmax 7.61, CR 0.08',
    upper([4, 9, 6, 6, 5, 5], [7, 5, 5, 3, 4], [1 / 5, 1 / 5, 1 / 7, 1 / 5], [1, 1 / 3, 1 / 3], [1 / 3, 1 / 3], [2]),
    [0.427, 0.23, 0.021, 0.052, 0.052, 0.123, 0.094],
    0.08,
  ],
  [
    'Saaty 2008: which drink is consumed more in the U.S., CR 0.022',
    upper(
      [9, 5, 2, 1, 1, 1 / 2],
      [1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
      [1 / 3, 1 / 4, 1 / 3, 1 / 9],
      [1 / 2, 1, 1 / 3],
      [2, 1 / 2],
      [1 / 3],
    ),
    [0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327],
    0.022,
  ],
]

describe('published examples come out as published', () => {
  for (const [title, matrix, weights, ratio] of published) {
    test(title, () => {
      const found = prioritiesOf(matrix)
      for (const [index, weight] of weights.entries()) expect(found.weights[index]).toBeCloseTo(weight, 2)
      expect(found.consistencyRatio).toBeCloseTo(ratio, 2)
    })
  }
})

test('consistent judgements give their own ratios, without a judgement to look at', () => {
  const found = prioritiesOf(upper([2, 4], [2]))
  expect(found.weights.map((each) => each.toFixed(6))).toEqual(['0.571429', '0.285714', '0.142857'])
  expect(found.largestEigenvalue).toBeCloseTo(3, 9)
  expect(found.consistencyRatio).toBeCloseTo(0, 9)
  expect(found.worst).toBeUndefined()
})

test('the judgement that contradicts the others is named, with what would fit', () => {
  // A is 3 times B, B is 3 times C, yet C is said to matter more than A.
  const found = prioritiesOf(upper([3, 1 / 3, 3], [3, 1], [1]))
  expect(found.consistencyRatio).toBeGreaterThan(0.1)
  expect([found.worst?.row, found.worst?.column]).toEqual([0, 2])
  expect(found.worst!.fitting).toBeGreaterThan(1)
})

test('two members never contradict each other', () => {
  expect(prioritiesOf(upper([9])).consistencyRatio).toBe(0)
  expect(prioritiesOf([[1]]).weights).toEqual([1])
})

test('experts who say the opposite come out even', () => {
  const both = joined([matrixOf(2, { '0/1': 4 }), matrixOf(2, { '0/1': -4 })])
  expect(prioritiesOf(both).weights.map((each) => each.toFixed(9))).toEqual(['0.500000000', '0.500000000'])
})

test('steps are the numbers of the scale', () => {
  expect([-8, -2, 0, 2, 8].map(ratioOf)).toEqual([1 / 9, 1 / 3, 1, 3, 9])
  expect([1 / 9, 0.4, 1.1, 3.4, 20].map(nearestStep)).toEqual([-8, -2, 0, 2, 8])
})
