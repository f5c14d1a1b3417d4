import { type DocumentKind, type Documents, type Json, readJson, validate } from '@yardstick/model'
import type { Io } from '../io.ts'
import { readText } from './read-text.ts'
import { type Read, refused } from './refusal.ts'

/** A file → a document of this kind. */
export async function readDocument<K extends DocumentKind>(io: Io, kind: K, file: string): Promise<Read<Documents[K]>> {
  const json = await readJsonFile(io, file)
  if (!json.ok) return json
  const document = validate(kind, json.value)
  return document.ok ? document : refused(file, document.issues)
}

export async function readJsonFile(io: Io, file: string): Promise<Read<Json>> {
  const text = await readText(io, file)
  if (!text.ok) return text
  const json = readJson(text.value)
  return json.ok ? json : refused(file, json.issues)
}
