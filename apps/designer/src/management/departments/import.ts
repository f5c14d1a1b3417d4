import { ask } from '../../server/client.ts'
import type { DepartmentRow } from './read-table.ts'

export type Outcome = 'add' | 'change' | 'same' | 'issue'

/** What would become, or became, of each row of a table, in order. */
export interface Imported {
  readonly rows: readonly ImportedRow[]
}

export interface ImportedRow {
  readonly outcome: Outcome
  /** What is wrong with it. */
  readonly problem?: string
}

/** Rows without a type or region take those given. */
export function importDepartments(
  rows: readonly DepartmentRow[],
  defaults: { readonly type: string; readonly region: string },
  isApplied: boolean,
): Promise<Imported> {
  const body = {
    rows: rows.map((row) => ({ ...row, type: row.type ?? defaults.type, region: row.region ?? defaults.region })),
    apply: isApplied,
  }
  return ask('POST', '/api/departments/import', { body })
}
