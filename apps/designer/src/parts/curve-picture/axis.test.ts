import { describe, expect, it } from 'vitest'
import { ticksApart } from './axis.ts'

const day = (value: number, x: number) => ({ value, text: '2024-07-06', x })

describe('texts beside the axis', () => {
  it('that would run into the one before are left out', () => {
    const placed = ticksApart([day(1, 60), day(2, 140), day(3, 180), day(4, 230)], 296)
    expect(placed.map(({ value }) => value)).toEqual([1, 2, 4])
  })

  it('at the end are written towards it, and never beyond', () => {
    expect(ticksApart([day(1, 280), day(2, 300)], 296)).toEqual([{ ...day(1, 296), anchor: 'end' }])
  })
})
