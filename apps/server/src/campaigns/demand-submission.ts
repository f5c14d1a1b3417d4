import type { FastifyRequest } from 'fastify'
import { demand, type Person, personOf } from '../access/person.ts'
import type { Action } from '../access/rights.ts'
import { notFound } from '../refusal.ts'
import { demandNewest, revisionOf } from '../routing.ts'
import { readSubmission, type SubmissionRow } from '../store/submissions.ts'
import type { Db } from '../store/tables.ts'
import { conductingPlace, mayRead, ownPlace } from './places.ts'

/** What the department itself does with its submission; all else is done by those who conduct the campaign. */
const OWN: ReadonlySet<Action> = new Set<Action>(['submission.read', 'submission.report', 'complaint.raise'])

/** A submission, and who asks, who may do this with it. To those who may not read it it is not there. */
export async function demandSubmission(
  request: FastifyRequest,
  db: Db,
  id: string,
  action: Action,
): Promise<{ row: SubmissionRow; person: Person }> {
  const row = await readSubmission(db, id)
  if (row === undefined) throw notFound(id)
  const person = personOf(request)
  if (!mayRead(person.grants, 'submission.read', row)) throw notFound(id)
  if (action !== 'submission.read') demandIn(request, row, action)
  return { row, person }
}

/** The same for a submission that has been read. */
export function demandIn(request: FastifyRequest, row: SubmissionRow, action: Action): void {
  demand(request, action, OWN.has(action) ? ownPlace(row) : conductingPlace(row))
}

/** Who says which revision is meant is held to it. */
export function demandStated(request: FastifyRequest, { revision }: SubmissionRow): void {
  if (request.headers['if-match'] !== undefined) demandNewest(revision, revisionOf(request))
}
