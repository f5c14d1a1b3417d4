import type { Generated } from 'kysely'

export interface AuditTables {
  audit_entry: AuditEntryTable
  /** One row: the newest entry, which the next one is chained to; writers wait here for each other. */
  audit_head: AuditHeadTable
}

export interface AuditEntryTable {
  /** 1, 2, 3 … without gaps. */
  number: number
  at: Date
  /** Id of the account; `local` without accounts, `command` from the command line. */
  who: string
  action: string
  /** What it was done to: kind and id, "scheme 0193…". */
  target: string
  /** JSON text: what changed, without the documents themselves. */
  detail: string
  /** SHA-256, hex, of this entry's canonical text with the hash of the entry before. */
  hash: string
}

export interface AuditHeadTable {
  id: Generated<number>
  number: number
  hash: string
}
