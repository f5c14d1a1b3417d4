import type { Mapping } from '@yardstick/model'
import { Type } from 'typebox'
import { checkDocument } from '../campaigns/check-document.ts'
import { demandStated, demandSubmission } from '../campaigns/demand-submission.ts'
import { handedIn } from '../campaigns/handed-in.ts'
import { shownHistory } from '../campaigns/history.ts'
import { saveSubmission } from '../campaigns/save-submission.ts'
import { schemeFor } from '../campaigns/scheme-for.ts'
import { shownSubmission } from '../campaigns/shown-submission.ts'
import { seesAllLayers, sightOf } from '../campaigns/sight.ts'
import { joining } from '../campaigns/stages.ts'
import { submissionOf } from '../campaigns/stored-documents.ts'
import { writeLayersWithin } from '../campaigns/write-layers.ts'
import { demandState, demandWriting, writing } from '../campaigns/writing.ts'
import type { Context } from '../context.ts'
import { notFound, refusal } from '../refusal.ts'
import {
  type App,
  answers,
  byId,
  closed,
  count,
  documentBody,
  limitOf,
  mayBeOfRevision,
  ofRevision,
  revisionOf,
} from '../routing.ts'
import { change } from '../store/change.ts'
import { mappingOfVersion } from '../store/scheme-mappings.ts'
import { holdSubmission, listRevisions, removeSubmission } from '../store/submissions.ts'

/** 填报数据: a document of layers, each written by its own role and in its own stages. */
const tags = ['submissions']

export function submissionRoutes(app: App, context: Context): void {
  const { database, now } = context
  const { db } = database

  app.get(
    '/api/submissions/:id',
    {
      schema: {
        tags,
        response: answers(200, { submission: documentBody('submission'), mapping: documentBody('mapping') }),
        summary: '填报数据 One submission, whole; with the local names of its data items, where there are any',
        params: byId,
      },
    },
    async (request, reply) => {
      const { row, person } = await demandSubmission(request, db, request.params.id, 'submission.read')
      reply.header('etag', `"${row.revision}"`)
      const mapping = await mappingOfVersion(db, row.version_hash)
      const local = mapping === undefined ? null : (JSON.parse(mapping) as Mapping)
      return { ...(await shownSubmission(db, row, person)), mapping: local }
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
        return writeLayersWithin(tx, log, now(), { request, person, row, stated, writing: request.body })
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
        fields: { state: 'submitted', ...handedIn(row, now()) },
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
      const sight = await sightOf(db, row, person)
      const revisions: ReturnType<typeof shownHistory<Line>> = []
      // A page is full of what is shown, however much of what was read is not.
      for (let before = after === undefined ? undefined : Number(after); revisions.length < limit; ) {
        const lines = await listRevisions(db, row.id, { before, limit })
        revisions.push(...shownHistory(lines, sight))
        before = lines.at(-1)?.number
        if (lines.length < limit) break
      }
      return { revisions: revisions.slice(0, limit) }
    },
  )
}

type Line = Awaited<ReturnType<typeof listRevisions>>[number]
