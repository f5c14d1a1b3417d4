import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { type NamedFile, writeZip } from '../write/zip.ts'
import { textsOf } from './table/table.ts'
import { readTables } from './tables-of-file.ts'

const encoded = (text: string) => new TextEncoder().encode(text)
const zipped = (...files: NamedFile[]) => writeZip(files, new Date(2024, 0, 1))
const utf16 = (text: string) =>
  Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]))
const compound = (stream: string) => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(508), ...utf16(stream)])

const word =
  '<w:document><w:body><w:p><w:r><w:t>指标表</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>分值</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>'
const excel2003 = `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="指标表"><Table>
<Row><Cell><Data ss:Type="String">指标</Data></Cell><Cell><Data ss:Type="String">分值</Data></Cell></Row></Table></Worksheet></Workbook>`
/** 指标,分值 in the code of Chinese Windows. */
const gb18030 = Uint8Array.from([0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0xb7, 0xd6, 0xd6, 0xb5])

describe('a file is read by what it is, whatever it is called', () => {
  test.each<[string, string, Uint8Array | Promise<Uint8Array>, string | undefined]>([
    ['a workbook', '指标.xlsx', writeXlsx({ sheets: [{ name: '指标表', rows: [['指标', '分值']] }] }), '指标表'],
    ['a Word document', '指标.docx', zipped({ name: 'word/document.xml', bytes: encoded(word) }), '指标表'],
    [
      'a Word document of 2003 as XML',
      '指标.doc',
      encoded(`<?mso-application progid="Word.Document"?>${word}`),
      '指标表',
    ],
    ['a workbook of 2003 as XML', '指标.xls', encoded(excel2003), '指标表'],
    [
      'a page that a program called .xls',
      '指标.xls',
      encoded('<html><body><h3>指标表</h3><table><tr><td>指标<td>分值</table>'),
      '指标表',
    ],
    ['CSV that a program called .xls', '指标.xls', encoded('指标,分值\r\n'), undefined],
    ['text with tabs', '指标.txt', encoded('指标\t分值'), undefined],
    ['CSV of a Chinese Windows', '指标.csv', gb18030, undefined],
    ['Unicode 文本', '指标.txt', Uint8Array.from([0xff, 0xfe, ...utf16('指标\t分值')]), undefined],
    ['text laid out by spaces', '指标.txt', encoded('指标    分值\n产出    60\n'), undefined],
  ])('%s', async (_what, file, bytes, name) => {
    const read = await readTables(await bytes, file)
    expect(read.ok ? read.value.map(({ name, table }) => [name, textsOf(table)[0]]) : read.issues).toEqual([
      [name, ['指标', '分值']],
    ])
  })

  test('all tables of a page, and the sheets that are not hidden', async () => {
    const read = await readTables(
      encoded('<p>表一</p><table><tr><td>甲</table><p>表二</p><table><tr><td>乙</table>'),
      'a.html',
    )
    expect(read.ok && read.value.map(({ name }) => name)).toEqual(['表一', '表二'])
  })
})

describe('what is no file of tables is told for what it is', () => {
  test.each<[string, string, Uint8Array, string, unknown]>([
    ['a .doc', '表.doc', compound('WordDocument'), 'FILE_WORKBOOK_KIND', ['.docx', '.doc']],
    ['a .doc that was renamed', '表.xls', compound('WordDocument'), 'FILE_WORKBOOK_KIND', ['.docx', '.doc']],
    ['a locked workbook', '表.xlsx', compound('EncryptedPackage'), 'FILE_WORKBOOK_LOCKED', [null, null]],
    ['an old workbook cut off', '表.xls', compound('Workbook'), 'FILE_WORKBOOK_BROKEN', [null, null]],
    ['a PDF', '表.pdf', encoded('%PDF-1.7\n'), 'FILE_WORKBOOK_KIND', ['.xlsx', '.pdf']],
    ['a picture', '表.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'FILE_WORKBOOK_KIND', ['.xlsx', '.png']],
    ['RTF', '表.doc', encoded('{\\rtf1'), 'FILE_WORKBOOK_KIND', ['.xlsx', '.rtf']],
    ['no text', '表.dat', Uint8Array.from([0, 1, 2, 3]), 'FILE_WORKBOOK_KIND', ['.xlsx', '.dat']],
    ['an empty file', '表.csv', new Uint8Array(0), 'FILE_TABLES_NONE', [null, null]],
    ['a page without a table', '表.html', encoded('<html><p>无</p></html>'), 'FILE_TABLES_NONE', [null, null]],
  ])('%s', async (_what, file, bytes, code, data) => {
    const read = await readTables(bytes, file)
    expect(read.ok ? [] : read.issues.map((one) => [one.code, [one.expected ?? null, one.found ?? null]])).toEqual([
      [code, data],
    ])
  })
})
