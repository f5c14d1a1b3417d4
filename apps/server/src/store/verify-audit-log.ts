import { entryHash } from './audit-log.ts'
import type { AuditEntryTable } from './tables/audit.ts'
import type { Db } from './tables.ts'

/** An entry's number and hash, as it was printed. */
export interface Anchor {
  readonly number: number
  readonly hash: string
}

/**
 * `at` is the number of the first entry that is not what it was.
 *
 * altered    its hash does not follow from it and the entry before: it was changed, or stands where it did not
 * missing    there is none of this number, though there are later ones
 * truncated  the log ends before it, though it was written: the head of the database or the printed one says so
 * replaced   all follows from each other, but it is not the entry that was printed: it or one before was rewritten
 */
export type AuditVerdict =
  | { readonly ok: true; readonly head: Anchor }
  | { readonly ok: false; readonly at: number; readonly why: 'altered' | 'missing' | 'truncated' | 'replaced' }

/** Reads the whole log, page by page and as of one moment, and holds it to itself and to a head that was printed once. */
export function verifyAuditLog(db: Db, printed?: Anchor): Promise<AuditVerdict> {
  // Else what is written between the last page and the head would look like something cut off.
  const moment = db.transaction().setIsolationLevel('repeatable read')
  return moment.execute((tx) => verify(tx, printed))
}

async function verify(db: Db, printed: Anchor | undefined): Promise<AuditVerdict> {
  let last: Anchor = { number: 0, hash: '' }
  for (let page = 0; ; page++) {
    const entries = await entriesAfter(db, page === 0 ? undefined : last.number)
    for (const entry of entries) {
      const number = last.number + 1
      if (entry.number !== number) return { ok: false, at: number, why: 'missing' }
      if (!follows(entry, last.hash)) return { ok: false, at: number, why: 'altered' }
      if (printed?.number === number && printed.hash !== entry.hash) return { ok: false, at: number, why: 'replaced' }
      last = { number, hash: entry.hash }
    }
    if (entries.length < PAGE) break
  }
  const head = await db.selectFrom('audit_head').select(['number', 'hash']).executeTakeFirst()
  return atTheEnd(last, head ?? { number: 0, hash: '' }, printed)
}

const PAGE = 1_000

/** The first page begins where nothing should be: before number 1. */
function entriesAfter(db: Db, number: number | undefined): Promise<AuditEntryTable[]> {
  let query = db.selectFrom('audit_entry').selectAll()
  if (number !== undefined) query = query.where('number', '>', number)
  return query.orderBy('number').limit(PAGE).execute()
}

function follows(entry: AuditEntryTable, before: string): boolean {
  try {
    return entryHash(entry, before) === entry.hash
  } catch {
    // A time that is none: nothing of ours wrote it.
    return false
  }
}

function atTheEnd(last: Anchor, head: Anchor, printed: Anchor | undefined): AuditVerdict {
  if (Math.max(head.number, printed?.number ?? 0) > last.number) {
    return { ok: false, at: last.number + 1, why: 'truncated' }
  }
  // The head is older than the last entry, or another: somebody wrote past it.
  if (head.number !== last.number) return { ok: false, at: head.number + 1, why: 'altered' }
  return head.hash === last.hash ? { ok: true, head: last } : { ok: false, at: last.number, why: 'replaced' }
}
