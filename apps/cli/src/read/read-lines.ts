import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { type Json, type Result, readJson } from '@yardstick/model'
import { decode, MAX_BYTES, tooLarge } from './read-text.ts'

/** One line of an ndjson file; `end` is the offset behind it. */
export interface Line {
  readonly number: number
  readonly end: number
  readonly json: Result<Json>
}

/**
 * The lines of an ndjson file, one at a time, so that a file of any length takes the memory of its longest line. Empty
 * lines are counted and left out; a line beyond 50 MB is an issue and what is left of it is skipped. The file may be gone
 * through several times; what is written behind `size` meanwhile is not read.
 */
export async function* readLines({ handle, size }: { handle: FileHandle; size: number }): AsyncGenerator<Line> {
  if (size === 0) return
  let number = 0
  let end = 0
  let pieces: Buffer[] = []
  let length = 0
  const take = (): Line | undefined => {
    number++
    const kept = pieces
    const size = length
    pieces = []
    length = 0
    if (size > MAX_BYTES) return { number, end, json: { ok: false, issues: [tooLarge(size)] } }
    const text = decode(Buffer.concat(kept))
    if (!text.ok) return { number, end, json: text }
    return text.value.trim() === '' ? undefined : { number, end, json: readJson(text.value) }
  }
  const add = (piece: Buffer) => {
    length += piece.length
    if (length <= MAX_BYTES) pieces.push(piece)
    else pieces = []
  }
  const stream = createReadStream('', { fd: handle, autoClose: false, start: 0, end: size - 1 })
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, at))
      end += at + 1 - from
      from = at + 1
      const line = take()
      if (line !== undefined) yield line
    }
    add(chunk.subarray(from))
    end += chunk.length - from
  }
  const last = length > 0 ? take() : undefined
  if (last !== undefined) yield last
}

const NEWLINE = 0x0a
