import type { Scheme } from '@yardstick/model'
import type { Db } from './tables.ts'

/**
 * The schemes of published versions, read once: what a hash stands for never changes. The latest few are kept, since a
 * campaign asks for the same one with every submission that is saved.
 */
const kept = new Map<string, Scheme>()
const MOST_KEPT = 20

/** The scheme of a version; undefined where there is none of this hash. */
export async function versionScheme(db: Db, hash: string): Promise<Scheme | undefined> {
  const known = kept.get(hash)
  kept.delete(hash)
  const scheme = known ?? (await read(db, hash))
  if (scheme === undefined) return undefined
  kept.set(hash, scheme)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  return scheme
}

async function read(db: Db, hash: string): Promise<Scheme | undefined> {
  const row = await db.selectFrom('scheme_version').select('document').where('hash', '=', hash).executeTakeFirst()
  // It was checked before it was published.
  return row === undefined ? undefined : (JSON.parse(row.document) as Scheme)
}

/** Of these versions the hashes that campaigns may still begin with: published and not retired. */
export async function usableVersions(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('scheme_version')
    .select('hash')
    .where('hash', 'in', hashes)
    .where('retired_at', 'is', null)
    .execute()
  return new Set(rows.map(({ hash }) => hash))
}
