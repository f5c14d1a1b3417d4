import { randomBytes } from 'node:crypto'
import { lockKey, newKey } from '@yardstick/exchange/keys'
import { fingerprint } from '@yardstick/exchange/package'
import { canonicalText, type PublicKey } from '@yardstick/model'
import { Type } from 'typebox'
import { demand, reachOf } from '../access/person.ts'
import type { Context } from '../context.ts'
import { notFound } from '../refusal.ts'
import { type App, answers, answersAs, closed, label, regionCode } from '../routing.ts'
import { change } from '../store/change.ts'
import {
  addSigningKey,
  listSigningKeys,
  readSigningKey,
  removeSigningKey,
  type SigningKeyRow,
  trustKey,
} from '../store/keys.ts'
import { namesOf } from '../store/names-of.ts'
import type { Db } from '../store/tables.ts'
import { byKey } from './trusted-keys.ts'

/**
 * 密钥: what templates of this house are signed with. The secret half is made here and kept locked with a passphrase, which is
 * kept nowhere; it goes out to nobody.
 */
const tags = ['keys']

const SHORTEST_PASSPHRASE = 10

const newKeyFields = closed({
  name: label,
  publisher: label,
  region: Type.Optional(regionCode),
  passphrase: Type.String({ minLength: SHORTEST_PASSPHRASE, maxLength: 1_000 }),
})

export function signingKeyRoutes(app: App, context: Context): void {
  const { database, now } = context
  const { db } = database

  app.get(
    '/api/keys',
    { schema: { tags, summary: '密钥 Keys that templates are signed with here; never their secret half' } },
    async (request) => {
      reachOf(request, 'template.read')
      const rows = await listSigningKeys(db)
      const nameOf = await namesOf(
        db,
        rows.map(({ created_by }) => created_by),
      )
      return { keys: rows.map((row) => shown(row, nameOf)) }
    },
  )

  app.post(
    '/api/keys',
    {
      schema: {
        tags,
        response: answers(201),
        summary: '新建密钥 Makes a key, locked with a passphrase; it is trusted here',
        body: newKeyFields,
      },
    },
    async (request, reply) => {
      const { name, publisher, region = '', passphrase } = request.body
      const person = demand(request, 'key.manage', { region })
      const random = (bytes: number) => Uint8Array.from(randomBytes(bytes))
      const { key, secret } = newKey(random)
      const locked = JSON.stringify(await lockKey(secret, passphrase, random))
      const row = { key, name, publisher, region, locked, created_by: person.id, created_at: now() }
      await change(context, person.id, async (tx, log) => {
        await addSigningKey(tx, row)
        const added = { added_by: person.id, added_at: row.created_at, revoked_by: null, revoked_at: null }
        await trustKey(tx, { key, name, publisher, region, ...added })
        await log('key.add', `key ${key}`, { name, publisher, region })
      })
      reply.status(201)
      return shown(row, await namesOf(db, [person.id]))
    },
  )

  app.get(
    '/api/keys/:key/file',
    {
      schema: {
        tags,
        response: answersAs('application/octet-stream'),
        summary: '公钥文件 The public half, to be given to those who should trust it',
        params: byKey,
      },
    },
    async (request, reply) => {
      reachOf(request, 'template.read')
      const { key, name, publisher, region } = await existing(db, request.params.key)
      const reach = region === '' ? {} : { region }
      const document: PublicKey = { yardstick: 'key/1', name, publisher, key, ...reach }
      const file = encodeURIComponent(`${name}.key.json`)
      reply.header('content-disposition', `attachment; filename*=UTF-8''${file}`).type('application/octet-stream')
      return Buffer.from(canonicalText(document), 'utf8')
    },
  )

  app.delete(
    '/api/keys/:key',
    {
      schema: {
        tags,
        summary: '删除密钥 Takes the key away for good; what it signed stays signed, and trusted until it is revoked',
        params: byKey,
      },
    },
    async (request, reply) => {
      reachOf(request, 'template.read')
      const row = await existing(db, request.params.key)
      const person = demand(request, 'key.manage', { region: row.region })
      await change(context, person.id, async (tx, log) => {
        if (!(await removeSigningKey(tx, row.key))) throw notFound(row.key)
        await log('key.remove', `key ${row.key}`, { name: row.name, publisher: row.publisher })
      })
      reply.status(204)
    },
  )
}

async function existing(db: Db, key: string): Promise<SigningKeyRow> {
  const row = await readSigningKey(db, key)
  if (row === undefined) throw notFound(key)
  return row
}

function shown(
  { key, name, publisher, region, created_by, created_at }: SigningKeyRow,
  nameOf: (id: string) => string,
) {
  return {
    ...{ key, fingerprint: fingerprint(key), name, publisher, region },
    ...{ createdBy: nameOf(created_by), createdAt: created_at },
  }
}
