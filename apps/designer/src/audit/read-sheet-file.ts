import { decodeText } from '@yardstick/exchange/decode-text'
import { readScoreSheets } from '@yardstick/exchange/read/score-sheets'
import { isWorkbook } from '@yardstick/exchange/workbook-kind'
import { documentKind, type Issue, issue, readJson, type Scheme, type ScoreSheet, validate } from '@yardstick/model'

/** What a file turned out to be: score sheets, the scheme to hold sheets against, or why it is neither. */
export type ReadFile =
  | { readonly kind: 'sheets'; readonly sheets: readonly { readonly name: string; readonly sheet: ScoreSheet }[] }
  | { readonly kind: 'scheme'; readonly scheme: Scheme }
  | { readonly kind: 'refused'; readonly name: string; readonly refusal: SheetRefusal }

export type SheetRefusal =
  /** No text at all, a folder, or a file that went away. */
  | { readonly reason: 'unreadable' | 'other' | 'away' }
  /** Its tables could not be read, or none of them is a score sheet. */
  | { readonly reason: 'file'; readonly issues: readonly Issue[] }
  | { readonly reason: 'broken'; readonly issues: readonly Issue[] }

/** One kind of file; the first that knows the bytes reads them. */
interface SheetReader {
  knows(bytes: Uint8Array): boolean
  read(name: string, bytes: Uint8Array): ReadFile | Promise<ReadFile>
}

const readers: readonly SheetReader[] = [
  { knows: isWorkbook, read: readTables },
  { knows: () => true, read: readText },
]

/** Larger files are not even looked at. */
const MOST_BYTES = 20 * 2 ** 20

/** The bytes decide what a file is, its name only what it is called. */
export async function readSheetFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<ReadFile> {
  const { name, size } = file
  if (size > MOST_BYTES) {
    const found = `${Math.ceil(size / 2 ** 20)} MB`
    return refused(name, { reason: 'broken', issues: [issue('FILE_TOO_LARGE', { expected: '20 MB', found })] })
  }
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return refused(name, { reason: 'unreadable' })
  }
  return readers.find((each) => each.knows(bytes))!.read(name, bytes)
}

/** What reads a kind of file is fetched with the first file of that kind. */
async function readTables(name: string, bytes: Uint8Array): Promise<ReadFile> {
  const read = await readScoreSheets(bytes, name).catch(() => undefined)
  if (read === undefined) return refused(name, { reason: 'away' })
  if (!read.ok) return refused(name, { reason: 'file', issues: read.issues })
  const own = name.replace(/\.[^.]+$/, '')
  const sheets = read.value.map((each) => ({ ...each, name: each.name === undefined ? own : `${own} ${each.name}` }))
  return { kind: 'sheets', sheets }
}

async function readText(name: string, bytes: Uint8Array): Promise<ReadFile> {
  const text = decodeText(bytes)
  // Pictures and PDF have no text either, and are told for what they are.
  if (text === undefined || !/^\s*[{[](?!\\rtf)/.test(text)) return readTables(name, bytes)
  const json = readJson(text)
  if (!json.ok) return refused(name, { reason: 'broken', issues: json.issues })
  const kind = documentKind(json.value)
  if (kind === 'scheme') {
    const scheme = validate('scheme', json.value)
    return scheme.ok ? { kind, scheme: scheme.value } : refused(name, { reason: 'broken', issues: scheme.issues })
  }
  if (kind !== undefined && kind !== 'score-sheet') return refused(name, { reason: 'other' })
  const sheet = validate('score-sheet', json.value)
  return sheet.ok
    ? { kind: 'sheets', sheets: [{ name: name.replace(/\.[^.]+$/, ''), sheet: sheet.value }] }
    : refused(name, { reason: 'broken', issues: sheet.issues })
}

function refused(name: string, refusal: SheetRefusal): ReadFile {
  return { kind: 'refused', name, refusal }
}
