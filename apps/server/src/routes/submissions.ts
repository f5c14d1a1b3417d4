import {
  type InputValue,
  indicatorById,
  isLeafPlace,
  issue,
  type LayerEntry,
  layersOf,
  type Scheme,
  type Submission,
  writeLayers,
} from '@yardstick/model'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { demand, type Person } from '../access/person.ts'
import { mayDo } from '../access/rights.ts'
import { checkDocument } from '../campaigns/check-document.ts'
import { demandIn, demandStated, demandSubmission } from '../campaigns/demand-submission.ts'
import { isOvertaken, shownHistory } from '../campaigns/history.ts'
import { hasPanel, panelEntry } from '../campaigns/panel.ts'
import { conductingPlace } from '../campaigns/places.ts'
import { saveSubmission, saveWithin } from '../campaigns/save-submission.ts'
import { schemeFor } from '../campaigns/scheme-for.ts'
import { seesAllLayers, shownSubmission, submissionOf } from '../campaigns/shown-submission.ts'
import { handingIn, joining, layerAction, layersWritten, stagesWriting } from '../campaigns/stages.ts'
import type { Context } from '../context.ts'
import { notFound, refusal, wrongData } from '../refusal.ts'
import {
  type App,
  answers,
  byId,
  closed,
  count,
  documentBody,
  limitOf,
  mayBeOfRevision,
  note,
  ofRevision,
  revisionOf,
} from '../routing.ts'
import { change } from '../store/change.ts'
import { holdSubmission, listRevisions, removeSubmission, type SubmissionRow } from '../store/submissions.ts'
import type { Db } from '../store/tables.ts'

/**
 * 填报数据: a document of layers, each written by its own role and in its own stages. A layer says by whom and when it was
 * written: the server knows, and takes nobody's word for it.
 */
const mapKey = Type.String({ minLength: 1, maxLength: 200, pattern: '^(?!(?:__proto__|constructor|prototype)$)' })
const layerEntry = closed({
  of: Type.Unsafe<LayerEntry['of']>({ type: 'string', enum: ['items', 'judgements'] }),
  id: mapKey,
  unit: Type.Optional(mapKey),
  layer: Type.Unsafe<LayerEntry['layer']>({
    type: 'string',
    enum: ['reported', 'verified', 'judged', 'overridden'],
  }),
  /** Its shape is checked where it stands, in the submission. */
  value: Type.Optional(Type.Unsafe<InputValue>({})),
  state: Type.Optional(
    Type.Unsafe<NonNullable<LayerEntry['state']>>({
      type: 'string',
      enum: ['present', 'missing', 'not-applicable', 'to-be-verified'],
    }),
  ),
  why: Type.Optional(note),
})
const writing = closed({
  entries: Type.Array(layerEntry, { maxItems: 20_000 }),
  /** 自评分, in 自评; null takes them away. */
  claims: Type.Optional(Type.Unsafe<Submission['claims'] | null>({})),
})
type Writing = Static<typeof writing>

const tags = ['submissions']

