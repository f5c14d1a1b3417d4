import { expect, it } from 'vitest'
import { rateText } from './rate-text.ts'

it.each([
  ['83.51', '100', '83.5%'],
  ['0.8351', undefined, '83.5%'],
  ['2/3', '1', '66.7%'],
  ['120', '120', '100.0%'],
  [null, '100', ''],
  ['1', '0', ''],
])('%s of %s is %s', (part, whole, text) => {
  expect(rateText(part, whole)).toBe(text)
})
