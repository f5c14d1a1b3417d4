import { describe, expect, test } from 'vitest'
import { type NamedFile, writeZip } from '../write/zip.ts'
import { readDocument } from './docx.ts'
import type { Table } from './table/table.ts'

const zipped = (...files: NamedFile[]) => writeZip(files, new Date(2024, 0, 1))
const encoded = (text: string) => new TextEncoder().encode(text)

function document(body: string, numbering = ''): Uint8Array {
  return zipped(
    {
      name: 'word/document.xml',
      bytes: encoded(`<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`),
    },
    { name: 'word/numbering.xml', bytes: encoded(`<w:numbering>${numbering}</w:numbering>`) },
  )
}

const p = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const tc = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text.startsWith('<') ? text : p(text)}</w:tc>`
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const tbl = (...rows: string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
const [begun, below] = ['<w:vMerge w:val="restart"/>', '<w:vMerge/>']

function tablesIn(body: string, numbering?: string) {
  const read = readDocument(document(body, numbering))
  if (!read.ok) throw new Error(read.issues[0]!.code)
  return read.value
}

/** Texts at their origins, with how far they reach where they are merged. */
const shown = ({ rows }: Table) =>
  rows.map((row, at) =>
    row
      .map((cell, column) => {
        if (cell.row !== at || cell.column !== column) return '·'
        return cell.rowSpan * cell.columnSpan > 1 ? `${cell.text}[${cell.rowSpan}×${cell.columnSpan}]` : cell.text
      })
      .join('|'),
  )
const only = (body: string, numbering?: string) => shown(tablesIn(body, numbering)[0]!.table)
/** The text of the only cell. */
const cell = (content: string, numbering?: string) =>
  tablesIn(tbl(tr(tc(content))), numbering)[0]!.table.rows[0]![0]!.text

describe('tables of a Word document', () => {
  test('cells merged downward and across stand where people see them', () => {
    expect(
      only(
        tbl(
          tr(tc('评价指标', span(2)), tc('分值', begun)),
          tr(tc('一级指标'), tc('二级指标'), tc('', below)),
          tr(tc('产出', begun), tc('数量'), tc('10')),
          tr(tc('', below), tc('质量'), tc('20')),
          tr(tc('效益'), tc('满意度'), tc('70')),
        ),
      ),
    ).toEqual(['评价指标[1×2]|·|分值[2×1]', '一级指标|二级指标|·', '产出[2×1]|数量|10', '·|质量|20', '效益|满意度|70'])
  })

  test('columns left free before a row, cells merged the old way, a row that was struck out', () => {
    expect(
      only(
        tbl(
          tr(tc('一'), tc('二'), tc('三')),
          `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('乙')}${tc('丙')}</w:tr>`,
          tr(tc('甲', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('丙')),
          `<w:tr><w:trPr><w:del w:author="x"/></w:trPr>${tc('删')}${tc('去')}${tc('了')}</w:tr>`,
        ),
      ),
    ).toEqual(['一|二|三', '|乙|丙', '甲[1×2]|·|丙'])
  })

  test('lines drawn a little beside each other do not make columns', () => {
    const grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="40"/><w:gridCol w:w="1000"/></w:tblGrid>'
    const body = `<w:tbl>${grid}${tr(tc('指标', span(2)), tc('分值'))}${tr(tc('产出'), tc('60', span(2)))}</w:tbl>`
    expect(only(body)).toEqual(['指标|分值', '产出|60'])
  })

  test('a table inside a cell is one of its own, and its text is the cell’s', () => {
    const inside = tbl(tr(tc('好'), tc('2分')), tr(tc('差'), tc('0分')))
    const tables = tablesIn(tbl(tr(tc(`${p('标准')}${inside}<w:p/>`), tc('10'))))
    expect(tables.map(({ table }) => shown(table))).toEqual([['好|2分', '差|0分'], ['标准\n好 2分\n差 0分|10']])
  })

  test('a table is named by the heading above it, not by a field or a sentence', () => {
    const table = tbl(tr(tc('指标'), tc('分值')))
    const names = tablesIn(
      `${p('附件1')}${p('某项目绩效评价指标体系')}${p('单位：万元')}${table}${p('本表由各单位填报，请于年底前报送。')}${table}`,
    ).map(({ name }) => name)
    expect(names).toEqual(['某项目绩效评价指标体系', undefined])
  })

  test('a table that a page cut in two is one again; one with words between or other columns is not', () => {
    const [one, two, wide] = [
      tbl(tr(tc('指标'), tc('分值'))),
      tbl(tr(tc('产出'), tc('60'))),
      tbl(tr(tc('一'), tc('二'), tc('三'))),
    ]
    expect(tablesIn(`${one}<w:p/>${p('续表')}${two}`).map(({ table }) => shown(table))).toEqual([
      ['指标|分值', '产出|60'],
    ])
    expect(tablesIn(`${one}${p('另一张')}${two}`)).toHaveLength(2)
    expect(tablesIn(`${one}<w:p/>${wide}`)).toHaveLength(2)
  })
})

describe('the text of a cell', () => {
  const run = (content: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`
  const line = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`
  const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`

  test.each<[string, string, string]>([
    ['paragraphs are lines', p('①有依据') + p('②有程序'), '①有依据\n②有程序'],
    ['a line break', line(run(`${t('完成')}<w:br/>${t('时间')}`)), '完成\n时间'],
    ['a tab', line(run(`${t('满意')}<w:tab/>${t('10')}`)), '满意\t10'],
    ['signs of the Symbol font', line(run('<w:sym w:font="Symbol" w:char="F0B3"/>'), run(t('95%'))), '≥95%'],
    ['a box with a tick', line(run('<w:sym w:font="Wingdings" w:char="F0FE"/>'), run(t('是'))), '☑是'],
    ['characters that XML writes otherwise', p('&lt;5% &amp; &#8805;3'), '<5% & ≥3'],
    ['a raised 2', line(run(t('100m')), run(t('2'), '<w:vertAlign w:val="superscript"/>')), '100m²'],
    ['what is hidden is not there', line(run(t('见')), run(t('不见'), '<w:vanish/>')), '见'],
    [
      'what was struck out is not there',
      line('<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>'),
      '新',
    ],
    ['what was moved away is not there', line('<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>', run(t('新'))), '新'],
    [
      'a drawing for newer and older readers is one',
      line(
        '<mc:AlternateContent><mc:Choice><w:r><w:t>图</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>图</w:t></w:r></mc:Fallback></mc:AlternateContent>',
      ),
      '图',
    ],
    [
      'a formula with a fraction',
      line(
        run(t('执行率=')),
        '<m:oMath><m:f><m:num><m:r><m:t>实际支出</m:t></m:r></m:num><m:den><m:r><m:t>预算数</m:t></m:r></m:den></m:f><m:r><m:t>×100%</m:t></m:r></m:oMath>',
      ),
      '执行率=(实际支出)/(预算数)×100%',
    ],
    ['indentation shows as spaces', p('数量', '<w:ind w:left="420"/>'), '　　数量'],
    [
      'indentation of the first line alone does not',
      p('数量', '<w:ind w:firstLineChars="200" w:firstLine="420"/>'),
      '数量',
    ],
    ['tab stops are no tabs', p('数量', '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'), '数量'],
  ])('%s', (_name, content, expected) => {
    expect(cell(content)).toBe(expected)
  })

  test('numbers that Word writes by itself are written out, each list counted for itself', () => {
    const level = (depth: number, form: string, text: string) =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${form}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%2.')}${level(2, 'decimalEnclosedCircleChinese', '%3')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="8">${level(0, 'decimal', '%1')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`
    const item = (text: string, list: number, depth: number) =>
      tr(tc(p(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`)))
    expect(
      only(
        tbl(
          item('产出', 1, 0),
          item('数量', 1, 1),
          item('质量', 1, 1),
          item('合格', 1, 2),
          item('效益', 1, 0),
          item('社会', 1, 1),
          item('总则', 2, 0),
          item('细则', 2, 1),
        ),
        numbering,
      ),
    ).toEqual(['一、产出', '1. 数量', '2. 质量', '①合格', '二、效益', '1. 社会', '1 总则', '1.1 细则'])
  })
})

describe('refuses', () => {
  const codes = (bytes: Uint8Array) => {
    const read = readDocument(bytes)
    return read.ok ? [] : read.issues.map(({ code }) => code)
  }

  test('[FILE_TABLES_NONE] a document without a table', () => {
    expect(codes(document(p('没有表格')))).toEqual(['FILE_TABLES_NONE'])
  })

  test('[FILE_WORKBOOK_BROKEN] what is no document, or one that was cut off', () => {
    const whole = document(tbl(tr(tc('一'))))
    expect(codes(whole.subarray(0, whole.length - 30))).toEqual(['FILE_WORKBOOK_BROKEN'])
    expect(codes(zipped({ name: 'word/document.xml', bytes: encoded('<w:styles/>') }))).toEqual([
      'FILE_WORKBOOK_BROKEN',
    ])
  })

  test('[FILE_SHEET_TOO_LARGE] cells that reach over more than any table has', () => {
    const rows = Array.from({ length: 5_000 }, () => tr(tc('一', span(256))))
    expect(codes(document(tbl(...rows)))).toEqual(['FILE_SHEET_TOO_LARGE'])
  })

  test('a document made to keep its reader busy takes no longer than its length', () => {
    const deep = '<w:tbl><w:tr><w:tc>'.repeat(20_000)
    // Read or refused, but in time: the test's own limit is what ends a reader that is kept busy.
    expect(readDocument(document(`${deep}${p('深')}${'&'.repeat(200_000)}${'<w:p a="'.repeat(20_000)}`))).toBeDefined()
  })
})
