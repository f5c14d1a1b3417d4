import { expect, it } from 'vitest'
import { type QuantityForm, readQuantity, stepQuantity } from './read-quantity.ts'

const rows: [string, QuantityForm, string | undefined][] = [
  // as documents hold it
  ['7.50', {}, '7.5'],
  ['007', {}, '7'],
  [' 1,200 ', {}, '1200'],
  // full-width and Chinese signs
  ['１２．５', {}, '12.5'],
  ['9。5', {}, '9.5'],
  ['９５％', { percent: 'allowed' }, '95%'],
  ['－3', { isNegativeAllowed: true }, '-3'],
  // percent
  ['95%', {}, undefined],
  ['95', { percent: 'allowed' }, '95'],
  ['95', { percent: 'always' }, '95%'],
  ['95%%', { percent: 'allowed' }, undefined],
  // refused
  ['', {}, undefined],
  ['abc', {}, undefined],
  ['-1', {}, undefined],
  ['0', { isPositive: true }, undefined],
  ['1.25', { digits: 1 }, undefined],
  ['1e3', {}, undefined],
]

it.each(rows)('%j in the form %j is read as %j', (text, form, expected) => {
  expect(readQuantity(text, form)).toBe(expected)
})

const steps: [string, 1 | -1, string | undefined][] = [
  ['0.5', 1, '0.6'],
  ['95%', -1, '94%'],
  ['9.9', 1, '10'],
  ['0', -1, undefined],
]

it.each(steps)('%s goes by %i to %s', (text, direction, expected) => {
  expect(stepQuantity(text, direction, { percent: 'allowed' })).toBe(expected)
})
