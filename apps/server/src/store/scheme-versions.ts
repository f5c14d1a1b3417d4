import { type Selectable, sql } from 'kysely'
import { containing } from './containing.ts'
import type { SchemeVersionTable } from './tables/schemes.ts'
import type { Db } from './tables.ts'

export type Version = Selectable<SchemeVersionTable>
export type VersionHead = Omit<Version, 'document'>

const HEAD = ['hash', 'scheme_id', 'number', 'name', 'region', 'published_by', 'published_at', 'retired_at'] as const

export interface VersionFilter {
  readonly search?: string | undefined
  readonly scheme?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Those published last first; those beyond the one of hash `after`. */
export function listVersions(db: Db, { search, scheme, after, limit }: VersionFilter): Promise<VersionHead[]> {
  let query = db.selectFrom('scheme_version').select(HEAD)
  if (scheme !== undefined) query = query.where('scheme_id', '=', scheme)
  if (search !== undefined) query = query.where('name', 'like', containing(search))
  if (after !== undefined) {
    const last = sql`(select v.published_at, v.hash from scheme_version v where v.hash = ${after})`
    query = query.where(sql<boolean>`(published_at, hash) < ${last}`)
  }
  return query.orderBy('published_at', 'desc').orderBy('hash', 'desc').limit(limit).execute()
}

export function readVersion(db: Db, hash: string): Promise<Version | undefined> {
  return db.selectFrom('scheme_version').selectAll().where('hash', '=', hash).executeTakeFirst()
}

export async function addVersion(db: Db, version: Omit<Version, 'number'>): Promise<number> {
  const { last } = await db
    .selectFrom('scheme_version')
    .select((query) => query.fn.max('number').as('last'))
    .where('scheme_id', '=', version.scheme_id)
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  await db
    .insertInto('scheme_version')
    .values({ ...version, number })
    .execute()
  return number
}

/** false: it was retired already. */
export async function retireVersion(db: Db, hash: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scheme_version')
    .set({ retired_at: at })
    .where('hash', '=', hash)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
