import { describe, expect, it } from 'vitest'
import { readTextTable } from '../table/text-table.ts'
import { rowCells, rowEnd, separatorOf } from './csv-rows.ts'

const COMMA = 0x2c
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Rows read from pieces of so many bytes, as a reader of a long file does. */
function rowsIn(bytes: Uint8Array, step: number): string[][] {
  const rows: string[][] = []
  let from = 0
  for (let to = Math.min(step, bytes.length); ; to = Math.min(to + step, bytes.length)) {
    const isLast = to === bytes.length
    while (from < to) {
      const end = rowEnd(bytes, from, to, COMMA, isLast)
      if (end < 0) break
      rows.push(rowCells(bytes, from, end, COMMA))
      from = end
    }
    if (isLast) return rows
  }
}

describe('rows of bytes', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,\r\n',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['"a,b",c\n', [['a,b', 'c']]],
    [
      '"a\nb","c\r\nd"\nx,y\n',
      [
        ['a\nb', 'c\nd'],
        ['x', 'y'],
      ],
    ],
    ['"a ""b""",c\n', [['a "b"', 'c']]],
    ['"",""\n', [['', '']]],
    // what only looks quoted is taken as it stands
    ['5" 屏幕,"a"b,c\n', [['5" 屏幕', '"a"b', 'c']]],
    [
      '"open,b\nc,d\n',
      [
        ['"open', 'b'],
        ['c', 'd'],
      ],
    ],
    // a guard against formulas is taken off
    ["'=1+1,'-5\n", [['=1+1', '-5']]],
    ['\n\na\n', [[''], [''], ['a']]],
    ['甲局,"乙，丙"\n', [['甲局', '乙，丙']]],
  ])('%j', (text, expected) => {
    for (const step of [1, 2, 3, 7, 1000]) expect(rowsIn(bytesOf(text), step)).toEqual(expected)
  })

  it('are those of the text', () => {
    const texts = ['a,b\n"c\n""d""",e\n', '甲,"乙"\r\n丙,"丁,戊"\r\n', 'x,"y\n']
    for (const text of texts) {
      const table = readTextTable(text)!.rows.map((row) => row.map((cell) => cell.text))
      const width = table[0]!.length
      const padded = rowsIn(bytesOf(text), 1).map((row) => [...row, ...Array(width - row.length).fill('')])
      expect(padded).toEqual(table)
    }
  })

  it('end in GB 18030 where they end in UTF-8: no other sign has the bytes of a comma, quote or line break', () => {
    // 甲,"㐀,乙" and 丙, with a sign of four bytes in quotes.
    const bytes = Uint8Array.of(
      0xbc,
      0xd7,
      0x2c,
      0x22,
      0x81,
      0x39,
      0xee,
      0x39,
      0x2c,
      0xd2,
      0xd2,
      0x22,
      0x0a,
      0xb1,
      0xfb,
    )
    const end = rowEnd(bytes, 0, bytes.length, COMMA, true)
    expect(new TextDecoder('gb18030').decode(bytes.subarray(0, end))).toBe('甲,"㐀,乙"\n')
  })

  it('a stray quote swallows no more than its cell', () => {
    const text = `"a,b\n${'c,d\n'.repeat(100_000)}`
    expect(rowsIn(bytesOf(text), 4096).length).toBe(100_001)
    const closedLate = `"a,b\n${'c,d\n'.repeat(100_000)}x",e\n`
    expect(rowsIn(bytesOf(closedLate), 4096).length).toBe(100_002)
  })
})

it('tabs part cells where the first row has them and no comma', () => {
  expect(separatorOf(bytesOf('a\tb\n1,5\t2\n'))).toBe(0x09)
  expect(separatorOf(bytesOf('a,b\tc\n'))).toBe(COMMA)
})
