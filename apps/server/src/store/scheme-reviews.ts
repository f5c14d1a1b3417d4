import type { Selectable } from 'kysely'
import type { RemarkTable, ReviewTable } from './tables/schemes.ts'
import type { Db } from './tables.ts'

export type Review = Selectable<ReviewTable>
export type Remark = Selectable<RemarkTable>

/** Newest first; those before the one of id `after`. */
export function listReviews(
  db: Db,
  scheme: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Review[]> {
  let query = db.selectFrom('review').selectAll().where('scheme_id', '=', scheme)
  if (after !== undefined) query = query.where('id', '<', after)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

export function openReview(db: Db, scheme: string): Promise<Review | undefined> {
  return db
    .selectFrom('review')
    .selectAll()
    .where('scheme_id', '=', scheme)
    .where('decision', 'is', null)
    .executeTakeFirst()
}

export async function addReview(db: Db, review: Review): Promise<void> {
  await db.insertInto('review').values(review).execute()
}

export async function decideReview(
  db: Db,
  id: string,
  decided: Pick<Review, 'decision' | 'decided_by' | 'decided_at' | 'decision_note'>,
): Promise<void> {
  await db.updateTable('review').set(decided).where('id', '=', id).execute()
}

/** Of these reviews, in the order they were written. */
export function listRemarks(db: Db, reviews: readonly string[]): Promise<Remark[]> {
  if (reviews.length === 0) return Promise.resolve([])
  return db
    .selectFrom('remark')
    .selectAll()
    .where('review_id', 'in', reviews)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
}

export async function addRemark(db: Db, remark: Remark): Promise<void> {
  await db.insertInto('remark').values(remark).execute()
}

/** The remark as it is then; undefined where there is none of this id in a review of this scheme. */
export function resolveRemark(db: Db, scheme: string, id: string, at: Date | null): Promise<Remark | undefined> {
  return db
    .updateTable('remark')
    .set({ resolved_at: at })
    .where('id', '=', id)
    .where('review_id', 'in', (query) => query.selectFrom('review').select('id').where('scheme_id', '=', scheme))
    .returningAll()
    .executeTakeFirst()
}
