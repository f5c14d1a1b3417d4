import { Exact, issue, type Result, type ScoreSheet, type ScoreSheetRow, sum } from '@yardstick/model'
import { type IndicatorReading, type IndicatorRow, readIndicatorTable } from './indicator/indicator-table.ts'
import { readTables } from './tables-of-file.ts'

/** A score sheet found in a file. */
export interface FoundSheet {
  /** Of its sheet or heading, where the file has more than one score sheet. */
  readonly name: string | undefined
  readonly sheet: ScoreSheet
}

/**
 * The score sheets in a workbook, a Word document or a page: tables of indicators with points and scores, as printed, to be
 * audited. Other tables of the file are none of ours; a file without any is refused.
 */
export async function readScoreSheets(bytes: Uint8Array, name: string): Promise<Result<FoundSheet[]>> {
  const tables = await readTables(bytes, name)
  if (!tables.ok) return tables
  const id = name.replace(/\.[^.]+$/, '')
  const found = tables.value.flatMap((each) => {
    const sheet = scoreSheetOf(readIndicatorTable(each.table), each.name ?? id)
    return sheet === undefined ? [] : [{ name: each.name, sheet }]
  })
  if (found.length === 0) return { ok: false, issues: [issue('FILE_SCORES_NONE', {})] }
  return { ok: true, value: found.length === 1 ? [{ name: undefined, sheet: found[0]!.sheet }] : found }
}

/** What a table says as a score sheet; undefined for one in which nothing has a score, or no points. */
export function scoreSheetOf(reading: IndicatorReading, id: string): ScoreSheet | undefined {
  const { rows, doubts, totals } = reading
  const isScored = rows.some(({ score }) => numberIn(score) !== null) && rows.some(({ points }) => points !== undefined)
  if (!isScored) return undefined
  const told = doubts.flatMap((each) => (each.kind === 'row-left-out' ? [each] : []))
  const title = titleOf(told.flatMap(({ as, text }) => (as === 'title' ? [text] : [])))
  const notes = told.flatMap(({ as, text }) => (as === 'note' ? [text] : []))
  const last = totals.findLast(({ points, score }) => points !== undefined || score !== undefined)
  const grade = notes.flatMap((text) => GRADE.exec(text)?.[1] ?? [])[0]
  return {
    yardstick: 'score-sheet/1',
    id: id.trim().slice(0, 200) || 'sheet',
    ...(title === undefined ? {} : { source: { title: title.slice(0, 500) } }),
    fullScore: Number((last?.points ?? topPoints(rows) ?? Exact.integer(100)).toText()),
    ...(notes.length === 0 ? {} : { scoringNotes: notes }),
    tree: treeOf(rows),
    published: { total: numberIn(last?.score), ...(grade === undefined ? {} : { grade }) },
  }
}

/** Of what stands above the header, the line that says it is a table; else the first that is no sentence. */
function titleOf(lines: readonly string[]): string | undefined {
  const short = lines.filter((line) => line.length <= 80 && !/[。；;]/.test(line))
  return short.find((line) => /(?:表|体系)\s{0,4}(?:[（(][^()（）]{0,30}[)）])?$/.test(line)) ?? short[0]
}

const GRADE = /(?:等级|等次|结论)\s{0,4}[:：]?\s{0,4}[“"]?(优秀|良好|合格|不合格|基本合格|较差|优|良|中|差)/

function topPoints(rows: readonly IndicatorRow[]): Exact | undefined {
  const top = rows.filter(({ level }) => level === 1).map(({ points }) => points)
  return top.every((points) => points !== undefined) && top.length > 0
    ? sum(top.map((points) => Exact.of(points!)))
    : undefined
}

function treeOf(rows: readonly IndicatorRow[]): ScoreSheetRow[] {
  const tree: ScoreSheetRow[] = []
  const open: { level: number; children: ScoreSheetRow[] }[] = [{ level: 0, children: tree }]
  for (const row of rows) {
    while (open.at(-1)!.level >= row.level) open.pop()
    const made = sheetRow(row)
    open.at(-1)!.children.push(made)
    open.push({ level: row.level, children: made.children })
  }
  return tree
}

/** Texts as printed; what is no number is no score, and stands among the facts. */
function sheetRow({ name, points, standard, target, actual, score }: IndicatorRow): ScoreSheetRow {
  const number = numberIn(score)
  const data = {
    ...(target === undefined ? {} : { target }),
    ...(actual === undefined ? {} : { actual }),
    ...(score === undefined || number !== null ? {} : { printedScore: score }),
  }
  return {
    name: name.slice(0, 500),
    weight: points === undefined ? null : Number(points),
    score: number,
    standard: standard ?? null,
    data,
    children: [],
  }
}

/** 9, 9.5分, ９; null for anything else. */
function numberIn(text: string | undefined): number | null {
  if (text === undefined || text.length > 40) return null
  const value = Exact.parse(text.normalize('NFKC').replace(/\s/g, '').replace(/分$/, ''))
  return value === undefined ? null : Number(value.toText())
}
