import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOrigin, readHtmlTable, readPlainTable, readTextTable, textsOf, writeHtmlTable, writeTsv } from './table.ts'

const html = (text: string) => {
  const table = readHtmlTable(text)
  return table && textsOf(table)
}
const text = (source: string) => {
  const table = readTextTable(source)
  return table && textsOf(table)
}

describe('readHtmlTable', () => {
  test('reads what Excel puts on the clipboard: style noise, merged level cells, spaces, breaks, its hidden row', () => {
    const table = readHtmlTable(`Version:1.0
StartHTML:0000000105
<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--td {mso-number-format:General;} <td>no</td> --></style></head>
<body link="#0563C1"><!--StartFragment--><table border=0 cellpadding=0 width=216 style='border-collapse:collapse'>
 <col width=72 span=3 style='width:54pt'>
 <tr height=19><td rowspan=2 class=xl65 style='mso-number-format:"\\@";'>产出
  指标</td><td class=xl66>数量<br>指标</td><td align=right x:num="0.95">95%</td></tr>
 <tr height=19><td><span style='mso-spacerun:yes'>&nbsp;&nbsp; </span>质量&lt;90&gt;</td><td>&nbsp;</td></tr>
 <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td><td></td><td></td></tr><![endif]>
</table><!--EndFragment--></body></html>`)!
    expect(textsOf(table)).toEqual([
      ['产出 指标', '数量\n指标', '95%'],
      ['', '   质量<90>', ''],
    ])
    expect(table.rows[1]![0]).toBe(table.rows[0]![0])
    expect(table.rows[0]![0]).toMatchObject({ row: 0, column: 0, rowSpan: 2, columnSpan: 1 })
    expect(isOrigin(table.rows[1]![0]!, 1, 0)).toBe(false)
  })

  test.each<[string, string, string[][] | undefined]>([
    // Word: paragraphs in cells
    [
      'paragraphs are lines',
      '<table><tr><td><p>一</p><p>二<o:p></o:p></p></td><td><p><o:p>&nbsp;</o:p></p></td></tr></table>',
      [['一\n二', '']],
    ],
    [
      'cells and rows without end tags',
      '<table><tr><td>a<td>b<tr><td>c<td>d</table>',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['rows without a table', '<tr><td>a</td><td>b</td></tr>', [['a', 'b']]],
    [
      'short rows are filled',
      '<table><tr><td>a<tr><td>b<td>c</table>',
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ],
    [
      'entities',
      '<table><tr><td>&ge;95&#37; &#x2264; &amp;lt; &nope; &hellip;</td></tr></table>',
      [['≥95% ≤ &lt; &nope; …']],
    ],
    ['a < that is no tag', '<table><tr><td>a < 3 <b>x</b></td></tr></table>', [['a < 3 x']]],
    ['a > inside an attribute', '<table><tr><td title="a>b">x</td></tr></table>', [['x']]],
    ['scripts say nothing', '<table><tr><td>a<script>"</td><td>"</script>b</td></tr></table>', [['ab']]],
    ['an editor’s break in an empty cell', '<table><tr><td><br></td><td>x</td></tr></table>', [['', 'x']]],
    [
      'a table in a cell',
      '<table><tr><td>1<td>2<td>3<td><table><tr><td>x<td>y</table></table>',
      [['1', '2', '3', 'x\ny']],
    ],
    ['no table', '<p>a</p>', undefined],
    ['no rows', '<table></table>', undefined],
    ['a span far too wide', `<table>${'<tr><td colspan=1000>x'.repeat(1_001)}</table>`, undefined],
  ])('%s', (_name, source, expected) => {
    expect(html(source)).toEqual(expected)
  })

  test('of several tables the one with the most filled cells', () => {
    const [small, large] = ['<table><tr><td>a</table>', '<table><tr><td>b<td>c</table>']
    expect(html(small + large)).toEqual([['b', 'c']])
    expect(html(large + small)).toEqual([['b', 'c']])
  })

  test('spans end with the table and give way to what is there', () => {
    const table = readHtmlTable(
      '<table><tr><td rowspan=9>a<td colspan=2>b<tr><td>c<td rowspan=0>d<tr><td colspan=5>e</table>',
    )!
    expect(table.rows.map((row) => row.map((cell) => cell.text).join(''))).toEqual(['abb', 'acd', 'aed'])
    expect(table.rows[0]![0]!.rowSpan).toBe(3)
    expect(table.rows[2]![1]!.columnSpan).toBe(1)
  })

  test('text of any length and nesting is read in time', () => {
    const nested = readHtmlTable(`${'<table><tr><td>'.repeat(20_000)}${'<'.repeat(100_000)}${'&'.repeat(100_000)}`)
    const styled = readHtmlTable(`<table><tr><td style="${'a='.repeat(200_000)}`)
    expect([nested, styled]).toHaveLength(2)
  })
})

describe('readTextTable', () => {
  test.each<[string, string[][] | undefined]>([
    ['', undefined],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\nc',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['a\t\n', [['a', '']]],
    ['a\t', [['a', '']]],
    ['\n', [['']]],
    ['\u{FEFF}a\tb', [['a', 'b']]],
    // quotes
    ['"一\n二"\t"a\tb"', [['一\n二', 'a\tb']]],
    ['"说""好"""\tb', [['说"好"', 'b']]],
    ['5" 屏幕\t"甲"等', [['5" 屏幕', '"甲"等']]],
    ['"open\tb', [['"open', 'b']]],
    ['"a\r\nb"\tc', [['a\nb', 'c']]],
    // commas where there is no tab
    [
      'a,b\n"c,d",e',
      [
        ['a', 'b'],
        ['c,d', 'e'],
      ],
    ],
    ['"a,b"\nc', [['a,b'], ['c']]],
    ['指标\n满意度', [['指标'], ['满意度']]],
    ['a,b\tc', [['a,b', 'c']]],
    // guards
    ["'=1+1\t-5\t''@x\t'x", [['=1+1', '-5', "'@x", "'x"]]],
  ])('%j', (source, expected) => {
    expect(text(source)).toEqual(expected)
  })
})

describe('[X2] a table written and read again has the same cells', () => {
  const plain = fc.string({
    unit: fc.constantFrom('a', '值', '"', "'", ',', '=', '-', '\t', '\n', ' ', '<', '&', ';', '1'),
  })
  const unicode = fc.string({ unit: 'binary' }).map((value) => value.replace(/\r/g, ''))
  const rowsOf = (cell: fc.Arbitrary<string>) =>
    fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      )
  const cell = fc.oneof(
    plain,
    unicode,
    fc.constantFrom('', ' ', '\n', ' \n ', '=SUM(A1)', '-1', '95%', "'=x", '  a  b '),
  )

  test('as text', () => {
    fc.assert(
      fc.property(rowsOf(cell), (rows) => {
        expect(text(writeTsv(rows))).toEqual(rows)
      }),
      { numRuns: 2_000, seed: 2 },
    )
  })

  test('as HTML', () => {
    fc.assert(
      fc.property(rowsOf(cell), (rows) => {
        const held = (value: string) => value.replace(/[^\P{Cc}\t\n]/gu, '').replaceAll('\u{A0}', ' ')
        expect(html(writeHtmlTable(rows))).toEqual(rows.map((row) => row.map(held)))
      }),
      { numRuns: 2_000, seed: 2 },
    )
  })

  test.each([
    // text, whether Excel gets a number
    ['12.5', true],
    ['-0.25', true],
    ['0', true],
    ['123456789012345', true],
    // More digits than it keeps, digits it would drop, and what is no plain decimal.
    ['1234567890123456', false],
    ['12.50', false],
    ['001', false],
    ['95%', false],
    ['', false],
  ])('a number column hands %j out as a number: %s, and it comes back as it was', (text, isNumber) => {
    const written = writeHtmlTable([[{ text, isNumber: true }, text]])
    expect(written.match(/mso-number-format/g)).toHaveLength(isNumber ? 1 : 2)
    expect(html(written)).toEqual([[text, text]])
  })

  test('merged cells come back merged', () => {
    const table = readHtmlTable(
      writeHtmlTable([[{ text: '产出', rowSpan: 2 }, 'a'], ['b'], [{ text: '合计', columnSpan: 2 }]]),
    )!
    expect(table.rows.map((row) => row.map((each) => each.text))).toEqual([
      ['产出', 'a'],
      ['产出', 'b'],
      ['合计', '合计'],
    ])
  })
})

