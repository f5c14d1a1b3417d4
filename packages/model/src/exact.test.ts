import { describe, expect, it } from 'vitest'
import { canonicalDecimal, Exact, type RoundingMode, sum } from './exact.ts'

const text = (value: Exact | undefined) => value?.toText()

describe('reading decimals', () => {
  it.each([
    ['0', '0'],
    ['7.50', '7.5'],
    ['-12.50', '-12.5'],
    ['+3', '3'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['007', '7'],
    ['95%', '0.95'],
    ['-2.5%', '-0.025'],
    ['100%', '1'],
    ['0.1', '0.1'],
    [
      '123456789012345678901234567890.123456789012345678901234567890',
      '123456789012345678901234567890.12345678901234567890123456789',
    ],
    // not decimals
    ['', undefined],
    ['.', undefined],
    ['-', undefined],
    ['%', undefined],
    ['1e5', undefined],
    ['1,200', undefined],
    [' 5', undefined],
    ['5 %', undefined],
    ['5%%', undefined],
    ['--5', undefined],
    ['1/3', undefined],
    ['Infinity', undefined],
    ['٣', undefined],
    // one digit too many on either side of the point
    ['1234567890123456789012345678901', undefined],
    ['0.1234567890123456789012345678901', undefined],
  ])('%j is %s', (input, expected) => {
    expect(text(Exact.parse(input))).toBe(expected)
  })

  it('of is for text that has been checked: it throws where parse gives nothing', () => {
    expect(() => Exact.of('1e5')).toThrow(TypeError)
  })
})

describe('reading JSON numbers', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [0.1, '0.1'],
    [-12.5, '-12.5'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [1e-7, '0.0000001'],
    [123456789012345, '123456789012345'],
    [0.000123456789012345, '0.000123456789012345'],
    [1e29, '100000000000000000000000000000'],
    [Number.MAX_SAFE_INTEGER, undefined],
    [0.1 + 0.2, undefined],
    [1 / 3, undefined],
    [1e30, undefined],
    [1e-31, undefined],
    [1.5e-30, undefined],
    [1e300, undefined],
    [Number.MIN_VALUE, undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
  ])('%s is %s', (input, expected) => {
    expect(text(Exact.fromNumber(input))).toBe(expected)
  })
})

describe('arithmetic is exact', () => {
  const of = Exact.of
  it.each([
    ['6500 / 24 * 0.75', of('6500').over(of('24')).times(of('0.75')), '203.125'],
    ['0.1 + 0.2', of('0.1').plus(of('0.2')), '0.3'],
    [
      '1 / 3 + 1 / 6',
      of('1')
        .over(of('3'))
        .plus(of('1').over(of('6'))),
      '0.5',
    ],
    ['10.3 + 9.3 + 9.3 + 10.8 + 10.3', sum(['10.3', '9.3', '9.3', '10.8', '10.3'].map(of)), '50'],
    ['1 - 0.9', of('1').minus(of('0.9')), '0.1'],
    ['2 / 3', of('2').over(of('3')), '2/3'],
    ['-1 / 3', of('-1').over(of('3')), '-1/3'],
    ['1 / -3', of('1').over(of('-3')), '-1/3'],
    ['0 / -3', of('0').over(of('-3')), '0'],
    ['2 ^ 10', of('2').power(10), '1024'],
    ['2 ^ -2', of('2').power(-2), '0.25'],
    ['(-0.5) ^ 3', of('-0.5').power(3), '-0.125'],
    ['0 ^ 0', of('0').power(0), '1'],
    ['|-2.5|', of('-2.5').abs(), '2.5'],
    ['min', of('2').min(of('-3')), '-3'],
    ['max', of('2').max(of('-3')), '2'],
    ['clamp above', of('12').clamp(of('0'), of('10')), '10'],
    ['clamp below', of('-1').clamp(of('0'), of('10')), '0'],
    ['clamp, ends crossed: the low one wins', of('5').clamp(of('8'), of('2')), '8'],
    ['floor 2.5', of('2.5').floor(), '2'],
    ['floor -2.5', of('-2.5').floor(), '-3'],
    ['floor -2', of('-2').floor(), '-2'],
    ['ceiling 2.5', of('2.5').ceiling(), '3'],
    ['ceiling -2.5', of('-2.5').ceiling(), '-2'],
    ['no terms', sum([]), '0'],
  ])('%s', (_, value, expected) => {
    expect(value.toText()).toBe(expected)
  })

  it('a divisor of zero is the caller’s fault', () => {
    expect(() => of('1').over(Exact.zero)).toThrow(RangeError)
    expect(() => Exact.zero.power(-1)).toThrow(RangeError)
    expect(() => Exact.ratio(1n, 0n)).toThrow(RangeError)
  })

  it.each([
    ['1/3', '0.333333333333333333333333333333', 1],
    ['0.5', '1/2', 0],
    ['-1', '1', -1],
    ['-1/3', '-1/4', -1],
  ])('%s compared with %s is %i', (a, b, expected) => {
    const [left, right] = [Exact.fromText(a)!, Exact.fromText(b)!]
    expect(left.compare(right)).toBe(expected)
    expect(left.equals(right)).toBe(expected === 0)
    expect(left.lessThan(right)).toBe(expected < 0)
    expect(left.atMost(right)).toBe(expected <= 0)
  })

  it('knows when an intermediate has grown past 8,192 bits', () => {
    expect(Exact.of('2').power(8192).isTooLarge).toBe(false)
    expect(Exact.of('2').power(8192).plus(Exact.one).isTooLarge).toBe(true)
    expect(Exact.of('2').power(-8193).isTooLarge).toBe(true)
    expect(Exact.of('-2').power(8193).isTooLarge).toBe(true)
  })
})

