import type { Issue } from '@yardstick/model'
import { ask } from '../../server/client.ts'
import type { DepartmentRow } from './read-table.ts'

export type Outcome = 'add' | 'change' | 'same' | 'issue'

/** What would become of a table. */
export interface Plan {
  /** As they are sent to be carried out. */
  readonly sent: readonly DepartmentRow[]
  /** Of each row, in order. */
  readonly rows: readonly PlannedRow[]
}

export interface PlannedRow {
  readonly outcome: Outcome
  readonly issues: readonly Issue[]
  /** By field, before and after. */
  readonly fields: Readonly<Record<string, readonly (string | null)[]>>
}

interface Answer {
  readonly added: readonly { readonly row: number }[]
  readonly changed: readonly { readonly row: number; readonly fields: PlannedRow['fields'] }[]
  readonly issues: readonly Issue[]
}

/**
 * Asks what a table would change. Rows without a region take the one given; without a type those that are new take the one
 * given, and those that are there keep theirs.
 */
export async function planImport(
  rows: readonly DepartmentRow[],
  defaults: { readonly type: string; readonly region: string },
): Promise<Plan> {
  const placed = rows.map((row) => ({ ...row, region: row.region ?? defaults.region }))
  const first = await send(placed, false)
  const lacking = new Set(first.issues.filter(({ code }) => code === 'SHAPE_REQUIRED').map(rowOf))
  const isTyped = placed.some((row, index) => lacking.has(index) && row.type === undefined && row.name !== '')
  if (!isTyped || defaults.type.trim() === '') return plan(placed, first)
  const typed = placed.map((row, index) =>
    lacking.has(index) && row.type === undefined ? { ...row, type: defaults.type.trim() } : row,
  )
  return plan(typed, await send(typed, false))
}

/** Carries it out, whole or not at all. */
export async function carryOut({ sent }: Plan): Promise<void> {
  await send(sent, true)
}

function send(rows: readonly DepartmentRow[], apply: boolean): Promise<Answer> {
  return ask('POST', '/api/departments/import', { body: { rows, apply } })
}

function plan(sent: readonly DepartmentRow[], { added, changed, issues }: Answer): Plan {
  const isAdded = new Set(added.map(({ row }) => row))
  const fieldsBy = new Map(changed.map(({ row, fields }) => [row, fields]))
  const rows = sent.map((_, index): PlannedRow => {
    const own = issues.filter((each) => rowOf(each) === index)
    const fields = fieldsBy.get(index)
    const isWrong = own.some(({ severity }) => severity === 'error')
    const outcome = isWrong ? 'issue' : isAdded.has(index) ? 'add' : fields === undefined ? 'same' : 'change'
    return { outcome, issues: own, fields: fields ?? {} }
  })
  return { sent, rows }
}

/** Which row an issue is of: /rows/3/name. */
function rowOf({ pointer }: Issue): number {
  return Number(/^\/rows\/(\d+)/.exec(pointer)?.[1] ?? Number.NaN)
}
