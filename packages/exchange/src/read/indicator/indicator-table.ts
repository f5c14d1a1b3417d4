import type { Doubt } from '../doubt.ts'
import { isOrigin, type Table } from '../table/grid.ts'
import { bodyRows, rowsAbove } from './body-rows.ts'
import { executionRow } from './execution-row.ts'
import { type ChosenRoles, type Columns, partsOf, type TablePart } from './indicator-columns.ts'
import type { IndicatorRow } from './indicator-row.ts'
import { readLevelColumns } from './level-rows.ts'
import { readNames } from './named-rows.ts'
import { sumDoubts, type TotalRow } from './point-sums.ts'
import { straightRows } from './straight-rows.ts'

export type { Doubt } from '../doubt.ts'
export type { ColumnRole } from './column-roles.ts'
export type { ChosenRoles, Columns, TablePart } from './indicator-columns.ts'
export type { IndicatorRow } from './indicator-row.ts'
export type { TotalRow } from './point-sums.ts'

/**
 * An indicator table as neutral rows: names with their levels, points as decimal text, everything else as written. Nothing
 * is thrown away unsaid: what is left out or unsure is in `doubts`, as data.
 */
export interface IndicatorReading {
  readonly rows: readonly IndicatorRow[]
  readonly doubts: readonly Doubt[]
  /** What each column was taken for; undefined where nothing was found. Of several tables, the first one's. */
  readonly columns: Columns | undefined
  /** Each table of the sheet, with its header; more than one where headers stand again or differ. */
  readonly parts: readonly TablePart[]
  readonly totals: readonly TotalRow[]
}

/**
 * Column headers are found by their meaning, levels by merged cells, columns, numbering or leading spaces. Somebody who sees
 * the table may say what a column holds; where a sheet holds several tables, that is said of the column in all of them.
 */
export function readIndicatorTable(table: Table, chosen: ChosenRoles = NONE_CHOSEN): IndicatorReading {
  const parts = partsOf(table, chosen)
  const [first] = parts
  if (first === undefined)
    return { rows: [], doubts: [{ kind: 'nothing-found' }], columns: undefined, parts, totals: [] }
  const doubts: Doubt[] = first.columns.headerRow === undefined ? [{ kind: 'no-header' }] : []
  const top = first.columns.headerTop ?? 0
  const execution = executionRow(table, top)
  doubts.push(...rowsAbove(table, top).filter((each) => !('row' in each) || each.row !== execution?.sourceRow))
  const rows: IndicatorRow[] = execution === undefined ? [] : [execution]
  const totals: TotalRow[] = []
  for (const run of runsOf(parts)) {
    const [{ columns }] = run
    const body: number[] = []
    for (const part of run) {
      if (part.isContinued) doubts.push(repeatedHeader(table, part))
      const found = bodyRows(table, part, doubts)
      body.push(...found.body)
      totals.push(...found.totals)
    }
    doubts.push(...unknownColumns(table, columns, body))
    const named = columns.named ?? new Set<number>()
    const isByLevel = columns.roles.includes('level')
    const isNamed = columns.roles.includes('name')
    if (!isByLevel && !isNamed) continue
    const straight = straightRows(table, columns.roles, body, doubts)
    rows.push(
      ...(isByLevel ? readLevelColumns : readNames)(
        straight,
        { roles: columns.roles, units: columns.units ?? new Map(), named, body },
        doubts,
      ),
    )
  }
  if (rows.length === 0) doubts.push({ kind: 'nothing-found' })
  doubts.push(...sumDoubts(rows, totals))
  return { rows, doubts: inOrder(doubts), columns: first.columns, parts, totals }
}

const NONE_CHOSEN: ChosenRoles = new Map()

type Run = readonly [TablePart, ...TablePart[]]

/** Parts that go on with one another, together. */
function runsOf(parts: readonly TablePart[]): Run[] {
  const runs: [TablePart, ...TablePart[]][] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (part.isContinued && last !== undefined) last.push(part)
    else runs.push([part])
  }
  return runs
}

/** Columns nobody asked for with something in them that is of an indicator. */
function unknownColumns(table: Table, { roles, headerRow }: Columns, body: readonly number[]): Doubt[] {
  return roles.flatMap((role, column): Doubt[] => {
    if (role !== undefined) return []
    const isFilled = body.some((row) => {
      const cell = table.rows[row]![column]!
      return isOrigin(cell, row, column) && cell.text.trim() !== ''
    })
    const header = headerRow === undefined ? '' : table.rows[headerRow]![column]!.text.trim()
    return isFilled ? [{ kind: 'column-left-out', column, text: header }] : []
  })
}

function repeatedHeader(table: Table, { columns }: TablePart): Doubt {
  const row = columns.headerTop ?? 0
  const own = [...new Set(table.rows[row])].filter((cell) => cell.row === row && cell.text.trim() !== '')
  return { kind: 'row-left-out', row, as: 'header', text: own.map((cell) => cell.text.trim()).join(' ') }
}

/** What concerns the whole first, then by row. */
function inOrder(doubts: readonly Doubt[]): Doubt[] {
  const rowOf = (doubt: Doubt) => ('row' in doubt ? doubt.row : -1)
  return [...doubts].sort((a, b) => rowOf(a) - rowOf(b))
}
