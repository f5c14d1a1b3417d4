import type { Scheme } from '@yardstick/model'
import { LeastRecent } from '../least-recent.ts'
import { readVersion } from './scheme-versions.ts'
import type { Db } from './tables.ts'

/**
 * The schemes of published versions, read once: what a hash stands for never changes. The latest few are kept, since a
 * campaign asks for the same one with every submission that is saved.
 */
const kept = new LeastRecent<string, Scheme>(20)

/** The scheme of a version; undefined where there is none of this hash. */
export async function versionScheme(db: Db, hash: string): Promise<Scheme | undefined> {
  const known = kept.get(hash)
  if (known !== undefined) return known
  const version = await readVersion(db, hash)
  if (version === undefined) return undefined
  // It was checked before it was published.
  const scheme = JSON.parse(version.document) as Scheme
  kept.set(hash, scheme)
  return scheme
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
