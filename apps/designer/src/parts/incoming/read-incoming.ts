import { decodeText } from '@yardstick/exchange/decode-text'
import type { FileTable } from '@yardstick/exchange/read/tables'
import { readHtmlTable, readPlainTable, type Table } from '@yardstick/exchange/table'
import { documentKind, type Issue, issue, readJson, type Scheme, validate } from '@yardstick/model'

/** What was pasted, dropped or chosen: tables to be looked through, a scheme to be opened, or why it is neither. */
export type Incoming =
  | { readonly kind: 'tables'; readonly tables: readonly FileTable[]; readonly name: string | undefined }
  | { readonly kind: 'scheme'; readonly scheme: Scheme }
  /** A printed table to be looked through, which is the matter of another page. */
  | { readonly kind: 'score-sheet'; readonly file: File }
  /** A template package, byte for byte: 模板库 reads it. */
  | { readonly kind: 'package'; readonly file: File }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export type Refusal =
  | { readonly reason: 'unreadable' | 'other' | 'package'; readonly name: string }
  | { readonly reason: 'empty' }
  /** What reads it could not be fetched. */
  | { readonly reason: 'away' }
  | { readonly reason: 'broken'; readonly name: string; readonly issues: readonly Issue[] }
  | { readonly reason: 'file'; readonly name: string; readonly issue: Issue }

/** The clipboard's HTML knows merged cells; its text is taken where there is no table in it. */
export function readClipboard({ html, text }: { readonly html: string; readonly text: string }): Incoming {
  if (looksLikeJson(text)) return readDocument(text, '', text)
  const table = (html === '' ? undefined : readHtmlTable(html)) ?? readPlainTable(text)
  return tablesOf(table === undefined ? [] : [{ name: undefined, table }], undefined)
}

/** Larger files are not even looked at. */
const MOST_BYTES = 50 * 2 ** 20

/** The bytes decide what a file is, its name only what it is called; what reads its kind is fetched with the first one. */
export async function readFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<Incoming> {
  const { name, size } = file
  if (size > MOST_BYTES) {
    const found = `${Math.ceil(size / 2 ** 20)} MB`
    return {
      kind: 'refused',
      refusal: { reason: 'file', name, issue: issue('FILE_TOO_LARGE', { expected: '50 MB', found }) },
    }
  }
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    // A folder, or a file that went away meanwhile.
    return refused('unreadable', name)
  }
  const json = beginsLikeJson(bytes) ? decodeText(bytes) : undefined
  if (json !== undefined) return readDocument(json, name, bytes)
  const by = await import('@yardstick/exchange/read/tables').catch(() => undefined)
  const read = await by?.readTables(bytes, name).catch(() => undefined)
  if (read === undefined) return { kind: 'refused', refusal: { reason: 'away' } }
  if (!read.ok) return { kind: 'refused', refusal: { reason: 'file', name, issue: read.issues[0]! } }
  return tablesOf(read.value, name.replace(/\.[^.]+$/, ''))
}

function tablesOf(tables: readonly FileTable[], name: string | undefined): Incoming {
  const possible = tables.filter(({ table }) => mayHoldIndicators(table))
  return possible.length > 0
    ? { kind: 'tables', tables: possible, name }
    : { kind: 'refused', refusal: { reason: 'empty' } }
}

function readDocument(text: string, name: string, exactly: string | Uint8Array): Incoming {
  const json = readJson(text)
  if (!json.ok) return { kind: 'refused', refusal: { reason: 'broken', name, issues: json.issues } }
  if (isScoreSheet(json.value))
    return { kind: 'score-sheet', file: new File([text], name === '' ? 'score-sheet.json' : name) }
  if (documentKind(json.value) === 'package') return { kind: 'package', file: new File([exactly as BlobPart], name) }
  if (documentKind(json.value) !== 'scheme') return refused('other', name)
  const read = validate('scheme', json.value)
  return read.ok
    ? { kind: 'scheme', scheme: read.value }
    : { kind: 'refused', refusal: { reason: 'broken', name, issues: read.issues } }
}

/** Sheets were transcribed before documents said what they are. */
function isScoreSheet(document: unknown): boolean {
  const kind = documentKind(document)
  if (kind !== undefined || typeof document !== 'object' || document === null) return kind === 'score-sheet'
  return 'tree' in document && 'published' in document
}

/** A single column holds names without anything to score them by. */
const mayHoldIndicators = ({ rows }: Table) => (rows[0]?.length ?? 0) > 1

/** A brace, behind a mark of its encoding and spaces; files of other kinds have none there. */
function beginsLikeJson(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 64).find((byte) => !BEFORE_JSON.has(byte)) === 0x7b
}

const BEFORE_JSON: ReadonlySet<number> = new Set([0x00, 0xef, 0xbb, 0xbf, 0xfe, 0xff, 0x20, 0x09, 0x0a, 0x0d])

const looksLikeJson = (text: string) => /^\s*\{/.test(text)

function refused(reason: 'unreadable' | 'other', name: string): Incoming {
  return { kind: 'refused', refusal: { reason, name } }
}
