import type { Scheme } from '@yardstick/model'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { answerWith, JSON_TYPE, kept, schemeOf } from '../document-text.ts'
import { notFound } from '../refusal.ts'
import {
  type App,
  answers,
  byId,
  closed,
  count,
  documentBody,
  key,
  label,
  limitOf,
  ofRevision,
  page,
  revisionOf,
} from '../routing.ts'
import { demandScheme, holdInState } from '../schemes/demand-scheme.ts'
import { existingRevision, readScheme } from '../schemes/read-scheme.ts'
import { staleSave } from '../schemes/stale-save.ts'
import { change } from '../store/change.ts'
import { namesOf } from '../store/names-of.ts'
import {
  addRevision,
  listRevisions,
  nameRevision,
  type Revision,
  type RevisionHead,
} from '../store/scheme-revisions.ts'
import { lineageColumns, type SchemeRow, setScheme } from '../store/schemes.ts'
import type { Db } from '../store/tables.ts'
import { demandWithinLimits, type Step } from '../templates/limits.ts'

/** The draft of a scheme, its earlier revisions, and those among them that have a name 保存点. */
const tags = ['schemes']

/** No scheme is saved so often. */
const LARGEST = 999_999_999

const byNumber = closed({ id: key, number: count })

export function schemeDraftRoutes(app: App, context: Context): void {
  const { database, now } = context
  const { db } = database

  app.get(
    '/api/schemes/:id/draft',
    {
      schema: {
        tags,
        response: answers(200, { scheme: documentBody('scheme') }),
        summary: '草稿 The newest revision',
        params: byId,
      },
    },
    async (request, reply) => {
      const { scheme } = await demandScheme(request, db, request.params.id, 'scheme.read')
      return answer(db, reply, scheme, await existingRevision(db, scheme.id, scheme.revision))
    },
  )

  app.put(
    '/api/schemes/:id/draft',
    {
      schema: {
        tags,
        headers: ofRevision,
        summary: '保存草稿 Saves the draft; others ahead: 412 with both put together',
        params: byId,
        body: documentBody('scheme'),
      },
    },
    async (request, reply) => {
      const revision = revisionOf(request)
      const { scheme: before, person } = await demandScheme(request, db, request.params.id, 'scheme.write')
      const scheme = readScheme(request.body)
      // Only what is checked against the newest revision is saved on it.
      const step = before.revision === revision ? await stepOf(db, before, scheme) : undefined
      const text = kept(scheme)
      const number = await change(context, person.id, async (tx, log) => {
        const held = await holdInState(tx, before.id, 'draft', 'approved')
        if (held.revision !== revision || step === undefined) return undefined
        const at = now()
        const next = revision + 1
        const saved = { scheme_id: before.id, number: next, saved_by: person.id, saved_at: at, save_point: null }
        await addRevision(tx, { ...saved, ...text })
        // What was approved was approved as it was.
        const head = { name: scheme.name, ...lineageColumns(scheme) }
        await setScheme(tx, before.id, { ...head, state: 'draft', revision: next, updated_at: at })
        const detail = { revision: next, hash: text.hash }
        if (step === 'parted') await log('scheme.part', `scheme ${before.id}`, { ...detail, mode: 'copy' })
        else if (step === 'followed')
          await log('scheme.follow', `scheme ${before.id}`, { ...detail, ...toldOf(scheme) })
        else await log('scheme.save', `scheme ${before.id}`, detail)
        return next
      })
      if (number === undefined) throw await staleSave(db, before.id, revision, scheme)
      reply.header('etag', `"${number}"`)
      return { revision: number }
    },
  )

  const query = closed({ ...page, savePoints: Type.Optional(Type.Literal('only')) })
  app.get(
    '/api/schemes/:id/revisions',
    { schema: { tags, summary: '历次保存 Revisions that are kept, newest first', params: byId, querystring: query } },
    async (request) => {
      const { scheme } = await demandScheme(request, db, request.params.id, 'scheme.read')
      const { after, savePoints } = request.query
      const rows = await listRevisions(db, scheme.id, {
        after: after === undefined ? undefined : placeOf(after),
        limit: limitOf(request.query),
        savePoints: savePoints !== undefined,
      })
      const nameOf = await namesOf(
        db,
        rows.map(({ saved_by }) => saved_by),
      )
      return { revisions: rows.map((row) => shown(row, nameOf)) }
    },
  )

  app.get(
    '/api/schemes/:id/revisions/:number',
    {
      schema: {
        tags,
        response: answers(200, { scheme: documentBody('scheme') }),
        summary: '某次保存 One revision',
        params: byNumber,
      },
    },
    async (request, reply) => {
      const { scheme } = await demandScheme(request, db, request.params.id, 'scheme.read')
      return answer(db, reply, scheme, await existingRevision(db, scheme.id, Number(request.params.number)))
    },
  )

  const named = closed({ name: label, revision: Type.Optional(Type.Integer({ minimum: 1, maximum: 999_999_999 })) })
  app.post(
    '/api/schemes/:id/save-points',
    {
      schema: {
        tags,
        response: answers(201),
        summary: '设保存点 Names a revision, the newest unless stated',
        params: byId,
        body: named,
      },
    },
    async (request, reply) => {
      const { scheme, person } = await demandScheme(request, db, request.params.id, 'scheme.write')
      const { name, revision: number = scheme.revision } = request.body
      await change(context, person.id, async (tx, log) => {
        if (!(await nameRevision(tx, scheme.id, number, name))) throw notFound(String(number))
        await log('scheme.save-point', `scheme ${scheme.id}`, { revision: number, name })
      })
      reply.status(201)
      return { number, name }
    },
  )

  app.delete(
    '/api/schemes/:id/save-points/:number',
    { schema: { tags, summary: '取消保存点 Takes the name away; the revision may then go', params: byNumber } },
    async (request, reply) => {
      const { scheme, person } = await demandScheme(request, db, request.params.id, 'scheme.write')
      const number = Number(request.params.number)
      await change(context, person.id, async (tx, log) => {
        if (!(await nameRevision(tx, scheme.id, number, null))) throw notFound(String(number))
        await log('scheme.save-point-off', `scheme ${scheme.id}`, { revision: number })
      })
      reply.status(204)
    },
  )
}

