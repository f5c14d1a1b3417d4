import { strFromU8, unzipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { writeTable } from '../write/xlsx.ts'
import { numberLooks, SharedTexts, SheetRows, sheetParts } from './xlsx-rows.ts'

/** The rows of the first sheet, from pieces of so many characters. */
function rowsIn(bytes: Uint8Array, step: number) {
  const parts = unzipSync(bytes)
  const text = (name: string) => (parts[name] === undefined ? '' : strFromU8(parts[name]))
  const { sheets, is1904 } = sheetParts(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'))
  const shared = new SharedTexts()
  const pieces = (of: string) =>
    Array.from({ length: Math.ceil(of.length / step) }, (_, at) => of.slice(at * step, (at + 1) * step))
  for (const piece of pieces(text('xl/sharedStrings.xml'))) shared.push(piece)
  const reader = new SheetRows(shared.texts, numberLooks(text('xl/styles.xml')), is1904)
  const rows = pieces(text(sheets[0]!.path)).flatMap((piece) => reader.push(piece))
  return { sheets, rows, total: reader.total }
}

describe('rows of a sheet that is never held', () => {
  it('have what people see in each cell, with every digit', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '数据',
          rows: [
            ['部门', '满意度', '完成日', '金额', '公开', '缩小', '序'],
            ['甲 & 乙 <丙>', 0.955, new Date('2024-12-31T00:00:00Z'), 12.5, true, 125000, '0012'],
            ['换\n行', 1, null, 1e-7, false, null, ''],
          ],
          cells: new Map([
            ['1,1', { style: { numFmt: '0.0%' } }],
            ['1,3', { style: { numFmt: '0.00"元"' } }],
            ['1,5', { style: { numFmt: '0!.0,' } }],
            ['2,1', { style: { numFmt: '0%' } }],
          ]),
        },
        { name: '藏', hidden: true, rows: [['x']] },
      ],
    })
    for (const step of [7, 1000, 1_000_000]) {
      const { sheets, rows } = rowsIn(bytes, step)
      expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
        ['数据', false],
        ['藏', true],
      ])
      expect(rows.map(({ number }) => number)).toEqual([1, 2, 3])
      expect(rows[1]!.cells).toEqual(['甲 & 乙 <丙>', '95.5%', '2024-12-31', '12.5元', 'true', '125000（?）', '0012'])
      expect(rows[2]!.cells.slice(0, 5)).toEqual(['换\n行', '100%', '', '0.0000001', 'false'])
    }
  })

  it('are those of a table that was written row by row', async () => {
    async function* table() {
      yield ['甲局', 0.5, '=1+1']
      yield ['', 12, ' 乙 ']
    }
    const pieces: Uint8Array[] = []
    for await (const piece of writeTable(table(), { name: '表', heads: ['部门', '数', '注'] })) pieces.push(piece)
    const { rows } = rowsIn(Buffer.concat(pieces), 100)
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['部门', '数', '注'],
      ['甲局', '0.5', '=1+1'],
      ['', '12', ' 乙 '],
    ])
  })

  it('of other programs: prefixes, runs, pronunciations, cells and rows without names', () => {
    const shared = new SharedTexts()
    shared.push(
      '<x:sst><x:si><x:r><x:t>甲</x:t></x:r><x:r><x:t xml:space="preserve"> 乙</x:t></x:r><x:rPh><x:t>jia</x:t></x:rPh></x:si><si/>',
    )
    expect(shared.texts).toEqual(['甲 乙', ''])
    const reader = new SheetRows(shared.texts, [], false)
    const rows = reader.push(
      '<dimension ref="A1:C9"/><sheetData><row><c t="s"><v>0</v></c><c><f>1+1</f><v>2</v></c></row><row r="4"><c r="C4" t="e"><v>#N/A</v></c></row><row r="5"/>',
    )
    expect(rows).toEqual([
      { number: 1, cells: ['甲 乙', '2'] },
      { number: 4, cells: ['', '', '#N/A'] },
      { number: 5, cells: [] },
    ])
    expect(reader.total).toBe(9)
  })
})
