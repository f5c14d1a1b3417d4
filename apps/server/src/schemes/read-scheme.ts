import { type Scheme, validate } from '@yardstick/model'
import { notFound, wrongData } from '../refusal.ts'
import { type Revision, readRevision } from '../store/scheme-revisions.ts'
import { readVersion } from '../store/scheme-versions.ts'
import type { Db } from '../store/tables.ts'

/** A scheme out of a request. */
export function readScheme(document: unknown): Scheme {
  const read = validate('scheme', document)
  if (!read.ok) throw wrongData(read.issues)
  return read.value
}

export async function existingRevision(db: Db, scheme: string, number: number): Promise<Revision> {
  const revision = await readRevision(db, scheme, number)
  if (revision === undefined) throw notFound(String(number))
  return revision
}

/** What is compared: a revision of this scheme by its number, or a published version of any by its hash. */
export async function documentAt(db: Db, scheme: string, at: string): Promise<{ document: string }> {
  if (/^\d{1,9}$/.test(at)) return existingRevision(db, scheme, Number(at))
  const version = await readVersion(db, at)
  if (version === undefined) throw notFound(at)
  return version
}
