import { Exact } from '@yardstick/model'
import { expect, it } from 'vitest'
import { niceStep, ticksOf } from './frame.ts'
import { snapStep, snapTo } from './snap.ts'

const steps: [perPixel: number, digits: number, string][] = [
  [0.0037, 4, '0.005'],
  [0.00001, 4, '0.0001'],
  [3.2, 0, '5'],
  [0.4, 0, '1'],
  [1200, 2, '2000'],
]

it.each(steps)('at %d a pixel and %i digits a drag goes by %s', (perPixel, digits, expected) => {
  expect(snapStep(perPixel, digits).toText()).toBe(expected)
})

const drags: [pointed: number, step: string, low: string | null, high: string | null, string][] = [
  [0.8449, '0.005', null, null, '0.845'],
  [-3.4, '1', null, null, '-3'],
  [0.99, '0.01', '0.6', '0.9', '0.89'],
  [0.2, '0.01', '0.6', '0.9', '0.61'],
  [0.2, '0.05', '0.62', null, '0.65'],
]

it.each(drags)('%d in steps of %s between %s and %s stops at %s', (pointed, step, low, high, expected) => {
  const limit = (text: string | null) => (text === null ? null : Exact.of(text))
  expect(snapTo(pointed, Exact.of(step), { low: limit(low), high: limit(high) }).toText()).toBe(expected)
})

it('ticks are round numbers within the range', () => {
  expect(ticksOf(0, 1.15, 5).values.map((each) => Number(each.toFixed(6)))).toEqual([0, 0.5, 1])
  expect(niceStep(0.23)).toBeCloseTo(0.5)
})
