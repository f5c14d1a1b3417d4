import { Type } from 'typebox'
import { demand, personOf } from '../access/person.ts'
import type { Context } from '../context.ts'
import { answerWith, JSON_TYPE, schemeOf } from '../document-text.ts'
import { notFound, refusal } from '../refusal.ts'
import { type App, answers, byId, closed, demandNewest, documentBody, key, label, limitOf, page } from '../routing.ts'
import { demandScheme, holdInState } from '../schemes/demand-scheme.ts'
import { demandSound } from '../schemes/demand-sound.ts'
import { existingRevision } from '../schemes/read-scheme.ts'
import { change, isDuplicate } from '../store/change.ts'
import { namesOf } from '../store/names-of.ts'
import {
  addVersion,
  listVersions,
  readVersion,
  retireVersion,
  type Version,
  type VersionHead,
} from '../store/scheme-versions.ts'
import { setScheme } from '../store/schemes.ts'
import type { Db } from '../store/tables.ts'

/** Published versions 发布版: named by the hash of their content, never changed, open to everybody who has signed in. */
const tags = ['versions']

const byHash = closed({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) })

export function versionRoutes(app: App, context: Context): void {
  const { database, now } = context
  const { db } = database

  app.post(
    '/api/schemes/:id/versions',
    {
      schema: {
        tags,
        response: answers(201),
        summary: '发布 Publishes what was approved; checks and its own cases must pass',
        params: byId,
      },
    },
    async (request, reply) => {
      const { scheme, person } = await demandScheme(request, db, request.params.id, 'scheme.publish')
      const { number: revision, hash, document } = await existingRevision(db, scheme.id, scheme.revision)
      await demandNew(db, hash)
      if (scheme.state === 'approved') await demandSound(db, schemeOf({ document }))
      const number = await change(context, person.id, async (tx, log) => {
        const held = await holdInState(tx, scheme.id, 'approved')
        // What was checked is what is published.
        demandNewest(held.revision, revision)
        await demandNew(tx, hash)
        const published = { published_by: person.id, published_at: now(), retired_at: null }
        const { id: scheme_id, name, region } = held
        const made = await addVersion(tx, { hash, scheme_id, name, region, document, ...published })
        // Work on the next version may begin.
        await setScheme(tx, scheme.id, { state: 'draft' })
        await log('version.publish', `scheme ${scheme.id}`, { hash, number: made, revision })
        return made
      }).catch(async (error) => {
        // Another scheme of the same content was published at the same moment.
        if (isDuplicate(error)) await demandNew(db, hash)
        throw error
      })
      reply.status(201)
      return { hash, number }
    },
  )

  const query = closed({ ...page, search: Type.Optional(label), scheme: Type.Optional(key) })
  app.get(
    '/api/versions',
    { schema: { tags, summary: '发布版列表 Published versions, newest first', querystring: query } },
    async (request) => {
      personOf(request)
      const rows = await listVersions(db, { ...request.query, limit: limitOf(request.query) })
      const nameOf = await namesOf(
        db,
        rows.map(({ published_by }) => published_by),
      )
      return { versions: rows.map((row) => shown(row, nameOf)) }
    },
  )

  app.get(
    '/api/versions/:hash',
    {
      schema: {
        tags,
        response: answers(200, { scheme: documentBody('scheme') }),
        summary: '发布版 One published version',
        params: byHash,
      },
    },
    async (request, reply) => {
      personOf(request)
      const version = await existing(db, request.params.hash)
      reply.header('etag', `"${version.hash}"`).type(JSON_TYPE)
      return answerWith(shown(version, await namesOf(db, [version.published_by])), 'scheme', version.document)
    },
  )

  app.post(
    '/api/versions/:hash/retire',
    {
      schema: {
        tags,
        summary: '停用发布版 Retires a version: no campaign begins with it any more, results stay',
        params: byHash,
      },
    },
    async (request) => {
      personOf(request)
      const { document: _, ...version } = await existing(db, request.params.hash)
      const person = demand(request, 'scheme.publish', { region: version.region })
      const at = now()
      await change(context, person.id, async (tx, log) => {
        if (!(await retireVersion(tx, version.hash, at))) {
          throw refusal('REQUEST_STATE', { expected: ['published'], found: 'retired' })
        }
        await log('version.retire', `version ${version.hash}`, { scheme: version.scheme_id, number: version.number })
      })
      return shown({ ...version, retired_at: at }, await namesOf(db, [version.published_by]))
    },
  )
}

async function existing(db: Db, hash: string): Promise<Version> {
  const version = await readVersion(db, hash)
  if (version === undefined) throw notFound(hash)
  return version
}

/** One content is one version, wherever it was published, since results name it by its hash. Everybody may see which. */
async function demandNew(db: Db, hash: string): Promise<void> {
  const version = await readVersion(db, hash)
  if (version === undefined) return
  const { number, region, name, scheme_id: scheme } = version
  throw refusal('VERSION_ELSEWHERE', { found: { hash, number, region, name, scheme } })
}

function shown(version: VersionHead, nameOf: (id: string) => string) {
  const { hash, scheme_id, number, name, region, published_by, published_at, retired_at } = version
  const published = { publishedBy: nameOf(published_by), publishedAt: published_at }
  return { hash, number, name, region, schemeId: scheme_id, ...published, isRetired: retired_at !== null }
}
