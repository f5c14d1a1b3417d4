import { Exact, sum } from '@yardstick/model'
import type { Doubt } from '../doubt.ts'
import { isOrigin, type Table } from '../table/grid.ts'
import type { ColumnRole } from './column-roles.ts'
import type { IndicatorRow } from './indicator-row.ts'
import { numbered } from './numbering.ts'
import { pointsBehind, pointsIn } from './points-text.ts'

export type Roles = readonly (ColumnRole | undefined)[]

/** What is known of the columns. */
export interface TextColumns {
  readonly roles: Roles
  /** The unit that a header says for the numbers below it. */
  readonly units: ReadonlyMap<number, string>
}

/** An indicator while its rows are read. */
export type Draft = { -readonly [K in keyof IndicatorRow]: IndicatorRow[K] } & {
  /** The points and the standard of each of its rows. */
  parts?: { points?: string; standard?: string }[]
}

/** A row with nothing but its name; line breaks within a name are none of its own. */
export function draftOf(text: string, level: number, row: number, isLoose = false, isLettered = false): Draft {
  const { code, name } = numbered(
    text
      .split('\n')
      .map((line) => line.trim())
      .join(''),
    isLoose,
    isLettered,
  )
  return { level, name, ...(code === undefined ? {} : { code }), sourceRow: row }
}

type TextField = Exclude<keyof IndicatorRow, 'level' | 'name' | 'code' | 'points' | 'shared' | 'target' | 'sourceRow'>

const FIELDS: readonly (readonly [TextField, ColumnRole])[] = [
  ['standard', 'standard'],
  ['aspects', 'aspects'],
  ['formula', 'formula'],
  ['actual', 'actual'],
  ['score', 'score'],
  ['selfScore', 'self-score'],
  ['reason', 'reason'],
  ['definition', 'definition'],
  ['kind', 'kind'],
  ['source', 'source'],
  ['evidence', 'evidence'],
  ['history', 'history'],
  ['due', 'due'],
  ['owner', 'owner'],
  ['note', 'note'],
]

/** Texts of the row's own cells; those of further rows of one indicator are joined to them, line by line. */
export function fillTexts(
  draft: Draft,
  table: Table,
  row: number,
  { roles, units }: TextColumns,
  isContinued: boolean,
): void {
  const textOf = (wanted: ColumnRole) =>
    roles
      .flatMap((role, column) => {
        if (role !== wanted) return []
        const cell = table.rows[row]![column]!
        return isOrigin(cell, row, column) || (!isContinued && cell.row < row && cell.column === column)
          ? [MEASURED.has(role) ? withUnit(cell.text.trim(), units.get(column)) : cell.text.trim()]
          : []
      })
      .filter((text) => !isBlank(text))
      .join('\n')
  draft.parts ??= []
  draft.parts.push({ standard: textOf('standard') })
  for (const [field, role] of FIELDS) {
    const text = textOf(role)
    if (text !== '') draft[field] = draft[field] === undefined ? text : `${draft[field]}\n${text}`
  }
  const target = textOf('target')
  if (target !== '') {
    const [comparator, unit] = [textOf('comparator'), textOf('unit')]
    // A sign that stands in both columns is one, and a unit that is written behind the value too.
    const isSigned = comparator !== '' && target.startsWith(comparator)
    const whole = `${isSigned ? '' : comparator}${target}${target.endsWith(unit) ? '' : unit}`
    draft.target = draft.target === undefined ? whole : `${draft.target}\n${whole}`
  }
  const code = textOf('code')
  if (code !== '' && draft.code === undefined) draft.code = code
}

const MEASURED: ReadonlySet<ColumnRole> = new Set(['target', 'actual', 'history'])

/** ≥95 below 目标值（%） is ≥95%; what has a unit, or is no number, stays. */
function withUnit(text: string, unit: string | undefined): string {
  return unit !== undefined && text.length < 30 && /^[^\d.\p{L}]{0,4}[\d０-９][\d０-９.．,，]*$/u.test(text)
    ? `${text}${unit}`
    : text
}

/** Nothing, or a stroke for nothing. */
export function isBlank(text: string): boolean {
  return text.length <= 40 && /^[\s/\\—–―－-]*$/.test(text)
}

export function givePoints(draft: Draft, text: string, row: number, doubts: Doubt[]): void {
  if (isBlank(text)) return
  const read = pointsIn(text)
  if (read === undefined) {
    doubts.push({ kind: 'points-unreadable', row, text: text.trim() })
    return
  }
  if (read.isPercent) doubts.push({ kind: 'points-in-percent', row, text: text.trim() })
  const points = read.points.toText()
  const part = draft.parts?.at(-1)
  if (draft.points === undefined || (part !== undefined && row !== draft.sourceRow && part.points === undefined)) {
    if (part !== undefined) part.points = points
    draft.points ??= points
  } else doubts.push({ kind: 'points-twice', row, text: text.trim() })
}

/**
 * One indicator whose 评分标准 has a row for each ①②③ with its own points: they are its points together, and stand behind
 * their lines. Where the first row says what the others add up to, it is the whole.
 */
export function settlePoints(draft: Draft, doubts: Doubt[]): void {
  const { parts = [] } = draft
  delete draft.parts
  const written = parts.flatMap(({ points }) => points ?? [])
  if (written.length < 2) return
  const each = written.map((part) => Exact.of(part))
  const all = sum(each)
  const isWhole = each.length > 2 && all.minus(each[0]!).equals(each[0]!)
  draft.points = isWhole ? each[0]!.toText() : all.toText()
  const lines = parts.flatMap(({ points, standard = '' }, at) => {
    if (standard === '') return []
    const isSaid = points === undefined || (isWhole && at === 0) || /\d\s?分/.test(standard)
    return isSaid ? [standard] : [`${standard.replace(/[。；;，,]$/, '')}（${points}分）`]
  })
  if (lines.length > 0) draft.standard = lines.join('\n')
  doubts.push({ kind: 'points-added', row: draft.sourceRow, text: written.join('、'), found: draft.points })
}

/** 产出指标（40分） holds its points in its name. */
export function pointsFromName(draft: Draft, isExpected: boolean, doubts: Doubt[]): void {
  const found = pointsBehind(draft.name, isExpected)
  if (found === undefined) return
  const points = found.points.toText()
  if (draft.points !== undefined && draft.points !== points) return
  if (found.isPercent && draft.points === undefined)
    doubts.push({ kind: 'points-in-percent', row: draft.sourceRow, text: `${points}%` })
  draft.name = found.name
  draft.points = points
}
