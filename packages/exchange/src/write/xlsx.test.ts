import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test, vi } from 'vitest'
import type { CellContent, CellLook, Workbook, WorkbookCell } from '../render/workbook.ts'
import { writeWorkbook } from './xlsx.ts'

const cell = (content: CellContent, look: CellLook = 'text'): WorkbookCell => ({ content, look })

const workbook = (rows: readonly (readonly (WorkbookCell | null)[])[], more = {}): Workbook => ({
  title: '评分表',
  language: 'zh',
  sheets: [
    {
      name: '评分表',
      columns: [10, 20, 30],
      rows,
      merges: [],
      frozen: { rows: 1, columns: 1 },
      marked: [],
      ...more,
    },
  ],
})

async function written(book: Workbook) {
  const { sheets } = await readXlsx(await writeWorkbook(book), { readStyles: true })
  return sheets[0]!
}

describe('writeWorkbook', () => {
  test('[X1] what is written is read again: texts, numbers, truth values, days, nothing', async () => {
    const sheet = await written(
      workbook([
        [cell({ text: '中文 <&> "x"' }), cell({ text: '一\n二' }), cell({ text: '' })],
        [cell({ number: '83.51' }), cell({ number: '20/3' }), cell({ number: '-0.000001' })],
        [cell({ number: '0.95', percent: 0 }), cell({ number: '123456789012345' }), cell({ date: '1899-12-31' })],
      ]),
    )
    expect(sheet.rows[0]!.slice(0, 2)).toEqual(['中文 <&> "x"', '一\n二'])
    expect(sheet.rows[1]).toEqual([83.51, 6.666666666666667, -0.000001])
    expect(sheet.rows[2]).toEqual([0.95, 123_456_789_012_345, '1899-12-31'])
  })

  test('a day is a day of the calendar, whatever the time zone', async () => {
    const sheet = await written(workbook([[cell({ date: '2021-12-31' })]]))
    expect(sheet.rows[0]![0]).toEqual(new Date(Date.UTC(2021, 11, 31)))
  })

  test('texts are typed as text, also those that look like formulas and numbers', async () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '001', '\tx']
    const sheet = await written(workbook(texts.map((text) => [cell({ text })])))
    expect(sheet.rows.map((row) => row[0])).toEqual(texts)
    for (const [row] of texts.entries()) {
      expect(sheet.cells?.get(`${row},0`)?.formula).toBeUndefined()
      expect(sheet.cells?.get(`${row},0`)?.style?.numFmt).toBe('@')
    }
  })

  test('a formula is written without a value of its own', async () => {
    const sheet = await written(workbook([[cell({ number: '1' }), cell({ formula: 'IF(A1="","",A1*2)' })]]))
    expect(sheet.cells?.get('0,1')).toMatchObject({ formula: 'IF(A1="","",A1*2)' })
    expect(sheet.rows[0]![1]).toBeNull()
  })

  test('control characters that no file can hold are left out', async () => {
    const sheet = await written(workbook([[cell({ text: 'a\u0000b\u0007c' })]]))
    expect(sheet.rows[0]![0]).toBe('abc')
  })

  test('merged cells, frozen rows and the print set-up', async () => {
    const merges = [{ row: 0, column: 0, rowSpan: 2, columnSpan: 1 }]
    const sheet = await written(
      workbook(
        [
          [cell({ text: 'a' }), cell({ text: 'b' })],
          [null, cell({ text: 'c' })],
        ],
        { merges },
      ),
    )
    expect(sheet.merges).toEqual([{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 }])
    expect(sheet.freezePane).toEqual({ rows: 1, columns: 1 })
    expect(sheet.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 })
    expect(sheet.pageSetup?.printTitlesRow).toBe('$1:$1')
    expect(sheet.cells?.get('1,0')?.style?.border?.left?.style).toBe('thin')
  })

  test('the same workbook makes the same file, at whatever time', async () => {
    const book = workbook([[cell({ text: 'a' })]])
    const first = await writeWorkbook(book)
    vi.useFakeTimers({ now: new Date('2030-01-01') })
    expect(await writeWorkbook(book)).toEqual(first)
    vi.useRealTimers()
    expect(await writeWorkbook({ ...book, madeAt: '2024-05-01T08:00:00Z' })).not.toEqual(first)
  })
})
