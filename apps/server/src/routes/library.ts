import { search } from '@yardstick/formula'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { demand, type Person, personOf, reachOf } from '../access/person.ts'
import { type Grant, mayDo, reach, regionPrefix, rights } from '../access/rights.ts'
import type { Context } from '../context.ts'
import { answerWith, JSON_TYPE } from '../document-text.ts'
import { entryColumns } from '../library/entry-columns.ts'
import { notFound, refusal } from '../refusal.ts'
import {
  type App,
  answers,
  byId,
  closed,
  demandNewest,
  key,
  label,
  limitOf,
  ofRevision,
  page,
  regionCode,
  revisionOf,
} from '../routing.ts'
import { demandScheme } from '../schemes/demand-scheme.ts'
import { change } from '../store/change.ts'
import {
  addEntry,
  addUse,
  changeEntry,
  countTags,
  type EntryHead,
  type LibraryEntry,
  listEntries,
  listUses,
  readEntry,
  type Tag,
  tagsOf,
} from '../store/library.ts'
import type { Db } from '../store/tables.ts'

/**
 * 指标库: indicators and modules for many schemes. An entry belongs to a region; it is read there, in all regions below,
 * which build on what is set above them, and by whoever reads the library of a region above.
 */
const tags = ['library']

const facet = Type.Union([
  Type.Literal('industry'),
  Type.Literal('field'),
  Type.Literal('fund-use'),
  Type.Literal('department-type'),
])
const tagLabel = Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\u0000-\\u001f\\u007f]+$' })

/** What belongs to no region in particular. */
const everywhere = Type.Literal('')

const entryFields = closed({
  name: Type.Optional(label),
  region: Type.Optional(Type.Union([regionCode, everywhere])),
  tags: Type.Optional(Type.Array(closed({ facet, tag: tagLabel }), { maxItems: 100 })),
  /** A module of a template package; its own gate checks it. */
  module: Type.Unsafe<Record<string, unknown>>({ type: 'object', title: 'module' }),
})

export function libraryRoutes(app: App, context: Context): void {
  const { database, now, newId } = context
  const { db } = database

  const query = closed({
    ...page,
    search: Type.Optional(label),
    facet: Type.Optional(facet),
    tag: Type.Optional(tagLabel),
  })
  app.get(
    '/api/library',
    {
      schema: {
        tags,
        summary: '指标库 Entries, by name, pinyin initials and tags; in the order of names',
        querystring: query,
      },
    },
    async (request) => {
      const grants = reachOf(request, 'library.read')
      const { search: typed = '', after, facet: wantedFacet, tag } = request.query
      const wanted = wantedFacet === undefined && tag === undefined ? undefined : asked(wantedFacet, tag)
      const seen = (await listEntries(db, wanted)).filter((entry) => isRead(grants, entry)).sort(byName)
      const found = search(seen, typed, ({ name }) => [name])
      const from = after === undefined ? 0 : await placeAfter(db, found, after, typed)
      const rows = found.slice(from, from + limitOf(request.query))
      const tagsBy = await tagsOf(
        db,
        rows.map(({ id }) => id),
      )
      return { entries: rows.map((row) => shown(row, tagsBy(row.id))) }
    },
  )

  app.get(
    '/api/library/tags',
    { schema: { tags, summary: '指标库的标签 Tags in use, and how often' } },
    async (request) => {
      const grants = reachOf(request, 'library.read')
      const seen = new Set((await listEntries(db)).filter((entry) => isRead(grants, entry)).map(({ id }) => id))
      const counts = new Map<string, Tag & { count: number }>()
      for (const { entry, ...tag } of await countTags(db)) {
        if (!seen.has(entry)) continue
        const known = counts.get(`${tag.facet} ${tag.tag}`)
        counts.set(`${tag.facet} ${tag.tag}`, { ...tag, count: (known?.count ?? 0) + 1 })
      }
      return { tags: [...counts.values()].sort((a, b) => collator.compare(a.tag, b.tag)) }
    },
  )

  app.post(
    '/api/library',
    {
      schema: { tags, response: answers(201), summary: '加入指标库 Adds an indicator or a module', body: entryFields },
    },
    async (request, reply) => {
      const { body } = request
      const region = body.region ?? reachOf(request, 'library.write')[0]?.region ?? ''
      const person = demand(request, 'library.write', { region })
      const entry: LibraryEntry = {
        id: newId(),
        region,
        ...entryColumns(body),
        revision: 1,
        created_by: person.id,
        updated_at: now(),
        retired_at: null,
      }
      await change(context, person.id, async (tx, log) => {
        await addEntry(tx, entry, body.tags ?? [])
        await log('library.add', `library-entry ${entry.id}`, { name: entry.name, region, hash: entry.hash })
      })
      reply.status(201).header('etag', '"1"')
      return { id: entry.id, revision: 1 }
    },
  )

  app.get(
    '/api/library/:id',
    { schema: { tags, summary: '指标库条目 One entry', params: byId } },
    async (request, reply) => {
      const { entry } = await demandEntry(request, db, request.params.id)
      reply.header('etag', `"${entry.revision}"`).type(JSON_TYPE)
      return answerWith(shown(entry, (await tagsOf(db, [entry.id]))(entry.id)), 'module', entry.document)
    },
  )

  app.put(
    '/api/library/:id',
    {
      schema: {
        tags,
        headers: ofRevision,
        summary: '修改指标库条目 Changes an entry',
        params: byId,
        body: entryFields,
      },
    },
    async (request, reply) => {
      const revision = revisionOf(request)
      const { entry, person } = await demandEntry(request, db, request.params.id, 'library.write')
      const { body } = request
      const region = body.region ?? entry.region
      demand(request, 'library.write', { region })
      demandNewest(entry.revision, revision)
      const fields = { ...entryColumns(body), region, updated_at: now() }
      await change(context, person.id, async (tx, log) => {
        if (!(await changeEntry(tx, entry, fields, body.tags))) demandNewest(revision + 1, revision)
        const told = { name: fields.name, region, hash: fields.hash }
        await log('library.change', `library-entry ${entry.id}`, { revision: revision + 1, ...told })
      })
      reply.header('etag', `"${revision + 1}"`)
      return { id: entry.id, revision: revision + 1 }
    },
  )

  app.delete(
    '/api/library/:id',
    {
      schema: {
        tags,
        headers: ofRevision,
        summary: '移出指标库 Retires an entry; schemes keep what they took over',
        params: byId,
      },
    },
    async (request, reply) => {
      const revision = revisionOf(request)
      const { entry, person } = await demandEntry(request, db, request.params.id, 'library.write')
      demandNewest(entry.revision, revision)
      await change(context, person.id, async (tx, log) => {
        if (!(await changeEntry(tx, entry, { retired_at: now() }))) demandNewest(revision + 1, revision)
        await log('library.retire', `library-entry ${entry.id}`, { name: entry.name })
      })
      reply.status(204)
    },
  )

  app.get(
    '/api/library/:id/uses',
    {
      schema: {
        tags,
        summary: '用在哪里 Schemes one may see that have taken it over, and still have it',
        params: byId,
      },
    },
    async (request) => {
      const { entry, person } = await demandEntry(request, db, request.params.id)
      const uses = await listUses(db, reach(person.grants, 'scheme.read'), entry.id, MOST_USES)
      return { uses: uses.map(({ hash, ...use }) => ({ ...use, isCurrent: hash === entry.hash })) }
    },
  )

  const useFields = closed({ scheme: key, indicator: Type.String({ minLength: 1, maxLength: 120 }) })
  app.post(
    '/api/library/:id/uses',
    {
      schema: {
        tags,
        response: answers(201),
        summary: '记录引用 Notes that a scheme has taken it over',
        params: byId,
        body: useFields,
      },
    },
    async (request, reply) => {
      const { entry } = await demandEntry(request, db, request.params.id)
      const { scheme, person } = await demandScheme(request, db, request.body.scheme, 'scheme.write')
      const { indicator } = request.body
      await change(context, person.id, async (tx, log) => {
        await addUse(tx, { entry: entry.id, scheme: scheme.id, indicator, hash: entry.hash })
        await log('library.use', `library-entry ${entry.id}`, { scheme: scheme.id, indicator })
      })
      reply.status(201)
      return { scheme: scheme.id, name: scheme.name, region: scheme.region, indicator, isCurrent: true }
    },
  )
}

