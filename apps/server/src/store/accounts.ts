import { type Selectable, sql } from 'kysely'
import { type Grant, regionPrefix } from '../access/rights.ts'
import { containing } from './containing.ts'
import type { AccountTable, GrantTable } from './tables/accounts.ts'
import type { Db } from './tables.ts'
import { withinReach } from './within-reach.ts'

/** An account without its password. */
export type Account = Omit<Selectable<AccountTable>, 'password_hash'>

/** A grant as it is kept. */
export type KeptGrant = Selectable<GrantTable>

const columns = [
  ...(['id', 'name', 'title', 'must_change_password', 'failed_attempts', 'locked_until', 'created_at'] as const),
  ...(['disabled_at', 'revision'] as const),
] as const

export async function hasAccounts(db: Db): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Those with a grant within reach, in order of their ids; somebody who reaches everything also sees those without any. */
export function listAccounts(
  db: Db,
  reach: readonly Grant[],
  { search, after, limit }: { search?: string | undefined; after?: string | undefined; limit: number },
): Promise<Account[]> {
  let query = db.selectFrom('account').select(columns)
  if (!reach.some(isEverywhere)) {
    const grants = db
      .selectFrom('grant')
      .select('account_id')
      .where(withinReach(reach, { region: 'region', campaign: 'campaign_id', department: 'department_id' }))
    query = query.where('id', 'in', grants)
  }
  if (search !== undefined) {
    const pattern = containing(search.toLowerCase())
    query = query.where((where) =>
      where.or([where('name', 'like', pattern), sql<boolean>`lower(title) like ${pattern}`]),
    )
  }
  if (after !== undefined) query = query.where('id', '>', after)
  return query.orderBy('id').limit(limit).execute()
}

export function readAccount(db: Db, id: string): Promise<Account | undefined> {
  return db.selectFrom('account').select(columns).where('id', '=', id).executeTakeFirst()
}

export function readAccountNamed(db: Db, name: string): Promise<Account | undefined> {
  return db.selectFrom('account').select(columns).where('name', '=', name).executeTakeFirst()
}

export async function addAccount(
  db: Db,
  account: Pick<AccountTable, 'id' | 'name' | 'title' | 'password_hash' | 'must_change_password' | 'created_at'>,
): Promise<void> {
  const fresh = { failed_attempts: 0, locked_until: null, disabled_at: null }
  await db
    .insertInto('account')
    .values({ ...account, ...fresh })
    .execute()
}

/** false: somebody else has changed it since. */
export async function changeAccount(
  db: Db,
  { id, revision }: Pick<Account, 'id' | 'revision'>,
  fields: Partial<Pick<AccountTable, 'title' | 'disabled_at'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ ...fields, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A new password; failed attempts on the old one are forgotten. */
export async function setPassword(
  db: Db,
  id: string,
  password: Pick<AccountTable, 'password_hash' | 'must_change_password'>,
): Promise<void> {
  await db
    .updateTable('account')
    .set({ ...password, failed_attempts: 0, locked_until: null })
    .where('id', '=', id)
    .execute()
}

/** The hash of an account's password, which stays so to the end of the transaction; undefined where it is disabled. */
export async function holdPassword(tx: Db, id: string): Promise<string | undefined> {
  const held = tx.selectFrom('account').select('password_hash').where('id', '=', id).where('disabled_at', 'is', null)
  return (await held.forUpdate().executeTakeFirst())?.password_hash
}

export async function unlock(db: Db, id: string): Promise<void> {
  await db.updateTable('account').set({ failed_attempts: 0, locked_until: null }).where('id', '=', id).execute()
}

/** May sign in again, at once. */
export async function enable(db: Db, id: string): Promise<void> {
  const fields = { failed_attempts: 0, locked_until: null, disabled_at: null }
  await db.updateTable('account').set(fields).where('id', '=', id).execute()
}

/** An account about to be tried, kept for this transaction; undefined where there is none of this name. */
export function takeForAttempt(db: Db, name: string): Promise<Selectable<AccountTable> | undefined> {
  return db.selectFrom('account').selectAll().where('name', '=', name).forUpdate().executeTakeFirst()
}

export async function countAttempt(
  db: Db,
  id: string,
  attempts: Pick<AccountTable, 'failed_attempts' | 'locked_until'>,
): Promise<void> {
  await db.updateTable('account').set(attempts).where('id', '=', id).execute()
}

export function readGrants(db: Db, accounts: readonly string[]): Promise<KeptGrant[]> {
  if (accounts.length === 0) return Promise.resolve([])
  return db.selectFrom('grant').selectAll().where('account_id', 'in', accounts).orderBy('id').execute()
}

/** These grants instead of those of the ids `instead`. */
export async function replaceGrants(db: Db, instead: readonly string[], grants: readonly KeptGrant[]): Promise<void> {
  if (instead.length > 0) await db.deleteFrom('grant').where('id', 'in', instead).execute()
  if (grants.length > 0) await db.insertInto('grant').values(grants).execute()
}

export async function isCampaign(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('campaign').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** Changes of grants follow each other from here to the end of the transaction. */
export async function holdGrants(db: Db): Promise<void> {
  await sql`lock table "grant" in share row exclusive mode`.execute(db)
}

/** Whether somebody is left who can sign in and administrate everything. */
export async function hasAdministrator(db: Db): Promise<boolean> {
  const grants = await db
    .selectFrom('grant')
    .innerJoin('account', 'account.id', 'grant.account_id')
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .where('campaign_id', 'is', null)
    .where('department_id', 'is', null)
    .select('region')
    .execute()
  return grants.some(({ region }) => regionPrefix(region) === '')
}

const isEverywhere = (grant: Grant) =>
  regionPrefix(grant.region) === '' && grant.campaign === null && grant.department === null