export function submissionRoutes(app: App, context: Context): void {
  const { database, now } = context
  const { db } = database

  app.get(
    '/api/submissions/:id',
    {
      schema: {
        tags,
        response: answers(200, { submission: documentBody('submission') }),
        summary: '填报数据 One submission, whole',
        params: byId,
      },
    },
    async (request, reply) => {
      const { row, person } = await demandSubmission(request, db, request.params.id, 'submission.read')
      reply.header('etag', `"${row.revision}"`)
      return shownSubmission(db, row, person)
    },
  )

  app.put(
    '/api/submissions/:id/layers',
    {
      schema: {
        tags,
        headers: ofRevision,
        summary:
          '填写 Writes layers of a submission; what others wrote since, in other places, is in `others`; in the same ones: 412',
        params: byId,
        body: writing,
      },
    },
    async (request, reply) => {
      const stated = revisionOf(request)
      const { row: seen, person } = await demandSubmission(request, db, request.params.id, 'submission.read')
      demandWriting(request, seen, request.body)
      const written = await change(context, person.id, async (tx, log) => {
        const row = await holdSubmission(tx, seen)
        if (row === undefined) throw notFound(seen.id)
        demandWriting(request, row, request.body)
        const scheme = await schemeFor(tx, row)
        const before = submissionOf(row)
        const entries = ownScores(request, row, person, scheme, before)
        const since = await linesSince(tx, row, stated)
        const { claims: claimed } = request.body
        const asked = new Set<LayerEntry>(request.body.entries)
        const isBeside = (entry: LayerEntry) => !asked.has(entry)
        const wanted = { who: person.id, entries, isBeside, hasClaims: claimed !== undefined }
        if (since === undefined || isOvertaken(since, wanted)) {
          const at = { expected: row.revision, found: stated }
          throw refusal('REQUEST_STALE', at, { current: await shownSubmission(tx, row, person) })
        }
        const stamp = { who: person.title, when: now().toISOString() }
        const { submission, changes } = writeLayers(before, entries, stamp)
        const seesAll = seesAllLayers(row, person)
        const { submission: after, issues } = checkDocument(scheme, withClaims(submission, claimed), {
          layers: changes.map(({ layer }) => layer),
          seesAll,
        })
        const claims = { before: before.claims ?? null, after: after.claims ?? null }
        const isClaimed = JSON.stringify(claims.before) !== JSON.stringify(claims.after)
        const others = shownHistory(since, seesAll)
        if (changes.length === 0 && !isClaimed) return { revision: row.revision, issues, others }
        const revision = await saveWithin(tx, log, now(), {
          person,
          row,
          action: 'submission.write',
          fields: { document: JSON.stringify(after) },
          change: { type: 'layers', entries: changes, ...(isClaimed ? { claims } : {}) },
        })
        return { revision, issues, others }
      })
      reply.header('etag', `"${written.revision}"`)
      return written
    },
  )

  app.post(
    '/api/submissions/:id/submit',
    { schema: { tags, headers: mayBeOfRevision, summary: '提交 Hands a submission in', params: byId } },
    async (request, reply) => {
      const { row, person } = await demandSubmission(request, db, request.params.id, 'submission.report')
      demandState(row, ['open', 'returned'])
      if (row.stage === 'evaluate') demandState(row, ['returned'])
      demandStated(request, row)
      const { issues } = checkDocument(await schemeFor(db, row), submissionOf(row), {
        layers: ['reported'],
        seesAll: seesAllLayers(row, person),
      })
      const revision = await saveSubmission(context, {
        person,
        row,
        action: 'submission.submit',
        fields: { state: 'submitted' },
        change: { type: 'submit', before: row.state, after: 'submitted' },
      })
      reply.header('etag', `"${revision}"`)
      return { revision, state: 'submitted', issues }
    },
  )

  const returning = closed({ note: Type.String({ minLength: 1, maxLength: 20_000, pattern: '\\S' }) })
  app.post(
    '/api/submissions/:id/return',
    {
      schema: {
        tags,
        headers: mayBeOfRevision,
        summary: '退回修改 Returns a submission, with what is to be mended',
        params: byId,
        body: returning,
      },
    },
    async (request, reply) => {
      const { row, person } = await demandSubmission(request, db, request.params.id, 'submission.return')
      // In 评价 nobody hands in but what was returned: whoever is late is asked for it so.
      demandState(row, row.stage === 'evaluate' ? ['submitted', 'open'] : ['submitted'])
      demandStated(request, row)
      const revision = await saveSubmission(context, {
        person,
        row,
        action: 'submission.return',
        fields: { state: 'returned' },
        change: { type: 'return', before: row.state, after: 'returned' },
        note: request.body.note,
      })
      reply.header('etag', `"${revision}"`)
      return { revision, state: 'returned' }
    },
  )

  app.delete(
    '/api/submissions/:id',
    {
      schema: { tags, summary: '移出评价项目 Takes out of the campaign, where nothing was written yet', params: byId },
    },
    async (request, reply) => {
      const { row, person } = await demandSubmission(request, db, request.params.id, 'campaign.manage')
      if (!joining.includes(row.stage)) throw refusal('REQUEST_STATE', { expected: [...joining], found: row.stage })
      await change(context, person.id, async (tx, log) => {
        const isGone = await removeSubmission(tx, row.id)
        if (!isGone) throw refusal('REQUEST_IN_USE', { expected: ['history'], found: row.department_name })
        const { department_id: department, project } = row
        await log('campaign.leave', `campaign ${row.campaign_id}`, { submission: row.id, department, project })
      })
      reply.status(204)
    },
  )

  const historyQuery = closed({ after: Type.Optional(count), limit: Type.Optional(count) })
  app.get(
    '/api/submissions/:id/history',
    { schema: { tags, summary: '修改历史 What changed, newest first', params: byId, querystring: historyQuery } },
    async (request) => {
      const { row, person } = await demandSubmission(request, db, request.params.id, 'submission.read')
      const { after } = request.query
      const limit = limitOf(request.query)
      const seesAll = seesAllLayers(row, person)
      const revisions: ReturnType<typeof shownHistory<Line>> = []
      // A page is full of what is shown, however much of what was read is not.
      for (let before = after === undefined ? undefined : Number(after); revisions.length < limit; ) {
        const lines = await listRevisions(db, row.id, { before, limit })
        revisions.push(...shownHistory(lines, seesAll))
        before = lines.at(-1)?.number
        if (lines.length < limit) break
      }
      return { revisions: revisions.slice(0, limit) }
    },
  )
}

