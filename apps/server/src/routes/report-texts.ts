import { canonicalText, type ReportTexts, validate } from '@yardstick/model'
import { demandSubmission } from '../campaigns/demand-submission.ts'
import type { Context } from '../context.ts'
import { demandResult } from '../evaluations/demand-run.ts'
import { notFound, refusal, wrongData } from '../refusal.ts'
import { type App, answers, byId, documentBody, ofRevision, revisionOf } from '../routing.ts'
import { sha256 } from '../scoring/score.ts'
import { change } from '../store/change.ts'
import { namesOf } from '../store/names-of.ts'
import { readTexts, type StoredTexts, writeTexts } from '../store/report-texts.ts'
import { holdSubmission } from '../store/submissions.ts'
import type { Stage } from '../store/tables/campaigns.ts'
import type { Db } from '../store/tables.ts'

/**
 * 报告文字: what those who evaluate write around the figures of one submission, with a revision of its own. A report is
 * finished after its figures are: it is written until it is published, and from then on its department reads it.
 */
const stagesWriting: readonly Stage[] = ['declaration', 'report', 'self', 'evaluate', 'verify', 'final']

const tags = ['submissions']

export function reportTextsRoutes(app: App, context: Context): void {
  const { database, now } = context
  const { db } = database

  app.get(
    '/api/submissions/:id/report-texts',
    {
      schema: {
        tags,
        response: answers(200, { texts: documentBody('report-texts') }),
        summary: '报告文字 What was written for the report of a submission; revision 0 is nothing yet',
        params: byId,
      },
    },
    async (request, reply) => {
      const { row, isOwn } = await demandResult(request, db, request.params.id)
      if (isOwn && row.stage !== 'public') throw refusal('REQUEST_STATE', { expected: ['public'], found: row.stage })
      const shown = await shownTexts(db, await readTexts(db, row.id))
      reply.header('etag', `"${shown.revision}"`)
      return shown
    },
  )

  app.put(
    '/api/submissions/:id/report-texts',
    {
      schema: {
        tags,
        headers: ofRevision,
        summary: '撰写报告文字 Writes them, whole; what others wrote since comes with a 412, as `current`',
        params: byId,
        body: documentBody('report-texts'),
      },
    },
    async (request, reply) => {
      const stated = revisionOf(request)
      const { row: seen, person } = await demandSubmission(request, db, request.params.id, 'report.write')
      const read = validate('report-texts', request.body)
      if (!read.ok) throw wrongData(read.issues)
      const document = canonicalText(read.value)
      const revision = await change(context, person.id, async (tx, log) => {
        const row = await holdSubmission(tx, seen)
        if (row === undefined) throw notFound(seen.id)
        if (!stagesWriting.includes(row.stage)) {
          throw refusal('REQUEST_STATE', { expected: [...stagesWriting], found: row.stage })
        }
        const before = await readTexts(tx, row.id)
        const newest = before?.revision ?? 0
        if (newest !== stated) {
          const at = { expected: newest, found: stated }
          throw refusal('REQUEST_STALE', at, { current: await shownTexts(tx, before) })
        }
        if (before?.document === document) return newest
        const next = newest + 1
        await writeTexts(tx, {
          ...{ submission_id: row.id, revision: next, document },
          ...{ written_by: person.id, written_at: now() },
        })
        await log('report.write', `submission ${row.id}`, { revision: next, change: sha256(document) })
        return next
      })
      reply.header('etag', `"${revision}"`)
      return { revision }
    },
  )
}

async function shownTexts(db: Db, row: StoredTexts | undefined) {
  if (row === undefined) return { revision: 0, texts: NONE, by: null, at: null }
  const nameOf = await namesOf(db, [row.written_by])
  const texts = JSON.parse(row.document) as ReportTexts
  return { revision: row.revision, texts, by: nameOf(row.written_by), at: row.written_at }
}

const NONE: ReportTexts = { yardstick: 'report-texts/1' }
