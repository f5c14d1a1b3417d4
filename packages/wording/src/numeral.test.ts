import { expect, test } from 'vitest'
import { readNumeral } from './numeral.ts'
import { foldText } from './phrase/input.ts'

const rows: readonly [string, string | undefined, end?: number][] = [
  ['50', '50', 2],
  ['50.50个', '50.5', 5],
  ['1,000', '1000', 5],
  ['1，234，567.8', '1234567.8', 11],
  ['1,00', '1', 1],
  ['９５％', '95%', 3],
  ['95 %', '95%', 4],
  ['-5', '-5', 2],
  ['负5%', '-5%', 3],
  ['.5', '0.5', 2],
  ['007', '7', 3],
  ['百分之九十五', '95%', 6],
  ['百分之12.5', '12.5%', 7],
  ['十', '10', 1],
  ['十二', '12', 2],
  ['三十', '30', 2],
  ['二百零五', '205', 4],
  ['两千三百', '2300', 4],
  ['三点五', '3.5', 3],
  ['十十', undefined],
  ['五五', undefined],
  ['个', undefined],
  [`${'9'.repeat(31)}`, undefined],
]

for (const [text, value, end] of rows) {
  test(`${text.slice(0, 20)} is ${value ?? 'no number'}`, () => {
    const numeral = readNumeral(foldText(text), 0)
    expect([numeral?.text, numeral?.end]).toEqual([value, end])
  })
}
