import { Exact } from '@yardstick/model'
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  type IFontAttributesProperties,
  type IParagraphStyleOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { ChartRun } from 'docx/charts'
import {
  cellText,
  type DocumentBlock,
  type DocumentCell,
  type DocumentChart,
  type DocumentPart,
  type DocumentTable,
  type TextDocument,
} from '../render/document.ts'
import { settleZip } from './settle-zip.ts'

/**
 * The door to docx, which makes the file. A4 with the margins and fonts of official documents: 方正小标宋简体 for the title,
 * 黑体, 楷体_GB2312 and 仿宋_GB2312 below it, by name only, since nobody may hand these fonts on; a machine without them
 * substitutes. Header rows stand again on every page, merged cells are merged, charts are drawn by the program that opens
 * the file and can be edited there. The same document makes the same bytes.
 */
export async function writeDocument(document: TextDocument): Promise<Uint8Array> {
  const look = LOOKS[document.language]
  const file = new Document({
    title: plain(document.title),
    creator: CREATOR,
    styles: {
      default: {
        document: {
          run: { font: fonts(FANGSONG), size: look.body, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        },
      },
      paragraphStyles: paragraphStyles(look),
    },
    sections: document.parts.map((part, at) => section(part, at, document, look)),
  })
  const overrides = [{ path: 'docProps/core.xml', data: coreProperties(document) }]
  return settleZip(await Packer.pack(file, 'uint8array', false, overrides))
}

const CREATOR = 'Yardstick 标尺'

const FANGSONG = '仿宋_GB2312'
const HEITI = '黑体'
const KAITI = '楷体_GB2312'
const XIAOBIAOSONG = '方正小标宋简体'
const fonts = (eastAsia: string): IFontAttributesProperties => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
})

/** Sizes in half-points, distances in twentieths of a point. */
interface Look {
  readonly title: number
  readonly formTitle: number
  readonly body: number
  readonly note: number
  readonly tableWide: number
  readonly table: number
  readonly foot: number
  /** 黑体 is bold by itself. */
  readonly heading: { readonly bold?: true }
  /** Of a line of text, exactly; undefined lets the font decide. */
  readonly line: number | undefined
  /** Of a paragraph, in characters. */
  readonly firstLine: number
}
const LOOKS: { readonly [L in TextDocument['language']]: Look } = {
  // 二号, 三号, 小四, 小五, 五号: the sizes of official documents, 28 points a line.
  zh: {
    title: 44,
    formTitle: 36,
    body: 32,
    note: 24,
    tableWide: 18,
    table: 21,
    foot: 16,
    heading: {},
    line: 560,
    firstLine: 2,
  },
  en: {
    title: 40,
    formTitle: 32,
    body: 24,
    note: 20,
    tableWide: 17,
    table: 20,
    foot: 16,
    heading: { bold: true },
    line: undefined,
    firstLine: 0,
  },
}

function paragraphStyles(look: Look): IParagraphStyleOptions[] {
  const line = look.line === undefined ? {} : { line: look.line, lineRule: LineRuleType.EXACTLY }
  // In characters for Word, as a length for programs that do not count in them.
  const indent =
    look.firstLine === 0
      ? {}
      : { indent: { firstLine: look.firstLine * look.body * 10, firstLineChars: look.firstLine * 100 } }
  // The level is what the navigation of a word processor and a table of contents go by.
  const heading = (level: 1 | 2 | 3 | 4, font: string, more: { bold?: boolean } = {}): IParagraphStyleOptions => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    basedOn: 'Normal',
    next: STYLES.paragraph,
    quickFormat: true,
    run: { font: fonts(font), size: look.body, color: '000000', ...more },
    paragraph: { outlineLevel: level - 1, spacing: { before: 120, ...line }, keepNext: true, ...indent },
  })
  const centred = { alignment: AlignmentType.CENTER }
  return [
    {
      id: 'ReportTitle',
      name: 'Report title',
      basedOn: 'Normal',
      run: { font: fonts(XIAOBIAOSONG), size: look.title },
      paragraph: { ...centred, spacing: { before: 4000, after: 2400 } },
    },
    {
      id: 'FormTitle',
      name: 'Form title',
      basedOn: 'Normal',
      run: { font: fonts(XIAOBIAOSONG), size: look.formTitle },
      paragraph: { ...centred, spacing: { after: 120 } },
    },
    {
      id: 'ReportSubtitle',
      name: 'Report subtitle',
      basedOn: 'Normal',
      run: { font: fonts(FANGSONG), size: look.body },
      paragraph: { ...centred, spacing: { before: 200, after: 200 } },
    },
    heading(1, HEITI, look.heading),
    heading(2, KAITI, { bold: true }),
    heading(3, FANGSONG, { bold: true }),
    heading(4, FANGSONG),
    {
      id: 'ReportText',
      name: 'Report text',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 60, ...line }, ...indent },
    },
    { id: 'ReportNote', name: 'Report note', basedOn: 'Normal', run: { size: look.note }, paragraph: { ...indent } },
    {
      id: 'ReportCaption',
      name: 'Report caption',
      basedOn: 'Normal',
      run: { font: fonts(HEITI), size: look.note },
      paragraph: { ...centred, keepNext: true, spacing: { before: 240, after: 80 } },
    },
    {
      id: 'ReportSignature',
      name: 'Report signature',
      basedOn: 'Normal',
      // Together on one page, a little in from the edge, as a letter is signed.
      paragraph: {
        alignment: AlignmentType.RIGHT,
        keepNext: true,
        keepLines: true,
        spacing: { before: 240, ...line },
        indent: { right: look.body * 20 },
      },
    },
    { id: 'ReportTable', name: 'Report table', basedOn: 'Normal', run: { size: look.table } },
  ]
}

