import type { Person } from '../access/person.ts'
import type { Context } from '../context.ts'
import { refusal } from '../refusal.ts'
import { sha256 } from '../scoring/score.ts'
import { change, type Log } from '../store/change.ts'
import { changeSubmission, type SubmissionFields, type SubmissionRow } from '../store/submissions.ts'
import type { Db } from '../store/tables.ts'
import { itemProgress, progressColumns } from './item-progress.ts'
import { schemeFor } from './scheme-for.ts'
import { submissionOf } from './stored-documents.ts'

/** A change of a submission: what is written, what the history says of it, and what the audit log. */
export interface Saving {
  readonly person: Person
  readonly row: SubmissionRow
  readonly action: string
  readonly fields: SubmissionFields
  /** What was changed, before and after. */
  readonly change: { readonly type: string; readonly [detail: string]: unknown }
  readonly note?: string
}

/** Writes a change of a submission as it was read, with its history and its line in the audit log; the new revision. */
export function saveSubmission(context: Pick<Context, 'database' | 'now'>, saving: Saving): Promise<number> {
  return change(context, saving.person.id, (tx, log) => saveWithin(tx, log, context.now(), saving))
}

/** The same inside a change that writes more than that. */
export async function saveWithin(
  tx: Db,
  log: Log,
  at: Date,
  { person, row, action, fields, change: what, note = '' }: Saving,
): Promise<number> {
  const saved = await changeSubmission(
    tx,
    row,
    { ...fields, ...(await progressAfter(tx, row, fields)) },
    { change: what, who: person.id, at, note },
  )
  if (typeof saved === 'string') throw refusal('REQUEST_STATE', { expected: [row.stage], found: saved })
  if (saved === undefined) throw refusal('REQUEST_STALE', { expected: row.revision + 1, found: row.revision })
  // The history has the values; by their hash the log proves when they were written, and by whom.
  const hash = sha256(JSON.stringify(what))
  await log(action, `submission ${row.id}`, { revision: saved, change: hash, ...(note === '' ? {} : { note }) })
  return saved
}

/** How far the form is stands beside it, so that nobody reads all forms to tell. */
async function progressAfter(tx: Db, row: SubmissionRow, fields: SubmissionFields): Promise<SubmissionFields> {
  if (fields.document === undefined && fields.declaration_state === undefined) return {}
  const { handed_in: _, ...changed } = fields
  const after = { ...row, ...changed }
  return progressColumns(itemProgress(await schemeFor(tx, after), submissionOf(after)))
}
