import { CivilDate, Exact } from '@yardstick/model'
import {
  type Cell,
  type CellStyle,
  type DataValidation,
  type MergeRange,
  type WriteSheet,
  writeXlsx,
  writeXlsxStream,
} from 'hucre/xlsx'
import {
  type Block,
  type CellContent,
  type CellLook,
  type CellRule,
  columnLetters,
  type Workbook,
  type WorkbookCell,
  type WorkbookSheet,
} from '../render/workbook.ts'

/**
 * The door to hucre, which makes the file. Texts are typed as text, so that none is taken for a formula or a number;
 * formulas carry no value and the file asks to be reckoned when it is opened. A4 landscape, one page wide, with the
 * frozen rows on every page.
 */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const name = workbook.language === 'zh' ? '宋体' : 'Calibri'
  const bytes = await writeXlsx({
    sheets: workbook.sheets.map((sheet) => writeSheet(sheet, name)),
    properties: { title: plain(workbook.title), modified: new Date(workbook.madeAt ?? ZIP_EPOCH) },
    defaultFont: { name, size: FONT_SIZE },
  })
  return bytes
}

/**
 * A plain table of any length as an .xlsx file, piece by piece, in the memory of a few rows: heads that stay in sight, texts
 * as text and numbers as numbers. What is beyond the rows of one sheet goes on in the next, under the same heads.
 */
export async function* writeTable(
  rows: AsyncIterable<readonly (string | number)[]>,
  { name, heads }: { readonly name: string; readonly heads: readonly string[] },
): AsyncGenerator<Uint8Array> {
  const columns = heads.map((header) => ({
    header: plain(header),
    width: Math.min(40, Math.max(10, header.length * 2)),
  }))
  const stream = writeXlsxStream(plainRows(rows), { name, columns, freezePane: { rows: 1 } })
  const reader = stream.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
}

async function* plainRows(
  rows: AsyncIterable<readonly (string | number)[]>,
): AsyncGenerator<(string | number | null)[]> {
  for await (const row of rows) {
    yield row.map((cell) => (cell === '' ? null : typeof cell === 'string' ? plain(cell) : cell))
  }
}

const FONT_SIZE = 10
/** The time every entry of the file has; where none is handed in, so has the workbook. */
const ZIP_EPOCH = '1980-01-01T00:00:00Z'

function writeSheet(sheet: WorkbookSheet, font: string): WriteSheet {
  const width = sheet.columns.length
  const merged = new Map(sheet.merges.map((block) => [`${block.row},${block.column}`, block]))
  const cells = new Map<string, Partial<Cell>>()
  for (const [row, line] of sheet.rows.entries()) {
    for (const [column, cell] of line.entries()) {
      if (cell === null) continue
      cells.set(`${row},${column}`, writeCell(cell, font))
      // The whole of a merged block has its border, not its first cell alone.
      const block = merged.get(`${row},${column}`)
      if (block !== undefined)
        for (const key of coveredKeys(block)) cells.set(key, { value: null, style: styleOf(cell, font) })
    }
  }
  return {
    name: sheet.name,
    columns: sheet.columns.map((width, column) => ({ width, hidden: sheet.hiddenColumns?.includes(column) === true })),
    rows: sheet.rows.map(() => Array.from({ length: width }, () => null)),
    cells,
    rowDefs: new Map(
      sheet.rows.map((line, row) => {
        const height = rowHeight(line, row, sheet)
        return [row, sheet.hiddenRows?.includes(row) === true ? { height, hidden: true } : { height }]
      }),
    ),
    ...(sheet.isHidden === true ? { hidden: true } : {}),
    ...(sheet.isLocked === true ? { protection: { sheet: true, ...STILL_ALLOWED } } : {}),
    ...(sheet.rules === undefined ? {} : { dataValidations: sheet.rules.map(validation) }),
    merges: sheet.merges.filter((block) => block.rowSpan * block.columnSpan > 1).map(mergeRange),
    freezePane: sheet.frozen,
    conditionalRules: sheet.marked.map((block, index) => {
      const first = `${columnLetters(block.column)}${block.row + 1}`
      return {
        type: 'expression',
        priority: index + 1,
        formula: `ISNUMBER(${first})`,
        range: `${first}:${columnLetters(block.column + block.columnSpan - 1)}${block.row + block.rowSpan}`,
        style: { fill: solid('FFC7CE'), font: { color: { rgb: '9C0006' }, bold: true } },
      }
    }),
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.orientation ?? 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
      ...(sheet.frozen.rows === 0 ? {} : { printTitlesRow: `$1:$${sheet.frozen.rows}` }),
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  }
}

