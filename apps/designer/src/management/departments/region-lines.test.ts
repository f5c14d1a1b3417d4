import { describe, expect, it } from 'vitest'
import { readRegionLines } from './region-lines.ts'

describe('names of regions', () => {
  it.each([
    ['360000\t江西省\n360100 南昌市', ['360000 江西省', '360100 南昌市']],
    ['３６０１０２，东湖区\n\n', ['360102 东湖区']],
    // of a code that stands twice the last counts
    ['360102 甲\n360102 东湖区', ['360102 东湖区']],
  ])('%j', (text, expected) => {
    const { named, bad } = readRegionLines(text)
    expect(named.map(({ code, name }) => `${code} ${name}`)).toEqual(expected)
    expect(bad).toBeUndefined()
  })

  it.each([
    ['360000 江西省\n江西', { line: 2, text: '江西' }],
    ['36 江西省', { line: 1, text: '36 江西省' }],
    ['360000', { line: 1, text: '360000' }],
  ])('%j is told of', (text, bad) => {
    expect(readRegionLines(text).bad).toEqual(bad)
  })
})
