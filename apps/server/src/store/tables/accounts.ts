import type { Generated } from 'kysely'
import type { Role } from '../../access/rights.ts'

export interface AccountTables {
  account: AccountTable
  grant: GrantTable
  session: SessionTable
}

export interface AccountTable {
  id: string
  /** What one signs in with; in small letters. */
  name: string
  /** How a person is shown. */
  title: string
  /** Argon2id, in its own encoded form. */
  password_hash: string
  must_change_password: boolean
  failed_attempts: number
  locked_until: Date | null
  created_at: Date
  disabled_at: Date | null
  /** Of title, state and grants. */
  revision: Generated<number>
}

export interface GrantTable {
  id: string
  account_id: string
  role: Role
  region: string
  campaign_id: string | null
  department_id: string | null
}

export interface SessionTable {
  /** SHA-256, hex, of the cookie; who reads the table cannot sign in with it. */
  token_hash: string
  account_id: string
  created_at: Date
  seen_at: Date
  expires_at: Date
}
