import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { readHeads, rowCells, rowEnd, separatorOf, type TableHeads } from '@yardstick/exchange/submission-table'
import type { Mapping, Scheme } from '@yardstick/model'
import type { DataForm, Piece } from './job.ts'
import { inUtf8 } from './piece-rows.ts'
import { type Cursor, Encoding, type TextFile, textPieces } from './text-pieces.ts'

/** Data that are gone through piece by piece, as often as it takes, from any place where a piece ended. */
export interface Source {
  readonly form: DataForm
  /** Behind the heads. */
  readonly start: Cursor
  /** How much of it is done, 0 to 1. */
  share(cursor: Cursor): number
  pieces(from: Cursor, buffers: ArrayBuffer[]): AsyncGenerator<Piece>
  /** One piece: done before a thread has begun. */
  readonly isSmall: boolean
  /** What tells these data from others, or from what they were before. */
  readonly fingerprint: readonly unknown[]
  close(): Promise<void>
}

/** An open file with its size. */
export interface OpenFile {
  readonly handle: FileHandle
  readonly size: number
}

/** Lines of submissions: small pieces, since a line is some kilobytes and may be slow to score. */
const LINES_BYTES = 1 << 17
const TABLE_BYTES = 1 << 19
const HEAD_BYTES = 1 << 20

export async function linesSource(file: OpenFile): Promise<Source> {
  return textSource(file, { kind: 'ndjson' }, { offset: 0, row: 0 }, { separator: undefined }, LINES_BYTES)
}

/** A CSV whose heads have been found. */
export async function csvSource(file: OpenFile, head: CsvHead, period: string): Promise<Source> {
  return textSource(
    file,
    { kind: 'table', heads: head.heads, separator: head.separator, period },
    head.start,
    head,
    TABLE_BYTES,
  )
}

async function textSource(
  file: OpenFile,
  form: DataForm,
  start: Cursor,
  text: Pick<TextFile, 'separator' | 'encoding'>,
  most: number,
): Promise<Source> {
  const { handle, size } = file
  const { mtimeMs } = await handle.stat()
  return {
    form,
    start,
    isSmall: size <= most,
    share: ({ offset }) => (size === 0 ? 1 : offset / size),
    pieces: (from, buffers) => textPieces({ handle, size, ...text }, from, { most, buffers }),
    fingerprint: [
      size,
      mtimeMs,
      createHash('sha256')
        .update(await headOf(file, 1 << 16))
        .digest('hex'),
    ],
    close: () => handle.close(),
  }
}

export interface CsvHead {
  readonly heads: TableHeads
  readonly separator: number
  readonly encoding: Piece['encoding'] | undefined
  readonly start: Cursor
}

/** The first rows of a CSV, in which heads are looked for. */
export interface CsvStart {
  readonly rows: readonly (readonly string[])[]
  /** Behind each of them. */
  readonly ends: readonly number[]
  readonly separator: number
  readonly encoding: Piece['encoding'] | undefined
}

const FIRST_ROWS = 40

export async function csvStart(file: OpenFile): Promise<CsvStart> {
  const bytes = await headOf(file, HEAD_BYTES)
  const isLast = bytes.length === file.size
  const separator = separatorOf(bytes)
  const encoding = new Encoding()
  const rows: string[][] = []
  const ends: number[] = []
  for (let from = 0; from < bytes.length && rows.length < FIRST_ROWS; ) {
    const end = rowEnd(bytes, from, bytes.length, separator, isLast)
    if (end < 0) break
    const row = bytes.subarray(from, end)
    const text = inUtf8({ bytes: row, encoding: encoding.of(row), firstRow: 0, rows: 1, end })
    const cells = rowCells(text, 0, text.length, separator)
    rows.push(rows.length === 0 ? [cells[0]!.replace(/^\u{FEFF}/u, ''), ...cells.slice(1)] : cells)
    ends.push(end)
    from = end
  }
  return { rows, ends, separator, encoding: encoding.known }
}

/** Undefined where no row names anything of the scheme. */
export function csvHead(start: CsvStart, scheme: Scheme, mapping: Mapping | undefined): CsvHead | undefined {
  const heads = readHeads(start.rows, scheme, mapping)
  if (heads === undefined) return undefined
  const { separator, encoding } = start
  return { heads, separator, encoding, start: { offset: start.ends[heads.row]!, row: heads.row + 1 } }
}

/** The first bytes of a file. */
export async function headOf({ handle, size }: OpenFile, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(Math.min(most, size))
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}