const MOST_USES = 1_000

const collator = new Intl.Collator('zh')
const byName = (a: EntryHead, b: EntryHead) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)

function asked(wanted: Tag['facet'] | undefined, tag: string | undefined): Partial<Tag> {
  return { ...(wanted === undefined ? {} : { facet: wanted }), ...(tag === undefined ? {} : { tag }) }
}

/** Where the list goes on behind an entry that was seen last, which may be gone since. */
async function placeAfter(db: Db, found: readonly EntryHead[], after: string, typed: string): Promise<number> {
  const at = found.findIndex(({ id }) => id === after)
  if (at >= 0) return at + 1
  const last = await readEntry(db, after)
  // A search is in the order of how well names answer it, in which a name that is gone has no place.
  if (last === undefined || typed !== '') return found.length
  const next = found.findIndex((entry) => byName(entry, last) > 0)
  return next < 0 ? found.length : next
}

/** Who reads the library of a region reads it there, below it, and what regions above it have set. */
function isRead(grants: readonly Grant[], { region }: { readonly region: string }): boolean {
  const isAbove = (grant: Grant) =>
    grant.campaign === null && grant.department === null && regionPrefix(grant.region).startsWith(regionPrefix(region))
  return mayDo(grants, 'library.read', { region }) || grants.some(isAbove)
}

async function demandEntry(
  request: FastifyRequest,
  db: Db,
  id: string,
  action?: 'library.write',
): Promise<{ entry: LibraryEntry; person: Person }> {
  const person = personOf(request)
  const entry = await readEntry(db, id)
  if (entry === undefined || entry.retired_at !== null) throw notFound(id)
  if (!isRead(reach(person.grants, 'library.read'), entry)) throw notFound(id)
  if (action !== undefined && !mayDo(person.grants, action, { region: entry.region })) {
    throw refusal('REQUEST_FORBIDDEN', { expected: [...rights[action]], found: action })
  }
  return { entry, person }
}

/** As the API gives it. */
function shown({ id, kind, name, region, revision, updated_at }: EntryHead, own: readonly Tag[]) {
  return { id, kind, name, region, tags: own, revision, updatedAt: updated_at }
}
