import { expect, it } from 'vitest'
import { isVersion, nextVersion } from './next-version.ts'

it.each<[string, boolean]>([
  ['2025', true],
  ['1.10', true],
  ['1.', false],
  ['第一版', false],
  ['1.2.3.4.5', false],
])('%s is a version: %s', (text, expected) => {
  expect(isVersion(text)).toBe(expected)
})

it.each<[string | undefined, { version: string; year?: number }, string]>([
  [undefined, { version: '2024' }, '2024'],
  [undefined, { version: '草案', year: 2025 }, '2025'],
  [undefined, { version: '草案' }, '1'],
  ['2024', { version: '2025' }, '2025'],
  ['2024', { version: '2024' }, '2024.1'],
  ['2024.1', { version: '2024' }, '2024.2'],
  ['1.9', { version: '1' }, '1.10'],
])('after %s of %o comes %s', (last, scheme, expected) => {
  expect(nextVersion(last, scheme)).toBe(expected)
})