/** Millimetres in twentieths of a point. */
const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4)
const A4 = { width: mm(210), height: mm(297) }
const MARGINS = {
  portrait: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
  form: { top: mm(20), bottom: mm(20), left: mm(18), right: mm(18) },
  landscape: { top: mm(25), bottom: mm(22), left: mm(20), right: mm(20) },
}

function section(part: DocumentPart, at: number, document: TextDocument, look: Look): ISectionOptions {
  const isWide = part.shape === 'landscape'
  const margin = MARGINS[part.shape === 'cover' ? 'portrait' : part.shape]
  const width = (isWide ? A4.height : A4.width) - margin.left - margin.right
  const isFirstCounted = part.shape !== 'cover' && (at === 0 || document.parts[at - 1]?.shape === 'cover')
  return {
    properties: {
      page: {
        size: { ...A4, orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin,
        ...(isFirstCounted ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    footers: {
      default: part.shape === 'cover' ? new Footer({ children: [new Paragraph('')] }) : footer(document, look),
    },
    children: part.blocks.flatMap((block) =>
      blockChildren(block, { width, isWide, isCover: part.shape === 'cover', look }),
    ),
  }
}

function footer({ foot }: TextDocument, look: Look): Footer {
  const small = (text: string) => new TextRun({ text: plain(text), size: look.foot, color: '595959' })
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: look.note })],
      }),
      ...foot.map((text) => new Paragraph({ alignment: AlignmentType.CENTER, children: [small(text)] })),
    ],
  })
}

interface Room {
  readonly width: number
  readonly isWide: boolean
  readonly isCover: boolean
  readonly look: Look
}

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const
const STYLES = {
  subtitle: 'ReportSubtitle',
  paragraph: 'ReportText',
  note: 'ReportNote',
  caption: 'ReportCaption',
  signature: 'ReportSignature',
} as const

function blockChildren(block: DocumentBlock, room: Room): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], text: plain(block.text) })]
    case 'place':
      return [
        new Paragraph({
          style: room.isCover ? STYLES.subtitle : STYLES.paragraph,
          children: [new TextRun({ text: plain(block.text), highlight: 'yellow' })],
        }),
      ]
    case 'table':
      // A table needs a paragraph behind it, or it grows together with the next one.
      return [table(block.table, room), new Paragraph({ style: 'ReportTable', text: '' })]
    case 'chart':
      return [new Paragraph({ alignment: AlignmentType.CENTER, children: [chart(block.chart)] })]
    case 'title': {
      const runs = lines(block.text).map((text, at) => new TextRun(at === 0 ? { text } : { text, break: 1 }))
      return [new Paragraph({ style: room.isCover ? 'ReportTitle' : 'FormTitle', children: runs })]
    }
    default: {
      const style = STYLES[block.kind]
      return lines(block.text).map((text) => new Paragraph({ style, text }))
    }
  }
}