describe('text in which a table was drawn', () => {
  test.each<[string, string[], string[][]]>([
    [
      'by spaces',
      [
        '项目绩效指标表',
        '一级指标    二级指标    分值',
        '产出        数量指标    40',
        '            质量指标    20',
        '注：无',
      ],
      [
        ['项目绩效指标表', '', ''],
        ['一级指标', '二级指标', '分值'],
        ['产出', '数量指标', '40'],
        ['', '质量指标', '20'],
        ['注：无', '', ''],
      ],
    ],
    [
      'by full-width spaces',
      ['指标　　分值', '产出　　60', '效益　　40'],
      [
        ['指标', '分值'],
        ['产出', '60'],
        ['效益', '40'],
      ],
    ],
    [
      'by bars',
      ['| 指标 | 分值 |', '|------|-----:|', '| 产出, 数量 | 60 |'],
      [
        ['指标', '分值'],
        ['产出, 数量', '60'],
      ],
    ],
    [
      'in a frame',
      ['┌────┬────┐', '│指标│分值│', '├────┼────┤', '│产出│60  │', '└────┴────┘'],
      [
        ['指标', '分值'],
        ['产出', '60'],
      ],
    ],
    [
      'a cell to a line, a row to a paragraph',
      ['\t一级指标', '\t二级指标', '\t指标值', '', '\t效能', '\t完成率', '\t100%', '', '\t', '\t水平', '\t靠前'],
      [
        ['一级指标', '二级指标', '指标值'],
        ['效能', '完成率', '100%'],
        ['', '水平', '靠前'],
      ],
    ],
    [
      'by commas after all',
      ['指标,评分标准', '产出,完成  得满分', '效益,按  比例'],
      [
        ['指标', '评分标准'],
        ['产出', '完成  得满分'],
        ['效益', '按  比例'],
      ],
    ],
  ])('%s', (_how, lines, expected) => {
    expect(textsOf(readPlainTable(lines.join('\n'))!)).toEqual(expected)
  })
})
