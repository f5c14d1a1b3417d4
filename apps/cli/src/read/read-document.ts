import { type DocumentKind, type Documents, type Json, type Result, readJson, validate } from '@yardstick/model'
import type { Io } from '../io.ts'
import { readText } from './read-text.ts'
import { type Read, refused } from './refusal.ts'

/** A file → a document of this kind. */
export async function readDocument<K extends DocumentKind>(io: Io, kind: K, file: string): Promise<Read<Documents[K]>> {
  const json = await readJsonFile(io, file)
  if (!json.ok) return json
  const document = toDocument(kind, json.value)
  return document.ok ? document : refused(file, document.issues)
}

/** As `validate`; of a document of another kind nothing else is said, since everything in it is then wrong. */
export function toDocument<K extends DocumentKind>(kind: K, json: Json): Result<Documents[K]> {
  const document = validate(kind, json)
  if (document.ok) return document
  const otherKind = document.issues.filter(({ code }) => code === 'DOCUMENT_KIND')
  return otherKind.length > 0 ? { ok: false, issues: otherKind } : document
}

export async function readJsonFile(io: Io, file: string): Promise<Read<Json>> {
  const text = await readText(io, file)
  if (!text.ok) return text
  const json = readJson(text.value)
  return json.ok ? json : refused(file, json.issues)
}
