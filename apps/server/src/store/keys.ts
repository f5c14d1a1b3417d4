import type { Selectable } from 'kysely'
import type { SigningKeyTable, TrustedKeyTable } from './tables/templates.ts'
import type { Db } from './tables.ts'

export type TrustedKeyRow = Selectable<TrustedKeyTable>
export type SigningKeyRow = Selectable<SigningKeyTable>

/** In the order they were added, revoked ones too. */
export function listTrustedKeys(db: Db): Promise<TrustedKeyRow[]> {
  return db.selectFrom('trusted_key').selectAll().orderBy('added_at').orderBy('key').execute()
}

export function readTrustedKey(db: Db, key: string): Promise<TrustedKeyRow | undefined> {
  return db.selectFrom('trusted_key').selectAll().where('key', '=', key).executeTakeFirst()
}

/** false: it is trusted already. One that was revoked is trusted anew, as it is said now. */
export async function trustKey(db: Db, row: TrustedKeyRow): Promise<boolean> {
  const { key: _, ...fields } = row
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('trusted_key')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(fields).where('trusted_key.revoked_at', 'is not', null),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** false: it was revoked already. */
export async function revokeKey(
  db: Db,
  key: string,
  revoked: Pick<TrustedKeyRow, 'revoked_by' | 'revoked_at'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('trusted_key')
    .set(revoked)
    .where('key', '=', key)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export function listSigningKeys(db: Db): Promise<SigningKeyRow[]> {
  return db.selectFrom('signing_key').selectAll().orderBy('created_at').orderBy('key').execute()
}

export function readSigningKey(db: Db, key: string): Promise<SigningKeyRow | undefined> {
  return db.selectFrom('signing_key').selectAll().where('key', '=', key).executeTakeFirst()
}

export async function addSigningKey(db: Db, row: SigningKeyRow): Promise<void> {
  await db.insertInto('signing_key').values(row).execute()
}

/** false: it is gone already. */
export async function removeSigningKey(db: Db, key: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('signing_key').where('key', '=', key).executeTakeFirst()
  return numDeletedRows > 0n
}
