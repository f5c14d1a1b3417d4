import { type Evaluation, issue } from '@yardstick/model'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { demand, type Person, personOf } from '../access/person.ts'
import { mayDo, reach } from '../access/rights.ts'
import { demandCampaign } from '../campaigns/demand-campaign.ts'
import { demandSubmission } from '../campaigns/demand-submission.ts'
import { conductingPlace, mayRead, ownPlace } from '../campaigns/places.ts'
import { seesAllLayers } from '../campaigns/sight.ts'
import { settled } from '../campaigns/stages.ts'
import { type EvidenceReference, lineOf, shownComplaints } from '../complaints/shown-complaint.ts'
import type { Context } from '../context.ts'
import { notFound, refusal, wrongData } from '../refusal.ts'
import { type App, answers, byId, closed, key, limitOf, page } from '../routing.ts'
import { sha256 } from '../scoring/score.ts'
import { holdStage } from '../store/campaigns.ts'
import { change, isDuplicate } from '../store/change.ts'
import {
  addComplaint,
  addComplaintRemark,
  type ComplaintRemark,
  type ComplaintRow,
  complaintsOf,
  decideComplaint,
  holdComplaint,
  listComplaints,
  readComplaint,
} from '../store/complaints.ts'
import { readEvaluation } from '../store/evaluations.ts'
import { readEvidence } from '../store/evidence.ts'
import { latestRun, readRun } from '../store/runs.ts'
import { readSubmission, type SubmissionRow } from '../store/submissions.ts'
import type { Db } from '../store/tables.ts'

/**
 * 申诉: a department remarks on a line of its result, which opens a thread; those who evaluate answer, a reviewer decides.
 * What is to be changed is changed the usual way, back in 复核 and by a new run; the complaint shows the line before and
 * after.
 */
const said = Type.String({ minLength: 1, maxLength: 20_000, pattern: '\\S' })
const remarkFields = {
  text: said,
  /** Ids of files that are attached to the submission. */
  evidence: Type.Optional(Type.Array(key, { maxItems: 50 })),
}
const raising = closed({ run: key, indicator: Type.String({ minLength: 1, maxLength: 120 }), ...remarkFields })
const remarking = closed(remarkFields)
type Remarking = Static<typeof remarking>

const deciding = closed({
  outcome: Type.Unsafe<NonNullable<ComplaintRow['outcome']>>({
    type: 'string',
    enum: ['kept', 'adjusted', 'partly'],
  }),
  reason: said,
  /** The run that carried it out; without one it is the newest that is begun after the decision. */
  run: Type.Optional(key),
})

const states = Type.Optional(
  Type.Unsafe<ComplaintRow['state']>({ type: 'string', enum: ['open', 'answered', 'decided'] }),
)

const tags = ['complaints']

