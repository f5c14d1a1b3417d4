import { open, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Io } from '../io.ts'
import type { Bilingual } from '../language.ts'
import { whyUnreadable } from '../read/read-text.ts'

/** Bytes or text to a file that is there whole or not at all; why not, where it cannot be written. */
export async function writeWhole(
  { cwd }: Io,
  file: string,
  bytes: Uint8Array | string,
  rights = 0o666,
): Promise<Bilingual | undefined> {
  const path = resolve(cwd, file)
  const part = `${path}.part`
  try {
    const handle = await open(part, 'w', rights)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, path)
    return undefined
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    return whyUnreadable(error).words
  }
}
