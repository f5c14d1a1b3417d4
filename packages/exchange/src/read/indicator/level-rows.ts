import type { Doubt } from '../doubt.ts'
import { type Cell, isOrigin, type Table } from '../table/grid.ts'
import type { IndicatorRow } from './indicator-row.ts'
import { lettered } from './numbering.ts'
import { pointsIn } from './points-text.ts'
import {
  type Draft,
  draftOf,
  fillTexts,
  givePoints,
  pointsFromName,
  settlePoints,
  type TextColumns,
} from './row-texts.ts'

interface Opened {
  readonly draft: Draft
  readonly cell: Cell
  /** Which of the level columns, from 0. */
  readonly level: number
}

/** Rows to be read, and what is known of their columns. */
export interface PartRows extends TextColumns {
  /** Columns of names that hold points behind them. */
  readonly named: ReadonlySet<number>
  readonly body: readonly number[]
}

/**
 * Levels in columns of their own. A cell that is merged, left empty below or written again on each row is one indicator;
 * one that reaches over several level columns is an indicator at the first of them.
 */
export function readLevelColumns(table: Table, part: PartRows, doubts: Doubt[]): IndicatorRow[] {
  const { roles, named, body } = part
  const levelColumns = roles.flatMap((role, column) => (role === 'level' || role === 'name' ? [column] : []))
  const pointsColumns = roles.flatMap((role, column) => (role === 'points' ? [column] : []))
  const isLettered = lettered(body.flatMap((row) => levelColumns.map((column) => table.rows[row]![column]!.text)))
  const drafts: Draft[] = []
  /** The indicators this row stands in, by level. */
  const open: { draft: Draft; cell: Cell; text: string }[] = []
  /** Rows that one cell of points covers, from the indicator of the first. */
  let shared: { readonly row: number; readonly until: number; readonly points: string } | undefined
  for (const row of body) {
    const cells = table.rows[row]!
    const opened: Opened[] = []
    let isFresh = false
    for (const [index, column] of levelColumns.entries()) {
      const cell = cells[column]!
      const text = cell.text.trim()
      // Reached from the left: the indicator stands at the level where the cell begins.
      if (text === '' || (index > 0 && cells[levelColumns[index - 1]!] === cell)) continue
      const before = open[index]
      if (before?.cell === cell) continue
      const isLast = column === levelColumns.at(-1)
      if (!isFresh && !isLast && before?.text === text) continue
      isFresh = true
      open.length = Math.min(open.length, index)
      const level = open.filter((each) => each !== undefined).length + 1
      const draft = draftOf(text, level, row, false, isLettered)
      pointsFromName(draft, named.has(column), doubts)
      open[index] = { draft, cell, text }
      drafts.push(draft)
      opened.push({ draft, cell, level: index })
    }
    const last = opened.at(-1)?.draft ?? open.findLast((each) => each !== undefined)?.draft
    if (last === undefined) {
      doubts.push(unnamed(table, row))
      continue
    }
    fillTexts(last, table, row, part, opened.length === 0)
    for (const column of pointsColumns) {
      const cell = cells[column]!
      if (!isOrigin(cell, row, column)) continue
      const owner = pointsOwner(table, cell, { levelColumns, pointsColumns, opened, open, last })
      if (owner !== undefined) givePoints(owner, cell.text, row, doubts)
      else shared = shareOf(cell, doubts) ?? shared
    }
    if (shared !== undefined && row < shared.until && opened.at(-1) !== undefined && last.points === undefined)
      last.shared = { row: shared.row, points: shared.points }
  }
  for (const draft of drafts) settlePoints(draft, doubts)
  return drafts
}

/** A row that says something of no indicator. */
export function unnamed(table: Table, row: number): Doubt {
  const own = [...new Set(table.rows[row])].filter((cell) => cell.row === row && cell.text.trim() !== '')
  return { kind: 'row-left-out', row, as: 'unnamed', text: own.map((cell) => cell.text.trim()).join(' ') }
}

/**
 * Whose points a cell holds. With several points columns, those of the level column to its left; with one, the indicator
 * that begins here and reaches as far down as the cell does, else the deepest. Undefined where the cell covers several
 * indicators of the deepest level and no indicator that holds them: they share it.
 */
function pointsOwner(
  table: Table,
  cell: Cell,
  {
    levelColumns,
    pointsColumns,
    opened,
    open,
    last,
  }: {
    readonly levelColumns: readonly number[]
    readonly pointsColumns: readonly number[]
    readonly opened: readonly Opened[]
    readonly open: readonly ({ draft: Draft } | undefined)[]
    readonly last: Draft
  },
): Draft | undefined {
  if (pointsColumns.length > 1) {
    const level = levelColumns.findLastIndex((each) => each < cell.column)
    const owner = (opened.find((each) => each.level === level) ?? open[level])?.draft
    if (owner !== undefined) return owner
  }
  const deepest = opened.at(-1)
  if (cell.rowSpan === 1 || deepest === undefined || deepest.cell.rowSpan >= cell.rowSpan) return last
  const reaching = opened.findLast((each) => reachOf(table, each.cell, levelColumns) === cell.rowSpan)
  if (reaching !== undefined) return reaching.draft
  return pointsIn(cell.text) === undefined ? last : undefined
}

/** How many rows an indicator takes: those its cell covers, and where it is not merged, the empty ones below it. */
function reachOf(table: Table, cell: Cell, levelColumns: readonly number[]): number {
  if (cell.rowSpan > 1) return cell.rowSpan
  const upTo = levelColumns.filter((column) => column <= cell.column)
  let row = cell.row + 1
  while (row < table.rows.length && upTo.every((column) => isFree(table.rows[row]![column]!, cell))) row++
  return row - cell.row
}

/** Empty, or the same written again. */
function isFree(other: Cell, cell: Cell): boolean {
  const text = other.text.trim()
  return text === '' || other.row <= cell.row || (other.column === cell.column && text === cell.text.trim())
}

function shareOf(cell: Cell, doubts: Doubt[]): { row: number; until: number; points: string } | undefined {
  const read = pointsIn(cell.text)
  if (read === undefined) return undefined
  const points = read.points.toText()
  if (read.isPercent) doubts.push({ kind: 'points-in-percent', row: cell.row, text: cell.text.trim() })
  doubts.push({ kind: 'points-shared', row: cell.row, rows: cell.rowSpan, text: points })
  return { row: cell.row, until: cell.row + cell.rowSpan, points }
}