/** Of a locked sheet: what changes how it looks, not what it says. */
const STILL_ALLOWED = { formatCells: true, formatColumns: true, formatRows: true, autoFilter: true }

function validation({ block, allows, message, isStrict }: CellRule): DataValidation {
  const first = `${columnLetters(block.column)}${block.row + 1}`
  const range = `${first}:${columnLetters(block.column + block.columnSpan - 1)}${block.row + block.rowSpan}`
  const common = {
    range,
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    // Excel shows no more of a message.
    inputMessage: message.slice(0, 255),
    errorMessage: message.slice(0, 225),
    errorStyle: isStrict === true ? ('stop' as const) : ('warning' as const),
  }
  if ('choices' in allows) return { ...common, type: 'list', values: [...allows.choices] }
  if ('choicesAt' in allows) return { ...common, type: 'list', formula1: allows.choicesAt }
  if (allows.kind === 'day') return { ...common, type: 'date', operator: 'greaterThan', formula1: '1' }
  const type = allows.kind === 'whole' ? ('whole' as const) : ('decimal' as const)
  const end = (text: string) => String(nearestNumber(text))
  return {
    ...common,
    type,
    operator: 'between',
    formula1: end(allows.min ?? '-999999999999999'),
    formula2: end(allows.max ?? '999999999999999'),
  }
}

/**
 * High enough for the row's longest text, in points. Programs do not agree on fitting rows when they open a file, and none
 * fits merged cells; a cell that reaches over several rows is left out, since there is room in the others.
 */
function rowHeight(line: WorkbookSheet['rows'][number], row: number, sheet: WorkbookSheet): number {
  const { columns, merges, hiddenColumns = [] } = sheet
  let most = 1
  let size = FONT_SIZE
  for (const [column, cell] of line.entries()) {
    if (cell === null || !('text' in cell.content) || hiddenColumns.includes(column)) continue
    const block = merges.find((each) => each.row === row && each.column === column)
    if (block !== undefined && block.rowSpan > 1) continue
    const width = columns.slice(column, column + (block?.columnSpan ?? 1)).reduce((sum, each) => sum + each, 0)
    const isAlone = block === undefined && LOOKS[cell.look].hasBorder === false
    const lines = isAlone ? 1 : linesOf(cell.content.text, width)
    most = Math.max(most, lines)
    size = Math.max(size, LOOKS[cell.look].size ?? FONT_SIZE)
  }
  return Math.min(MOST_HEIGHT, Math.round(most * size * 1.35 + 4))
}

const MOST_HEIGHT = 409

