import { type Mapping, planAdoption, type Scheme } from '@yardstick/model'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { demand, type Person, reachOf } from '../access/person.ts'
import type { Context } from '../context.ts'
import { kept } from '../document-text.ts'
import { entryColumns } from '../library/entry-columns.ts'
import { notFound } from '../refusal.ts'
import { type App, answers, closed, documentBody, label, regionCode } from '../routing.ts'
import { addFirstDraft } from '../schemes/first-draft.ts'
import { ownRegion } from '../schemes/own-region.ts'
import { change } from '../store/change.ts'
import { addEntry } from '../store/library.ts'
import { writeMapping } from '../store/scheme-mappings.ts'
import { schemesIn } from '../store/schemes.ts'
import type { Db } from '../store/tables.ts'
import { knownVersions } from '../store/templates.ts'
import { adopted, objections } from '../templates/adoption.ts'
import { demandNotOlder, demandPassedOn } from '../templates/limits.ts'
import { readMapping } from '../templates/mapping.ts'
import { demandTrusted, existingTemplate, type Origin, originIn, packageOf } from '../templates/origin.ts'
import { byHash } from './templates.ts'

/** 采用: a scheme of a template becomes one's own draft, as a reference 引用 or as a copy 复制. */
const tags = ['templates']

const quantity = Type.String({ minLength: 1, maxLength: 100 })

const adoption = closed({
  scheme: Type.String({ minLength: 1, maxLength: 120 }),
  mode: Type.Union([Type.Literal('reference'), Type.Literal('copy')]),
  parameters: Type.Optional(Type.Unsafe<Record<string, string>>({ type: 'object', additionalProperties: quantity })),
  region: Type.Optional(Type.Union([regionCode, Type.Literal('')])),
  name: Type.Optional(label),
  mapping: Type.Optional(documentBody('mapping')),
  /** Although a newer version is known. */
  allowOlder: Type.Optional(Type.Boolean()),
})
type Adoption = Static<typeof adoption>

export function adoptionRoutes(app: App, context: Context): void {
  const { database, now, newId } = context
  const { db } = database

  app.post(
    '/api/templates/:hash/adoption/trial',
    {
      schema: {
        tags,
        response: answers(200, { scheme: documentBody('scheme') }),
        summary: '试采用 What adopting would give, and what stands against it; nothing is stored',
        params: byHash,
        body: adoption,
      },
    },
    async (request) => {
      const { origin, region } = await originAsked(request, db)
      const { scheme, issues: noted } = await adopted(db, origin, region, request.body)
      mappingIn(request.body, scheme)
      const plan = planAdoption({
        package: packageOf(origin.row),
        schemeId: origin.scheme.id,
        known: { templates: await knownVersions(db), schemes: await schemesIn(db, region) },
      })!
      const { issues: clashes, ...told } = plan
      // Of schemes that one may not see nothing is told: who adopts here, designs here.
      const issues = [...(await objections(db, origin, request.body)), ...clashes, ...noted]
      return { region, scheme, plan: told, issues }
    },
  )

  app.post(
    '/api/templates/:hash/adoption',
    {
      schema: {
        tags,
        response: answers(201),
        summary: '采用模板 Makes a draft of one of its schemes, which knows where it comes from',
        params: byHash,
        body: adoption,
      },
    },
    async (request, reply) => {
      const { origin, region, person } = await originAsked(request, db)
      const { mode, allowOlder = false } = request.body
      await demandTrusted(db, origin.row)
      await demandPassedOn(db, origin)
      if (!allowOlder) await demandNotOlder(db, origin.row)
      const { scheme } = await adopted(db, origin, region, request.body)
      const mapping = mappingIn(request.body, scheme)
      const id = await change(context, person.id, async (tx, log) => {
        const { id, hash } = await addFirstDraft(tx, context, { scheme, region, by: person.id })
        if (mapping !== undefined) {
          const written = { written_by: person.id, written_at: now() }
          await writeMapping(tx, { scheme_id: id, revision: 1, document: kept(mapping).document, ...written })
        }
        const { publisher, version, id: template } = origin.template
        await log('scheme.adopt', `scheme ${id}`, {
          name: scheme.name,
          region,
          hash,
          mode,
          publisher,
          template,
          version,
        })
        return id
      })
      reply.status(201).header('etag', '"1"')
      return { id, revision: 1 }
    },
  )

  app.post(
    '/api/templates/:hash/modules/:module',
    {
      schema: {
        tags,
        response: answers(201),
        summary: '取用模块 Puts a module of the package into 指标库',
        params: closed({ ...byHash.properties, module: Type.String({ minLength: 1, maxLength: 120 }) }),
      },
    },
    async (request, reply) => {
      reachOf(request, 'template.read')
      const region = ownRegion(reachOf(request, 'library.write'), {})
      const person = demand(request, 'library.write', { region })
      const row = await listedTemplate(db, request.params.hash)
      const module = packageOf(row).modules?.find(({ id }) => id === request.params.module)
      if (module === undefined) throw notFound(request.params.module)
      await demandTrusted(db, row)
      const made = { id: newId(), region, revision: 1, created_by: person.id, updated_at: now(), retired_at: null }
      const entry = { ...made, ...entryColumns({ module }) }
      await change(context, person.id, async (tx, log) => {
        await addEntry(tx, entry, [])
        const { publisher, template_id: template, version } = row
        const from = { publisher, template, version }
        await log('library.add', `library-entry ${entry.id}`, { name: entry.name, region, hash: entry.hash, ...from })
      })
      reply.status(201).header('etag', '"1"')
      return { id: entry.id, revision: 1 }
    },
  )
}

/** What was asked to be adopted, and where: in the region said, else in one's own. */
async function originAsked(
  request: FastifyRequest & { readonly params: { readonly hash: string }; readonly body: Adoption },
  db: Db,
): Promise<{ origin: Origin; region: string; person: Person }> {
  reachOf(request, 'template.read')
  const { scheme, region: asked } = request.body
  const region = asked ?? ownRegion(reachOf(request, 'scheme.write'), {})
  const person = demand(request, 'scheme.write', { region })
  return { origin: originIn(await listedTemplate(db, request.params.hash), scheme), region, person }
}

/** What was taken out of the lists is adopted no more. */
async function listedTemplate(db: Db, hash: string) {
  const row = await existingTemplate(db, hash)
  if (row.removed_at !== null) throw notFound(hash)
  return row
}

function mappingIn({ mapping }: Adoption, scheme: Scheme): Mapping | undefined {
  return mapping === undefined ? undefined : readMapping(mapping, scheme, '/mapping')
}
