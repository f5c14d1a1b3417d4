import { type Issue, pointerTokens, type ScoreSheet } from '@yardstick/model'
import type { Fact } from './sheet-facts.ts'
import type { PrintedRow, SheetTable } from './sheet-table.ts'

/** What is found at one cell: the worst of it decides the colour, the numbers lead to the list. */
export interface Mark {
  readonly severity: Issue['severity']
  /** Places in the list of findings, from 0. */
  readonly findings: readonly number[]
}

/** The cell, by its pointer, at which each finding is marked; a place that is not shown gives way to what it belongs to. */
export function cellsOfFindings(issues: readonly Issue[], sheet: ScoreSheet, table: SheetTable): readonly string[] {
  const cells = new Set(shownCells(sheet, table))
  return issues.map((issue) => {
    const aliased = ALIASES.map(([from, to]) => issue.pointer.replace(from, to)).find((each) => cells.has(each))
    return aliased ?? nearestCell(issue.pointer, cells)
  })
}

export function marksOf(issues: readonly Issue[], cells: readonly string[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>()
  for (const [index, { severity }] of issues.entries()) {
    const cell = cells[index]!
    const before = marks.get(cell)
    marks.set(cell, {
      severity: before === undefined || RANK[severity] < RANK[before.severity] ? severity : before.severity,
      findings: [...(before?.findings ?? []), index],
    })
  }
  return marks
}

const RANK: { readonly [S in Issue['severity']]: number } = { error: 0, warning: 1, hint: 2 }

/** What the children add up to is held against the points above them; a comparator stands in the cell of the target. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^\/tree$/, '/fullScore'],
  [/\/children$/, '/weight'],
  [/\/data\/(?:op|targets.*)$/, '/data/target'],
]

function nearestCell(place: string, cells: ReadonlySet<string>): string {
  const tokens = pointerTokens(place)
  for (let length = tokens.length; length > 0; length--) {
    const shorter = place
      .split('/')
      .slice(0, length + 1)
      .join('/')
    if (cells.has(shorter)) return shorter
  }
  return TOTAL
}

export const TOTAL = '/published/total'

function* shownCells(sheet: ScoreSheet, { rows }: SheetTable): Generator<string> {
  yield* ['/fullScore', TOTAL]
  if (typeof sheet.published.grade === 'string') yield '/published/grade'
  for (const [index] of (sheet.grades ?? []).entries()) yield `/grades/${index}`
  for (const row of rows) {
    for (const above of row.above) yield* cellsOfRow(above)
    yield* cellsOfRow(row)
  }
  for (const key of ['perLevel1', 'perLevel2'] as const) {
    for (const name of Object.keys(sheet.published[key] ?? {})) yield besidePointer(key, name)
  }
}

export function besidePointer(key: 'perLevel1' | 'perLevel2', name: string): string {
  return `/published/${key}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function* cellsOfRow(row: PrintedRow): Generator<string> {
  yield row.pointer
  for (const { pointer, text } of [row.points, row.score, row.rate, row.standard, row.target, row.actual]) {
    if (text !== undefined) yield pointer
  }
  yield* cellsOfFacts(row.facts)
}

function* cellsOfFacts(facts: readonly Fact[]): Generator<string> {
  for (const { pointer, parts } of facts) {
    yield pointer
    yield* cellsOfFacts(parts)
  }
}
