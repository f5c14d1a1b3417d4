import { isAscii, isUtf8 } from 'node:buffer'
import type { FileHandle } from 'node:fs/promises'
import { QUOTE, rowEnd } from '@yardstick/exchange/submission-table'
import { MAX_BYTES } from '../read/read-text.ts'
import type { Piece } from './job.ts'

/** A place in a file behind a whole row: its offset, and how many rows stand before it. */
export interface Cursor {
  readonly offset: number
  readonly row: number
}

/** A text file of rows. */
export interface TextFile {
  readonly handle: FileHandle
  readonly size: number
  /** Between cells, where rows may have line breaks in quotes; undefined where a row is a line. */
  readonly separator: number | undefined
  /** Where its first rows told. */
  readonly encoding?: Piece['encoding'] | undefined
}

const NEWLINE = 0x0a

/**
 * The rows of a file in pieces of some hundred kilobytes, each cut behind a row: a file of any length takes the memory of a
 * few of them. A row beyond 50 MB comes as a piece of its own without its bytes.
 *
 * buffers  from pieces that were done with, to be used again
 */
export async function* textPieces(
  file: TextFile,
  from: Cursor,
  { most, buffers }: { readonly most: number; readonly buffers: ArrayBuffer[] },
): AsyncGenerator<Piece> {
  const { handle, size, separator } = file
  const encoding = new Encoding(file.encoding)
  let { offset, row } = from
  let buffer = buffers.pop() ?? new ArrayBuffer(most)
  let filled = 0
  while (offset + filled < size) {
    const view = new Uint8Array(buffer)
    // One byte is left for the line break that the last row may lack.
    const room = Math.min(view.length - 1 - filled, size - offset - filled)
    const { bytesRead } = await handle.read(view, filled, room, offset + filled)
    // Somebody cut the file short meanwhile.
    if (bytesRead === 0) break
    filled += bytesRead
    const isLast = offset + filled >= size
    if (!isLast && filled < view.length - 1) continue
    const { end, rows } = wholeRows(view, filled, separator, isLast)
    if (end === 0) {
      if (view.length < MAX_BYTES) {
        buffer = grown(buffer, filled)
        continue
      }
      const behind = await behindLine(handle, offset + filled, size)
      yield { ...NOTHING, firstRow: row + 1, rows: 1, end: behind, tooLong: behind - offset }
      row++
      offset = behind
      filled = 0
      continue
    }
    const next = buffers.pop() ?? new ArrayBuffer(most)
    const rest = filled - end
    new Uint8Array(next).set(view.subarray(end, filled))
    let length = end
    if (view[end - 1] !== NEWLINE) view[length++] = NEWLINE
    const bytes = new Uint8Array(buffer, 0, length)
    yield { bytes, encoding: encoding.of(bytes), firstRow: row + 1, rows, end: offset + end }
    row += rows
    offset += end
    buffer = next
    filled = rest
  }
}

const NOTHING = { bytes: new Uint8Array(0), encoding: 'utf-8' as const }

function wholeRows(bytes: Uint8Array, to: number, separator: number | undefined, isLast: boolean) {
  // Where nothing is quoted, a row of cells is a line, and lines are found without looking at each byte here.
  const isLines = separator === undefined || !bytes.subarray(0, to).includes(QUOTE)
  let end = 0
  let rows = 0
  while (end < to) {
    const next = isLines ? lineEnd(bytes, end, to, isLast) : rowEnd(bytes, end, to, separator, isLast)
    if (next < 0) break
    end = next
    rows++
  }
  return { end, rows }
}

function lineEnd(bytes: Uint8Array, from: number, to: number, isLast: boolean): number {
  const at = bytes.indexOf(NEWLINE, from)
  return at >= 0 && at < to ? at + 1 : isLast ? to : -1
}

function grown(buffer: ArrayBuffer, filled: number): ArrayBuffer {
  const larger = new ArrayBuffer(Math.min(buffer.byteLength * 2, MAX_BYTES))
  new Uint8Array(larger).set(new Uint8Array(buffer, 0, filled))
  return larger
}

/** Where the line ends that is too long to be held. */
async function behindLine(handle: FileHandle, from: number, size: number): Promise<number> {
  const bytes = new Uint8Array(1 << 20)
  for (let offset = from; offset < size; offset += bytes.length) {
    const { bytesRead } = await handle.read(bytes, 0, Math.min(bytes.length, size - offset), offset)
    const at = bytes.subarray(0, bytesRead).indexOf(NEWLINE)
    if (at >= 0) return offset + at + 1
  }
  return size
}

/**
 * UTF-8, or GB 18030 where the first bytes beyond ASCII are not UTF-8. Once told it stays: a wrong byte in a UTF-8 file is an
 * issue of its row.
 */
export class Encoding {
  constructor(public known?: Piece['encoding']) {}

  of(bytes: Uint8Array): Piece['encoding'] {
    if (this.known === undefined && !isAscii(bytes)) this.known = isUtf8(bytes) ? 'utf-8' : 'gb18030'
    return this.known ?? 'utf-8'
  }
}
