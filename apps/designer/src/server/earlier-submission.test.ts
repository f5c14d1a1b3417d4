import { expect, it } from 'vitest'
import { earlierThan } from './earlier-submission.ts'

it.each([
  ['2024年度', ['2021', '2023年度', '2024', '2025'], ['2023年度', '2021']],
  ['2024', ['本年', '2022'], ['2022']],
  ['本年', ['2022'], []],
])('before %s come those of earlier years, the last one first', (period, others, expected) => {
  const all = others.map((each) => ({ period: each }))
  expect(earlierThan({ period }, all).map((each) => each.period)).toEqual(expected)
})
