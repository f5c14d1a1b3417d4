import { expect, test } from 'vitest'
import { scrollMap } from './scroll-map.ts'

// Rows 0 and 1 are a title and the header; three of ours begin in row 2, row 4 is a total.
const { toOurs, toTheirs } = scrollMap([2, 2, 2, 3, 5], 6)

test.each([
  [0, 0],
  [2, 0],
  [2.5, 1.5],
  [3, 3],
  [3.5, 3.5],
  [4, 4],
  [4.5, 4],
  [5, 4],
  [6, 5],
  [99, 98],
])('sheet row %d stands beside our row %d', (sheet, ours) => {
  expect(toOurs(Math.min(sheet, 6))).toBe(Math.min(ours, 5))
})

test.each([
  [0, 2],
  [1.5, 2.5],
  [3, 3],
  [4, 5],
])('our row %d stands beside sheet row %d', (ours, sheet) => {
  expect(toTheirs(ours)).toBe(sheet)
})

test('an empty tree and an empty sheet stay where they are', () => {
  const map = scrollMap([], 0)
  expect([map.toOurs(3), map.toTheirs(3)]).toEqual([0, 0])
})
