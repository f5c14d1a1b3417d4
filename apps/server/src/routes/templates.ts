import { versionOrder } from '@yardstick/exchange/package'
import { search } from '@yardstick/formula'
import { regionPrefix } from '@yardstick/model'
import { Type } from 'typebox'
import { personOf, reachOf } from '../access/person.ts'
import { mayDo, reach } from '../access/rights.ts'
import type { Context } from '../context.ts'
import { answerWith, JSON_TYPE } from '../document-text.ts'
import { notFound, refusal } from '../refusal.ts'
import { type App, answers, answersAs, closed, documentBody, label, limitOf, page, regionCode } from '../routing.ts'
import { change } from '../store/change.ts'
import { namesOf } from '../store/names-of.ts'
import { listAdoptions, type SchemeHead } from '../store/schemes.ts'
import type { Db } from '../store/tables.ts'
import {
  hashesOfVersions,
  listTemplates,
  proposalsTo,
  removeTemplate,
  type Template,
  versionsOf,
} from '../store/templates.ts'
import { existingTemplate, packageOf } from '../templates/origin.ts'
import { provenanceOf } from '../templates/provenance.ts'
import { readFile, readingOf, takeIn, templateRow } from '../templates/take-in.ts'
import { type TemplateHead, templateHeads } from '../templates/template-head.ts'

/** 模板库: packages that came with the product, were signed here, or came from elsewhere. Everybody here sees all of them. */
const tags = ['templates']

const oneOf = <const T extends string>(...values: T[]) => Type.Union(values.map((each) => Type.Literal(each)))
const hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
export const byHash = closed({ hash })

/** JSON that holds a file of 10 MB takes more than that. */
const file = closed({ file: Type.String({ minLength: 1, maxLength: 20_000_000 }) })

