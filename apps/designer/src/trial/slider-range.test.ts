import { Exact, type Item } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { numberIn, positionOf, sliderRange, textIn, valueAtPosition } from './slider-range.ts'

const item = (type: Item['type'], more: Partial<Item> = {}): Item => ({ id: 'x', type, ...more })

describe('a slider of an item', () => {
  it.each([
    ['a rate from 0 to 1', item('rate'), '0.91', '0', '0.005', '1'],
    ['a count to twice of now', item('count'), '56', '0', '1', '112'],
    ['a small count to 10', item('count'), '2', '0', '1', '10'],
    ['money to twice of now, in round steps', item('money'), '145.6', '0', '1', '291'],
    ['its own range', item('number', { range: { min: '1', max: '5' }, digits: 1 }), '2', '1', '0.1', '5'],
    ['a negative value', item('number', { digits: 0 }), '-20', '-40', '1', '100'],
  ])('covers %s', (_, of, now, low, step, high) => {
    const range = sliderRange(of, Exact.of(now))!
    expect(range.low.toText()).toBe(low)
    expect(range.step.toText()).toBe(step)
    expect(valueAtPosition(range, range.count).toText()).toBe(high)
  })

  it('is not there for what is no number', () => {
    expect(sliderRange(item('boolean'), undefined)).toBeUndefined()
    expect(sliderRange(item('list'), undefined)).toBeUndefined()
  })

  it('stands at the nearest position', () => {
    const range = sliderRange(item('rate'), Exact.of('0.91'))!
    expect(valueAtPosition(range, positionOf(range, Exact.of('0.9111'))).toText()).toBe('0.91')
    expect(positionOf(range, Exact.of('7'))).toBe(range.count)
  })
})

it.each([
  [item('rate'), '91%', '0.91', '91%'],
  [item('rate'), 0.91, '0.91', '91%'],
  [item('money'), 145.6, '145.6', '145.6'],
  [item('date'), '2021-12-31', '18992', '2021-12-31'],
])('what %o holds is read and written: %s', (of, value, number, text) => {
  expect(numberIn(of, value)?.toText()).toBe(number)
  expect(textIn(of, Exact.of(number))).toBe(text)
})
