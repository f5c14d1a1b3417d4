import { createHash } from 'node:crypto'
import { canonicalText } from '@yardstick/model'
import type { AuditEntryTable } from './tables/audit.ts'
import type { Db } from './tables.ts'

/**
 * The log of every change, chained: an entry's hash covers the entry and the hash of the one before, so that whoever has
 * an old head can tell whether anything before it was altered, left out or put in. Entries are written in the transaction
 * of the change they tell of: neither is there without the other.
 */
export interface AuditEvent {
  readonly at: Date
  readonly who: string
  readonly action: string
  readonly target: string
  readonly detail?: unknown
}

export async function appendAudit(db: Db, event: AuditEvent): Promise<void> {
  // The row is held to the end of the transaction; writers follow each other.
  const head = await db.selectFrom('audit_head').selectAll().forUpdate().executeTakeFirstOrThrow()
  const entry = {
    number: head.number + 1,
    at: event.at,
    who: event.who,
    action: event.action,
    target: event.target,
    detail: canonicalText(event.detail ?? {}),
  }
  const hash = entryHash(entry, head.hash)
  await db
    .insertInto('audit_entry')
    .values({ ...entry, hash })
    .execute()
  await db.updateTable('audit_head').set({ number: entry.number, hash }).execute()
}

/** The hash of an entry that follows one of hash `before` ('' for the first). */
export function entryHash(entry: Omit<AuditEntryTable, 'hash'>, before: string): string {
  const { number, at, who, action, target, detail } = entry
  const text = canonicalText({ number, at: at.toISOString(), who, action, target, detail, before })
  return createHash('sha256').update(text).digest('hex')
}

/** The newest entry: what is printed, to hold the log to later. */
export async function auditHead(db: Db): Promise<{ number: number; hash: string }> {
  return db.selectFrom('audit_head').select(['number', 'hash']).executeTakeFirstOrThrow()
}

export interface AuditFilter {
  readonly target?: string | undefined
  /** The number of the oldest one seen. */
  readonly after?: number | undefined
  readonly limit: number
}

/** Newest first, each with the title of the account. */
export function listAudit(db: Db, { target, after, limit }: AuditFilter) {
  let query = db
    .selectFrom('audit_entry')
    .leftJoin('account', 'account.id', 'audit_entry.who')
    .selectAll('audit_entry')
    .select('account.title')
  if (target !== undefined) query = query.where('target', '=', target)
  if (after !== undefined) query = query.where('number', '<', after)
  return query.orderBy('number', 'desc').limit(limit).execute()
}
