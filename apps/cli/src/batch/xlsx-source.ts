import { createHash } from 'node:crypto'
import { numberLooks, SharedTexts, type SheetPart, SheetRows, sheetParts } from '@yardstick/exchange/read/xlsx-rows'
import { readHeads, type TableHeads } from '@yardstick/exchange/submission-table'
import type { Mapping, Scheme } from '@yardstick/model'
import type { Piece } from './job.ts'
import type { Cursor } from './text-pieces.ts'
import { headOf, type OpenFile, type Source } from './text-source.ts'
import { utf8 } from './utf8.ts'
import { ZipFile } from './zip-file.ts'

const FIRST_ROWS = 40
const COMMA = 0x2c
/** Characters of rows that go to a thread together. */
const PIECE = 1 << 17
/** What of a workbook is held: its shared texts; and what a single row may be. */
const MOST_SHARED = 150_000_000
const MOST_ROW = 4_000_000

/** A workbook whose sheets are gone through row by row. */
export class XlsxFile {
  private texts: readonly string[] | undefined

  private constructor(
    private readonly file: OpenFile,
    private readonly zip: ZipFile,
    readonly sheets: readonly SheetPart[],
    private readonly is1904: boolean,
    private readonly looks: ReturnType<typeof numberLooks>,
  ) {}

  /** Undefined for what cannot be read so: no zip, locked, of before 2007. */
  static async open(file: OpenFile): Promise<XlsxFile | undefined> {
    const zip = await ZipFile.open(file)
    const workbook = await zip?.small('xl/workbook.xml')
    const relations = await zip?.small('xl/_rels/workbook.xml.rels')
    if (zip === undefined || workbook === undefined || relations === undefined) return undefined
    const { sheets, is1904 } = sheetParts(workbook, relations)
    const looks = numberLooks((await zip.small('xl/styles.xml')) ?? '')
    return new XlsxFile(file, zip, sheets, is1904, looks)
  }

  /** The first rows of a sheet, in their places. */
  async firstRows(sheet: SheetPart): Promise<string[][]> {
    const rows: string[][] = []
    for await (const { number, cells } of this.rows(sheet)) {
      if (number > FIRST_ROWS) break
      while (rows.length < number - 1) rows.push([])
      rows.push([...cells])
    }
    return rows
  }

  /** The first sheet that is not hidden and has heads in its first rows. */
  async table(
    scheme: Scheme,
    mapping: Mapping | undefined,
  ): Promise<{ sheet: SheetPart; heads: TableHeads } | undefined> {
    for (const sheet of this.sheets) {
      if (sheet.isHidden) continue
      const heads = readHeads(await this.firstRows(sheet), scheme, mapping)
      if (heads !== undefined) return { sheet, heads }
    }
    return undefined
  }

  async source({ sheet, heads }: { sheet: SheetPart; heads: TableHeads }, period: string): Promise<Source> {
    const { handle, size } = this.file
    const { mtimeMs } = await handle.stat()
    const counter = { total: undefined as number | undefined }
    return {
      form: { kind: 'table', heads, separator: COMMA, period },
      start: { offset: heads.row + 1, row: heads.row + 1 },
      isSmall: size < SMALL,
      share: ({ row }) => (counter.total === undefined ? 0 : Math.min(1, row / Math.max(1, counter.total))),
      pieces: (from) => this.pieces(sheet, from, counter),
      fingerprint: [
        size,
        mtimeMs,
        createHash('sha256')
          .update(await headOf(this.file, 1 << 16))
          .digest('hex'),
        sheet.path,
      ],
      close: () => handle.close(),
    }
  }

  /** Rows as CSV, so that all that comes behind knows one form only; rows that are left out in the sheet are empty ones. */
  private async *pieces(sheet: SheetPart, from: Cursor, counter: { total: number | undefined }): AsyncGenerator<Piece> {
    let lines: string[] = []
    let length = 0
    let row = from.row
    let first = row + 1
    const piece = (): Piece => {
      const made = {
        bytes: utf8(lines.join('')),
        encoding: 'utf-8',
        firstRow: first,
        rows: row - first + 1,
        end: row,
      } as const
      lines = []
      length = 0
      first = row + 1
      return made
    }
    for await (const { number, cells } of this.rows(sheet, counter)) {
      if (number <= row) continue
      const line = `${'\n'.repeat(number - row - 1)}${cells.map(quoted).join(',')}\n`
      lines.push(line)
      length += line.length
      row = number
      if (length >= PIECE) yield piece()
    }
    if (lines.length > 0) yield piece()
    // Only now is it known that there is no more.
    counter.total = row
  }

  private async *rows(sheet: SheetPart, counter?: { total: number | undefined }) {
    const reader = new SheetRows(await this.sharedTexts(), this.looks, this.is1904)
    for await (const text of unbroken(this.zip.text(sheet.path))) {
      yield* reader.push(text)
      if (counter !== undefined) counter.total ??= reader.total
      if (reader.waiting > MOST_ROW) throw new BrokenWorkbook()
    }
  }

  private async sharedTexts(): Promise<readonly string[]> {
    if (this.texts !== undefined) return this.texts
    const reader = new SharedTexts()
    let length = 0
    for await (const text of unbroken(this.zip.text('xl/sharedStrings.xml'))) {
      reader.push(text)
      length += text.length
      if (length > MOST_SHARED || reader.waiting > MOST_ROW) throw new BrokenWorkbook()
    }
    this.texts = reader.texts
    return reader.texts
  }
}

const SMALL = 1 << 16

/** A workbook that cannot be unpacked, or would become larger than any that people fill in. */
export class BrokenWorkbook extends Error {}

async function* unbroken(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* pieces
  } catch (error) {
    const isPacked = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
    throw isPacked ? new BrokenWorkbook() : error
  }
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
