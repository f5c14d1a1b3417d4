import { createHash } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HEAD_BYTES } from './allowed-files.ts'

/**
 * A file on its way in: hashed as it comes, and laid down in a file of its own until it is whole. The database is not kept
 * waiting by a slow client, and memory holds no more than one part.
 */
export interface Spooled {
  readonly hash: string
  readonly size: number
  /** The first bytes, which tell what it is. */
  readonly head: Buffer
  /** From the first to the last, each of `PART_BYTES` but the last. */
  parts(): AsyncGenerator<Buffer>
  remove(): Promise<void>
}

export const PART_BYTES = 1_048_576

/** undefined: the file is larger than `limit` bytes; nothing of it is left. */
export async function spool(bytes: AsyncIterable<Buffer>, limit: number): Promise<Spooled | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'yardstick-upload-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'file')
  try {
    const file = await open(path, 'wx', 0o600)
    const hash = createHash('sha256')
    let size = 0
    let head = Buffer.alloc(0)
    try {
      for await (const chunk of bytes) {
        size += chunk.length
        if (size > limit) break
        if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)])
        hash.update(chunk)
        await file.writeFile(chunk)
      }
    } finally {
      await file.close()
    }
    if (size > limit) {
      await remove()
      return undefined
    }
    return { hash: hash.digest('hex'), size, head, parts: () => partsOf(path), remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function* partsOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  try {
    for (;;) {
      const part = Buffer.alloc(PART_BYTES)
      const { bytesRead } = await file.read(part, 0, PART_BYTES)
      if (bytesRead === 0) return
      yield part.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}
