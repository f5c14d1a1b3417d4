import { expect, it } from 'vitest'
import { readDay } from './read-day.ts'

const rows: [string, string | undefined][] = [
  ['2024-06-30', '2024-06-30'],
  ['2024/6/3', '2024-06-03'],
  ['２０２４．６．３０', '2024-06-30'],
  ['20240630', '2024-06-30'],
  ['2024年6月30日', '2024-06-30'],
  ['2024-02-30', undefined],
  ['6月30日', undefined],
  ['', undefined],
]

it.each(rows)('%j is the day %s', (text, day) => {
  expect(readDay(text)?.text).toBe(day)
})
