import { bind, type Scheme } from '@yardstick/model'
import { wrongData } from '../refusal.ts'
import type { SubmissionRow } from '../store/submissions.ts'
import type { Db } from '../store/tables.ts'
import { versionScheme } from '../store/version-scheme.ts'
import { declarationOf } from './stored-documents.ts'

/** The scheme as a subject is held to it: its version's, with the subject's declaration once that is approved. */
export async function schemeFor(db: Db, row: SubmissionRow): Promise<Scheme> {
  const scheme = (await versionScheme(db, row.version_hash))!
  const declaration = row.declaration_state === 'approved' ? declarationOf(row) : null
  if (declaration === null) return scheme
  const bound = bind(scheme, declaration)
  if (!bound.ok) throw wrongData(bound.issues)
  return bound.value
}