export function complaintRoutes(app: App, context: Context): void {
  const { database, now, newId } = context
  const { db } = database

  app.get(
    '/api/campaigns/:id/complaints',
    {
      schema: {
        tags,
        summary: '申诉列表 Complaints of a campaign one may see, newest first',
        params: byId,
        querystring: closed({ ...page, state: states }),
      },
    },
    async (request) => {
      const { campaign, person } = await demandCampaign(request, db, request.params.id, 'campaign.read')
      const { after, state } = request.query
      const grants = {
        read: reach(person.grants, 'evaluation.read'),
        readOwn: reach(person.grants, 'evaluation.read-own'),
      }
      const filter = { campaign: campaign.id, state, after, limit: limitOf(request.query) }
      return { complaints: await shownComplaints(db, await listComplaints(db, grants, filter), person) }
    },
  )

  app.get(
    '/api/submissions/:id/complaints',
    {
      schema: {
        tags,
        summary: '申诉 Complaints on the result of a submission, newest first',
        params: byId,
        querystring: closed(page),
      },
    },
    async (request) => {
      const { row, person } = await demandSubmission(request, db, request.params.id, 'submission.read')
      demandReading(request, row)
      const { after } = request.query
      const rows = await complaintsOf(db, row.id, { after, limit: limitOf(request.query) })
      return { complaints: await shownComplaints(db, rows, person) }
    },
  )

  app.post(
    '/api/submissions/:id/complaints',
    {
      schema: {
        tags,
        response: answers(201),
        summary: '提出申诉 Complains of one line of a settled result; one at a time on each line',
        params: byId,
        body: raising,
      },
    },
    async (request, reply) => {
      const { body } = request
      const { row, person } = await demandSubmission(request, db, request.params.id, 'complaint.raise')
      demandSettled(row.stage)
      const before = await lineComplainedOf(row, body)
      const evidence = await evidenceOf(row, person, body)
      const at = now()
      const complaint = {
        ...{ id: newId(), submission_id: row.id, run_id: body.run, indicator_id: body.indicator },
        before: JSON.stringify(before),
        state: 'open' as const,
        ...{ raised_by: person.id, raised_at: at },
        ...{ outcome: null, reason: null, decided_by: null, decided_at: null, after_run_id: null },
      }
      const remark = remarkFor(complaint.id, 'department', person, body.text, evidence)
      await change(context, person.id, async (tx, log) => {
        demandSettled((await holdStage(tx, row.campaign_id)) ?? row.stage)
        await addComplaint(tx, complaint)
        await addComplaintRemark(tx, remark)
        const { indicator, run } = body
        await log('complaint.raise', `submission ${row.id}`, {
          ...{ complaint: complaint.id, run, indicator },
          text: sha256(body.text),
        })
      }).catch((error) => {
        throw isDuplicate(error) ? refusal('REQUEST_EXISTS', { found: before.name }) : error
      })
      reply.status(201)
      return shown(complaint.id, person)
    },
  )

  app.post(
    '/api/complaints/:id/remarks',
    {
      schema: {
        tags,
        response: answers(201),
        summary: '回复 Writes on a complaint that is not decided yet',
        params: byId,
        body: remarking,
      },
    },
    async (request, reply) => {
      const { complaint, row, person } = await demandComplaint(request, request.params.id)
      const isEvaluator = mayDo(person.grants, 'complaint.answer', conductingPlace(row))
      if (!isEvaluator && !mayDo(person.grants, 'complaint.raise', ownPlace(row))) {
        demand(request, 'complaint.answer', conductingPlace(row))
      }
      const { text } = request.body
      const evidence = await evidenceOf(row, person, request.body)
      const side = isEvaluator ? 'evaluator' : 'department'
      const remark = remarkFor(complaint.id, side, person, text, evidence)
      await change(context, person.id, async (tx, log) => {
        await holdUndecided(tx, complaint)
        await addComplaintRemark(tx, remark)
        await log('complaint.remark', `submission ${row.id}`, {
          ...{ complaint: complaint.id, indicator: complaint.indicator_id },
          text: sha256(text),
        })
      })
      reply.status(201)
      return shown(complaint.id, person)
    },
  )

  app.post(
    '/api/complaints/:id/decision',
    {
      schema: {
        tags,
        summary: '裁定 Decides a complaint: kept, adjusted or partly, with the reason and the run that carried it out',
        params: byId,
        body: deciding,
      },
    },
    async (request) => {
      const { complaint, row, person } = await demandComplaint(request, request.params.id)
      demand(request, 'complaint.decide', conductingPlace(row))
      const { outcome, reason, run } = request.body
      if (run !== undefined) await demandRunSince(complaint, run, outcome)
      await change(context, person.id, async (tx, log) => {
        await holdUndecided(tx, complaint)
        const decided = { decided_by: person.id, decided_at: now() }
        await decideComplaint(tx, complaint.id, { outcome, reason, ...decided, after_run_id: run ?? null })
        await log('complaint.decide', `submission ${row.id}`, {
          ...{ complaint: complaint.id, indicator: complaint.indicator_id, decision: outcome, why: reason },
          ...(run === undefined ? {} : { run }),
        })
      })
      return shown(complaint.id, person)
    },
  )

  async function shown(id: string, person: Person) {
    const [complaint] = await shownComplaints(db, [(await readComplaint(db, id))!], person)
    return complaint
  }

  /** A complaint, and who asks. To those who may not read it it is not there. */
  async function demandComplaint(request: FastifyRequest, id: string) {
    const complaint = await readComplaint(db, id)
    const row = complaint && (await readSubmission(db, complaint.submission_id))
    const person = personOf(request)
    if (complaint === undefined || row === undefined || !readsComplaints(person, row)) throw notFound(id)
    return { complaint, row, person }
  }

  /** The line of the result that the campaign came to: no earlier attempt is read by a department. */
  async function lineComplainedOf(row: SubmissionRow, { run, indicator }: { run: string; indicator: string }) {
    const isLatest = (await latestRun(db, row.campaign_id))?.id === run
    const stored = isLatest ? await readEvaluation(db, run, row.id) : undefined
    if (stored === undefined) throw notFound(`${run}/${row.id}`)
    const evaluation = JSON.parse(stored.document) as Evaluation
    const line = evaluation.indicators.find(({ id }) => id === indicator)
    if (line === undefined) throw notFound(indicator)
    return lineOf(evaluation, line)
  }

  /** Files of this submission that whoever writes may see. */
  async function evidenceOf(row: SubmissionRow, person: Person, { evidence = [] }: Remarking) {
    const found: EvidenceReference[] = []
    for (const id of new Set(evidence)) {
      const use = await readEvidence(db, id)
      const isSeen = use?.submission_id === row.id && (use.layer === 'reported' || seesAllLayers(row, person))
      if (use === undefined || !isSeen) throw notFound(id)
      found.push({ id, name: use.name })
    }
    return found
  }

  /** Of the same campaign, done, and later than the result that was complained of. */
  async function demandRunSince(complaint: ComplaintRow, id: string, outcome: string): Promise<void> {
    if (outcome === 'kept') {
      const expected = ['adjusted', 'partly']
      throw wrongData([issue('SHAPE_CHOICE', { pointer: '/outcome', expected, found: outcome })])
    }
    const [run, before] = [await readRun(db, id), await readRun(db, complaint.run_id)]
    const isSince = run !== undefined && before !== undefined && run.created_at > before.created_at
    if (run?.campaign_id !== complaint.campaign_id || run.state !== 'done' || !isSince) throw notFound(id)
  }

  function remarkFor(
    complaint: string,
    side: ComplaintRemark['side'],
    person: Person,
    text: string,
    evidence: readonly EvidenceReference[],
  ): ComplaintRemark {
    const written = { written_by: person.id, written_at: now() }
    return { id: newId(), complaint_id: complaint, side, text, evidence: JSON.stringify(evidence), ...written }
  }
}

/** Complaints are read by those who read results, and by the department itself also while they are looked at again. */
function readsComplaints({ grants }: Person, row: SubmissionRow): boolean {
  return mayRead(grants, 'evaluation.read', row) || mayDo(grants, 'evaluation.read-own', ownPlace(row))
}

function demandReading(request: FastifyRequest, row: SubmissionRow): void {
  if (!readsComplaints(personOf(request), row)) demand(request, 'evaluation.read', conductingPlace(row))
}

function demandSettled(stage: SubmissionRow['stage']): void {
  if (!settled.includes(stage)) throw refusal('REQUEST_STATE', { expected: [...settled], found: stage })
}

async function holdUndecided(tx: Db, { id }: ComplaintRow): Promise<void> {
  const held = await holdComplaint(tx, id)
  if (held === undefined) throw notFound(id)
  if (held.state === 'decided') throw refusal('REQUEST_STATE', { expected: ['open', 'answered'], found: held.state })
}
