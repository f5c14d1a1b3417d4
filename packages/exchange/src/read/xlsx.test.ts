import { type Cell, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readIndicatorTable } from './indicator/indicator-table.ts'
import { isOrigin, textsOf } from './table/table.ts'
import { workbookTrouble } from './workbook-kind.ts'
import { readSheets, readWorkbook } from './xlsx.ts'
import { zipEntries } from './zip-directory.ts'

const written = (...sheets: WriteSheet[]): Promise<Uint8Array> => writeXlsx({ sheets })

async function read(...sheets: WriteSheet[]) {
  const result = await readWorkbook(await written(...sheets))
  if (!result.ok) throw new Error(result.issues[0]!.code)
  return result.value
}

async function codes(bytes: Uint8Array): Promise<string[]> {
  const result = await readWorkbook(bytes)
  return result.ok ? [] : result.issues.map(({ code }) => code)
}

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

describe('a sheet becomes the table that the clipboard would have given', () => {
  test('merged cells govern what they cover, rows count as the sheet counts them', async () => {
    const [sheet] = await read({
      name: '指标表',
      rows: [
        ['某项目绩效评价指标表', null, null, null],
        ['一级指标', '二级指标', '分值', '目标值'],
        ['产出', '合格率', 60, '≥95%'],
        [null, '完成\n时间', 40, null],
        [null, null, null, null],
      ],
      merges: [
        { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
        { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
      ],
    })
    expect(sheet!.name).toBe('指标表')
    expect(textsOf(sheet!.table)).toEqual([
      ['某项目绩效评价指标表', '', '', ''],
      ['一级指标', '二级指标', '分值', '目标值'],
      ['产出', '合格率', '60', '≥95%'],
      ['', '完成\n时间', '40', ''],
    ])
    const cell = sheet!.table.rows[3]![0]!
    expect({ text: cell.text, rowSpan: cell.rowSpan, isOrigin: isOrigin(cell, 3, 0) }).toEqual({
      text: '产出',
      rowSpan: 2,
      isOrigin: false,
    })
    const { rows } = readIndicatorTable(sheet!.table)
    expect(rows.map(({ level, name, points }) => `${level} ${name} ${points}`)).toEqual([
      '1 产出 undefined',
      '2 合格率 60',
      '2 完成时间 40',
    ])
  })

  // Value, format of the cell, what people see.
  const shown: readonly [number | boolean | string | Date, string, string][] = [
    [0.95, '0%', '95%'],
    [0.955, '0.0%', '95.5%'],
    [12.5, 'General', '12.5'],
    [12.5, '0.00', '12.50'],
    [1234567.5, '#,##0.00', '1,234,567.50'],
    [50, '0"个"', '50个'],
    [0.1 + 0.2, 'General', '0.3'],
    [new Date('2021-12-31T00:00:00Z'), 'yyyy"年"m"月"d"日"', '2021年12月31日'],
    [new Date('2021-12-31T00:00:00Z'), 'yyyy/m/d', '2021/12/31'],
    ['95%', '@', '95%'],
    // A format that hides digits somebody typed does not hide them from us …
    [2.5, '0', '2.5'],
    [0.9567, '0%', '95.67%'],
    // … but those of a division are hidden.
    [100 / 3, '0.00', '33.33'],
    [1e21, 'General', '1000000000000000000000'],
    [0.0000001, 'General', '0.0000001'],
  ]
  test.each(shown)('%s in %s is %s', async (value, numFmt, text) => {
    const cells = new Map<string, Partial<Cell>>([['0,0', { value, style: { numFmt } }]])
    const [sheet] = await read({ name: 'a', rows: [[value]], cells })
    expect(sheet!.table.rows[0]![0]!.text).toBe(text)
  })

  test('sheets that are hidden or have nothing on them are passed over', async () => {
    const sheets = await read(
      { name: '封面', rows: [[null], [' ']] },
      { name: '指标表', rows: [['a', 'b']] },
      { name: '字典', rows: [['x']], hidden: true },
      { name: '附表', rows: [['c']] },
    )
    expect(sheets.map(({ name }) => name)).toEqual(['指标表', '附表'])
  })

  test('3,000 rows are read', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => [`指标${index}`, index / 10])
    const [sheet] = await read({ name: 'a', rows })
    expect(sheet!.table.rows.length).toBe(3_000)
    expect(sheet!.table.rows[2_999]!.map(({ text }) => text)).toEqual(['指标2999', '299.9'])
  })
})