export function templateRoutes(app: App, context: Context): void {
  const { database, now } = context
  const { db } = database
  const received = (person: { readonly id: string }) =>
    ({ source: 'file', scheme_id: null, received_by: person.id, received_at: now() }) as const

  const query = closed({
    ...page,
    search: Type.Optional(label),
    departmentType: Type.Optional(label),
    /** Those of this region and below it. */
    region: Type.Optional(regionCode),
    level: Type.Optional(oneOf('nation', 'province', 'city', 'county')),
    publisher: Type.Optional(Type.String({ minLength: 1, maxLength: 2_000, pattern: '^[^\\u0000-\\u001f\\u007f]+$' })),
    source: Type.Optional(oneOf('built-in', 'own', 'file', 'catalogue')),
    kind: Type.Optional(oneOf('template', 'proposal')),
    /** Proposals to change this template, or another version of it. */
    to: Type.Optional(hash),
  })
  app.get(
    '/api/templates',
    {
      schema: {
        tags,
        summary: '模板库 Templates, by name, pinyin initials, id, form code; in the order of names',
        querystring: query,
      },
    },
    async (request) => {
      reachOf(request, 'template.read')
      const { search: typed = '', after, departmentType, region, level, publisher, source, kind, to } = request.query
      const rows =
        to === undefined
          ? await listTemplates(db, { kind, source, publisher })
          : await proposalsTo(db, await hashesOfVersions(db, to))
      const heads = (await templateHeads(db, rows)).filter(
        (head) =>
          (departmentType === undefined || head.departmentTypes.includes(departmentType)) &&
          (level === undefined || head.level === level) &&
          (region === undefined || isAbout(head, region)),
      )
      const found = search(heads.sort(inOrder), typed, ({ name, id, formCode }) => [name, id, formCode ?? ''])
      const from = after === undefined ? 0 : found.findIndex((head) => head.hash === after) + 1 || found.length
      return { templates: found.slice(from, from + limitOf(request.query)) }
    },
  )

  app.post(
    '/api/templates/reading',
    {
      schema: { tags, summary: '试读模板包 What taking a package in would mean; nothing is stored', body: file },
    },
    async (request) => {
      reachOf(request, 'template.take-in')
      return readingOf(db, templateRow(readFile(request.body.file), received(personOf(request))))
    },
  )

  app.post(
    '/api/templates',
    { schema: { tags, response: answers(201), summary: '收入模板 Takes a package into the library', body: file } },
    async (request, reply) => {
      reachOf(request, 'template.take-in')
      const person = personOf(request)
      const row = templateRow(readFile(request.body.file), received(person))
      await takeIn(context, person, row)
      reply.status(201)
      return headOf(db, row)
    },
  )

  app.get(
    '/api/templates/:hash',
    {
      schema: {
        tags,
        response: answers(200, { package: documentBody('package') }),
        summary: '模板 One template with its package, and where it comes from',
        params: byHash,
      },
    },
    async (request, reply) => {
      reachOf(request, 'template.read')
      const template = await existingTemplate(db, request.params.hash)
      const content = packageOf(template)
      const more = { readme: content.readme ?? null, provenance: await provenanceOf(db, content) }
      reply.header('etag', `"${template.hash}"`).type(JSON_TYPE)
      return answerWith({ ...(await headOf(db, template)), ...more }, 'package', template.document)
    },
  )

  app.get(
    '/api/templates/:hash/file',
    {
      schema: {
        tags,
        response: answersAs('application/octet-stream'),
        summary: '模板包文件 The file itself, as it was signed',
        params: byHash,
      },
    },
    async (request, reply) => {
      reachOf(request, 'template.read')
      const { document, template_id, version } = await existingTemplate(db, request.params.hash)
      const name = encodeURIComponent(`${template_id}-${version}.yardstick`)
      reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`).type('application/octet-stream')
      return Buffer.from(document, 'utf8')
    },
  )

  app.get(
    '/api/templates/:hash/adoptions',
    {
      schema: {
        tags,
        summary: '采用情况 Schemes one may see that were adopted from it, in any version',
        params: byHash,
      },
    },
    async (request) => {
      reachOf(request, 'template.read')
      const template = await existingTemplate(db, request.params.hash)
      const grants = reach(personOf(request).grants, 'scheme.read')
      return { adoptions: await adoptionsOf(db, await listAdoptions(db, grants, template), template) }
    },
  )

  app.delete(
    '/api/templates/:hash',
    {
      schema: { tags, summary: '移出模板库 Takes it out of the lists; what was adopted from it stays', params: byHash },
    },
    async (request, reply) => {
      reachOf(request, 'template.take-in')
      const person = personOf(request)
      const template = await existingTemplate(db, request.params.hash)
      if (template.source === 'built-in') {
        throw refusal('REQUEST_STATE', { expected: ['own', 'file', 'catalogue'], found: 'built-in' })
      }
      // Others use it too: whoever took it in, or is a designer of everything.
      const isAllowed = template.received_by === person.id || mayDo(person.grants, 'template.take-in', { region: '' })
      if (!isAllowed) throw refusal('REQUEST_FORBIDDEN', { expected: ['designer'], found: 'template.take-in' })
      await change(context, person.id, async (tx, log) => {
        if (!(await removeTemplate(tx, template.hash, now()))) throw notFound(template.hash)
        const { publisher, template_id: id, version } = template
        await log('template.remove', `template ${template.hash}`, { publisher, id, version })
      })
      reply.status(204)
    },
  )
}

const collator = new Intl.Collator('zh')

/** By name; of one name the newest version first. */
function inOrder(a: TemplateHead, b: TemplateHead): number {
  return collator.compare(a.name, b.name) || versionOrder(b.version, a.version) || (a.hash < b.hash ? -1 : 1)
}

function isAbout({ region }: TemplateHead, asked: string): boolean {
  return region?.code?.startsWith(regionPrefix(asked)) === true
}

/** As the API gives them: which version each has, and who saved it last. */
async function adoptionsOf(db: Db, schemes: readonly SchemeHead[], { template_id }: Template) {
  const versionOf = new Map((await versionsOf(db, [template_id])).map(({ hash, version }) => [hash, version]))
  const nameOf = await namesOf(
    db,
    schemes.map(({ saved_by }) => saved_by),
  )
  return schemes.map(({ id, name, region, template_hash, adopted_as, updated_at, saved_by }) => {
    const hash = template_hash ?? ''
    const saved = { updatedAt: updated_at, updatedBy: nameOf(saved_by) }
    return { scheme: id, name, region, mode: adopted_as, version: versionOf.get(hash) ?? null, hash, ...saved }
  })
}

async function headOf(db: Db, row: Template): Promise<TemplateHead> {
  return (await templateHeads(db, [row]))[0]!
}
