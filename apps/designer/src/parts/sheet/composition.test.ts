import { expect, it } from 'vitest'
import { leftText } from './composition.ts'

it.each([
  // before, composed, after, what stays
  ['', "pei'xun", '', ''],
  ['', "培训pei'xun", '', '培训'],
  ['参加', '培训', '人次', '参加培训人次'],
  ['参加', "pei'xun", '人次', '参加人次'],
])('left while composing: %s[%s]%s', (before, data, after, expected) => {
  expect(leftText({ before, data, after })).toBe(expected)
})
