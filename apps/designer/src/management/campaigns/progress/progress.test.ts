import { describe, expect, it } from 'vitest'
import { percentOf } from './progress.ts'

describe('progress', () => {
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
