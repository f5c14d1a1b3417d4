import type { Context } from '../context.ts'
import { refusal } from '../refusal.ts'
import { countAttempt, holdPassword, takeForAttempt, unlock } from '../store/accounts.ts'
import { change } from '../store/change.ts'
import type { AccountTable } from '../store/tables/accounts.ts'
import type { Db } from '../store/tables.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { weakness } from './weak-password.ts'

/** Attempts on one account before the first pause, which doubles with each further one up to the longest. */
const FREE_ATTEMPTS = 4
const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 15 * 60_000
/** What is so long past is no attack any more. */
const FORGOTTEN_AFTER_MS = 24 * 3600_000

interface Attempts {
  failed_attempts: number
  locked_until: Date | null
}

/** Somebody who has signed in: by which password. */
export type SignedIn = Pick<AccountTable, 'id' | 'password_hash'>

/**
 * Whose name and password these are. An attempt is counted before the password is looked at, so that
 * many at once do not get more guesses than the same one after the other; names that nobody has are counted alike, so that
 * a pause does not tell which names there are.
 *
 * throws  SIGN_IN_LOCKED with the seconds to wait; SIGN_IN_FAILED, also where the account is disabled
 */
export async function signIn(
  context: Context,
  unknown: UnknownNames,
  said: string,
  password: string,
): Promise<SignedIn> {
  const name = accountName(said)
  const now = context.now()
  const account = await context.database.db.transaction().execute(async (tx) => {
    const row = await takeForAttempt(tx, name)
    if (row === undefined) return undefined
    refuseLocked(row, now)
    const attempts = oneMore(row, now)
    await countAttempt(tx, row.id, attempts)
    return { ...row, ...attempts }
  })
  if (account === undefined) unknown.count(name, now)
  const isRight = await verifyPassword(password, account?.password_hash)
  if (account === undefined) throw refusal('SIGN_IN_FAILED')
  if (!isRight || account.disabled_at !== null) {
    if (account.locked_until !== null) await logPause(context, account.id, account.failed_attempts)
    throw refusal('SIGN_IN_FAILED')
  }
  await unlock(context.database.db, account.id)
  return account
}

/** What a password lets in to is refused where it was changed, or the account disabled, since it was looked at. */
export async function demandStillSo(tx: Db, { id, password_hash }: SignedIn): Promise<void> {
  if ((await holdPassword(tx, id)) !== password_hash) throw refusal('SIGN_IN_FAILED')
}

/** Names are compared in small letters, as plain ones where they were typed full width. */
export const accountName = (said: string): string => said.normalize('NFKC').trim().toLowerCase()

/** The hash of a password that somebody chooses; `pointer` is where it stands. throws  PASSWORD_WEAK */
export async function newPassword(password: string, name: string, pointer = '/password'): Promise<string> {
  const expected = weakness(password, name)
  if (expected !== undefined) throw refusal('PASSWORD_WEAK', { pointer, expected: { ...expected } })
  return hashPassword(password)
}

/** Attempts on names that nobody has; of very many the oldest are forgotten. */
export class UnknownNames {
  private readonly attemptsByName = new Map<string, Attempts>()

  count(name: string, now: Date): void {
    const before = this.attemptsByName.get(name) ?? { failed_attempts: 0, locked_until: null }
    refuseLocked(before, now)
    this.attemptsByName.delete(name)
    this.attemptsByName.set(name, oneMore(before, now))
    const oldest = this.attemptsByName.keys().next()
    if (this.attemptsByName.size > 10_000 && oldest.done !== true) this.attemptsByName.delete(oldest.value)
  }
}

function refuseLocked({ locked_until }: Attempts, now: Date): void {
  const left = (locked_until?.getTime() ?? 0) - now.getTime()
  if (left > 0) throw refusal('SIGN_IN_LOCKED', { found: Math.ceil(left / 1000) })
}

function oneMore({ failed_attempts, locked_until }: Attempts, now: Date): Attempts {
  const isLongPast = locked_until !== null && now.getTime() - locked_until.getTime() > FORGOTTEN_AFTER_MS
  const failed = isLongPast ? 1 : failed_attempts + 1
  if (failed <= FREE_ATTEMPTS) return { failed_attempts: failed, locked_until: null }
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failed - FREE_ATTEMPTS - 1, 20), LONGEST_PAUSE_MS)
  return { failed_attempts: failed, locked_until: new Date(now.getTime() + pause) }
}

async function logPause(context: Context, id: string, attempts: number): Promise<void> {
  await change(context, id, (_, log) => log('account.pause', `account ${id}`, { attempts }))
}
