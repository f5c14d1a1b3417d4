import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { syncTree } from '../pglite/sync-tree.ts'
import { BackupBroken } from './restore-lines.ts'

/**
 * Writes lines into a file that is there when it is whole, and on disk. It holds the hashes of passwords: only its owner
 * reads it. Compressed where the name ends in .gz.
 */
export async function writeLines(file: string, lines: AsyncIterable<string>): Promise<void> {
  const part = `${file}.part-${randomBytes(4).toString('hex')}`
  try {
    const written = createWriteStream(part, { mode: 0o600, flags: 'wx' })
    const bytes = Readable.from(chunks(lines))
    await (isCompressed(file) ? pipeline(bytes, createGzip(), written) : pipeline(bytes, written))
    const handle = await open(part, 'r+')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
    syncTree(dirname(file), 0)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** Small lines go together: a stream takes its time for each piece. */
async function* chunks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = ''
  for await (const line of lines) {
    chunk += line
    if (chunk.length > 65_536) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk !== '') yield chunk
}

/** No line of ours is so long; of another file, which may have no lines at all, not more comes into memory. */
const LONGEST = 256_000_000

/** The lines of a file, without their breaks. throws  `BackupBroken` where one is longer than `longest` bytes */
export async function* readLines(file: string, longest = LONGEST): AsyncGenerator<string> {
  const stored = createReadStream(file)
  const bytes = isCompressed(file) ? stored.pipe(createGunzip()) : stored
  // An error of the file is one of whoever reads.
  stored.on('error', (error) => bytes.destroy(error))
  let rest: Buffer[] = []
  let length = 0
  let number = 1
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)]).toString('utf8')
      rest = []
      length = 0
      number++
      from = at + 1
    }
    if (from < chunk.length) rest.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > longest) throw new BackupBroken('line', number)
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8')
}

const isCompressed = (file: string) => file.endsWith('.gz')
