import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../store/tables.ts'
import type { Person } from './person.ts'

/** How long a session lives without a request, and at most. */
const IDLE_MS = 8 * 3600_000
const LONGEST_MS = 7 * 24 * 3600_000
/** `seen_at` is written at most so often. */
const SEEN_EVERY_MS = 60_000

/** A new session: the secret of the cookie, of which only the hash is kept. */
export async function openSession(db: Db, account: string, now: Date): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await db
    .insertInto('session')
    .values({
      token_hash: hashOf(secret),
      account_id: account,
      created_at: now,
      seen_at: now,
      expires_at: new Date(now.getTime() + LONGEST_MS),
    })
    .execute()
  return secret
}

/** Removes what has ended. */
export async function dropEndedSessions(db: Db, now: Date): Promise<void> {
  const idleSince = new Date(now.getTime() - IDLE_MS)
  await db
    .deleteFrom('session')
    .where((where) => where.or([where('expires_at', '<=', now), where('seen_at', '<=', idleSince)]))
    .execute()
}

/** Whose session this is; null where there is none, or none any more. `isAsking`: a request, by which it lives on. */
export async function personOfSession(
  db: Db,
  secret: string,
  now: Date,
  { isAsking = true } = {},
): Promise<Person | null> {
  const token = hashOf(secret)
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .where('session.token_hash', '=', token)
    .where('account.disabled_at', 'is', null)
    .where('session.expires_at', '>', now)
    .where('session.seen_at', '>', new Date(now.getTime() - IDLE_MS))
    .select(['account.id', 'account.title', 'account.must_change_password', 'session.seen_at'])
    .executeTakeFirst()
  if (row === undefined) return null
  if (isAsking && now.getTime() - row.seen_at.getTime() > SEEN_EVERY_MS) {
    await db.updateTable('session').set({ seen_at: now }).where('token_hash', '=', token).execute()
  }
  const grants = await db.selectFrom('grant').selectAll().where('account_id', '=', row.id).execute()
  return {
    id: row.id,
    title: row.title,
    session: token,
    mustChangePassword: row.must_change_password,
    grants: grants.map(({ role, region, campaign_id, department_id }) => ({
      role,
      region,
      campaign: campaign_id,
      department: department_id,
    })),
  }
}

export async function closeSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', token).execute()
}

/** Ends all sessions of an account, but one where that is given: after a new password, or when it is disabled. */
export async function closeSessionsOf(db: Db, account: string, but = ''): Promise<void> {
  await db.deleteFrom('session').where('account_id', '=', account).where('token_hash', '!=', but).execute()
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
