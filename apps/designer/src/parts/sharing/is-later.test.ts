import { expect, it } from 'vitest'
import { isLater } from './is-later.ts'

it.each<[string, string, boolean]>([
  ['1.10', '1.9', true],
  ['2025', '2024.7', true],
  ['2024.1', '2024', true],
  ['1.0', '1', false],
  ['1', '1', false],
])('%s comes after %s: %s', (one, other, expected) => {
  expect(isLater(one, other)).toBe(expected)
})
