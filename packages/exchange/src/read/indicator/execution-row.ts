import { isOrigin, type Table } from '../table/grid.ts'
import { folded, roleOf } from './column-roles.ts'
import type { IndicatorRow } from './indicator-row.ts'
import { pointsIn } from './points-text.ts'
import { isBlank } from './row-texts.ts'

/**
 * 项目支出绩效自评表 has its first indicator in the block of funds above the indicators: 预算执行率, whose points, rate and score
 * stand in columns of that block beside 年度资金总额. Undefined where there is none above this row.
 */
export function executionRow(table: Table, until: number): IndicatorRow | undefined {
  for (let header = 0; header < until; header++) {
    const cells = table.rows[header]!
    const columnOf = (isIt: (text: string) => boolean) =>
      cells.findIndex((cell, column) => isOrigin(cell, header, column) && isIt(cell.text))
    const rate = columnOf((text) => RATE.test(folded(text)))
    const points = columnOf((text) => roleOf(text) === 'points')
    if (rate < 0 || points < 0) continue
    const score = columnOf((text) => roleOf(text) === 'score' || roleOf(text) === 'self-score')
    for (let row = header + 1; row < Math.min(until, header + LONGEST_BLOCK); row++) {
      const textAt = (column: number) => {
        const cell = column < 0 ? undefined : table.rows[row]![column]
        return cell === undefined || !isOrigin(cell, row, column) || isBlank(cell.text) ? undefined : cell.text.trim()
      }
      const worth = pointsIn(textAt(points) ?? '')
      if (worth === undefined) continue
      const [actual, given] = [textAt(rate), textAt(score)]
      return {
        level: 1,
        name: '预算执行率',
        points: worth.points.toText(),
        ...(actual === undefined ? {} : { actual }),
        ...(given === undefined ? {} : { score: given }),
        sourceRow: row,
      }
    }
  }
  return undefined
}

const RATE = /^(?:年度)?(?:预算|资金)?执行率/
/** Its rows: the whole, of which from where. */
const LONGEST_BLOCK = 7
