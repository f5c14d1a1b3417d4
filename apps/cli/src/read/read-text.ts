import { type FileHandle, open, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Issue, issue, type Result } from '@yardstick/model'
import type { Io } from '../io.ts'
import type { Bilingual } from '../language.ts'
import { type Read, refused, type Unreadable, unreadable } from './refusal.ts'

/** The largest document, and the largest line of an ndjson file, in bytes. */
export const MAX_BYTES = 50_000_000

/** The text of a file in UTF-8, at most 50 MB of it. */
export async function readText(io: Io, file: string): Promise<Read<string>> {
  const opened = await openFile(io, file)
  if (!opened.ok) return opened
  const { handle, size } = opened.value
  try {
    if (size > MAX_BYTES) return refused(file, [tooLarge(size)])
    const text = decode(await handle.readFile())
    return text.ok ? text : refused(file, text.issues)
  } catch (error) {
    return unreadable(file, whyUnreadable(error).words)
  } finally {
    await handle.close()
  }
}

/** A file that is there, is no folder and may be read. */
export async function openFile(io: Io, file: string): Promise<Read<{ handle: FileHandle; size: number }>> {
  let handle: FileHandle | undefined
  try {
    const path = resolve(io.cwd, file)
    if ((await stat(path)).isDirectory()) return unreadable(file, messages.folder)
    handle = await open(path)
    return { ok: true, value: { handle, size: (await handle.stat()).size } }
  } catch (error) {
    await handle?.close()
    return unreadable(file, whyUnreadable(error).words)
  }
}

/** UTF-8, nothing else: GBK read as UTF-8 would turn every Chinese name into signs nobody finds again. */
export function decode(bytes: Uint8Array): Result<string> {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { ok: false, issues: [issue('FILE_ENCODING', { expected: 'UTF-8', found: firstBadByte(bytes) })] }
  }
}

export function tooLarge(size: number): Issue {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 100_000) / 10} MB`
  return issue('FILE_TOO_LARGE', { expected: megabytes(MAX_BYTES), found: megabytes(size) })
}

const messages = {
  folder: { zh: '这是文件夹，应给一个文件', en: 'this is a folder; name a file' },
  absent: { zh: '没有这个文件', en: 'there is no such file' },
  forbidden: { zh: '没有读取权限', en: 'no right to read it' },
  other: (code: string): Bilingual => ({ zh: `读不出来（${code}）`, en: `it cannot be read (${code})` }),
}

/** A fault of the system while reading or opening, as words; what is no such fault is thrown on. */
export function whyUnreadable(error: unknown): Unreadable {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error
  if (code === 'ENOENT' || code === 'ENOTDIR') return { words: messages.absent }
  if (code === 'EACCES' || code === 'EPERM') return { words: messages.forbidden }
  return { words: code === 'EISDIR' ? messages.folder : messages.other(code) }
}

/** Where the text read without complaint has its first replacement character. */
function firstBadByte(bytes: Uint8Array): { offset: number; byte: string } {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const offset = Buffer.byteLength(text.slice(0, text.indexOf('\uFFFD')))
  return { offset, byte: `0x${bytes[offset]!.toString(16).toUpperCase().padStart(2, '0')}` }
}
