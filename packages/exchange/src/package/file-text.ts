import { boundDocument, canonicalText, type Issue, issue, type Json, type Result, readJson } from '@yardstick/model'

/** The largest package, in bytes. Told before anything in it is looked at. */
export const MOST_PACKAGE_BYTES = 20 * 2 ** 20

/**
 * The one text that a package may be. Bytes that are no UTF-8, that break off, or that are written in any other way than the
 * canonical one (a line end, a mark at the beginning, keys in another order, a key twice) are refused: what was signed is what
 * is there, to the byte, and no two files say the same.
 */
export function readFileText(file: Uint8Array | string): Result<FileText> {
  if (file.length > MOST_PACKAGE_BYTES) {
    const found = `${Math.ceil(file.length / 2 ** 20)} MB`
    return refused([issue('PACKAGE_TOO_LARGE', { expected: `${MOST_PACKAGE_BYTES / 2 ** 20} MB`, found })])
  }
  const text = typeof file === 'string' ? file : decode(file)
  if (text === undefined) return refused([damagedAt(brokenText(file as Uint8Array))])
  if (text.startsWith(MARK)) return refused([otherwiseAt(0, '{', 'BOM')])
  const value = parse(text)
  if (value === undefined) return refused([damagedAt(unreadText(text))])
  const bounds = boundDocument(value)
  if (bounds.length > 0) return refused(bounds)
  const kind = kindIssues(value)
  if (kind.length > 0) return refused(kind)
  // What JSON writes the same, with its keys in order, is the canonical text, and so is each of its parts: ten times as fast.
  if (JSON.stringify(value) === text && hasKeysInOrder(value))
    return { ok: true, value: { value, write: JSON.stringify } }
  const canonical = canonicalText(value)
  if (canonical !== text) return refused(otherwiseWritten(text, canonical))
  return { ok: true, value: { value, write: canonicalText } }
}

export interface FileText {
  readonly value: Json
  /** The canonical text of a part of the value. */
  readonly write: (part: unknown) => string
}

/** Keys that are numbers come first in JavaScript, wherever they stood: then the canonical text is made and compared. */
function hasKeysInOrder(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(hasKeysInOrder)
  let before = ''
  for (const [key, each] of Object.entries(value)) {
    if (key < before || !hasKeysInOrder(each)) return false
    before = key
  }
  return true
}

const refused = (issues: readonly Issue[]) => ({ ok: false, issues }) as const

/** Put before the text by some editors. */
const MARK = '\uFEFF'

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

interface Place {
  /** Characters before it. */
  readonly at: number
  readonly near: string
}

const damagedAt = ({ at, near }: Place): Issue => issue('PACKAGE_DAMAGED', { found: { at: at + 1, near } })

/** The first bytes that are no character. */
function brokenText(bytes: Uint8Array): Place {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const at = Math.max(text.indexOf('\uFFFD'), 0)
  return { at, near: text.slice(Math.max(0, at - SHOWN), at) }
}

/** Where the text stops being JSON. */
function unreadText(text: string): Place {
  const read = readJson(text, Number.POSITIVE_INFINITY)
  const found = read.ok ? undefined : (read.issues[0]!.found as { readonly line?: number; readonly column?: number })
  const lines = text.split('\n').slice(0, (found?.line ?? 1) - 1)
  const at = lines.reduce((sum, line) => sum + line.length + 1, 0) + (found?.column ?? 1) - 1
  return { at, near: text.slice(Math.max(0, at - SHOWN), at) }
}

const SHOWN = 20

/** The first place that the canonical text writes otherwise; a key that stands twice is told as such. */
function otherwiseWritten(text: string, canonical: string): Issue[] {
  const read = readJson(text, Number.POSITIVE_INFINITY)
  const twice = read.ok ? [] : read.issues.filter(({ code }) => code === 'JSON_DUPLICATE_KEY')
  if (twice.length > 0) return twice
  let at = 0
  while (text[at] === canonical[at]) at++
  return [otherwiseAt(at, canonical.slice(at, at + SHOWN), text.slice(at, at + SHOWN))]
}

function otherwiseAt(at: number, expected: string, found: string): Issue {
  return issue('PACKAGE_NOT_CANONICAL', { expected, found: { at: at + 1, near: found } })
}

/** Of what is no package nothing else is said. */
function kindIssues(document: Json): Issue[] {
  const said = member(document, 'yardstick')
  if (typeof said === 'string' && /^package\/\d{1,6}$/.test(said)) return []
  return [issue('DOCUMENT_KIND', { pointer: '/yardstick', expected: 'package/1', found: said ?? null })]
}

/** What foreign JSON has under a key, if it has keys at all. */
export function member(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return (value as { readonly [key: string]: Json })[key]
}
