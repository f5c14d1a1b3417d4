import { type Issue, issue, type Result } from '@yardstick/model'
import { unzipSync } from 'fflate'
import type { NamedFile } from '../write/zip.ts'
import { zipEntries } from './zip-directory.ts'

/** What a zip of files may be, so that it fits in memory. */
const MOST_BYTES = 200 * 2 ** 20
const MOST_UNPACKED = 500 * 2 ** 20
const MOST_FILES = 5_000

/**
 * The files in a zip that somebody packed, by the name they have in it, of those whose name is wanted; what it would become
 * is told before anything is unpacked, and each file is held to the size its directory says.
 */
export function readZip(bytes: Uint8Array, isWanted: (name: string) => boolean): Result<NamedFile[]> {
  const refused = (one: Issue): Result<NamedFile[]> => ({ ok: false, issues: [one] })
  if (bytes.length > MOST_BYTES) return refused(tooLarge(`${MOST_BYTES / 2 ** 20} MB`, megabytes(bytes.length)))
  const entries = zipEntries(bytes)
  if (entries === undefined) return refused(issue('FILE_ARCHIVE_BROKEN', {}))
  if (entries.some(({ isEncrypted }) => isEncrypted)) return refused(issue('FILE_ARCHIVE_LOCKED', {}))
  if (entries.length > MOST_FILES) return refused(tooLarge(String(MOST_FILES), String(entries.length)))
  const wanted = entries.filter(({ name }) => !name.endsWith('/') && isWanted(name))
  const unpacked = wanted.reduce((sum, each) => sum + each.unpacked, 0)
  if (unpacked > MOST_UNPACKED) return refused(tooLarge(`${MOST_UNPACKED / 2 ** 20} MB`, megabytes(unpacked)))
  try {
    const files = unzipSync(bytes, { filter: ({ name }) => !name.endsWith('/') && isWanted(name) })
    return {
      ok: true,
      value: Object.entries(files).map(([name, content]) => ({ name: readableName(name), bytes: content })),
    }
  } catch {
    return refused(issue('FILE_ARCHIVE_BROKEN', {}))
  }
}

/** Whether bytes begin as a zip does; a workbook does too. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/** Chinese Windows packs names as GB 18030 and does not say so: they come as the letters of their bytes. */
function readableName(name: string): string {
  const letters = [...name]
  if (letters.every((letter) => letter < '\u0080') || letters.some((letter) => letter > '\u00ff')) return name
  const bytes = Uint8Array.from(name, (letter) => letter.charCodeAt(0))
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next one.
    }
  }
  return name
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`

function tooLarge(expected: string, found: string): Issue {
  return issue('FILE_ARCHIVE_TOO_LARGE', { expected, found })
}
