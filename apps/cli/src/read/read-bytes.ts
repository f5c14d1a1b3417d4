import { issue } from '@yardstick/model'
import type { Io } from '../io.ts'
import { openFile, whyUnreadable } from './read-text.ts'
import { type Read, refused, unreadable } from './refusal.ts'

/** The largest workbook or Word file. */
const MOST_BYTES = 20 * 2 ** 20

/** A whole file, at most 20 MB of it. */
export async function readBytes(io: Io, file: string): Promise<Read<Uint8Array>> {
  const opened = await openFile(io, file)
  if (!opened.ok) return opened
  const { handle, size } = opened.value
  try {
    if (size > MOST_BYTES) {
      const found = `${Math.ceil(size / 2 ** 20)} MB`
      return refused(file, [issue('FILE_TOO_LARGE', { expected: '20 MB', found })])
    }
    return { ok: true, value: new Uint8Array(await handle.readFile()) }
  } catch (error) {
    return unreadable(file, whyUnreadable(error).words)
  } finally {
    await handle.close()
  }
}
