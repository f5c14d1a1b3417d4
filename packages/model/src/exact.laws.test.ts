import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalDecimal, Exact, type RoundingMode } from './exact.ts'

const OPTIONS = { seed: 20_240_501, numRuns: 500 }
const modes = fc.constantFrom<RoundingMode>('half-up', 'half-even', 'up', 'down')
const numerators = fc.oneof(fc.bigInt({ min: -200n, max: 200n }), fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }))
const denominators = fc.oneof(fc.bigInt({ min: 1n, max: 40n }), fc.bigInt({ min: 1n, max: 10n ** 30n }))
const rationals = fc.tuple(numerators, denominators).map(([a, b]) => Exact.ratio(a, b))
const steps = fc.constantFrom('0.01', '0.1', '0.5', '1', '0.3', '25').map(Exact.of)
const decimals = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.stringMatching(/^\d{1,30}$/),
    fc.option(fc.stringMatching(/^\d{1,30}$/)),
    fc.constantFrom('', '%'),
  )
  .map(([sign, whole, fraction, percent]) => `${sign}${whole}${fraction === null ? '' : `.${fraction}`}${percent}`)

const same = (a: Exact, b: Exact) => expect(a.toText()).toBe(b.toText())

describe('laws of exact numbers', () => {
  it('[M1] they are a field: sums and products commute, associate, distribute, and have inverses', () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        same(a.plus(b), b.plus(a))
        same(a.times(b), b.times(a))
        same(a.plus(b).plus(c), a.plus(b.plus(c)))
        same(a.times(b).times(c), a.times(b.times(c)))
        same(a.times(b.plus(c)), a.times(b).plus(a.times(c)))
        same(a.plus(Exact.zero), a)
        same(a.times(Exact.one), a)
        same(a.minus(a), Exact.zero)
        if (b.sign !== 0) same(a.over(b).times(b), a)
      }),
      OPTIONS,
    )
  })

  it('[M2] equal numbers have equal parts, and text written is read back', () => {
    fc.assert(
      fc.property(rationals, fc.bigInt({ min: 1n, max: 10n ** 9n }), (a, factor) => {
        const again = Exact.ratio(a.numerator * factor, a.denominator * factor)
        expect([again.numerator, again.denominator]).toEqual([a.numerator, a.denominator])
        expect(Exact.fromText(a.toText())?.equals(a)).toBe(true)
      }),
      OPTIONS,
    )
  })

  it('[M3] rounding gives a multiple of the step, less than a step away, and is idempotent and monotone', () => {
    fc.assert(
      fc.property(rationals, rationals, steps, modes, (a, b, step, mode) => {
        const rounded = a.roundTo(step, mode)
        expect(rounded.over(step).isWhole).toBe(true)
        const off = rounded.minus(a).abs()
        expect(off.lessThan(step)).toBe(true)
        if (mode.startsWith('half')) expect(off.plus(off).atMost(step)).toBe(true)
        same(rounded.roundTo(step, mode), rounded)
        same(a.negated().roundTo(step, mode), rounded.negated())
        const [low, high] = a.lessThan(b) ? [a, b] : [b, a]
        expect(low.roundTo(step, mode).atMost(high.roundTo(step, mode))).toBe(true)
      }),
      OPTIONS,
    )
  })

  it('[M4] order agrees with subtraction; floor and ceiling enclose', () => {
    fc.assert(
      fc.property(rationals, rationals, (a, b) => {
        expect(a.compare(b)).toBe(a.minus(b).sign)
        expect(a.floor().atMost(a) && a.atMost(a.ceiling())).toBe(true)
        expect(a.ceiling().minus(a.floor()).toText()).toBe(a.isWhole ? '0' : '1')
      }),
      OPTIONS,
    )
  })

  it('[M5] canonical decimals are a normal form: the same number, written once', () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const canonical = canonicalDecimal(text)
        expect(Exact.of(canonical).equals(Exact.of(text))).toBe(true)
        expect(canonicalDecimal(canonical)).toBe(canonical)
        expect(canonical).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?%?$/)
      }),
      OPTIONS,
    )
  })

  it('[M6] a JSON number is the decimal it prints as, or refused', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true }),
        fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
        (any, whole) => {
          const read = Exact.fromNumber(any)
          if (read !== undefined) expect(Number(read.toFixed(30))).toBe(any === 0 ? 0 : any)
          expect(Exact.fromNumber(whole)?.toText()).toBe(String(whole))
        },
      ),
      OPTIONS,
    )
  })
})
