import { Exact, type Issue, issue } from '@yardstick/model'
import { percentText, printedPercentText, readPercent, recompute } from './printed.ts'
import { knownPoints, type RowView, type SheetView } from './sheet-view.ts'

/** 得分率 of a row: score ÷ points at the digits it is printed with; cut off instead of rounded is told apart. */
export function checkRate(view: SheetView, row: RowView): Issue[] {
  const points = knownPoints(row)
  if (!view.hasPoints(row.depth) || points === undefined || points.sign <= 0) return []
  const cells = [
    { place: 'printedRate', cell: row.row.printedRate },
    { place: 'data/printedRate', cell: row.data['printedRate'] },
    { place: 'data/得分率', cell: row.data['得分率'] },
  ]
  return cells.flatMap(({ place, cell }) => checkCell(row, `${row.pointer}/${place}`, cell, points))
}

function checkCell(row: RowView, pointer: string, cell: unknown, points: Exact): Issue[] {
  const printed = readPercent(cell)
  // A heading that differs from its rows is found by its sum; the rate may have been taken from either.
  const ratios = [row.score, row.scoreSum].flatMap((each) => each?.over(points) ?? [])
  const [ratio] = ratios
  if (printed === undefined || ratio === undefined) return []
  const asRatio = { ...printed, value: printed.value.times(HUNDRED), digits: Math.max(printed.digits - 2, 0) }
  const readings = typeof cell === 'number' && Math.abs(cell) <= 1 ? [printed, asRatio] : [printed]
  const outcomes = readings.flatMap((reading) => ratios.map((each) => recompute(reading, each)))
  if (outcomes.includes('rounded')) return []
  const code = outcomes.includes('truncated') ? 'AUDIT_RATE_TRUNCATED' : 'AUDIT_RATE'
  const expected = percentText(ratio, printed.digits)
  return [issue(code, { pointer, where: row.names, expected, found: printedPercentText(printed) })]
}

const HUNDRED = Exact.integer(100)
