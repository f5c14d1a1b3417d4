import { type Selectable, sql } from 'kysely'
import { isOrphan } from './change.ts'
import type { EvidenceUseTable } from './tables/submissions.ts'
import type { Db } from './tables.ts'

/**
 * Evidence is kept by its content, once for however many submissions use it: in parts, written before anybody refers to
 * them and beside each other by whoever uploads the same file. A use names it, and the last use that goes takes it along.
 */
export type EvidenceUse = Selectable<EvidenceUseTable> & { readonly size: number }
export type EvidenceLayer = EvidenceUseTable['layer']

const USE = [
  'evidence_use.id',
  'evidence_use.submission_id',
  'evidence_use.entry',
  'evidence_use.layer',
  'evidence_use.hash',
  'evidence_use.name',
  'evidence_use.media_type',
  'evidence_use.attached_by',
  'evidence_use.attached_at',
  'evidence.size',
] as const

const uses = (db: Db) =>
  db.selectFrom('evidence_use').innerJoin('evidence', 'evidence.hash', 'evidence_use.hash').select(USE)

/** Of a submission, of one layer or both, in order of their ids; the first beyond `after`. */
export function listEvidence(
  db: Db,
  submission: string,
  { layer, after = '', limit }: { layer?: EvidenceLayer | undefined; after?: string | undefined; limit: number },
): Promise<(EvidenceUse & { title: string })[]> {
  let query = uses(db)
    .leftJoin('account', 'account.id', 'evidence_use.attached_by')
    .select(sql<string>`coalesce(account.title, evidence_use.attached_by)`.as('title'))
    .where('evidence_use.submission_id', '=', submission)
    .where('evidence_use.id', '>', after)
  if (layer !== undefined) query = query.where('evidence_use.layer', '=', layer)
  return query.orderBy('evidence_use.id').limit(limit).execute()
}

/** What evaluators attached to a submission: under which entry, and its hash. */
export function verifiedEvidence(db: Db, submission: string): Promise<Pick<EvidenceUse, 'entry' | 'hash'>[]> {
  return db
    .selectFrom('evidence_use')
    .select(['entry', 'hash'])
    .where('submission_id', '=', submission)
    .where('layer', '=', 'verified')
    .execute()
}

export function readEvidence(db: Db, id: string): Promise<EvidenceUse | undefined> {
  return uses(db).where('evidence_use.id', '=', id).executeTakeFirst()
}

/** Bytes of all evidence of a submission; a file that stands in two places counts twice. */
export async function evidenceSize(db: Db, submission: string): Promise<number> {
  const { bytes } = await db
    .selectFrom('evidence_use')
    .innerJoin('evidence', 'evidence.hash', 'evidence_use.hash')
    .select(sql<string | null>`sum(evidence.size)::text`.as('bytes'))
    .where('submission_id', '=', submission)
    .executeTakeFirstOrThrow()
  return Number(bytes ?? 0)
}

/**
 * Writes the parts that are not there, one by one; each statement stands for itself. Where the file is taken away
 * meanwhile they are not all there afterwards (`holdParts`).
 */
export async function keepEvidence(
  db: Db,
  { hash, size, parts, at }: { hash: string; size: number; parts: AsyncIterable<Uint8Array>; at: Date },
): Promise<void> {
  await db
    .insertInto('evidence')
    .values({ hash, size, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  let number = 0
  for await (const bytes of parts) {
    try {
      await db
        .insertInto('evidence_part')
        .values({ hash, number: number++, bytes: sql<Uint8Array>`decode(${base64(bytes)}, 'base64')` })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    } catch (error) {
      if (isOrphan(error)) return
      throw error
    }
  }
}

/** How many parts there are, and stay until the end of the transaction. */
export async function holdParts(tx: Db, hash: string): Promise<number> {
  await tx.selectFrom('evidence').select('hash').where('hash', '=', hash).forShare().execute()
  const { count } = await tx
    .selectFrom('evidence_part')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow()
  return count
}

export async function addUse(tx: Db, use: Selectable<EvidenceUseTable>): Promise<void> {
  await tx.insertInto('evidence_use').values(use).execute()
}

/** Whether this file stands under this entry of the submission. */
export async function isAttached(
  tx: Db,
  { submission_id, entry, hash }: Pick<EvidenceUse, 'submission_id' | 'entry' | 'hash'>,
): Promise<boolean> {
  const row = await tx
    .selectFrom('evidence_use')
    .select('id')
    .where('submission_id', '=', submission_id)
    .where('entry', '=', entry)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes a use away, and the file with it where that was the last; false where it is gone already. */
export async function removeUse(tx: Db, { id, hash }: Pick<EvidenceUse, 'id' | 'hash'>): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('evidence_use').where('id', '=', id).executeTakeFirst()
  await removeIfUnused(tx, hash)
  return numDeletedRows > 0n
}

/** Removes what came in before this time and is used nowhere: a server died before it was, or its campaign was removed. */
export async function removeUnused(db: Db, before: Date): Promise<void> {
  const unused = await db
    .selectFrom('evidence')
    .select('hash')
    .where('created_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('evidence_use').select('id').whereRef('evidence_use.hash', '=', 'evidence.hash'))),
    )
    .limit(100)
    .execute()
  for (const { hash } of unused) await db.transaction().execute((tx) => removeIfUnused(tx, hash))
}

/** Takes a file away that nobody uses. */
export async function removeIfUnused(tx: Db, hash: string): Promise<void> {
  // Held before it is looked for uses: one that is being added is then waited for, and seen.
  await tx.selectFrom('evidence').select('hash').where('hash', '=', hash).forUpdate().execute()
  await tx
    .deleteFrom('evidence')
    .where('hash', '=', hash)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('evidence_use').select('id').whereRef('evidence_use.hash', '=', 'evidence.hash'))),
    )
    .execute()
}

/** One part of a file, from 0 on. */
export async function evidencePart(db: Db, hash: string, number: number): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('evidence_part')
    .select(sql<string>`encode(bytes, 'base64')`.as('text'))
    .where('hash', '=', hash)
    .where('number', '=', number)
    .executeTakeFirst()
  return row === undefined ? undefined : Buffer.from(row.text, 'base64')
}

/** Bytes go to and fro as this: the embedded database takes ten times as long for bytes as such. */
function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
