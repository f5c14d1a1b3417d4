import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { compile } from '@yardstick/engine'
import { bind, type Declaration, hashDocument, type Json, type Result, readJson, type Scheme } from '@yardstick/model'
import type { Io } from '../io.ts'
import { readDocument, toDocument } from './read-document.ts'
import { type ReadyScheme, readScheme } from './read-scheme.ts'
import { documentsIn, filesOf, within } from './read-submissions.ts'
import { readText } from './read-text.ts'
import { type Read, refused, unreadable } from './refusal.ts'
import { sha256 } from './sha256.ts'
import { keyOf, type Whose } from './subject-key.ts'

/** The scheme as each subject of a batch is held to it. */
export interface Schemes {
  /** With the one declaration that counts for all, or with none. */
  readonly common: ReadyScheme
  /** Of whom nothing is known, and who declared nothing, the common one. */
  of(whose: { readonly subject: Whose; readonly period: string } | undefined): ReadyScheme
  /** As it was published, with what binds it. */
  readonly documents: { readonly scheme: Scheme; readonly declared: Declared }
}

/** The one declaration that counts for all, those of many by subject and period (`keyOf`), or none. */
export type Declared =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly declaration: Declaration }
  | { readonly kind: 'many'; readonly textByKey: ReadonlyMap<string, string> }

/**
 * A scheme with the declarations that bind it: one document counts for all; a folder, an array or ndjson holds those of many,
 * each of its own subject and period. There may be tens of thousands: each is held to the scheme here, and bound to it when
 * somebody asks.
 */
export async function readSchemes(io: Io, file: string, declarations?: string): Promise<Read<Schemes>> {
  const published = await readDocument(io, 'scheme', file)
  if (!published.ok) return published
  const scheme = published.value
  if (declarations === undefined || !(await areMany(io, declarations))) {
    const common = await readScheme(io, file, declarations)
    if (!common.ok) return common
    const one = declarations === undefined ? undefined : await readDocument(io, 'declaration', declarations)
    if (one?.ok === false) return one
    const declared: Declared = one === undefined ? { kind: 'none' } : { kind: 'one', declaration: one.value }
    return { ok: true, value: { common: common.value, of: () => common.value, documents: { scheme, declared } } }
  }
  const common = await readScheme(io, file)
  if (!common.ok) return common
  const textByKey = await readDeclared(io, scheme, declarations)
  if (!textByKey.ok) return textByKey
  const of: Schemes['of'] = (whose) => {
    const text = whose === undefined ? undefined : textByKey.value.get(keyOf(whose))
    return text === undefined ? common.value : boundBy(scheme, JSON.parse(text) as Declaration)
  }
  const declared: Declared = { kind: 'many', textByKey: textByKey.value }
  return { ok: true, value: { common: common.value, of, documents: { scheme, declared } } }
}

async function areMany(io: Io, path: string): Promise<boolean> {
  const isFolder = await stat(resolve(io.cwd, path)).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder) return true
  const text = await readText(io, path)
  if (!text.ok) return false
  // What cannot be read is told where it is read as one.
  const found = eachDocument(text.value)
  return found.next().value?.ok === true && found.next().value !== undefined
}

/**
 * What `documentsIn` finds, one at a time: the lines of ndjson are not held as documents all together. The first line is
 * what tells ndjson from a document that is wrong.
 */
function* eachDocument(text: string): Generator<Result<Json>, undefined> {
  const end = text.indexOf('\n')
  const first = readJson(end < 0 ? text : text.slice(0, end))
  const isLines = first.ok && end >= 0 && !Array.isArray(first.value) && text.slice(end).trim() !== ''
  if (!isLines) {
    const found = documentsIn(text)
    if ('issues' in found) yield { ok: false, issues: found.issues }
    else for (const value of found.documents) yield { ok: true, value }
    return undefined
  }
  for (let from = 0; from < text.length; ) {
    const next = text.indexOf('\n', from)
    const line = text.slice(from, next < 0 ? text.length : next)
    if (line.trim() !== '') yield readJson(line)
    from = next < 0 ? text.length : next + 1
  }
  return undefined
}

async function readDeclared(io: Io, scheme: Scheme, path: string): Promise<Read<Map<string, string>>> {
  const declared = new Map<string, string>()
  for (const file of await filesOf(io, path, ['.json', '.ndjson'])) {
    const text = await readText(io, file)
    if (!text.ok) return text
    let index = 0
    for (const document of eachDocument(text.value)) {
      const read = document.ok ? declarationIn(scheme, document.value) : document
      // The place among several; a document alone has none.
      if (!read.ok)
        return refused(
          file,
          read.issues.map((each) => (isAlone(text.value) ? each : within(each, 2, index))),
        )
      const key = keyOf(read.value)
      if (declared.has(key)) return unreadable(file, twice(read.value.subject.department))
      declared.set(key, JSON.stringify(read.value))
      index++
    }
  }
  return { ok: true, value: declared }
}

const isAlone = (text: string): boolean => {
  const found = eachDocument(text)
  found.next()
  return found.next().value === undefined
}

/** One that the scheme takes, or what is wrong with it. */
function declarationIn(scheme: Scheme, document: Json): Result<Declaration> {
  const read = toDocument('declaration', document)
  if (!read.ok) return read
  const bound = bringsFormulas(read.value)
    ? compile(scheme, { sha256, declaration: read.value })
    : bind(scheme, read.value)
  return bound.ok ? read : bound
}

/** Targets that are plain figures cannot keep a scheme from being compiled. */
function bringsFormulas({ targets, indicators, items, measures }: Declaration): boolean {
  const own = [indicators, items, measures].some((each) => each !== undefined && Object.keys(each).length > 0)
  return own || Object.values(targets ?? {}).some((target) => 'formula' in target)
}

function boundBy(scheme: Scheme, declaration: Declaration): ReadyScheme {
  const compiled = compile(scheme, { sha256, declaration })
  // The scheme compiles without it, and it was held to the scheme.
  if (!compiled.ok) throw new Error(`a declaration cannot be bound: ${compiled.issues[0]?.code}`)
  return { compiled: compiled.value, declaration: hashDocument(declaration, sha256) }
}

const twice = (department: string) => ({
  zh: `“${department}”同一周期的申报表有两份；请只留一份`,
  en: `there are two declarations of "${department}" for one period; keep one`,
})
