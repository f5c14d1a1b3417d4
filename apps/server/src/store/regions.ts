import { regionPrefix } from '../access/rights.ts'
import type { RegionTable } from './tables/departments.ts'
import type { Db } from './tables.ts'

/** Names of region codes in order of the codes, the first beyond `after`; all, or those of a region and below it. */
export function listRegions(
  db: Db,
  { below = '', after, limit }: { below?: string | undefined; after?: string | undefined; limit: number },
): Promise<RegionTable[]> {
  let query = db.selectFrom('region').selectAll()
  const prefix = regionPrefix(below)
  if (prefix !== '') query = query.where('code', 'like', `${prefix}%`)
  if (after !== undefined) query = query.where('code', '>', after)
  return query.orderBy('code').limit(limit).execute()
}

/** Those of the given codes that have a name. */
export async function regionNames(db: Db, codes: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (let at = 0; at < codes.length; at += BATCH) {
    const some = codes.slice(at, at + BATCH)
    const rows = await db.selectFrom('region').selectAll().where('code', 'in', some).execute()
    for (const { code, name } of rows) names.set(code, name)
  }
  return names
}

/** Adds codes with their names, and renames those that are there. */
export async function nameRegions(db: Db, regions: readonly RegionTable[]): Promise<void> {
  for (let at = 0; at < regions.length; at += BATCH) {
    await db
      .insertInto('region')
      .values(regions.slice(at, at + BATCH))
      .onConflict((conflict) => conflict.column('code').doUpdateSet((row) => ({ name: row.ref('excluded.name') })))
      .execute()
  }
}

const BATCH = 1_000