/** How many lines a text takes in a column so many characters wide, in which a Chinese one takes two. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => {
    const characters = [...line].reduce((sum, letter) => sum + (letter > '\u{2E7F}' ? 2 : 1), 0)
    return lines + Math.max(1, Math.ceil((characters * 1.05) / (width - 1)))
  }, 0)
}

function* coveredKeys({ row, column, rowSpan, columnSpan }: Block): Generator<string> {
  for (let down = 0; down < rowSpan; down++) {
    for (let right = 0; right < columnSpan; right++) {
      if (down > 0 || right > 0) yield `${row + down},${column + right}`
    }
  }
}

function mergeRange({ row, column, rowSpan, columnSpan }: Block): MergeRange {
  return { startRow: row, startCol: column, endRow: row + rowSpan - 1, endCol: column + columnSpan - 1 }
}

function writeCell(cell: WorkbookCell, font: string): Partial<Cell> {
  const style = styleOf(cell, font)
  const { content } = cell
  if ('blank' in content) return { value: null, style }
  if ('formula' in content) return { formula: content.formula, type: 'formula', style }
  if ('number' in content) return { value: nearestNumber(content.number), type: 'number', style }
  if ('date' in content) {
    const day = excelDay(content.date)
    return day === undefined ? { value: content.date, type: 'string', style } : { value: day, type: 'number', style }
  }
  const text = plain(content.text)
  return text === '' ? { value: null, style } : { value: text, type: 'string', style }
}

/** Excel keeps the double next to an exact number. */
function nearestNumber(text: string): number {
  const value = Exact.fromText(text)
  if (value === undefined) throw new TypeError(`writeWorkbook: not a number: ${text.slice(0, 80)}`)
  return value.decimalDigits === undefined ? Number(value.toFixed(30)) : Number(value.toText())
}

/** Excel's number of a day; it has no days before 1900 and is off by one up to its 29 February 1900. */
function excelDay(text: string): number | undefined {
  const day = CivilDate.parse(text)?.dayNumber
  return day === undefined || day + 25_569 < 61 ? undefined : day + 25_569
}

/** What XML can hold, as long as a cell may be. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .slice(0, 32_767)
}

function styleOf({ content, look }: WorkbookCell, name: string): CellStyle {
  const { bold, size = FONT_SIZE, fill, hasBorder = true } = LOOKS[look]
  const isEnteredFigure = look === 'input' && isFigure(content)
  const horizontal = isEnteredFigure ? 'right' : LOOKS[look].horizontal
  return {
    font: { name, size, ...(bold === true ? { bold } : {}), ...(look === 'aside' ? { color: { rgb: '595959' } } : {}) },
    alignment: { wrapText: true, vertical: 'center', horizontal },
    ...(fill === undefined ? {} : { fill: solid(fill) }),
    ...(hasBorder ? { border: { top: LINE, right: LINE, bottom: LINE, left: LINE } } : {}),
    ...(look === 'input' ? { protection: { locked: false } } : {}),
    ...numberFormat(content),
  }
}

function isFigure(content: CellContent): boolean {
  return 'number' in content || ('blank' in content && typeof content.blank === 'object')
}

function numberFormat(content: CellContent): Pick<CellStyle, 'numFmt'> {
  if ('text' in content) return { numFmt: '@' }
  if ('blank' in content) {
    const { blank } = content
    if (blank === 'text') return { numFmt: '@' }
    return numberFormat(blank === 'date' ? { date: '' } : { number: '0', ...blank })
  }
  if ('date' in content || ('isDate' in content && content.isDate === true)) return { numFmt: 'yyyy-mm-dd' }
  if ('percent' in content && content.percent !== undefined) {
    return { numFmt: content.percent === 0 ? '0%' : `0.${'0'.repeat(content.percent)}%` }
  }
  if ('grouped' in content && content.grouped !== undefined) {
    return { numFmt: content.grouped === 0 ? '#,##0' : `#,##0.${'0'.repeat(content.grouped)}` }
  }
  return {}
}

interface Look {
  readonly bold?: true
  readonly size?: number
  readonly fill?: string
  readonly horizontal: 'left' | 'center' | 'right'
  readonly hasBorder?: false
}

const LOOKS: { readonly [L in CellLook]: Look } = {
  title: { bold: true, size: 16, horizontal: 'center', hasBorder: false },
  plain: { horizontal: 'left', hasBorder: false },
  header: { bold: true, fill: 'DDEBF7', horizontal: 'center' },
  text: { horizontal: 'left' },
  figure: { horizontal: 'right' },
  sum: { bold: true, fill: 'F2F2F2', horizontal: 'right' },
  aside: { horizontal: 'center' },
  input: { fill: 'FFFBE6', horizontal: 'left' },
  section: { bold: true, fill: 'F2F2F2', horizontal: 'left' },
}

const LINE = { style: 'thin', color: { rgb: 'A6A6A6' } } as const
const solid = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const