function table({ columns, rows, merges, headerRows }: DocumentTable, { width, isWide, look }: Room): Table {
  const whole = columns.reduce((sum, each) => sum + each, 0)
  const widths = columns.map((each) => Math.floor((each / whole) * width))
  const size = isWide ? look.tableWide : look.table
  const blockAt = new Map(merges.map((block) => [`${block.row},${block.column}`, block]))
  const covered = new Set(
    merges.flatMap(({ row, column, rowSpan, columnSpan }) =>
      Array.from({ length: rowSpan * columnSpan }, (_, at) => at)
        .slice(1)
        .map((at) => `${row + Math.floor(at / columnSpan)},${column + (at % columnSpan)}`),
    ),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 60, right: 60, top: 20, bottom: 20 },
    alignment: AlignmentType.CENTER,
    rows: rows.map(
      (line, row) =>
        new TableRow({
          tableHeader: row < headerRows,
          cantSplit: true,
          children: line.flatMap((cell, column) => {
            const at = `${row},${column}`
            return covered.has(at) ? [] : [tableCell(cell, blockAt.get(at), size)]
          }),
        }),
    ),
  })
}

function tableCell(
  cell: DocumentCell | null,
  block: DocumentTable['merges'][number] | undefined,
  size: number,
): TableCell {
  const { alignment, font, fill, bold } = CELLS[cell?.look ?? 'text']
  const run = { size, ...(font === undefined ? {} : { font: fonts(font) }), ...(bold === true ? { bold } : {}) }
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    ...(fill === undefined ? {} : { shading: { type: 'clear', color: 'auto', fill } }),
    ...(block === undefined || block.rowSpan === 1 ? {} : { rowSpan: block.rowSpan }),
    ...(block === undefined || block.columnSpan === 1 ? {} : { columnSpan: block.columnSpan }),
    children: lines(cell === null ? '' : cellText(cell)).map(
      (text) => new Paragraph({ style: 'ReportTable', alignment, children: [new TextRun({ text, ...run })] }),
    ),
  })
}

interface CellStyle {
  readonly alignment: (typeof AlignmentType)[keyof typeof AlignmentType]
  readonly font?: string
  readonly fill?: string
  readonly bold?: true
}
const CELLS: { readonly [L in DocumentCell['look']]: CellStyle } = {
  title: { alignment: AlignmentType.CENTER, font: XIAOBIAOSONG },
  plain: { alignment: AlignmentType.LEFT },
  header: { alignment: AlignmentType.CENTER, font: HEITI, fill: 'F2F2F2' },
  text: { alignment: AlignmentType.LEFT },
  figure: { alignment: AlignmentType.CENTER },
  sum: { alignment: AlignmentType.CENTER, bold: true, fill: 'F2F2F2' },
  aside: { alignment: AlignmentType.CENTER },
}

/** Bars lie, so that names of any length have room; the first stands on top. A share becomes a length here, no figure. */
function chart({ title, series, bars }: DocumentChart): ChartRun {
  const shares = bars.map(({ share }) => Number(Exact.of(share).toFixed(6)))
  return new ChartRun({
    type: 'bar',
    title: { text: plain(title), font: { size: 12, bold: false } },
    legend: false,
    font: { name: FANGSONG },
    categories: bars.map(({ name }) => plain(name)),
    series: [{ name: plain(series), values: shares, color: '4472C4' }],
    gapWidth: 80,
    categoryAxis: { reverseOrder: true },
    // The labels say the shares, and need room behind the longest bar.
    valueAxis: { minimum: 0, maximum: 1.15 * Math.max(1, ...shares), visible: false, gridlines: false },
    dataLabels: { value: true, numberFormat: '0.00%' },
    transformation: { width: 560, height: Math.min(120 + bars.length * 36, 480) },
  })
}

function coreProperties({ title, madeAt = FIRST_TIME }: TextDocument): string {
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escaped(madeAt)}</dcterms:${name}>`
  return `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="${OPEN}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(plain(title))}</dc:title><dc:creator>${CREATOR}</dc:creator><cp:lastModifiedBy>${CREATOR}</cp:lastModifiedBy><cp:revision>1</cp:revision>${time('created')}${time('modified')}</cp:coreProperties>`
}

const OPEN = 'http://schemas.openxmlformats.org'
/** That of the zip's entries too. */
const FIRST_TIME = '1980-01-01T00:00:00Z'

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const lines = (text: string) => plain(text).split('\n')

/** What XML can hold. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
}
