import { issue, type Mapping } from '@yardstick/model'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { personOf } from '../access/person.ts'
import { mayDo, reach } from '../access/rights.ts'
import { demandCampaign } from '../campaigns/demand-campaign.ts'
import { demandIn, demandSubmission } from '../campaigns/demand-submission.ts'
import { underSchemeNames } from '../campaigns/local-names.ts'
import { ownPlace } from '../campaigns/places.ts'
import { schemeFor } from '../campaigns/scheme-for.ts'
import { shownSubmission } from '../campaigns/shown-submission.ts'
import { type Written, writeLayersWithin } from '../campaigns/write-layers.ts'
import { demandSome, demandStage, reportedEntry, writing } from '../campaigns/writing.ts'
import type { Context } from '../context.ts'
import { notFound, Refusal, wrongData } from '../refusal.ts'
import { type App, byId, closed, key, limitOf, note, page } from '../routing.ts'
import { change } from '../store/change.ts'
import { mappingOfVersion } from '../store/scheme-mappings.ts'
import { holdSubmission, listDocuments, type SubmissionRow } from '../store/submissions.ts'
import type { Db } from '../store/tables.ts'

/**
 * Of one submission what its department reports, as `PUT …/layers` takes it, with the revision that was seen; and where it
 * comes from.
 */
const ofOne = closed({
  id: key,
  revision: Type.Integer({ minimum: 1 }),
  ...writing.properties,
  entries: Type.Array(reportedEntry, { maxItems: 20_000 }),
  note: Type.Optional(note),
})
const writingMany = closed({
  submissions: Type.Array(ofOne, { minItems: 1, maxItems: 50 }),
  /** `local`: items are named, and figures given, as the region's own data do (名称对照). */
  names: Type.Optional(Type.Literal('local')),
})
type OfOne = Static<typeof ofOne>

const MOST_DOCUMENTS = 50

const tags = ['campaigns']

/** The submissions of a campaign whole, and written many at a time: what workbooks are made from, and what they come to. */
export function campaignEntryRoutes(app: App, context: Context): void {
  const { database, now } = context
  const { db } = database

  app.get(
    '/api/campaigns/:id/documents',
    {
      schema: {
        tags,
        summary: '填报数据全文 Submissions of a campaign one may see, whole, at most 50 at a time',
        params: byId,
        querystring: closed(page),
      },
    },
    async (request) => {
      const { campaign, person } = await demandCampaign(request, db, request.params.id, 'campaign.read')
      const grants = reach(personOf(request).grants, 'submission.read')
      const { after } = request.query
      const limit = limitOf(request.query, MOST_DOCUMENTS)
      const rows = await listDocuments(db, grants, { campaign: campaign.id, after, limit })
      return { submissions: await Promise.all(rows.map((row) => shownSubmission(db, row, person))) }
    },
  )

  app.post(
    '/api/campaigns/:id/entries',
    {
      schema: {
        tags,
        summary:
          '批量导入 Writes what several departments reported, each as `PUT …/layers` would: what refuses one is in its answer and keeps back no other',
        params: byId,
        body: writingMany,
      },
    },
    async (request) => {
      const { campaign, person } = await demandCampaign(request, db, request.params.id, 'campaign.read')
      const wanted = new Map(request.body.submissions.map((each) => [each.id, each]))
      const seen = new Map<string, SubmissionRow>()
      // Who may not write one of them writes none: this was not meant.
      for (const [at, each] of request.body.submissions.entries()) {
        const known = seen.get(each.id)
        if (known !== undefined) throw twice(at, known)
        const { row } = await demandSubmission(request, db, each.id, 'submission.read')
        if (row.campaign_id !== campaign.id) throw notFound(each.id)
        demandSome(each)
        demandTakingIn(request, row)
        seen.set(each.id, row)
      }
      const written = await change(context, person.id, async (tx, log) => {
        // All of them are held before the log is: who writes one of them holds it first, too.
        const held: [OfOne, SubmissionRow | undefined][] = []
        for (const id of [...wanted.keys()].sort()) {
          held.push([wanted.get(id)!, await holdSubmission(tx, seen.get(id)!)])
        }
        const answers = new Map<string, Answer>()
        for (const [each, row] of held) {
          const { id, revision: stated, note, ...own } = each
          answers.set(
            id,
            await answered(id, async () => {
              if (row === undefined) throw notFound(id)
              demandTakingIn(request, row)
              demandStage(row, own)
              const from = note === undefined ? {} : { note }
              const isLocal = request.body.names === 'local'
              const writing = isLocal ? { ...own, entries: await renamed(tx, row, own.entries) } : own
              return writeLayersWithin(tx, log, now(), { request, person, row, stated, writing, ...from })
            }),
          )
        }
        return answers
      })
      return { submissions: [...wanted.keys()].map((id) => written.get(id)) }
    },
  )
}

/** Without local names there is nothing to rename. */
async function renamed(tx: Db, row: SubmissionRow, entries: OfOne['entries']): Promise<OfOne['entries']> {
  const mapping = await mappingOfVersion(tx, row.version_hash)
  if (mapping === undefined) return entries
  return underSchemeNames(entries, JSON.parse(mapping) as Mapping, await schemeFor(tx, row))
}

/** The department itself, or for it whoever conducts the campaign: the layer says who it was. */
function demandTakingIn(request: FastifyRequest, row: SubmissionRow): void {
  if (!mayDo(personOf(request).grants, 'submission.report', ownPlace(row))) demandIn(request, row, 'submission.take-in')
}

/** Of two writings of one submission the second would not know of the first. */
function twice(at: number, { department_name: found }: SubmissionRow): Refusal {
  return wrongData([issue('REQUEST_EXISTS', { pointer: `/submissions/${at}/id`, found })])
}

type Answer = { readonly id: string; readonly status: number } & (Written | Pick<Refusal, 'issues'>)

/** What refuses it is its answer: nothing of it was written by then. */
async function answered(id: string, write: () => Promise<Written>): Promise<Answer> {
  try {
    return { id, status: 200, ...(await write()) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { id, status: error.status, issues: error.issues, ...error.more }
  }
}
