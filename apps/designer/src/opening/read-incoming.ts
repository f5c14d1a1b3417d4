import { decodeText } from '@yardstick/exchange/decode-text'
import { readHtmlTable, readTextTable, type Table } from '@yardstick/exchange/table'
import { isWorkbook } from '@yardstick/exchange/workbook-kind'
import { documentKind, type Issue, issue, readJson, type Scheme, validate } from '@yardstick/model'

/** What was pasted, dropped or chosen: a table to be looked through, a scheme to be opened, or why it is neither. */
export type Incoming =
  | { readonly kind: 'table'; readonly sheets: readonly IncomingSheet[]; readonly name: string | undefined }
  | { readonly kind: 'scheme'; readonly scheme: Scheme }
  /** A printed table to be looked through, which is the matter of another page. */
  | { readonly kind: 'score-sheet'; readonly file: File }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** One table; those of a workbook have names, and somebody says which one is meant. */
export interface IncomingSheet {
  readonly name: string | undefined
  readonly table: Table
}

export type Refusal =
  | { readonly reason: 'unreadable' | 'other'; readonly name: string }
  | { readonly reason: 'empty' }
  /** What reads it could not be fetched. */
  | { readonly reason: 'away' }
  | { readonly reason: 'broken'; readonly name: string; readonly issues: readonly Issue[] }
  | { readonly reason: 'file'; readonly name: string; readonly issue: Issue }

/** The clipboard's HTML knows merged cells; its text is taken where there is no table in it. */
export function readClipboard({ html, text }: { readonly html: string; readonly text: string }): Incoming {
  if (looksLikeJson(text)) return readScheme(text, '')
  const table = (html === '' ? undefined : readHtmlTable(html)) ?? readTextTable(text)
  return tableOrEmpty(table, undefined)
}

/** Larger files are not even looked at. */
const MOST_BYTES = 50 * 2 ** 20

/** The bytes decide what a file is, its name only what it is called. */
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
  return isWorkbook(bytes) ? readSheets(name, bytes) : readText(name, bytes)
}

/** The Excel library is fetched with the first workbook. */
async function readSheets(name: string, bytes: Uint8Array): Promise<Incoming> {
  const library = await import('@yardstick/exchange/read/xlsx').catch(() => undefined)
  if (library === undefined) return { kind: 'refused', refusal: { reason: 'away' } }
  const read = await library.readWorkbook(bytes)
  if (read.ok) {
    const sheets = read.value.filter(({ table }) => mayHoldIndicators(table))
    if (sheets.length > 0) return { kind: 'table', sheets, name: withoutEnding(name) }
    return { kind: 'refused', refusal: { reason: 'empty' } }
  }
  return { kind: 'refused', refusal: { reason: 'file', name, issue: read.issues[0]! } }
}

const withoutEnding = (name: string) => name.replace(/\.[^.]+$/, '')

function readText(name: string, bytes: Uint8Array): Incoming {
  const text = decodeText(bytes)
  if (text === undefined) return refused('unreadable', name)
  if (looksLikeJson(text)) return readScheme(text, name)
  const isHtml = /^\s*(?:<!doctype html|<html|<table|<meta)/i.test(text)
  return tableOrEmpty(isHtml ? readHtmlTable(text) : readTextTable(text), withoutEnding(name))
}

function tableOrEmpty(table: Table | undefined, name: string | undefined): Incoming {
  return table !== undefined && mayHoldIndicators(table)
    ? { kind: 'table', sheets: [{ name: undefined, table }], name }
    : { kind: 'refused', refusal: { reason: 'empty' } }
}

function readScheme(text: string, name: string): Incoming {
  const json = readJson(text)
  if (!json.ok) return { kind: 'refused', refusal: { reason: 'broken', name, issues: json.issues } }
  if (isScoreSheet(json.value))
    return { kind: 'score-sheet', file: new File([text], name === '' ? 'score-sheet.json' : name) }
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

const looksLikeJson = (text: string) => /^\s*\{/.test(text)

function refused(reason: 'unreadable' | 'other', name: string): Incoming {
  return { kind: 'refused', refusal: { reason, name } }
}
