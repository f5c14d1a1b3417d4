import { Exact, type Issue, issue, sum } from '@yardstick/model'
import { normalise, readPrinted } from './printed.ts'
import type { RowView, SheetView } from './sheet-view.ts'

/**
 * 要素得分: the elements of a row (`data.criteria`) have to add up to its points, and its score to be what the elements
 * met (`data.met`) are worth, at most its points. A stated deduction (扣2分) has to lead from the points to the score.
 */
export function checkElements(view: SheetView, row: RowView): Issue[] {
  if (!view.hasPoints(row.depth) || row.points === undefined) return []
  return [...checkCriteria(row, row.points), ...checkDeduction(row, row.points)]
}

function checkCriteria(row: RowView, points: Exact): Issue[] {
  const elements = readElements(row.data['criteria'], points)
  if (elements === undefined) return []
  const issues: Issue[] = []
  const at = { pointer: `${row.pointer}/data/criteria`, where: row.names }
  const total = sum(elements)
  if (!total.equals(points)) {
    issues.push(issue('AUDIT_ELEMENTS_SUM', { ...at, expected: points.toText(), found: total.toText() }))
  }
  const met = row.data['met']
  const isKnown = Array.isArray(met) && met.length === elements.length && met.every((each) => typeof each === 'boolean')
  if (!isKnown || row.score === undefined) return issues
  const reached = sum(elements.filter((_, index) => met[index] === true)).min(points)
  if (row.score.equals(reached)) return issues
  const found = row.score.toText()
  const place = { pointer: row.scorePointer, where: row.names }
  return [...issues, issue('AUDIT_ELEMENTS_SCORE', { ...place, expected: reached.toText(), found })]
}

/** Points of each element; one written with % is a share of the row's points. Undefined where one is no number. */
function readElements(criteria: unknown, points: Exact): readonly Exact[] | undefined {
  if (!Array.isArray(criteria) || criteria.length === 0) return undefined
  const elements = criteria.map(readPrinted).flatMap((each) => {
    if (each === undefined || !(each.unit === '' || each.unit === '分')) return []
    return [each.isPercent ? each.value.times(points) : each.value]
  })
  return elements.length < criteria.length ? undefined : elements
}

function checkDeduction(row: RowView, points: Exact): Issue[] {
  const deduction = readDeduction(row.data['deduction'] ?? row.data['扣分'])
  if (deduction === undefined || row.score === undefined) return []
  const expected = points.minus(deduction).max(Exact.zero)
  if (row.score.equals(expected)) return []
  const at = { pointer: row.scorePointer, where: row.names }
  return [issue('AUDIT_DEDUCTION', { ...at, expected: expected.toText(), found: row.score.toText() })]
}

/** "扣2分", "2" or 2; anything that says more than one number is not read. */
function readDeduction(cell: unknown): Exact | undefined {
  if (typeof cell === 'number') return Exact.fromNumber(cell)?.abs()
  if (typeof cell !== 'string') return undefined
  const match = /^(?:共|合计)?扣?(\d{1,6}(?:\.\d{1,6})?)分?$/.exec(normalise(cell))
  return match === null ? undefined : Exact.parse(match[1] ?? '')
}
