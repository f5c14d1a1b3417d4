import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Issue, type Json, readJson, type Submission, validate } from '@yardstick/model'
import type { Io } from '../io.ts'
import { readText } from './read-text.ts'
import { type Read, refused } from './refusal.ts'

/** Submissions in a JSON array, in ndjson, in one document, or in the .json files of a folder. */
export async function readSubmissions(io: Io, path: string): Promise<Read<Submission[]>> {
  const submissions: Submission[] = []
  for (const file of await filesOf(io, path, ['.json'])) {
    const text = await readText(io, file)
    if (!text.ok) return text
    const found = documentsIn(text.value)
    if ('issues' in found) return refused(file, found.issues)
    const read = toSubmissions(found.documents)
    if ('issues' in read) return refused(file, read.issues)
    for (const each of read.submissions) submissions.push(each)
  }
  return { ok: true, value: submissions }
}

/** All of them, or what is wrong with those that are none. */
function toSubmissions(
  documents: readonly Json[],
): { readonly submissions: readonly Submission[] } | { readonly issues: readonly Issue[] } {
  const submissions: Submission[] = []
  const issues: Issue[] = []
  documents.forEach((document, index) => {
    const submission = validate('submission', document)
    if (submission.ok) submissions.push(submission.value)
    else issues.push(...submission.issues.map((each) => within(each, documents.length, index)))
  })
  return issues.length > 0 ? { issues } : { submissions }
}

/** A folder stands for the files in it that end so, by name. */
export async function filesOf({ cwd }: Io, path: string, endings: readonly string[]): Promise<string[]> {
  const full = resolve(cwd, path)
  const isFolder = await stat(full).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) return [path]
  const names = await readdir(full)
  const files = names.filter((name) => endings.some((ending) => name.toLowerCase().endsWith(ending))).sort()
  return files.map((name) => join(path, name))
}

/** One document, the members of an array, or the lines of ndjson: text that is no JSON, while its first line is. */
export function documentsIn(text: string): { documents: readonly Json[] } | { issues: readonly Issue[] } {
  const whole = readJson(text)
  if (whole.ok) return { documents: Array.isArray(whole.value) ? whole.value : [whole.value] }
  const lines = text.split('\n').map((line) => readJson(line))
  if (lines[0]?.ok !== true) return whole
  const said = text.split('\n')
  const documents: Json[] = []
  for (const [index, line] of lines.entries()) {
    if (said[index]!.trim() === '') continue
    if (!line.ok) return { issues: line.issues.map((each) => within(each, lines.length, index)) }
    documents.push(line.value)
  }
  return { documents }
}

/** An issue of one of several documents has the document's number in its place. */
export function within(found: Issue, count: number, index: number): Issue {
  return count === 1 ? found : { ...found, pointer: `/${index}${found.pointer}` }
}
