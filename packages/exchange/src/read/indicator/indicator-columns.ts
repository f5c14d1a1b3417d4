import { type Cell, isOrigin, type Table } from '../table/grid.ts'
import { type ColumnRole, holdsPoints, roleOf, unitIn } from './column-roles.ts'

export interface Columns {
  /** Of each column; undefined where nobody can say. */
  readonly roles: readonly (ColumnRole | undefined)[]
  /** The first row below the header. */
  readonly firstRow: number
  /** The lowest row of the header; undefined where there is none and the columns were taken by what they hold. */
  readonly headerRow: number | undefined
  /** The row in which the header begins, with the names of groups of columns; undefined without a header. */
  readonly headerTop?: number
  /** Columns of names that hold points behind them: 三级指标及分值. */
  readonly named?: ReadonlySet<number>
  /** The unit of the numbers in a column, where its header says it. */
  readonly units?: ReadonlyMap<number, string>
}

/** Rows under one header. */
export interface TablePart {
  readonly columns: Columns
  /** The first row that is not part of it. */
  readonly endRow: number
  /** The header only stands again: the part before goes on. */
  readonly isContinued: boolean
}

/** What somebody who sees the table says of it: what columns hold, by their number; undefined is not read. */
export type ChosenRoles = ReadonlyMap<number, ColumnRole | undefined>

/**
 * Which column holds what, for each header there is: by the header, where it has one, else by what the cells look like. A
 * sheet may hold several tables, or one whose header stands again on every page; headers that name the same columns go on
 * with the same table. Empty where nothing looks like indicators.
 */
export function partsOf(table: Table, chosenRoles: ChosenRoles): TablePart[] {
  const headers = headersIn(table)
  const found = headers.length === 0 ? [byContent(table) ?? chosenOnly(table, chosenRoles)] : headers
  const chosen = found.flatMap((each) => (each === undefined ? [] : [withChosen(each, chosenRoles)]))
  return chosen.map((columns, index) => ({
    columns,
    endRow: chosen[index + 1]?.headerTop ?? table.rows.length,
    isContinued: index > 0 && isSame(columns, chosen[index - 1]!),
  }))
}

function isSame({ roles }: Columns, before: Columns): boolean {
  return roles.every((role, column) => role === before.roles[column])
}

function withChosen(columns: Columns, chosen: ChosenRoles): Columns {
  return { ...columns, roles: columns.roles.map((role, column) => (chosen.has(column) ? chosen.get(column) : role)) }
}

function chosenOnly(table: Table, chosen: ChosenRoles): Columns | undefined {
  const isNamed = [...chosen.values()].some((role) => role === 'name' || role === 'level')
  return isNamed ? { roles: (table.rows[0] ?? []).map(() => undefined), firstRow: 0, headerRow: undefined } : undefined
}

/** A label at the side (绩效指标, down all rows) is no header of its column, nor is one of a form's fields. */
const HIGHEST_HEADER = 3

type RoleAt = (cell: Cell) => ColumnRole | undefined

function headersIn(table: Table): Columns[] {
  const known = new Map<string, ColumnRole | undefined>()
  const roleAt: RoleAt = ({ text, rowSpan }) => {
    if (rowSpan > HIGHEST_HEADER) return undefined
    if (!known.has(text)) known.set(text, roleOf(text))
    return known.get(text)
  }
  const headers: Columns[] = []
  for (let row = 0; row < table.rows.length; row++) {
    const isAgain = headers.some(({ headerTop }) => isSameText(table.rows[row]!, table.rows[headerTop!]!))
    if (!isAgain && !isHeader(table.rows[row]!, row, roleAt, headers.length === 0)) continue
    const columns = columnsUnder(table, row, roleAt)
    if (columns === undefined) continue
    headers.push(columns)
    row = columns.firstRow - 1
  }
  return headers.length > 0 ? headers : mostlyUnknown(table, roleAt)
}

/** A header of which most is not known: the row near the top that names the most columns. */
function mostlyUnknown(table: Table, roleAt: RoleAt): Columns[] {
  let best: { row: number; known: number } | undefined
  for (const [row, cells] of table.rows.slice(0, HEADER_WITHIN).entries()) {
    const { known, isOfIndicators } = namesIn(cells, row, roleAt)
    if (isOfIndicators && known > (best?.known ?? 1)) best = { row, known }
  }
  return best === undefined ? [] : [columnsUnder(table, best.row, roleAt) ?? []].flat()
}

