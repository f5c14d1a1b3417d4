import { describe, expect, it } from 'vitest'
import { cellWidth, moved, placeAt, placeIn, scrolledTo, windowOf } from './heat-map-geometry.ts'

const geometry = { rows: 500, columns: 60, cellWidth: 20, cellHeight: 24 }
const view = { top: 0, left: 0, width: 1000, height: 400 }

describe('of 500 rows and 60 columns', () => {
  it.each([
    ['the first are seen at first', view, { row: 0, rowEnd: 17, column: 0, columnEnd: 50 }],
    ['half seen is seen', { ...view, top: 12, left: 10 }, { row: 0, rowEnd: 18, column: 0, columnEnd: 51 }],
    [
      'nothing lies beyond the last',
      { ...view, top: 11_800, left: 400 },
      { row: 491, rowEnd: 500, column: 20, columnEnd: 60 },
    ],
  ])('%s', (_, of, expected) => {
    expect(windowOf(geometry, of)).toEqual(expected)
  })

  it.each([
    ['a point is in a cell', 41, 25, { row: 1, column: 2 }],
    ['beside the map there is none', 1200, 0, undefined],
    ['nor below it', 0, 12_000, undefined],
  ])('%s', (_, x, y, expected) => {
    expect(placeAt(geometry, x, y)).toEqual(expected)
  })

  it.each([
    ['↓ goes down', 'ArrowDown', false, { row: 11, column: 5 }],
    ['Ctrl+→ goes to the end of the row', 'ArrowRight', true, { row: 10, column: 59 }],
    ['Page up goes by a page and stops at the first', 'PageUp', false, { row: 0, column: 5 }],
    ['Home goes to the first column', 'Home', false, { row: 10, column: 0 }],
    ['Ctrl+End goes to the last cell', 'End', true, { row: 499, column: 59 }],
    ['a letter goes nowhere', 'a', false, undefined],
  ])('%s', (_, key, ctrlKey, expected) => {
    expect(moved({ row: 10, column: 5 }, { key, ctrlKey }, geometry, 16)).toEqual(expected)
  })

  it.each([
    ['is there', { row: 499, column: 59 }, { row: 499, column: 59 }],
    ['of a row that is gone is not there', { row: 500, column: 0 }, undefined],
    ['of a column that is gone is not there', { row: 0, column: 60 }, undefined],
    ['was never looked at', undefined, undefined],
  ])('a cell that %s', (_, place, expected) => {
    expect(placeIn(geometry, place)).toEqual(expected)
  })

  it('a cell that is seen scrolls nothing, another one as little as may be', () => {
    expect(scrolledTo({ row: 3, column: 3 }, geometry, view)).toEqual({ top: 0, left: 0 })
    expect(scrolledTo({ row: 30, column: 59 }, geometry, view)).toEqual({ top: 344, left: 200 })
    expect(scrolledTo({ row: 1, column: 0 }, geometry, { ...view, top: 100 })).toEqual({ top: 24, left: 0 })
  })
})

it.each([
  ['few columns are wide', 1000, 4, 24, 110],
  ['columns fit', 1000, 25, 24, 40],
  ['many scroll', 1000, 200, 24, 20],
  ['and are narrow where the rows are low', 1000, 200, 5, 6],
])('%s', (_, available, columns, height, expected) => {
  expect(cellWidth(available, columns, height)).toBe(expected)
})