describe('rounding', () => {
  it.each<[string, number, RoundingMode, string]>([
    // half-up 四舍五入: halves away from zero
    ['84.995', 2, 'half-up', '85'],
    ['84.994999', 2, 'half-up', '84.99'],
    ['2.5', 0, 'half-up', '3'],
    ['-2.5', 0, 'half-up', '-3'],
    ['-2.4', 0, 'half-up', '-2'],
    ['0.5', 0, 'half-up', '1'],
    ['-0.5', 0, 'half-up', '-1'],
    ['-0.4', 0, 'half-up', '0'],
    ['1.005', 2, 'half-up', '1.01'],
    // half-even 四舍六入五成双
    ['2.5', 0, 'half-even', '2'],
    ['3.5', 0, 'half-even', '4'],
    ['-2.5', 0, 'half-even', '-2'],
    ['-3.5', 0, 'half-even', '-4'],
    ['0.125', 2, 'half-even', '0.12'],
    ['0.135', 2, 'half-even', '0.14'],
    ['0.1251', 2, 'half-even', '0.13'],
    // up 进一, away from zero
    ['2.01', 0, 'up', '3'],
    ['-2.01', 0, 'up', '-3'],
    ['2', 0, 'up', '2'],
    ['0.101', 1, 'up', '0.2'],
    // down 去尾, towards zero
    ['2.99', 0, 'down', '2'],
    ['-2.99', 0, 'down', '-2'],
    ['-0.99', 0, 'down', '0'],
  ])('%s to %i digits, %s: %s', (value, digits, mode, expected) => {
    expect(Exact.of(value).round(digits, mode).toText()).toBe(expected)
  })

  it.each<[string, string, RoundingMode, string]>([
    ['7.25', '0.5', 'half-up', '7.5'],
    ['7.24', '0.5', 'half-up', '7'],
    ['7.25', '0.5', 'half-even', '7'],
    ['7.75', '0.5', 'half-even', '8'],
    ['7.01', '0.5', 'up', '7.5'],
    ['7.49', '0.5', 'down', '7'],
    ['-7.25', '0.5', 'half-up', '-7.5'],
    ['1', '0.3', 'half-up', '0.9'],
    ['12', '5', 'half-up', '10'],
    ['12.5', '5', 'half-up', '15'],
  ])('%s to steps of %s, %s: %s', (value, step, mode, expected) => {
    expect(Exact.of(value).roundTo(Exact.of(step), mode).toText()).toBe(expected)
  })

  it('a third rounds from what it is, not from what it looks like', () => {
    const third = Exact.one.over(Exact.integer(3))
    expect(third.round(2).toText()).toBe('0.33')
    expect(third.times(Exact.integer(3)).round(2).toText()).toBe('1')
    expect(Exact.integer(2).over(Exact.integer(3)).round(2).toText()).toBe('0.67')
  })
})

describe('writing', () => {
  it.each([
    ['1/8', '0.125', 3],
    ['1/3', '1/3', undefined],
    ['-7/20', '-0.35', 2],
    ['5', '5', 0],
    ['1/1024', '0.0009765625', 10],
  ])('%s is written %s with %s digits', (input, expected, digits) => {
    const value = Exact.fromText(input)!
    expect(value.toText()).toBe(expected)
    expect(value.decimalDigits).toBe(digits)
    expect(JSON.stringify(value)).toBe(`"${expected}"`)
  })

  it.each([
    ['83.5', 2, '83.50'],
    ['-0.5', 2, '-0.50'],
    ['0.005', 2, '0.01'],
    ['-0.004', 2, '0.00'],
    ['1234', 0, '1234'],
    ['0.05', 1, '0.1'],
  ])('%s with %i digits is %s', (input, digits, expected) => {
    expect(Exact.of(input).toFixed(digits)).toBe(expected)
  })

  it.each([
    ['7.50', '7.5'],
    ['07', '7'],
    ['-0', '0'],
    ['95.0%', '95%'],
    ['-0.00%', '0%'],
    ['100', '100'],
    ['no number', 'no number'],
  ])('canonical text of %j is %j', (input, expected) => {
    expect(canonicalDecimal(input)).toBe(expected)
  })
})

describe('reading back what was written', () => {
  it.each([
    ['20/3', '20/3'],
    ['-20/6', '-10/3'],
    ['5/1', '5'],
    ['1/0', undefined],
    ['1/-3', undefined],
    ['1/2/3', undefined],
    ['/2', undefined],
    ['1/', undefined],
    ['a/b', undefined],
    ['1/03', undefined],
    [`1/${'9'.repeat(3000)}`, undefined],
    ['9'.repeat(20_000), undefined],
    ['-0.5', '-0.5'],
    ['95%', '0.95'],
  ])('%s is %s', (input, expected) => {
    expect(text(Exact.fromText(input))).toBe(expected)
  })

  it('also numbers that have grown far beyond what a document may state', () => {
    const small = Exact.of('2').power(-100)
    expect(text(Exact.fromText(small.toText()))).toBe(small.toText())
    const large = Exact.of('-3').power(200)
    expect(text(Exact.fromText(large.toText()))).toBe(large.toText())
  })
})