const HEADER_WITHIN = 20

function isSameText(cells: readonly Cell[], others: readonly Cell[]): boolean {
  return cells.every(({ text }, column) => text.trim() === others[column]!.text.trim())
}

function namesIn(cells: readonly Cell[], row: number, roleAt: RoleAt) {
  const filled = [...new Set(cells)].filter((cell) => cell.text.trim() !== '' && cell.rowSpan <= HIGHEST_HEADER)
  const roles = filled.some((cell) => cell.row === row) ? filled.map(roleAt) : []
  return {
    filled: filled.length,
    known: roles.filter((role) => role !== undefined).length,
    isOfIndicators: roles.some((role) => role === 'level' || role === 'name'),
  }
}

/**
 * A row that names at least two columns, one of them an indicator's, and little else: a form's fields stand beside what was
 * filled in (项目名称, 某项目, 主管部门, 某局).
 */
function isHeader(cells: readonly Cell[], row: number, roleAt: RoleAt, isFirst: boolean): boolean {
  const { known, filled, isOfIndicators } = namesIn(cells, row, roleAt)
  if (known < 2 || !isOfIndicators) return false
  const isMost = known * 3 >= filled * 2
  // Below another header 项目 | 名称 alone may be two indicators.
  return isFirst ? isMost || (known >= 3 && known * 2 > filled) : known >= 3 && isMost
}

/** Reads a header that begins in this row; rows below go on with it where they name columns too and hold nothing else. */
function columnsUnder(table: Table, top: number, roleAt: RoleAt): Columns | undefined {
  const own = (row: number) =>
    [...new Set(table.rows[row])].filter((cell) => cell.row === row && cell.text.trim() !== '')
  const reach = (row: number) =>
    Math.max(row, ...own(row).flatMap((cell) => (roleAt(cell) === undefined ? [] : [cell.row + cell.rowSpan - 1])))
  let bottom = reach(top)
  for (let next = top + 1; next < table.rows.length; next++) {
    const cells = own(next)
    const named = cells.filter((cell) => roleAt(cell) !== undefined || isPartOf(table, cell, top, roleAt)).length
    const goesOn = next <= bottom || (named >= 2 && named === cells.length && next - top < HIGHEST_HEADER)
    if (!goesOn) break
    bottom = Math.max(bottom, reach(next))
  }
  const width = table.rows[top]!.length
  const roles = Array.from({ length: width }, (_, column) => columnRole(table, column, top, bottom, roleAt))
  if (!roles.some((role) => role === 'level' || role === 'name')) return undefined
  const named = Array.from({ length: width }, (_, column) => column).filter((column) =>
    headerCells(table, column, top, bottom).some(({ text }) => holdsPoints(text)),
  )
  const units = new Map<number, string>()
  for (let column = 0; column < width; column++) {
    const unit = headerCells(table, column, top, bottom).flatMap(({ text }) => unitIn(text) ?? [])[0]
    if (unit !== undefined) units.set(column, unit)
  }
  return {
    roles: settled(roles, table, top, bottom),
    firstRow: bottom + 1,
    headerRow: bottom,
    headerTop: top,
    ...(units.size === 0 ? {} : { units }),
    ...(named.length === 0 ? {} : { named: new Set(named) }),
  }
}

/** 自评 below 得分 is 自评得分. */
function isPartOf(table: Table, { text, row, column }: Cell, top: number, roleAt: RoleAt): boolean {
  const above = row > top ? table.rows[row - 1]?.[column] : undefined
  return (
    above !== undefined && roleAt({ ...above, text: `${text.trim()}${above.text.trim()}`, rowSpan: 1 }) !== undefined
  )
}

/** From the lowest cell up, which says most: 指标 | 指标 over 一级指标 | 二级指标. */
function headerCells(table: Table, column: number, top: number, bottom: number): Cell[] {
  const cells: Cell[] = []
  for (let row = bottom; row >= top; row--) {
    const cell = table.rows[row]![column]!
    if (cell.text.trim() !== '' && cell.rowSpan <= HIGHEST_HEADER && !cells.includes(cell)) cells.push(cell)
  }
  return cells
}

