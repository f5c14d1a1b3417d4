import { Type } from 'typebox'
import { demand, reachOf } from '../access/person.ts'
import type { Context } from '../context.ts'
import { refusal } from '../refusal.ts'
import { type App, answers, byId, closed, documentBody, label, limitOf, page, regionCode } from '../routing.ts'
import { demandScheme } from '../schemes/demand-scheme.ts'
import { addFirstDraft } from '../schemes/first-draft.ts'
import { ownRegion } from '../schemes/own-region.ts'
import { readScheme } from '../schemes/read-scheme.ts'
import { change } from '../store/change.ts'
import { namesOf } from '../store/names-of.ts'
import { holdScheme, listSchemes, type SchemeHead, schemeHead, setScheme } from '../store/schemes.ts'
import type { Db } from '../store/tables.ts'
import { demandBrought } from '../templates/limits.ts'

/** 指标体系: what is being designed. Its drafts, reviews and versions have files of their own. */
const tags = ['schemes']

const newScheme = closed({
  region: Type.Optional(Type.Union([regionCode, Type.Literal('')])),
  scheme: documentBody('scheme'),
  /** Although a newer version of what it says it was adopted from is known. */
  allowOlder: Type.Optional(Type.Boolean()),
})

export function schemeRoutes(app: App, context: Context): void {
  const { database, now } = context
  const { db } = database

  const query = closed({
    ...page,
    search: Type.Optional(label),
    state: Type.Optional(
      Type.Union([Type.Literal('draft'), Type.Literal('review'), Type.Literal('approved'), Type.Literal('removed')]),
    ),
  })
  app.get(
    '/api/schemes',
    { schema: { tags, summary: '指标体系列表 Schemes one may see, newest first', querystring: query } },
    async (request) => {
      const grants = reachOf(request, 'scheme.read')
      const rows = await listSchemes(db, grants, { ...request.query, limit: limitOf(request.query) })
      const nameOf = await namesOf(db, rows.map(saver))
      return { schemes: rows.map((row) => shown(row, nameOf)) }
    },
  )

  app.post(
    '/api/schemes',
    {
      schema: {
        tags,
        response: answers(201),
        summary: '新建指标体系 Adds a scheme, as its first draft',
        body: newScheme,
      },
    },
    async (request, reply) => {
      const scheme = readScheme(request.body.scheme)
      const region = request.body.region ?? ownRegion(reachOf(request, 'scheme.write'), scheme)
      const person = demand(request, 'scheme.write', { region })
      await demandBrought(db, scheme, request.body)
      const id = await change(context, person.id, async (tx, log) => {
        const { id, hash } = await addFirstDraft(tx, context, { scheme, region, by: person.id })
        await log('scheme.add', `scheme ${id}`, { name: scheme.name, region, hash })
        return id
      })
      reply.status(201).header('etag', '"1"')
      return { id, revision: 1 }
    },
  )

  app.get(
    '/api/schemes/:id',
    { schema: { tags, summary: '指标体系 One scheme, without its document', params: byId } },
    async (request) => {
      await demandScheme(request, db, request.params.id, 'scheme.read')
      return head(db, request.params.id)
    },
  )

  app.delete(
    '/api/schemes/:id',
    {
      schema: { tags, summary: '移入回收站 Removes a scheme; its versions stay, and it can be restored', params: byId },
    },
    async (request, reply) => {
      const { scheme, person } = await demandScheme(request, db, request.params.id, 'scheme.write')
      await change(context, person.id, async (tx, log) => {
        const held = await holdScheme(tx, scheme.id)
        if (held?.state === 'review') {
          throw refusal('REQUEST_STATE', { expected: ['draft', 'approved'], found: 'review' })
        }
        await setScheme(tx, scheme.id, { removed_at: now() })
        await log('scheme.remove', `scheme ${scheme.id}`, { name: scheme.name })
      })
      reply.status(204)
    },
  )

  app.post(
    '/api/schemes/:id/restore',
    { schema: { tags, summary: '从回收站恢复 Restores a scheme that was removed', params: byId } },
    async (request) => {
      const { id } = request.params
      const { scheme, person } = await demandScheme(request, db, id, 'scheme.write', { isRemoved: true })
      await change(context, person.id, async (tx, log) => {
        await holdScheme(tx, id)
        await setScheme(tx, id, { removed_at: null })
        await log('scheme.restore', `scheme ${id}`, { name: scheme.name })
      })
      return head(db, id)
    },
  )
}

async function head(db: Db, id: string) {
  const row = await schemeHead(db, id)
  return shown(row, await namesOf(db, [saver(row)]))
}

const saver = ({ saved_by }: SchemeHead) => saved_by

/** As the API gives it. */
function shown(scheme: SchemeHead, nameOf: (id: string) => string) {
  const { id, name, region, region_name, state, revision, updated_at, saved_by, latest } = scheme
  const saved = { updatedAt: updated_at, updatedBy: nameOf(saved_by) }
  return { id, name, region, regionName: region_name, state, revision, ...saved, latest }
}
