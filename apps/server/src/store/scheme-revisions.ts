import { canonicalText, type Lineage } from '@yardstick/model'
import { type Selectable, sql } from 'kysely'
import type { SchemeRevisionTable } from './tables/schemes.ts'
import type { Db } from './tables.ts'

export type Revision = Selectable<SchemeRevisionTable>
export type RevisionHead = Omit<Revision, 'document'>

/** So many of the newest revisions are kept; of those before them, save points and what was submitted for review. */
const KEPT_REVISIONS = 200

export function readRevision(db: Db, scheme: string, number: number): Promise<Revision | undefined> {
  return db
    .selectFrom('scheme_revision')
    .selectAll()
    .where('scheme_id', '=', scheme)
    .where('number', '=', number)
    .executeTakeFirst()
}

/** Newest first; those before `after`. */
export function listRevisions(
  db: Db,
  scheme: string,
  { after, limit, savePoints }: { after: number | undefined; limit: number; savePoints: boolean },
): Promise<RevisionHead[]> {
  let query = db
    .selectFrom('scheme_revision')
    .select(['scheme_id', 'number', 'hash', 'saved_by', 'saved_at', 'save_point'])
    .where('scheme_id', '=', scheme)
  if (savePoints) query = query.where('save_point', 'is not', null)
  if (after !== undefined) query = query.where('number', '<', after)
  return query.orderBy('number', 'desc').limit(limit).execute()
}

/** The newest of its revisions that has this very lineage; canonical text holds it as it stands. */
export function revisionWith(db: Db, scheme: string, lineage: Lineage): Promise<Revision | undefined> {
  return db
    .selectFrom('scheme_revision')
    .selectAll()
    .where('scheme_id', '=', scheme)
    .where(sql<boolean>`strpos(document, ${`"lineage":${canonicalText(lineage)}`}) > 0`)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Adds the newest revision, and lets go of old ones that nobody has named or submitted. */
export async function addRevision(db: Db, revision: Revision): Promise<void> {
  await db.insertInto('scheme_revision').values(revision).execute()
  await db
    .deleteFrom('scheme_revision')
    .where('scheme_id', '=', revision.scheme_id)
    .where('number', '<=', revision.number - KEPT_REVISIONS)
    .where('save_point', 'is', null)
    .where('number', 'not in', (query) =>
      query.selectFrom('review').select('revision').where('scheme_id', '=', revision.scheme_id),
    )
    .execute()
}

/** false: there is no such revision any more. */
export async function nameRevision(db: Db, scheme: string, number: number, name: string | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scheme_revision')
    .set({ save_point: name })
    .where('scheme_id', '=', scheme)
    .where('number', '=', number)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
