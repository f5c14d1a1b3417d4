import type { Scheme } from '@yardstick/model'
import { type Static, Type } from 'typebox'
import type { Context } from '../context.ts'
import { schemeOf } from '../document-text.ts'
import { notFound, refusal } from '../refusal.ts'
import { type App, answers, byId, closed, label, note } from '../routing.ts'
import { demandScheme } from '../schemes/demand-scheme.ts'
import { existingRevision } from '../schemes/read-scheme.ts'
import { change } from '../store/change.ts'
import { readSigningKey } from '../store/keys.ts'
import { readVersion } from '../store/scheme-versions.ts'
import { holdScheme, type SchemeRow, schemeHead } from '../store/schemes.ts'
import type { Db } from '../store/tables.ts'
import { addTemplate } from '../store/templates.ts'
import { demandNext, type Signing, signedPackage } from '../templates/sign.ts'
import { templateRow } from '../templates/take-in.ts'

/** 签印: what was published becomes a template for others; a draft becomes a proposal 贡献 to those above. */
const tags = ['templates']

/** Where nobody says otherwise. */
const USUAL_LICENCE = 'CC-BY-4.0'

const line = Type.String({ minLength: 1, maxLength: 2_000 })

const packageFields = closed({
  key: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  passphrase: Type.String({ minLength: 1, maxLength: 1_000 }),
  /** Of the template, the same through all its versions; else that of the scheme. */
  id: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
  name: Type.Optional(label),
  version: Type.Optional(Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,9}){0,3}$' })),
  licence: Type.Optional(line),
  basis: Type.Optional(Type.Array(line, { maxItems: 200 })),
  readme: Type.Optional(note),
  /** To the template that the scheme was adopted from; reasons by indicator. */
  proposal: Type.Optional(
    closed({
      note: Type.Optional(note),
      reasons: Type.Optional(Type.Unsafe<Record<string, string>>({ type: 'object', additionalProperties: note })),
    }),
  ),
})
type PackageFields = Static<typeof packageFields>

export function packageRoutes(app: App, context: Context): void {
  const { database, now } = context
  const { db } = database

  app.post(
    '/api/schemes/:id/package',
    {
      schema: {
        tags,
        response: answers(201),
        summary: '签印模板包 Signs the newest published version, or the draft as a proposal, into the library',
        params: byId,
        body: packageFields,
      },
    },
    async (request, reply) => {
      const { scheme: row, person } = await demandScheme(request, db, request.params.id, 'template.publish')
      const { body } = request
      const scheme = body.proposal === undefined ? await published(db, row) : await draft(db, row)
      const key = await readSigningKey(db, body.key)
      if (key === undefined) throw notFound(body.key)
      const { passphrase, version, readme } = body
      const manifest = { ...manifestOf(scheme, body), date: now().toISOString().slice(0, 10) }
      const read = await signedPackage(db, { key, passphrase, scheme, manifest, version, readme })
      const received = { source: 'own', scheme_id: row.id, received_by: person.id, received_at: now() } as const
      const template = templateRow(read, received)
      await change(context, person.id, async (tx, log) => {
        // Two who sign at once would both sign the same number.
        await holdScheme(tx, row.id)
        await demandNext(tx, template, read.package.manifest)
        if (!(await addTemplate(tx, template))) throw refusal('REQUEST_EXISTS', { found: template.hash })
        const { publisher, template_id: id, version, kind } = template
        const told = { name: manifest.name, publisher, id, version, kind, key: key.key, scheme: row.id }
        await log('template.sign', `template ${template.hash}`, told)
      })
      reply.status(201)
      return { hash: template.hash, version: template.version }
    },
  )
}

/** The newest version in use. throws  REQUEST_STATE where there is none */
async function published(db: Db, row: SchemeRow): Promise<Scheme> {
  const { latest } = await schemeHead(db, row.id)
  const version = latest === null ? undefined : await readVersion(db, latest.hash)
  if (version === undefined) throw refusal('REQUEST_STATE', { expected: ['published'], found: row.state })
  return schemeOf(version)
}

async function draft(db: Db, row: SchemeRow): Promise<Scheme> {
  return schemeOf(await existingRevision(db, row.id, row.revision))
}

function manifestOf(scheme: Scheme, { id, name, licence, basis, proposal }: PackageFields): Signing['manifest'] {
  const { region, departmentTypes, formCode, lineage } = scheme
  if (proposal !== undefined && lineage === undefined) {
    throw refusal('REQUEST_STATE', { expected: ['adopted'], found: 'own' })
  }
  const said = basis ?? scheme.basis
  return {
    id: id ?? scheme.id,
    name: name ?? scheme.name,
    ...(region === undefined ? {} : { region }),
    ...(departmentTypes === undefined ? {} : { departmentTypes }),
    ...(formCode === undefined ? {} : { formCode }),
    ...(said === undefined ? {} : { basis: said }),
    licence: licence ?? USUAL_LICENCE,
    ...(proposal === undefined || lineage === undefined ? {} : { proposal: { ...proposal, to: lineage.template } }),
  }
}
