import { CivilDate } from '@yardstick/model'
import { expect, test } from 'vitest'
import { dayNumberOf } from './day-number-of.ts'

test('every day of four centuries has the number that a civil date has', () => {
  for (let time = Date.UTC(1798, 0, 1); time < Date.UTC(2201, 0, 1); time += 86_400_000 * 3) {
    const text = new Date(time).toISOString().slice(0, 10)
    if (dayNumberOf(text) !== CivilDate.parse(text)!.dayNumber) expect(text).toBe('another day')
  }
})

test.each(['0001-01-01', '9999-12-31', '2000-02-29', '2024-02-29', '1970-01-01'])(
  '%s is the day that a civil date says',
  (text) => {
    expect(dayNumberOf(text)).toBe(CivilDate.parse(text)!.dayNumber)
  },
)

test.each([
  '2023-02-29',
  '1900-02-29',
  '2023-04-31',
  '2023-00-10',
  '2023-13-01',
  '2023-01-00',
  '0000-01-01',
  '2023-1-01',
  '2023/01/01',
  '20230101',
  ' 2023-01-01',
  '2023-01-0a',
  '',
])('%j is left to the exact reader', (text) => {
  expect(dayNumberOf(text)).toBeNaN()
})
