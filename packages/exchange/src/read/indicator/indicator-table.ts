import { Exact, sum } from '@yardstick/model'
import type { Doubt } from '../doubt.ts'
import type { Table } from '../table/grid.ts'
import { type ColumnRole, type Columns, columnsOf, folded, roleOf } from './indicator-columns.ts'
import { type IndicatorRow, readLevelColumns, readNames } from './indicator-rows.ts'
import { pointsIn } from './points-text.ts'

export type { Doubt } from '../doubt.ts'
export type { ColumnRole, Columns } from './indicator-columns.ts'
export type { IndicatorRow } from './indicator-rows.ts'

/**
 * A pasted indicator table as neutral rows: names with their levels, points as decimal text, everything else as written.
 * Nothing is thrown away unsaid: what is left out or unsure is in `doubts`, as data.
 */
export interface IndicatorReading {
  readonly rows: readonly IndicatorRow[]
  readonly doubts: readonly Doubt[]
  /** What each column was taken for; undefined where nothing was found. */
  readonly columns: Columns | undefined
}

/** What somebody who sees the table says of it: what columns hold, by their number; undefined is not read. */
export type ChosenRoles = ReadonlyMap<number, ColumnRole | undefined>

/** Column headers are found by their meaning, levels by merged cells, columns, numbering or leading spaces. */
export function readIndicatorTable(table: Table, chosen: ChosenRoles = NONE_CHOSEN): IndicatorReading {
  const columns = asChosen(columnsOf(table), chosen, table)
  if (columns === undefined) return { rows: [], doubts: [{ kind: 'nothing-found' }], columns }
  const doubts: Doubt[] = columns.headerRow === undefined ? [{ kind: 'no-header' }] : []
  doubts.push(...unknownColumns(table, columns))
  const { body, totals } = bodyRows(table, columns, doubts)
  const isByLevel = columns.roles.includes('level')
  const rows = (isByLevel ? readLevelColumns : readNames)(table, columns.roles, body, doubts)
  if (rows.length === 0) doubts.push({ kind: 'nothing-found' })
  doubts.push(...sumDoubts(rows, totals))
  return { rows, doubts: inOrder(doubts), columns }
}

const NONE_CHOSEN: ChosenRoles = new Map()

function asChosen(found: Columns | undefined, chosen: ChosenRoles, table: Table): Columns | undefined {
  if (chosen.size === 0) return found
  const { roles, ...rest } = found ?? {
    roles: table.rows[0]?.map(() => undefined) ?? [],
    firstRow: 0,
    headerRow: undefined,
  }
  return { ...rest, roles: roles.map((role, column) => (chosen.has(column) ? chosen.get(column) : role)) }
}

function unknownColumns(table: Table, { roles, headerRow, firstRow }: Columns): Doubt[] {
  return roles.flatMap((role, column): Doubt[] => {
    if (role !== undefined) return []
    const isFilled = table.rows.slice(firstRow).some((row) => row[column]!.text.trim() !== '')
    const text = headerRow === undefined ? '' : table.rows[headerRow]![column]!.text.trim()
    return isFilled ? [{ kind: 'column-left-out', column, text }] : []
  })
}

interface TotalRow {
  readonly row: number
  readonly points: Exact
}

/** The rows that hold indicators. Titles above, totals and notes below and repeated headers are told and left out. */
function bodyRows(table: Table, columns: Columns, doubts: Doubt[]): { body: number[]; totals: TotalRow[] } {
  const { roles, firstRow, headerRow } = columns
  const body: number[] = []
  const totals: TotalRow[] = []
  for (const [row, cells] of table.rows.entries()) {
    const filled = [...new Set(cells)].filter((cell) => cell.text.trim() !== '')
    // What reaches down from a row above says nothing new here.
    const own = filled.filter((cell) => cell.row === row)
    const text = own[0]?.text.trim() ?? ''
    if (own.length === 0) continue
    if (row < firstRow) {
      if (headerRow !== undefined && row < headerRow && !own.some((cell) => roleOf(cell.text))) {
        doubts.push({ kind: 'row-left-out', row, as: 'title', text: joined(own) })
      }
      continue
    }
    const as = isRepeatedHeader(table, row, headerRow)
      ? 'header'
      : TOTAL.test(folded(text))
        ? 'total'
        : NOTE.test(text) && !hasPoints(table, row, roles)
          ? 'note'
          : own.length === 1 && own[0]!.columnSpan === cells.length && cells.length > 1
            ? 'title'
            : undefined
    if (as === undefined) body.push(row)
    else doubts.push({ kind: 'row-left-out', row, as, text: joined(own) })
    if (as === 'total' && !/^小计|^subtotal/.test(folded(text))) {
      const points = roles.flatMap((role, column) =>
        role === 'points' ? (pointsIn(cells[column]!.text)?.points ?? []) : [],
      )[0]
      if (points !== undefined) totals.push({ row, points })
    }
  }
  return { body, totals }
}

const TOTAL = /^(?:合计|总计|总分|小计|综合得分|总得分|得分合计|评价得分|共计|total|subtotal|sum)(?:[:：].*|得?分|$)/
const NOTE = /^\s*(?:注|备注|说明|填表说明|填表人|填报人|评价人|联系人|note|remark)\s*\d*\s*[:：]/i

function isRepeatedHeader(table: Table, row: number, headerRow: number | undefined): boolean {
  if (headerRow === undefined) return false
  return table.rows[row]!.every((cell, column) => cell.text.trim() === table.rows[headerRow]![column]!.text.trim())
}

function hasPoints(table: Table, row: number, roles: readonly (ColumnRole | undefined)[]): boolean {
  return roles.some((role, column) => role === 'points' && pointsIn(table.rows[row]![column]!.text) !== undefined)
}

const joined = (cells: readonly { readonly text: string }[]) => cells.map((cell) => cell.text.trim()).join(' ')

function sumDoubts(rows: readonly IndicatorRow[], totals: readonly TotalRow[]): Doubt[] {
  const doubts: Doubt[] = []
  const childrenOf = (index: number, level: number) => {
    const children: { row: IndicatorRow; index: number }[] = []
    for (let at = index + 1; at < rows.length && rows[at]!.level > level; at++) {
      if (rows[at]!.level === level + 1) children.push({ row: rows[at]!, index: at })
    }
    return children
  }
  /** Its own points, else what those below add up to; undefined where one of them has none. */
  const worth = (row: IndicatorRow, index: number): Exact | undefined =>
    row.points === undefined ? below(index, row.level) : Exact.of(row.points)
  const below = (index: number, level: number): Exact | undefined => {
    const parts = childrenOf(index, level).map((child) => worth(child.row, child.index))
    const known = parts.filter((part) => part !== undefined)
    return parts.length === 0 || known.length < parts.length ? undefined : sum(known)
  }
  for (const [index, row] of rows.entries()) {
    const found = below(index, row.level)
    if (row.points === undefined || found === undefined || found.equals(Exact.of(row.points))) continue
    doubts.push({ kind: 'points-sum', row: row.sourceRow, expected: row.points, found: found.toText() })
  }
  const found = below(-1, 0)
  for (const { row, points } of totals) {
    if (found === undefined || found.equals(points)) continue
    doubts.push({ kind: 'total-differs', row, expected: points.toText(), found: found.toText() })
  }
  return doubts
}

/** What concerns the whole first, then by row. */
function inOrder(doubts: readonly Doubt[]): Doubt[] {
  const rowOf = (doubt: Doubt) => ('row' in doubt ? doubt.row : -1)
  return [...doubts].sort((a, b) => rowOf(a) - rowOf(b))
}
