import { expect, test } from 'vitest'
import { unitsOfNumber, unitsOfText } from './units-of-text.ts'

test.each([
  // Whole numbers and digits after the point.
  ['0', 2, 0],
  ['12', 0, 12],
  ['12', 2, 1200],
  ['-3.5', 2, -350],
  ['95.50', 1, 955],
  ['0.1000', 1, 1],
  ['-0', 2, 0],
  ['-0.00', 2, 0],
  // Percent is a hundredth.
  ['95%', 4, 9500],
  ['95.25%', 4, 9525],
  ['-5%', 2, -5],
  // As long as 15 digits are.
  ['999999999999999', 0, 999_999_999_999_999],
  ['1234567890123.45', 2, 123_456_789_012_345],
  // Left to the exact reader.
  ['1000000000000000', 0, Number.NaN],
  ['99999999999999', 2, Number.NaN],
  ['0.125', 2, Number.NaN],
  ['12.5', 0, Number.NaN],
  ['', 2, Number.NaN],
  ['-', 2, Number.NaN],
  ['.5', 2, Number.NaN],
  ['5.', 2, Number.NaN],
  ['+5', 2, Number.NaN],
  [' 5', 2, Number.NaN],
  ['1.2.3', 4, Number.NaN],
  ['1e3', 2, Number.NaN],
  ['５', 2, Number.NaN],
  ['5%%', 4, Number.NaN],
  ['%', 4, Number.NaN],
])('the text %j in units of %i digits', (text, digits, units) => {
  expect(unitsOfText(text, digits, true)).toBe(units)
})

test('percent is read only where it may stand', () => {
  expect(unitsOfText('95%', 4, false)).toBeNaN()
})

test.each([
  [0, 2, 0],
  [-0, 2, 0],
  [0.1, 2, 10],
  [-145.6, 2, -14_560],
  [1.005, 3, 1005],
  [999_999_999_999_999, 0, 999_999_999_999_999],
  [0.7, 4, 7000],
  // More digits than the units hold, or than 15; no number.
  [0.125, 2, Number.NaN],
  [0.1 + 0.2, 4, Number.NaN],
  [1e15, 0, Number.NaN],
  [1e300, 2, Number.NaN],
  [Number.POSITIVE_INFINITY, 2, Number.NaN],
  [Number.NaN, 2, Number.NaN],
])('the number %d in units of %i digits', (value, digits, units) => {
  expect(unitsOfNumber(value, 10 ** digits)).toBe(units)
})
