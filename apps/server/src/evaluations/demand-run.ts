import type { FastifyRequest } from 'fastify'
import { type Person, personOf } from '../access/person.ts'
import { type Action, mayDo } from '../access/rights.ts'
import { demandCampaign } from '../campaigns/demand-campaign.ts'
import { demandIn, demandSubmission } from '../campaigns/demand-submission.ts'
import { mayRead, ownPlace } from '../campaigns/places.ts'
import { hidesSome, sightOf } from '../campaigns/sight.ts'
import { settled } from '../campaigns/stages.ts'
import { submissionOf } from '../campaigns/stored-documents.ts'
import { notFound, refusal } from '../refusal.ts'
import type { Campaign } from '../store/campaigns.ts'
import { latestRun, type Run, readRun } from '../store/runs.ts'
import type { SubmissionRow } from '../store/submissions.ts'
import type { Db } from '../store/tables.ts'

/** A run, and who asks, who may do this in its campaign. To those who may not see the campaign it is not there. */
export async function demandRun(
  request: FastifyRequest,
  db: Db,
  id: string,
  action: Action,
): Promise<{ run: Run; campaign: Campaign; person: Person }> {
  const run = await readRun(db, id)
  if (run === undefined) throw notFound(id)
  return { run, ...(await demandCampaign(request, db, run.campaign_id, action)) }
}

/**
 * A submission whose result may be read by whoever asks: where it belongs, by those who evaluate; by the department
 * itself once results are settled.
 */
export async function demandResult(
  request: FastifyRequest,
  db: Db,
  id: string,
): Promise<{ row: SubmissionRow; isOwn: boolean }> {
  const { row, person } = await demandSubmission(request, db, id, 'submission.read')
  if (mayRead(person.grants, 'evaluation.read', row)) return { row, isOwn: false }
  const isOwn = settled.includes(row.stage) && mayDo(person.grants, 'evaluation.read-own', ownPlace(row))
  if (!isOwn) demandIn(request, row, 'evaluation.read')
  return { row, isOwn }
}

/** The same for its scores line by line: they tell an expert of a panel what the others gave. */
export async function demandScores(
  request: FastifyRequest,
  db: Db,
  id: string,
): Promise<{ row: SubmissionRow; isOwn: boolean }> {
  const found = await demandResult(request, db, id)
  const submission = submissionOf(found.row)
  const sight = await sightOf(db, found.row, personOf(request), submission)
  if (!hidesSome(submission, sight)) return found
  throw refusal('REQUEST_STATE', { expected: ['verify', ...settled], found: found.row.stage })
}

/** The run that rankings and statistics are of: the one that is named, else the newest that is done. */
export async function runOf(db: Db, campaign: string, named: string | undefined): Promise<Run> {
  const run = named === undefined ? await latestRun(db, campaign) : await readRun(db, named)
  if (run === undefined || run.campaign_id !== campaign) {
    if (named !== undefined) throw notFound(named)
    throw refusal('REQUEST_STATE', { expected: ['evaluated'], found: 'not evaluated' })
  }
  return run
}
