import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { compile } from '@yardstick/engine'
import { type Declaration, hashDocument, type Json, type Result, type Scheme } from '@yardstick/model'
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
}

/**
 * A scheme with the declarations that bind it: one document counts for all; a folder, an array or ndjson holds those of many,
 * each of its own subject and period.
 */
export async function readSchemes(io: Io, file: string, declarations?: string): Promise<Read<Schemes>> {
  if (declarations === undefined || !(await areMany(io, declarations))) {
    const common = await readScheme(io, file, declarations)
    return common.ok ? { ok: true, value: { common: common.value, of: () => common.value } } : common
  }
  const [common, published] = [await readScheme(io, file), await readDocument(io, 'scheme', file)]
  if (!common.ok) return common
  if (!published.ok) return published
  const declared = await readDeclared(io, published.value, declarations)
  if (!declared.ok) return declared
  const of: Schemes['of'] = (whose) =>
    (whose === undefined ? undefined : declared.value.get(keyOf(whose))) ?? common.value
  return { ok: true, value: { common: common.value, of } }
}

async function areMany(io: Io, path: string): Promise<boolean> {
  const isFolder = await stat(resolve(io.cwd, path)).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder) return true
  const text = await readText(io, path)
  const found = text.ok ? documentsIn(text.value) : undefined
  // What cannot be read is told where it is read as one.
  return found !== undefined && 'documents' in found && found.documents.length > 1
}

async function readDeclared(io: Io, scheme: Scheme, path: string): Promise<Read<Map<string, ReadyScheme>>> {
  const declared = new Map<string, ReadyScheme>()
  for (const file of await filesOf(io, path, ['.json', '.ndjson'])) {
    const text = await readText(io, file)
    if (!text.ok) return text
    const found = documentsIn(text.value)
    if ('issues' in found) return refused(file, found.issues)
    const { documents } = found
    for (const [index, document] of documents.entries()) {
      const bound = boundBy(scheme, document)
      if (!bound.ok)
        return refused(
          file,
          bound.issues.map((each) => within(each, documents.length, index)),
        )
      const { of, ready } = bound.value
      if (declared.has(keyOf(of))) return unreadable(file, twice(of.subject.department))
      declared.set(keyOf(of), ready)
    }
  }
  return { ok: true, value: declared }
}

function boundBy(scheme: Scheme, document: Json): Result<{ of: Declaration; ready: ReadyScheme }> {
  const read = toDocument('declaration', document)
  if (!read.ok) return read
  const compiled = compile(scheme, { sha256, declaration: read.value })
  if (!compiled.ok) return compiled
  const ready = { compiled: compiled.value, declaration: hashDocument(read.value, sha256) }
  return { ok: true, value: { of: read.value, ready } }
}

const twice = (department: string) => ({
  zh: `“${department}”同一周期的申报表有两份；请只留一份`,
  en: `there are two declarations of "${department}" for one period; keep one`,
})
