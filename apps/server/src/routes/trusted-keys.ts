import { fingerprint } from '@yardstick/exchange/package'
import { type PublicKey, validate } from '@yardstick/model'
import { Type } from 'typebox'
import { demand, reachOf } from '../access/person.ts'
import type { Context } from '../context.ts'
import { notFound, refusal, wrongData } from '../refusal.ts'
import { type App, answers, closed, documentBody } from '../routing.ts'
import { change } from '../store/change.ts'
import { listSigningKeys, listTrustedKeys, readTrustedKey, revokeKey, trustKey } from '../store/keys.ts'
import { namesOf } from '../store/names-of.ts'

/** 信任的公钥: whose seals are believed here, and for which region. One that is revoked stays, as such. */
const tags = ['keys']

export const byKey = closed({ key: Type.String({ pattern: '^[0-9a-f]{64}$' }) })

export function trustedKeyRoutes(app: App, context: Context): void {
  const { database, now } = context
  const { db } = database

  app.get(
    '/api/trusted-keys',
    { schema: { tags, summary: '信任的公钥 Keys whose seals are believed here, and those that were' } },
    async (request) => {
      reachOf(request, 'template.read')
      const [rows, own] = [await listTrustedKeys(db), await listSigningKeys(db)]
      const nameOf = await namesOf(
        db,
        rows.flatMap(({ added_by, revoked_by }) => [added_by, revoked_by]),
      )
      const ownKeys = new Set(own.map(({ key }) => key))
      return {
        keys: rows.map(({ key, name, publisher, region, added_by, added_at, revoked_by, revoked_at }) => ({
          ...{ key, fingerprint: fingerprint(key), name, publisher, region, isOwn: ownKeys.has(key) },
          ...{ addedBy: nameOf(added_by), addedAt: added_at },
          ...{ revokedBy: revoked_by === null ? null : nameOf(revoked_by), revokedAt: revoked_at },
        })),
      }
    },
  )

  app.post(
    '/api/trusted-keys',
    {
      schema: {
        tags,
        response: answers(201),
        summary: '信任公钥 Believes the seals of a key, for its publisher and region',
        body: closed({ document: documentBody('key') }),
      },
    },
    async (request, reply) => {
      const { key, name, publisher, region = '' } = readKey(request.body.document)
      const person = demand(request, 'key.manage', { region })
      // Who may not have revoked it may not undo that, nor give it to another region.
      const former = await readTrustedKey(db, key)
      if (former !== undefined) demand(request, 'key.manage', { region: former.region })
      await change(context, person.id, async (tx, log) => {
        const added = { added_by: person.id, added_at: now(), revoked_by: null, revoked_at: null }
        const isAdded = await trustKey(tx, { key, name, publisher, region, ...added })
        if (!isAdded) throw refusal('REQUEST_EXISTS', { found: fingerprint(key) })
        await log('key.trust', `key ${key}`, { name, publisher, region })
      })
      reply.status(201)
      return { key, fingerprint: fingerprint(key) }
    },
  )

  app.delete(
    '/api/trusted-keys/:key',
    { schema: { tags, summary: '撤销公钥 Believes its seals no more; what was adopted stays', params: byKey } },
    async (request, reply) => {
      const { key } = request.params
      reachOf(request, 'template.read')
      const trusted = await readTrustedKey(db, key)
      if (trusted === undefined) throw notFound(key)
      const person = demand(request, 'key.manage', { region: trusted.region })
      await change(context, person.id, async (tx, log) => {
        const isRevoked = await revokeKey(tx, key, { revoked_by: person.id, revoked_at: now() })
        if (!isRevoked) throw refusal('REQUEST_STATE', { expected: ['in use'], found: 'revoked' })
        await log('key.revoke', `key ${key}`, { name: trusted.name, publisher: trusted.publisher })
      })
      reply.status(204)
    },
  )
}

function readKey(document: unknown): PublicKey {
  const read = validate('key', document)
  if (!read.ok) throw wrongData(read.issues.map((each) => ({ ...each, pointer: `/document${each.pointer}` })))
  return read.value
}
