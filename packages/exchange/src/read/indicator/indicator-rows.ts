import type { Doubt } from '../doubt.ts'
import { type Cell, isOrigin, type Table } from '../table/grid.ts'
import type { ColumnRole } from './indicator-columns.ts'
import { Indents, indentOf, kindOfCode, Levels, numbered } from './numbering.ts'
import { pointsIn } from './points-text.ts'

/** One indicator of a pasted table; texts as written, save where a line says otherwise. */
export interface IndicatorRow {
  /** 1 at the top. */
  readonly level: number
  readonly name: string
  /** The number before its name or in a column of its own: 1.2, （一）. */
  readonly code?: string
  /** Canonical decimal text. */
  readonly points?: string
  /** With the comparator and the unit where these have columns of their own: ≥95%. */
  readonly target?: string
  readonly standard?: string
  readonly actual?: string
  readonly score?: string
  readonly definition?: string
  readonly note?: string
  /** Its row in the table, from 0. */
  readonly sourceRow: number
}

type Roles = readonly (ColumnRole | undefined)[]
type Draft = { -readonly [K in keyof IndicatorRow]: IndicatorRow[K] }

/**
 * Levels in columns of their own. A cell that is merged, left empty below or written again on each row is one indicator;
 * one that reaches over several level columns is an indicator at the first of them.
 */
export function readLevelColumns(table: Table, roles: Roles, body: readonly number[], doubts: Doubt[]): IndicatorRow[] {
  const levelColumns = roles.flatMap((role, column) => (role === 'level' || role === 'name' ? [column] : []))
  const pointsColumns = roles.flatMap((role, column) => (role === 'points' ? [column] : []))
  const drafts: Draft[] = []
  /** The indicators this row stands in, by level. */
  const open: { draft: Draft; cell: Cell; text: string }[] = []
  for (const row of body) {
    const cells = table.rows[row]!
    const opened: { draft: Draft; cell: Cell; level: number }[] = []
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
      const draft = draftOf(text, level, row)
      open[index] = { draft, cell, text }
      drafts.push(draft)
      opened.push({ draft, cell, level: index })
    }
    const last = opened.at(-1)?.draft ?? open.findLast((each) => each !== undefined)?.draft
    if (last === undefined) continue
    fillTexts(last, table, row, roles, opened.length === 0)
    for (const column of pointsColumns) {
      const cell = cells[column]!
      if (!isOrigin(cell, row, column)) continue
      givePoints(pointsOwner(column, cell, levelColumns, pointsColumns, opened, open) ?? last, cell.text, row, doubts)
    }
  }
  for (const draft of drafts) pointsFromName(draft)
  return drafts
}

/**
 * Whose points a cell holds. With several points columns, those of the level column to its left; with one, the deepest
 * indicator that begins here and reaches as far down as the cell does.
 */
function pointsOwner(
  column: number,
  cell: Cell,
  levelColumns: readonly number[],
  pointsColumns: readonly number[],
  opened: readonly { draft: Draft; cell: Cell; level: number }[],
  open: readonly ({ draft: Draft } | undefined)[],
): Draft | undefined {
  if (pointsColumns.length > 1) {
    const level = levelColumns.findLastIndex((each) => each < column)
    return (opened.find((each) => each.level === level) ?? open[level])?.draft
  }
  return opened.findLast((each) => each.cell.rowSpan >= cell.rowSpan)?.draft
}

