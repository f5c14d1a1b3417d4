import type { Context } from '../context.ts'
import { addAccount, enable, hasAdministrator, holdGrants, replaceGrants, setPassword } from '../store/accounts.ts'
import { change } from '../store/change.ts'
import type { Db } from '../store/tables.ts'
import { closeSessionsOf } from './sessions.ts'
import { accountName, newPassword } from './sign-in.ts'

type Means = Pick<Context, 'database' | 'now' | 'newId'>

/**
 * Whoever has the database may do everything, so this asks for no right: a new account that administrates all regions.
 *
 * throws  PASSWORD_WEAK; the database's error where the name is taken
 */
export async function createAdministrator(
  context: Means,
  { name: said, title, password }: { name: string; title: string; password: string },
): Promise<string> {
  const { now, newId } = context
  const [id, name] = [newId(), accountName(said)]
  const hash = await newPassword(password, name)
  await change(context, 'command', async (tx, log) => {
    const row = { id, name, title, password_hash: hash, must_change_password: false, created_at: now() }
    await addAccount(tx, row)
    await administrateAll(tx, id, newId)
    await log('account.add', `account ${id}`, { name, title, grants: ['administrator'] })
  })
  return id
}

/**
 * An account that is there is let in again: enabled, its pause lifted and, where one is given, with a new password, which
 * ends its sessions. Its grants stay as they are; but where nobody administrates all regions any more, it does from now on.
 *
 * throws  PASSWORD_WEAK
 */
export async function readmit(
  context: Means,
  { id, name }: { id: string; name: string },
  password: string | undefined,
): Promise<void> {
  const { newId } = context
  const hash = password === undefined ? undefined : await newPassword(password, name)
  await change(context, 'command', async (tx, log) => {
    await holdGrants(tx)
    await enable(tx, id)
    if (hash !== undefined) {
      await setPassword(tx, id, { password_hash: hash, must_change_password: false })
      await closeSessionsOf(tx, id)
    }
    if (!(await hasAdministrator(tx))) await administrateAll(tx, id, newId)
    await log('account.readmit', `account ${id}`, { newPassword: hash !== undefined })
  })
}

async function administrateAll(db: Db, account: string, newId: () => string): Promise<void> {
  const grant = { id: newId(), account_id: account, role: 'administrator', region: '' } as const
  await replaceGrants(db, [], [{ ...grant, campaign_id: null, department_id: null }])
}