type Line = Awaited<ReturnType<typeof listRevisions>>[number]

/** Whoever is further behind begins anew. */
const MOST_BEHIND = 500

/** What was changed since a revision, newest first; undefined where it is none, or too long ago. */
async function linesSince(db: Db, { id, revision }: SubmissionRow, stated: number): Promise<Line[] | undefined> {
  const behind = revision - stated
  if (behind < 0 || stated < 1 || behind > MOST_BEHIND) return undefined
  return behind === 0 ? [] : listRevisions(db, id, { limit: behind })
}

/** Every layer by the right it takes, in a stage in which it is written. */
function demandWriting(request: FastifyRequest, row: SubmissionRow, { entries, claims }: Writing): void {
  if (entries.length === 0 && claims === undefined) {
    throw wrongData([issue('SHAPE_SIZE', { pointer: '/entries', expected: '>= 1', found: 0 })])
  }
  const isReturned = row.state === 'returned'
  for (const { of, layer } of entries) {
    demandIn(request, row, layerAction[layer])
    // What people decide about is not reported: who is evaluated gives no score that counts, but claims.
    if (of === 'judgements' && layer === 'reported') demandIn(request, row, 'submission.judge')
  }
  if (claims !== undefined) demandIn(request, row, 'submission.report')
  for (const [index, { layer }] of entries.entries()) {
    if (layersWritten(row.stage, isReturned).includes(layer)) continue
    const pointer = `/entries/${index}/layer`
    throw refusal('REQUEST_STATE', { pointer, expected: stagesWriting(layer), found: row.stage })
  }
  if (claims !== undefined && row.stage !== 'self' && !(row.stage === 'evaluate' && isReturned)) {
    throw refusal('REQUEST_STATE', { pointer: '/claims', expected: ['self'], found: row.stage })
  }
  const isReporting = claims !== undefined || entries.some(({ layer }) => layer === 'reported')
  if (isReporting) demandState(row, ['open', 'returned'])
  entries.forEach(({ layer, why = '', value, state }, index) => {
    const isTaken = value === undefined && state === undefined
    if (layer !== 'overridden' || isTaken || why.trim() !== '') return
    throw wrongData([issue('SHAPE_REQUIRED', { pointer: `/entries/${index}`, expected: 'why' })])
  })
}

/** Entries as they are written: the very ones that were sent, but those of an expert of a panel, put beside the others'. */
function ownScores(
  request: FastifyRequest<{ Body: Writing }>,
  row: SubmissionRow,
  person: Person,
  scheme: Scheme,
  before: Submission,
): LayerEntry[] {
  const { entries } = request.body
  const place = conductingPlace(row)
  if (mayDo(person.grants, 'submission.verify', place)) return entries
  const places = indicatorById(scheme)
  return entries.map((entry) => {
    const leaf = places.get(entry.id)
    const isPanel = entry.of === 'judgements' && entry.layer === 'judged' && leaf !== undefined
    if (!isPanel || !isLeafPlace(leaf) || !hasPanel(leaf.node)) return entry
    const of = entry.unit === undefined ? before : before.units?.find(({ name }) => name === entry.unit)
    const known = of?.judgements !== undefined && Object.hasOwn(of.judgements, entry.id)
    const layers = known ? layersOf(of.judgements![entry.id]) : []
    const own = panelEntry(
      entry,
      layers.find(({ layer }) => layer === 'judged'),
      person,
    )
    if (own === undefined) demand(request, 'submission.verify', place)
    return own ?? entry
  })
}

function withClaims(submission: Submission, claims: Submission['claims'] | null): Submission {
  if (claims === undefined) return submission
  const { claims: _, ...rest } = submission
  return claims === null ? rest : { ...rest, claims }
}

function demandState(row: SubmissionRow, expected: readonly SubmissionRow['state'][]): void {
  if (!handingIn.includes(row.stage)) throw refusal('REQUEST_STATE', { expected: [...handingIn], found: row.stage })
  if (!expected.includes(row.state)) throw refusal('REQUEST_STATE', { expected: [...expected], found: row.state })
}