/** What this save does to where the scheme comes from; refused beyond the limits of that. */
async function stepOf(db: Db, row: SchemeRow, after: Scheme): Promise<Step> {
  if (row.template_hash === null && after.lineage === undefined) return 'none'
  const stored = await existingRevision(db, row.id, row.revision)
  return demandWithinLimits(db, row, schemeOf(stored), after)
}

/** The template that was followed, for the log. */
function toldOf({ lineage }: Scheme) {
  const { template, mode } = lineage ?? {}
  return { template: template?.id, version: template?.version, publisher: template?.publisher, mode }
}

/** The number a page begins before; whatever is none begins before the first. */
function placeOf(after: string): number {
  return Math.max(0, Math.min(Number.parseInt(after, 10) || 0, LARGEST))
}

/** A revision with its document, whose text goes out as it is kept. */
async function answer(db: Db, reply: FastifyReply, { id, region, state }: SchemeRow, revision: Revision) {
  const { number, saved_at, saved_by, save_point, hash, document } = revision
  const nameOf = await namesOf(db, [saved_by])
  const saved = { savedBy: nameOf(saved_by), savedAt: saved_at, savePoint: save_point, hash }
  reply.header('etag', `"${number}"`).type(JSON_TYPE)
  return answerWith({ id, revision: number, state, region, ...saved }, 'scheme', document)
}

function shown({ number, saved_by, saved_at, save_point, hash }: RevisionHead, nameOf: (id: string) => string) {
  return { number, savedBy: nameOf(saved_by), savedAt: saved_at, savePoint: save_point, hash }
}