describe('what is no workbook that can be read is refused with its reason', () => {
  const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const utf16 = (text: string) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]))

  test('[FILE_WORKBOOK_OLD] .xls', async () =>
    expect(await codes(joined(compound, utf16('Workbook')))).toEqual(['FILE_WORKBOOK_OLD']))

  test('[FILE_WORKBOOK_LOCKED] a password', async () => {
    const locked = await writeXlsx({
      sheets: [{ name: 'a', rows: [['x']] }],
      encryption: { password: 'secret', spinCount: 1000 },
    })
    expect(await codes(locked)).toEqual(['FILE_WORKBOOK_LOCKED'])
  })

  test('[FILE_WORKBOOK_BROKEN] bytes that are cut off, changed or no zip at all', async () => {
    const whole = await written({ name: 'a', rows: [['x', 'y']] })
    expect(await codes(whole.slice(0, whole.length - 30))).toEqual(['FILE_WORKBOOK_BROKEN'])
    expect(await codes(ascii('PK\u0003\u0004 and nothing more'))).toEqual(['FILE_WORKBOOK_BROKEN'])
    expect(await codes(new Uint8Array())).toEqual(['FILE_WORKBOOK_BROKEN'])
    // Whatever byte is wrong, it is read or refused, and never thrown.
    for (let at = 0; at < whole.length; at += 97) {
      const wrong = whole.slice()
      wrong[at] = wrong[at]! ^ 0xff
      expect((await codes(wrong)).every((code) => code.startsWith('FILE_'))).toBe(true)
    }
  })

  test.each([
    ['word/document.xml', '.docx'],
    ['content.xml', '.ods'],
    ['notes.txt', '.zip'],
  ])('[FILE_WORKBOOK_KIND] %s', (name, kind) => {
    const trouble = workbookTrouble(zipOf([{ name, unpacked: 10 }]))
    expect([trouble?.code, trouble?.found]).toEqual(['FILE_WORKBOOK_KIND', kind])
  })

  test('[FILE_WORKBOOK_EMPTY] nothing on any sheet', async () =>
    expect(await codes(await written({ name: 'a', rows: [] }))).toEqual(['FILE_WORKBOOK_EMPTY']))

  test('[FILE_SHEET_TOO_LARGE] more rows or columns than a table has', async () => {
    const tall = await written({ name: 'a', rows: Array.from({ length: 10_001 }, () => ['x']) })
    expect(await codes(tall)).toEqual(['FILE_SHEET_TOO_LARGE'])
    const wide = await written({ name: 'a', rows: [Array.from({ length: 257 }, () => 'x')] })
    expect(await codes(wide)).toEqual(['FILE_SHEET_TOO_LARGE'])
  })

  test('[FILE_WORKBOOK_TOO_LARGE] a file that would unpack to more than fits in memory, before it is unpacked', () => {
    const bomb = zipOf([
      { name: '[Content_Types].xml', unpacked: 100 },
      { name: 'xl/worksheets/sheet1.xml', unpacked: 1_500_000_000 },
    ])
    expect(workbookTrouble(bomb)).toMatchObject({ code: 'FILE_WORKBOOK_TOO_LARGE', expected: '100 MB' })
  })

  test('an entry that says it is empty and is not', () => {
    const lie = zipOf([
      { name: '[Content_Types].xml', unpacked: 100 },
      { name: 'xl/worksheets/sheet1.xml', unpacked: 0, packed: 1_000_000 },
    ])
    expect(workbookTrouble(lie)?.code).toBe('FILE_WORKBOOK_BROKEN')
  })
})

describe('readSheets tells what each cell is', () => {
  test('of hidden sheets too; a percentage, a unit and a divisor of the format with the number', async () => {
    const styled = (value: number, numFmt: string): Partial<Cell> => ({ value, type: 'number', style: { numFmt } })
    const cells = new Map<string, Partial<Cell>>([
      ['0,0', styled(0.95, '0.00%')],
      ['0,1', styled(12.5, '0.00"元"')],
      ['0,2', styled(125_000, '0!.0,"万元"')],
      ['0,3', styled(1_250_000, '#,##0.00')],
      ['0,4', { value: 3, type: 'formula', formula: 'SUM(1,2)', formulaResult: 3 }],
      ['0,5', { value: '#N/A', type: 'error' }],
    ])
    const read = await readSheets(
      await written(
        { name: '表', rows: [[null, null, null, null, null, null, ' ', true, '12']], cells, hidden: true },
        { name: 'b', rows: [['x']] },
      ),
    )
    expect(read.ok && read.value.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['表', true],
      ['b', false],
    ])
    expect(read.ok && read.value[0]!.rows[0]).toEqual([
      { kind: 'number', text: '0.95', isPercent: true },
      { kind: 'number', text: '12.5', suffix: '元' },
      { kind: 'number', text: '125000', isScaled: true, suffix: '万元' },
      { kind: 'number', text: '1250000' },
      { kind: 'number', text: '3', isFormula: true },
      { kind: 'error', text: '#N/A' },
      { kind: 'empty', text: '' },
      { kind: 'truth', text: 'true' },
      { kind: 'text', text: '12' },
    ])
  })

  test('and refuses what readWorkbook refuses', async () => {
    const bomb = zipOf([
      { name: '[Content_Types].xml', unpacked: 100 },
      { name: 'xl/worksheets/sheet1.xml', unpacked: 1_500_000_000 },
    ])
    for (const bytes of [bomb, ascii('PK\u0003\u0004 and nothing more'), new Uint8Array()]) {
      const read = await readSheets(bytes)
      expect(read.ok ? '' : read.issues[0]!.code).toMatch(/^FILE_WORKBOOK_/)
    }
    const tall = await readSheets(await written({ name: 'a', rows: Array.from({ length: 10_001 }, () => ['x']) }))
    expect(tall.ok ? '' : tall.issues[0]!.code).toBe('FILE_SHEET_TOO_LARGE')
  })
})

test('the directory of a zip tells its entries', async () => {
  const entries = zipEntries(await written({ name: 'a', rows: [['x']] }))!
  expect(entries.map(({ name }) => name)).toContain('xl/worksheets/sheet1.xml')
  expect(entries.every(({ unpacked }) => unpacked > 0)).toBe(true)
})

/** A directory without the entries that it speaks of. */
function zipOf(entries: readonly { name: string; unpacked: number; packed?: number }[]): Uint8Array {
  const records = entries.map(({ name, unpacked, packed = 100 }) => {
    const record = new Uint8Array(46 + name.length)
    const view = new DataView(record.buffer)
    view.setUint32(0, 0x02014b50, true)
    view.setUint32(20, packed, true)
    view.setUint32(24, unpacked, true)
    view.setUint16(28, name.length, true)
    record.set(ascii(name), 46)
    return record
  })
  const end = new Uint8Array(22)
  const view = new DataView(end.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(10, entries.length, true)
  view.setUint32(16, 4, true)
  return joined(ascii('PK\u0003\u0004'), ...records, end)
}
