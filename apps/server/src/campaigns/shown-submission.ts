import { type Submission, upToLayer } from '@yardstick/model'
import type { Person } from '../access/person.ts'
import { verifiedEvidence } from '../store/evidence.ts'
import type { SubmissionHead, SubmissionRow } from '../store/submissions.ts'
import type { Db } from '../store/tables.ts'
import { seen, sightOf } from './sight.ts'
import { declarationOf, submissionOf } from './stored-documents.ts'

/** As lists of the API give it. */
export function shownHead(row: SubmissionHead) {
  return {
    id: row.id,
    campaign: row.campaign_id,
    department: row.department_id,
    name: row.department_name,
    type: row.department_type,
    region: row.department_region,
    project: row.project,
    state: row.state,
    declarationState: row.declaration_state,
    version: row.version_hash,
    revision: row.revision,
    updatedAt: row.updated_at,
    handedIn: row.handed_in,
    items: {
      needed: row.items_needed,
      filled: row.items_filled,
      explained: row.items_explained,
      doubtful: row.items_doubtful,
    },
  }
}

/** With its documents, as this person may see them. */
export async function shownSubmission(db: Db, row: SubmissionRow, person: Person) {
  const { stage } = row
  const submission = await submissionFor(db, row, person)
  return { ...shownHead(row), stage, submission, declaration: declarationOf(row) }
}

async function submissionFor(db: Db, row: SubmissionRow, person: Person): Promise<Submission> {
  const submission = submissionOf(row)
  const sight = await sightOf(db, row, person, submission)
  if (sight.seesAll) return seen(submission, sight)
  return withoutFiles(upToLayer(submission, 'reported'), await verifiedEvidence(db, row.id))
}

/** Without references to these files. */
export function withoutFiles(
  submission: Submission,
  files: readonly { readonly entry: string; readonly hash: string }[],
): Submission {
  const { evidence = {}, ...rest } = submission
  const kept = Object.fromEntries(
    Object.entries(evidence)
      .map(([id, own]) => {
        const isOut = (hash: string | undefined) => files.some((file) => file.entry === id && file.hash === hash)
        return [id, own.filter(({ hash }) => !isOut(hash))] as const
      })
      .filter(([, own]) => own.length > 0),
  )
  return Object.keys(kept).length === 0 ? rest : { ...rest, evidence: kept }
}