function columnRole(table: Table, column: number, top: number, bottom: number, roleAt: RoleAt): ColumnRole | undefined {
  const cells = headerCells(table, column, top, bottom)
  const [low, high] = cells
  if (low === undefined) return undefined
  const both = high === undefined ? undefined : roleAt({ ...low, text: `${low.text.trim()}${high.text.trim()}` })
  return roleAt(low) ?? both ?? cells.map(roleAt).find((role) => role !== undefined)
}

/**
 * What columns mean beside each other: without a 评分标准 it is 评价要点 or 计算方法 that says how points are given; a score that
 * the unit gave itself is the score where nobody else gave one; of 权重 and 分值 for the same names 分值 are the points.
 */
function settled(
  roles: readonly (ColumnRole | undefined)[],
  table: Table,
  top: number,
  bottom: number,
): (ColumnRole | undefined)[] {
  const has = (role: ColumnRole) => roles.includes(role)
  const settle = [...roles]
  const rename = (from: ColumnRole, to: ColumnRole) => {
    for (const [column, role] of settle.entries()) if (role === from) settle[column] = to
  }
  if (!has('standard')) rename(has('aspects') ? 'aspects' : 'formula', 'standard')
  if (!has('score')) rename('self-score', 'score')
  const isWeight = (column: number) =>
    headerCells(table, column, top, bottom).some(({ text }) => /权重|权数|比重|weight/i.test(text))
  const points = settle.flatMap((role, column) => (role === 'points' ? [column] : []))
  for (const column of points) {
    const beside = points.filter(
      (other) => other !== column && levelBefore(settle, other) === levelBefore(settle, column),
    )
    if (isWeight(column) && beside.some((other) => !isWeight(other))) settle[column] = undefined
  }
  return settle
}

function levelBefore(roles: readonly (ColumnRole | undefined)[], column: number): number {
  return roles.findLastIndex((role, at) => at < column && (role === 'level' || role === 'name'))
}

/**
 * Without a header: the first column of numbers that are no running number holds the points; the texts to its left are
 * levels, a single one the names; of the texts to its right the long ones are standards and what looks like a target is one.
 */
function byContent(table: Table): Columns | undefined {
  const width = table.rows[0]?.length ?? 0
  const texts = Array.from({ length: width }, (_, column) =>
    table.rows.flatMap((row, index) => {
      const cell = row[column]!
      return isOrigin(cell, index, column) && cell.text.trim() !== '' ? [cell.text.trim()] : []
    }),
  )
  const isPoints = (column: readonly string[]) =>
    column.length > 0 && column.filter(isNumber).length >= column.length * 0.6 && !isRunning(column)
  const points = texts.findIndex((column, index) => index > 0 && isPoints(column))
  const end = points < 0 ? width : points
  const roles: (ColumnRole | undefined)[] = texts.map((column, index) => {
    if (column.length === 0) return undefined
    if (index === points) return 'points'
    if (index < end) {
      if (index === 0 && (isRunning(column) || column.every((text) => DOTTED.test(text)))) return 'code'
      return averageLength(column) <= LONG || index === 0 ? 'level' : 'standard'
    }
    if (column.filter((text) => TARGET.test(text)).length >= column.length / 2) return 'target'
    return averageLength(column) > LONG ? 'standard' : undefined
  })
  const named = roles.filter((role) => role === 'level').length
  if (named === 0) return undefined
  return {
    roles: named === 1 ? roles.map((role) => (role === 'level' ? 'name' : role)) : roles,
    firstRow: 0,
    headerRow: undefined,
  }
}

const LONG = 24
const DOTTED = /^\d{1,4}(\.\d{1,4}){0,6}\.?$/
const TARGET = /^(?:[≥≤≧≦<>＜＞=＝═]|不[低高少多超]|\d)/

const isNumber = (text: string) =>
  text.length <= 24 && /^[(]?\d+(\.\d+)?(分|%)?[)]?$/.test(text.normalize('NFKC').replace(/\s/g, ''))

function isRunning(column: readonly string[]): boolean {
  return column.length > 1 && column.every((text, index) => text === String(index + 1))
}

function averageLength(column: readonly string[]): number {
  return column.reduce((sum, text) => sum + text.length, 0) / column.length
}
