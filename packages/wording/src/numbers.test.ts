import { Exact, type ItemType } from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { showExact, showPoints, showRate, showValue, type ValueForm } from './numbers.ts'

const rows: readonly [value: string, form: ValueForm, edges: readonly string[], zh: string, en: string][] = [
  // digits of the type, no trailing zeros
  ['145.60', { type: 'money', unit: '万元' }, [], '145.6万元', '145.6 万元'],
  ['20/3', { type: 'number' }, [], '6.67', '6.67'],
  ['50', { type: 'count', unit: '个' }, [], '50个', '50 个'],
  ['1234567.891', { type: 'money', unit: '元' }, [], '1234567.89元', '1234567.89 元'],
  ['2.345', { type: 'number', digits: 1 }, [], '2.3', '2.3'],
  ['-0.005', { type: 'number' }, [], '-0.01', '-0.01'],
  // rates
  ['0.95', { type: 'rate' }, [], '95%', '95%'],
  ['0.952468', { type: 'rate' }, [], '95.25%', '95.25%'],
  ['0.95', { type: 'rate', unit: '%' }, [], '95%', '95%'],
  ['0.0035', { type: 'rate', unit: '‰' }, [], '3.5‰', '3.5‰'],
  ['1/3', { type: 'rate' }, [], '33.33%', '33.33%'],
  // an edge is never crossed
  ['0.94996', { type: 'rate' }, ['0.95'], '94.996%', '94.996%'],
  ['0.949999', { type: 'rate' }, ['0.95'], '94.9999%', '94.9999%'],
  ['0.950004', { type: 'rate' }, ['0.95'], '95.0004%', '95.0004%'],
  ['0.95', { type: 'rate' }, ['0.95'], '95%', '95%'],
  ['89.996', { type: 'number' }, ['90', '80'], '89.996', '89.996'],
  ['49.5', { type: 'count', unit: '个' }, ['50'], '49.5个', '49.5 个'],
  // an edge that no decimal hits
  ['1/3', { type: 'rate' }, ['1/3'], '33.33%', '33.33%'],
  // days
  ['18992', { type: 'date' }, [], '2021年12月31日', '2021-12-31'],
  ['0.5', { type: 'date' }, [], '0.5', '0.5'],
]

describe('a value is shown', () => {
  for (const [value, form, edges, zh, en] of rows) {
    test(`${value} as ${zh}`, () => {
      const exact = Exact.fromText(value) ?? Exact.zero
      const exactEdges = edges.map((edge) => Exact.fromText(edge) ?? Exact.zero)
      expect(showValue(exact, form, 'zh', exactEdges)).toBe(zh)
      expect(showValue(exact, form, 'en', exactEdges)).toBe(en)
    })
  }
})

test('points carry their word', () => {
  expect(['1', '6.50', '20/3'].map((each) => showPoints(Exact.fromText(each) ?? Exact.zero, 'zh'))).toEqual([
    '1分',
    '6.5分',
    '6.67分',
  ])
  expect(['1', '6.50', '0'].map((each) => showPoints(Exact.of(each), 'en'))).toEqual([
    '1 point',
    '6.5 points',
    '0 points',
  ])
})

const exact = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 7n }))
  .map(([numerator, denominator]) => Exact.ratio(numerator, denominator))
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.nat({ max: 6 }))
  .map(([whole, digits]) => Exact.integer(whole).over(Exact.power10(digits)))

test('[W5] a shown value stands on its side of every edge', () => {
  fc.assert(
    fc.property(exact, fc.array(decimal, { maxLength: 3 }), fc.nat({ max: 4 }), (value, edges, digits) => {
      const near = edges.flatMap((edge) => [edge, value.round(2)])
      const shown = Exact.of(showValue(value, { type: 'number', digits }, 'zh', near))
      for (const edge of near) expect(shown.compare(edge)).toBe(value.compare(edge))
    }),
    { numRuns: 1000, seed: 5 },
  )
})

test('[W6] without an edge nearby a value has at most its digits, and no trailing zero', () => {
  fc.assert(
    fc.property(
      exact,
      fc.nat({ max: 4 }),
      fc.constantFrom<ItemType>('number', 'money', 'count'),
      (value, digits, type) => {
        const shown = showValue(value, { type, digits }, 'zh')
        expect(shown).toBe(showExact(value, digits))
        expect(shown).not.toMatch(/\.\d*0$/)
        expect((shown.split('.')[1] ?? '').length).toBeLessThanOrEqual(digits)
        expect(showRate(value, digits + 2)).toBe(`${showExact(value.times(Exact.integer(100)), digits)}%`)
      },
    ),
    { numRuns: 500, seed: 6 },
  )
})
