import { describe, expect, it } from 'vitest'
import { percentText, rateReadings, typedNumber } from './typed-number.ts'

const read = (text: string) => {
  const typed = typedNumber(text)
  return typed === undefined ? undefined : [typed.number.toText(), typed.unit]
}

describe('a typed number', () => {
  it('is told from a text however long that is, at once', () => {
    expect(read(`-${' '.repeat(64_000)}x`)).toBeUndefined()
  })

  it.each<[string, string[] | undefined]>([
    // Digits
    ['12', ['12', '']],
    ['１２．５', ['12.5', '']],
    ['12。5', ['12.5', '']],
    ['.5', ['0.5', '']],
    ['-3', ['-3', '']],
    ['－3', ['-3', '']],
    ['+3', ['3', '']],
    ['1,234.50', ['1234.5', '']],
    ['1，234，567', ['1234567', '']],
    ["1'234", ['1234', '']],
    ['1 234', ['1234', '']],
    // With what stands behind or before them
    ['12.5万元', ['12.5', '万元']],
    ['12.5 万元', ['12.5', '万元']],
    ['￥1,234', ['1234', '元']],
    ['95%', ['95', '%']],
    ['95 ％', ['95', '%']],
    ['5‰', ['5', '‰']],
    ['95个百分点', ['95', '个百分点']],
    // None that can be read in one way
    ['', undefined],
    ['约12', undefined],
    ['12左右3', undefined],
    ['1/2', undefined],
    ['12-13', undefined],
    ['1,23', undefined],
    ['1.2.3', undefined],
    ['¥12万', undefined],
    ['1e5', undefined],
    ['百分之九十五', undefined],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('a rate', () => {
  const meant = (text: string, beside?: string) => {
    const typed = typedNumber(text)
    return typed === undefined ? 'no number' : (rateReadings(typed, beside)?.map(percentText) ?? 'another unit')
  }
  it.each<[string, string[] | string, string[] | string]>([
    // What is typed → on its own; in a column whose head says %
    ['95%', ['95%'], ['95%']],
    ['９５％', ['95%'], ['95%']],
    ['5‰', ['0.5%'], ['0.5%']],
    ['0', ['0%'], ['0%']],
    ['95', ['95%', '9500%'], ['95%']],
    ['0.95', ['95%', '0.95%'], ['95%', '0.95%']],
    ['1', ['100%', '1%'], ['100%', '1%']],
    ['1.5', ['150%', '1.5%'], ['150%', '1.5%']],
    ['1.6', ['1.6%', '160%'], ['1.6%']],
    ['-0.05', ['-5%', '-0.05%'], ['-5%', '-0.05%']],
    ['-5', ['-5%', '-500%'], ['-5%']],
    ['95个百分点', 'another unit', 'another unit'],
    ['1/2', 'no number', 'no number'],
  ])('%s', (text, alone, underPercent) => {
    expect([meant(text), meant(text, '%')]).toEqual([alone, underPercent])
  })
})
