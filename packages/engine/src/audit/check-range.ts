import { Exact, type Issue, issue } from '@yardstick/model'
import { readPrinted } from './printed.ts'
import { knownPoints, type RowView, type SheetView } from './sheet-view.ts'

/** No score above its points, none below 0, and what stood in the score cell (`printedScore`) is held to the same. */
export function checkRange(view: SheetView, row: RowView): Issue[] {
  return [...checkSign(row), ...(view.hasPoints(row.depth) ? [...checkAbove(row), ...checkPrintedScore(row)] : [])]
}

/** The printed total against the full score; bonus rows may lift it above. */
export function checkTotalRange(view: SheetView): Issue[] {
  const { score, points, scorePointer: pointer } = view.root
  if (score === undefined || points === undefined) return []
  if (score.sign < 0) return [issue('AUDIT_NEGATIVE', { pointer, expected: '0', found: score.toText() })]
  if (score.atMost(points) || view.rows.some((each) => each.role === 'bonus')) return []
  return [issue('AUDIT_SCORE_ABOVE_POINTS', { pointer, expected: points.toText(), found: score.toText() })]
}

function checkSign({ role, points, score, names: where, pointer }: RowView): Issue[] {
  const cells = [
    { key: 'weight', value: points },
    { key: 'score', value: score },
  ]
  return cells.flatMap(({ key, value }) =>
    value !== undefined && value.sign < 0 && role !== 'deduction'
      ? [issue('AUDIT_NEGATIVE', { pointer: `${pointer}/${key}`, where, expected: '0', found: value.toText() })]
      : [],
  )
}

function checkAbove(row: RowView): Issue[] {
  const { points, score, scoreSum, names: where } = row
  if (points === undefined || isUnbounded(row)) return []
  // A branch that prints no score, over rows that print no points: nothing further down would tell.
  const isOnlyPlace = score === undefined && row.pointsSum === undefined && !row.children.some(isAbove)
  const value = score ?? (isOnlyPlace ? scoreSum : undefined)
  if (value === undefined || value.atMost(points)) return []
  const pointer = score === undefined ? row.pointer : row.scorePointer
  return [issue('AUDIT_SCORE_ABOVE_POINTS', { pointer, where, expected: points.toText(), found: value.toText() })]
}

/** A 加分 or 扣分 row often prints 0 points, or none of its own. */
function isUnbounded(row: RowView): boolean {
  return row.role !== 'plain' && (row.points?.sign ?? 0) <= 0
}

function isAbove(row: RowView): boolean {
  const isHere = row.points !== undefined && row.score !== undefined && !row.score.atMost(row.points)
  return isHere || row.children.some(isAbove)
}

/** The transcript keeps the number of the cell beside the score it takes for right. */
function checkPrintedScore(row: RowView): Issue[] {
  const printed = readPrinted(row.data['printedScore'])
  if (printed === undefined) return []
  const points = knownPoints(row)
  const at = { pointer: `${row.pointer}/data/printedScore`, where: row.names, found: printed.value.toText() }
  if (points !== undefined && !printed.value.atMost(points)) {
    return [issue('AUDIT_SCORE_ABOVE_POINTS', { ...at, expected: points.toText() })]
  }
  if (printed.value.sign < 0) return [issue('AUDIT_NEGATIVE', { ...at, expected: Exact.zero.toText() })]
  if (row.score === undefined || row.score.equals(printed.value)) return []
  return [issue('AUDIT_PRINTED_SCORE', { ...at, expected: row.score.toText() })]
}
