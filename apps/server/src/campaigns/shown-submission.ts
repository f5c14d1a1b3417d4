import type { Declaration, Submission } from '@yardstick/model'
import type { Person } from '../access/person.ts'
import { mayDo } from '../access/rights.ts'
import type { SubmissionHead, SubmissionRow } from '../store/submissions.ts'
import { ownPlace } from './places.ts'
import { settled } from './stages.ts'
import { upToLayer } from './write-layers.ts'

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
  }
}

/** With its documents, as this person may see them. */
export function shownSubmission(row: SubmissionRow, person: Person) {
  const { stage } = row
  return { ...shownHead(row), stage, submission: submissionFor(row, person), declaration: declarationOf(row) }
}

function submissionFor(row: SubmissionRow, person: Person): Submission {
  const submission = submissionOf(row)
  return seesAllLayers(row, person) ? submission : upToLayer(submission, 'reported')
}

/** Until a result is settled a department sees what it reported itself, and not what is about to be made of it. */
export function seesAllLayers(row: SubmissionRow, { grants }: Person): boolean {
  return settled.includes(row.stage) || mayDo(grants, 'submission.read-judged', ownPlace(row))
}

/** The documents were checked before they were stored. */
export function submissionOf({ document }: Pick<SubmissionRow, 'document'>): Submission {
  return JSON.parse(document) as Submission
}

export function declarationOf({ declaration }: Pick<SubmissionRow, 'declaration'>): Declaration | null {
  return declaration === null ? null : (JSON.parse(declaration) as Declaration)
}