/** One column of names; their numbers, in it or in a column of their own, or their leading spaces tell the level. */
export function readNames(table: Table, roles: Roles, body: readonly number[], doubts: Doubt[]): IndicatorRow[] {
  const nameColumn = roles.indexOf('name')
  const codeColumn = roles.indexOf('code')
  const codeAt = (row: number) => (codeColumn < 0 ? '' : table.rows[row]![codeColumn]!.text.trim())
  const named = body
    .map((row) => ({ row, cell: table.rows[row]![nameColumn]!, code: codeAt(row) }))
    .filter(({ cell, row }) => cell.text.trim() !== '' && cell.row === row)
  const isLoose = named.some(({ cell }) => numbered(cell.text).kind?.startsWith('dotted'))
  const kinds = named.map(({ cell, code }) => (code === '' ? numbered(cell.text, isLoose).kind : kindOfCode(code)))
  const isNumbered = new Set(kinds).size > 1
  const [levels, indents] = [new Levels(), new Indents()]
  const drafts: Draft[] = []
  let before = 0
  for (const [index, { row, cell, code }] of named.entries()) {
    const wanted = isNumbered ? levels.levelOf(kinds[index] ?? 'none') : indents.levelOf(indentOf(cell.text))
    const depth = depthOf(kinds[index])
    // 1.1.1 directly below 1: the level between is not there.
    if (depth !== undefined && depth > before + 1 && before > 0) doubts.push({ kind: 'level-jump', row })
    before = wanted
    const draft = draftOf(cell.text, wanted, row, isLoose)
    if (code !== '' && draft.code === undefined) draft.code = code
    fillTexts(draft, table, row, roles, false)
    for (const [column, role] of roles.entries()) {
      const points = table.rows[row]![column]!
      if (role === 'points' && isOrigin(points, row, column)) givePoints(draft, points.text, row, doubts)
    }
    pointsFromName(draft)
    drafts.push(draft)
  }
  return drafts
}

function depthOf(kind: string | undefined): number | undefined {
  return kind?.startsWith('dotted-') ? Number(kind.slice('dotted-'.length)) : undefined
}

function draftOf(text: string, level: number, row: number, isLoose = false): Draft {
  const { code, name } = numbered(text.replace(/\s*\n\s*/g, ''), isLoose)
  return { level, name, ...(code === undefined ? {} : { code }), sourceRow: row }
}

const TEXTS = ['standard', 'actual', 'score', 'definition', 'note'] as const

/** Texts of the row's own cells; those of further rows of one indicator are joined to them, line by line. */
function fillTexts(draft: Draft, table: Table, row: number, roles: Roles, isContinued: boolean): void {
  const textOf = (wanted: ColumnRole) =>
    roles
      .flatMap((role, column) => {
        const cell = table.rows[row]![column]!
        return role === wanted && (isOrigin(cell, row, column) || (!isContinued && cell.row < row))
          ? [cell.text.trim()]
          : []
      })
      .filter((text) => !isBlank(text))
      .join('\n')
  for (const field of TEXTS) {
    const text = textOf(field)
    if (text !== '') draft[field] = draft[field] === undefined ? text : `${draft[field]}\n${text}`
  }
  const target = textOf('target')
  if (target !== '') {
    const [comparator, unit] = [textOf('comparator'), textOf('unit')]
    const whole = `${comparator}${target}${target.endsWith(unit) ? '' : unit}`
    draft.target = draft.target === undefined ? whole : `${draft.target}\n${whole}`
  }
  const code = textOf('code')
  if (code !== '' && draft.code === undefined) draft.code = code
}

const isBlank = (text: string) => /^[\s/\\—–-]*$/.test(text)

function givePoints(draft: Draft, text: string, row: number, doubts: Doubt[]): void {
  if (isBlank(text)) return
  const read = pointsIn(text)
  if (read === undefined) {
    doubts.push({ kind: 'points-unreadable', row, text: text.trim() })
    return
  }
  if (draft.points !== undefined) {
    doubts.push({ kind: 'points-twice', row, text: text.trim() })
    return
  }
  if (read.isPercent) doubts.push({ kind: 'points-in-percent', row, text: text.trim() })
  draft.points = read.points.toText()
}

/** 产出指标（40分） holds its points in its name. */
function pointsFromName(draft: Draft): void {
  const found = /^(.+?)\s*[(（]\s*([\d０-９]+(?:[.．][\d０-９]+)?)\s*分\s*[)）]$/u.exec(draft.name)
  if (found === null) return
  const points = pointsIn(found[2]!)
  if (points === undefined || (draft.points !== undefined && draft.points !== points.points.toText())) return
  draft.name = found[1]!
  draft.points = points.points.toText()
}
