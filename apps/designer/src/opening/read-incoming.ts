import { readHtmlTable, readTextTable, type Table } from '@yardstick/exchange/table'
import { documentKind, type Issue, readJson, type Scheme, validate } from '@yardstick/model'

/** What was pasted, dropped or chosen: a table to be looked through, a scheme to be opened, or why it is neither. */
export type Incoming =
  | { readonly kind: 'table'; readonly table: Table; readonly name: string | undefined }
  | { readonly kind: 'scheme'; readonly scheme: Scheme }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export type Refusal =
  | { readonly reason: 'workbook' | 'unreadable' | 'other'; readonly name: string }
  | { readonly reason: 'empty' }
  | { readonly reason: 'broken'; readonly name: string; readonly issues: readonly Issue[] }

/** The clipboard's HTML knows merged cells; its text is taken where there is no table in it. */
export function readClipboard({ html, text }: { readonly html: string; readonly text: string }): Incoming {
  if (looksLikeJson(text)) return readScheme(text, '')
  const table = (html === '' ? undefined : readHtmlTable(html)) ?? readTextTable(text)
  return tableOrEmpty(table, undefined)
}

/** `bytes` decide what a file is, its name only what it is called. */
export function readFileBytes(name: string, bytes: Uint8Array): Incoming {
  // A zip (xlsx, et) or an old compound file (xls).
  if (begins(bytes, [0x50, 0x4b, 3, 4]) || begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refused('workbook', name)
  const text = decode(bytes)
  if (text === undefined) return refused('unreadable', name)
  if (looksLikeJson(text)) return readScheme(text, name)
  const isHtml = /^\s*(?:<!doctype html|<html|<table|<meta)/i.test(text)
  return tableOrEmpty(isHtml ? readHtmlTable(text) : readTextTable(text), name.replace(/\.[^.]+$/, ''))
}

function tableOrEmpty(table: Table | undefined, name: string | undefined): Incoming {
  const isTable = table !== undefined && table.rows.length > 0 && table.rows[0]!.length > 1
  return isTable ? { kind: 'table', table, name } : { kind: 'refused', refusal: { reason: 'empty' } }
}

function readScheme(text: string, name: string): Incoming {
  const json = readJson(text)
  if (!json.ok) return { kind: 'refused', refusal: { reason: 'broken', name, issues: json.issues } }
  if (documentKind(json.value) !== 'scheme') return refused('other', name)
  const read = validate('scheme', json.value)
  return read.ok
    ? { kind: 'scheme', scheme: read.value }
    : { kind: 'refused', refusal: { reason: 'broken', name, issues: read.issues } }
}

/** UTF-8, else what Excel writes on a Chinese Windows: UTF-16 for “Unicode 文本”, GB 18030 for CSV. Undefined: no text. */
function decode(bytes: Uint8Array): string | undefined {
  for (const encoding of begins(bytes, [0xff, 0xfe]) ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\u0000') ? undefined : text
    } catch {
      // The next one.
    }
  }
  return undefined
}

const begins = (bytes: Uint8Array, head: readonly number[]) => head.every((each, index) => bytes[index] === each)
const looksLikeJson = (text: string) => /^\s*\{/.test(text)

function refused(reason: 'workbook' | 'unreadable' | 'other', name: string): Incoming {
  return { kind: 'refused', refusal: { reason, name } }
}
