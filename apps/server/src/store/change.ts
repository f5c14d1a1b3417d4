import type { Context } from '../context.ts'
import { appendAudit } from './audit-log.ts'
import type { Db } from './tables.ts'

/** Writes a line of the audit log: what was done, to what ("scheme 0193…"), and what changed by it. */
export type Log = (action: string, target: string, detail?: unknown) => Promise<void>

/**
 * A change, in one transaction with its line in the audit log: neither is there without the other. The log comes last in
 * `work`, since whoever writes it keeps the next writer waiting until the end.
 */
export function change<T>(
  { database, now }: Pick<Context, 'database' | 'now'>,
  who: string,
  work: (db: Db, log: Log) => Promise<T>,
): Promise<T> {
  return database.db.transaction().execute((transaction) => {
    const log: Log = (action, target, detail) => appendAudit(transaction, { at: now(), who, action, target, detail })
    return work(transaction, log)
  })
}

/** Whether a statement was refused since what its row refers to is not there any more. */
export function isOrphan(error: unknown): boolean {
  return (error as { code?: unknown }).code === '23503'
}

/** Whether a statement was refused since such a row is there already. */
export function isDuplicate(error: unknown): boolean {
  return (error as { code?: unknown }).code === '23505'
}
