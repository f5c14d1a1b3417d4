import { isSameTemplate, versionOrder } from '@yardstick/exchange/package'
import type { TemplateRef } from '@yardstick/model'
import { personOf } from '../access/person.ts'
import { reach } from '../access/rights.ts'
import type { Context } from '../context.ts'
import { answerWith, JSON_TYPE, kept, schemeOf } from '../document-text.ts'
import { refusal } from '../refusal.ts'
import { type App, answers, byId, demandNewest, documentBody, ofRevision, revisionOf } from '../routing.ts'
import { demandScheme } from '../schemes/demand-scheme.ts'
import { existingRevision } from '../schemes/read-scheme.ts'
import { change } from '../store/change.ts'
import { namesOf } from '../store/names-of.ts'
import { readMapping as storedMapping, writeMapping } from '../store/scheme-mappings.ts'
import { holdScheme } from '../store/schemes.ts'
import type { Db } from '../store/tables.ts'
import { proposalsTo, readTemplate, signedFrom, type TemplateRow, versionsOf } from '../store/templates.ts'
import { trustOfRow } from '../templates/kept-head.ts'
import { readMapping } from '../templates/mapping.ts'
import { nameOfRow } from '../templates/newest-known.ts'
import { templateHeads } from '../templates/template-head.ts'
import { isTrusted, trustedKeys } from '../templates/trusted-keys.ts'

/** What an adopted scheme has to do with those above and below it: updates, local names, proposals. */
const tags = ['schemes']

export function upstreamRoutes(app: App, context: Context): void {
  const { database, now } = context
  const { db } = database

  app.get(
    '/api/schemes/:id/upstream',
    {
      schema: {
        tags,
        summary: '上级更新 Which version of which template it was adopted from, and newer ones that are known',
        params: byId,
      },
    },
    async (request) => {
      const { scheme } = await demandScheme(request, db, request.params.id, 'scheme.read')
      if (scheme.template_hash === null) return { lineage: null, current: null, newer: [] }
      const { lineage } = schemeOf(await existingRevision(db, scheme.id, scheme.revision))
      const current = await readTemplate(db, scheme.template_hash)
      const newer = lineage === undefined ? [] : await newerThan(db, lineage.template, current)
      const heads = await templateHeads(db, [...(current === undefined ? [] : [current]), ...newer])
      return {
        lineage: lineage ?? null,
        current: current === undefined ? null : heads[0],
        newer: heads.slice(current === undefined ? 0 : 1),
      }
    },
  )

  app.get(
    '/api/schemes/:id/proposals',
    {
      schema: { tags, summary: '收到的贡献 Proposals to change templates that were signed from it', params: byId },
    },
    async (request) => {
      const { scheme } = await demandScheme(request, db, request.params.id, 'scheme.read')
      if (reach(personOf(request).grants, 'template.read').length === 0) return { templates: [] }
      const own = await signedFrom(db, scheme.id)
      const rows = await proposalsTo(
        db,
        own.map(({ hash }) => hash),
      )
      return { templates: await templateHeads(db, rows) }
    },
  )

  app.get(
    '/api/schemes/:id/mapping',
    {
      schema: {
        tags,
        response: answers(200, { mapping: documentBody('mapping') }),
        summary: '名称对照 Local names of its data items; the scheme itself stays as it was signed',
        params: byId,
      },
    },
    async (request, reply) => {
      const { scheme } = await demandScheme(request, db, request.params.id, 'scheme.read')
      const stored = await storedMapping(db, scheme.id)
      reply.header('etag', `"${stored?.revision ?? 0}"`).type(JSON_TYPE)
      if (stored === undefined) return { mapping: null, revision: 0, writtenBy: null, writtenAt: null }
      const { revision, document, written_by, written_at } = stored
      const nameOf = await namesOf(db, [written_by])
      const told = { revision, writtenBy: nameOf(written_by), writtenAt: written_at }
      return answerWith(told, 'mapping', document)
    },
  )

  app.put(
    '/api/schemes/:id/mapping',
    {
      schema: {
        tags,
        headers: ofRevision,
        summary: '设置名称对照 Sets local names; of the first ones the revision before is 0',
        params: byId,
        body: documentBody('mapping'),
      },
    },
    async (request, reply) => {
      const revision = revisionOf(request)
      const { scheme, person } = await demandScheme(request, db, request.params.id, 'scheme.write')
      const mapping = readMapping(request.body, schemeOf(await existingRevision(db, scheme.id, scheme.revision)))
      const next = revision + 1
      await change(context, person.id, async (tx, log) => {
        const held = await holdScheme(tx, scheme.id)
        if (held === undefined || held.removed_at !== null) {
          throw refusal('REQUEST_NOT_FOUND', { found: scheme.id })
        }
        demandNewest((await storedMapping(tx, scheme.id))?.revision ?? 0, revision)
        const written = { written_by: person.id, written_at: now() }
        await writeMapping(tx, { scheme_id: scheme.id, revision: next, document: kept(mapping).document, ...written })
        await log('mapping.write', `scheme ${scheme.id}`, { revision: next, count: Object.keys(mapping.items).length })
      })
      reply.header('etag', `"${next}"`)
      return { revision: next }
    },
  )
}

/** Versions in the lists that came after it, newest first; of what comes with the product also the text it has now. */
async function newerThan(
  db: Db,
  { id, publisher, version, hash }: TemplateRef,
  current: TemplateRow | undefined,
): Promise<TemplateRow[]> {
  const isLetOut = current?.source === 'built-in' && current.removed_at !== null
  const isNewer = (order: number) => order > 0 || (order === 0 && isLetOut)
  const keys = await trustedKeys(db)
  // What nobody answers for is no update, whatever it calls itself.
  const isOfIt = (each: TemplateRow) =>
    (current === undefined || isSameTemplate(nameOfRow(each), nameOfRow(current))) &&
    (each.key === current?.key || isTrusted(trustOfRow(each, keys)))
  return (await versionsOf(db, [id]))
    .filter((each) => each.publisher === publisher && each.removed_at === null && each.hash !== hash)
    .filter(isOfIt)
    .filter((each) => isNewer(versionOrder(each.version, version)))
    .sort((a, b) => versionOrder(b.version, a.version))
}
