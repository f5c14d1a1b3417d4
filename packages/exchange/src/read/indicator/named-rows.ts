import type { Doubt } from '../doubt.ts'
import { isOrigin, type Table } from '../table/grid.ts'
import type { IndicatorRow } from './indicator-row.ts'
import { type PartRows, unnamed } from './level-rows.ts'
import { Indents, indentOf, kindOfCode, Levels, lettered, numbered } from './numbering.ts'
import { type Draft, draftOf, fillTexts, givePoints, pointsFromName, settlePoints } from './row-texts.ts'

/**
 * One column of names; their numbers, in it or in a column of their own, or their leading spaces tell the level. A name over
 * the whole width of the table stands above the rows below it. Rows without a name go on with the one above.
 */
export function readNames(table: Table, part: PartRows, doubts: Doubt[]): IndicatorRow[] {
  const { roles, named: held, body } = part
  const nameColumn = roles.indexOf('name')
  const codeColumn = roles.indexOf('code')
  const cellAt = (row: number) => table.rows[row]![nameColumn]!
  const isNamed = (row: number) => cellAt(row).text.trim() !== '' && cellAt(row).row === row
  const isSection = (row: number) => cellAt(row).columnSpan === table.rows[row]!.length && cellAt(row).columnSpan > 1
  const codeAt = (row: number) =>
    codeColumn < 0 || isSection(row) ? '' : table.rows[row]![codeColumn]!.text.trim().slice(0, LONGEST_CODE)
  const names = body.filter(isNamed).map((row) => cellAt(row).text)
  const isLoose = names.some((text) => numbered(text).kind?.startsWith('dotted'))
  const isLettered = lettered(names)
  const kindOf = (row: number) => {
    const code = codeAt(row)
    if (isSection(row)) return `section-${numbered(cellAt(row).text, isLoose).kind}`
    return code === '' ? numbered(cellAt(row).text, isLoose, isLettered).kind : kindOfCode(code)
  }
  const kinds = new Map(body.filter(isNamed).map((row) => [row, kindOf(row)]))
  const isNumbered = new Set(kinds.values()).size > 1
  const [levels, indents] = [new Levels(), new Indents()]
  const drafts: Draft[] = []
  let before = 0
  for (const row of body) {
    const last = drafts.at(-1)
    if (!isNamed(row)) {
      if (last === undefined) doubts.push(unnamed(table, row))
      else fillRow(last, row, true)
      continue
    }
    const { text } = cellAt(row)
    const kind = kinds.get(row)
    const wanted = isNumbered ? levels.levelOf(kind ?? 'none') : indents.levelOf(indentOf(text))
    const depth = depthOf(kind)
    // 1.1.1 directly below 1: the level between is not there.
    if (depth !== undefined && depth > before + 1 && before > 0) doubts.push({ kind: 'level-jump', row })
    before = wanted
    const draft = draftOf(text, wanted, row, isLoose, isLettered)
    const code = codeAt(row)
    if (code !== '' && draft.code === undefined) draft.code = code
    drafts.push(draft)
    if (isSection(row)) pointsFromName(draft, true, doubts)
    else fillRow(draft, row, false)
  }
  for (const draft of drafts) settlePoints(draft, doubts)
  return drafts

  function fillRow(draft: Draft, row: number, isContinued: boolean): void {
    fillTexts(draft, table, row, part, isContinued)
    for (const [column, role] of roles.entries()) {
      const points = table.rows[row]![column]!
      if (role === 'points' && isOrigin(points, row, column)) givePoints(draft, points.text, row, doubts)
    }
    if (!isContinued) pointsFromName(draft, held.has(nameColumn), doubts)
  }
}

const LONGEST_CODE = 40

function depthOf(kind: string | undefined): number | undefined {
  return kind?.startsWith('dotted-') ? Number(kind.slice('dotted-'.length)) : undefined
}
