import { isUtf8 } from 'node:buffer'
import { readTableRow, rowCells, rowEnd } from '@yardstick/exchange/submission-table'
import { type Issue, issue, type Result, readJson, type Submission } from '@yardstick/model'
import { toDocument } from '../read/read-document.ts'
import { type Mapped, mappedBy } from '../read/read-mapping.ts'
import { decode, tooLarge } from '../read/read-text.ts'
import type { Piece, ScoringJob } from './job.ts'
import { utf8 } from './utf8.ts'

/** A row of the data as a submission, or why it is none. */
export interface PieceRow {
  readonly number: number
  readonly submission: Result<Submission>
  /** Of a table: its cells as they were written. */
  readonly cells: readonly string[]
}

const NEWLINE = 0x0a

/** The rows of a piece one by one; empty ones are left out. */
export class PieceReader {
  private readonly mapped: Mapped

  constructor(private readonly job: ScoringJob) {
    this.mapped = mappedBy(job.mapping, job.scheme)
  }

  *rows(piece: Piece): Generator<PieceRow> {
    if (piece.tooLong !== undefined) {
      const issues = [tooLarge(piece.tooLong)]
      yield { number: piece.firstRow, submission: { ok: false, issues }, cells: [] }
    } else if (this.job.data.kind === 'ndjson') yield* this.lines(piece)
    else yield* this.tableRows(piece)
  }

  private *lines({ bytes, firstRow }: Piece): Generator<PieceRow> {
    let number = firstRow
    for (let from = 0; from < bytes.length; number++) {
      const at = bytes.indexOf(NEWLINE, from)
      const end = at < 0 ? bytes.length : at
      const text = decode(bytes.subarray(from, end))
      from = end + 1
      if (!text.ok) yield { number, submission: text, cells: [] }
      else if (text.value.trim() !== '') yield { number, submission: this.submissionIn(text.value), cells: [] }
    }
  }

  private submissionIn(text: string): Result<Submission> {
    const json = readJson(text)
    const said = json.ok ? toDocument('submission', json.value) : json
    return said.ok ? this.mapped(said.value) : said
  }

  private *tableRows(piece: Piece): Generator<PieceRow> {
    const { data } = this.job
    if (data.kind !== 'table') return
    const bytes = inUtf8(piece)
    let number = piece.firstRow
    for (let from = 0; from < bytes.length; number++) {
      const end = rowEnd(bytes, from, bytes.length, data.separator, true)
      const row = this.tableRow(number, bytes, from, end)
      if (row !== undefined) yield row
      from = end
    }
  }

  /** Undefined for a row with nothing in it. */
  tableRow(number: number, bytes: Uint8Array, from: number, end: number): PieceRow | undefined {
    const { data, scheme, mapping, language } = this.job
    if (data.kind !== 'table') return undefined
    const cells = rowCells(bytes, from, end, data.separator)
    if (cells.every((text) => text.trim() === '')) return undefined
    if (!isUtf8(bytes.subarray(from, end))) {
      return { number, submission: { ok: false, issues: [wrongBytes(bytes, from, end)] }, cells }
    }
    const context = { heads: data.heads, scheme, period: data.period, ...(mapping === undefined ? {} : { mapping }) }
    const whose = language === 'zh' ? `第${number}行` : `Row ${number}`
    return { number, submission: readTableRow(cells, context, whose), cells }
  }
}

/** What was asked of the encoding when the file was opened holds for each of its pieces. */
export function inUtf8({ bytes, encoding }: Piece): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return bytes
  return utf8(new TextDecoder('gb18030').decode(bytes))
}

function wrongBytes(bytes: Uint8Array, from: number, end: number): Issue {
  const row = decode(bytes.subarray(from, end))
  return row.ok ? issue('FILE_ENCODING', {}) : row.issues[0]!
}
