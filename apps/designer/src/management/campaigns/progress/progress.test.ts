import { describe, expect, it } from 'vitest'
import { daysTo, percentOf } from './progress.ts'

describe('progress', () => {
  it.each([
    ['2026-11-21', 0],
    ['2026-11-22', 1],
    ['2026-11-20', -1],
    ['2027-03-31', 130],
  ])('counts days to %s as %i', (day, days) => {
    expect(daysTo(day, new Date(2026, 10, 21, 23, 59))).toBe(days)
  })

  it.each([
    [0, 0, 0],
    [0, 60, 0],
    [1, 600, 1],
    [30, 60, 50],
    [599, 600, 99],
    [600, 600, 100],
  ])('tells %i of %i as %i %%', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent)
  })
})
