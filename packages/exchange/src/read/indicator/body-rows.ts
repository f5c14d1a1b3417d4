import type { Doubt } from '../doubt.ts'
import type { Cell, Table } from '../table/grid.ts'
import { folded } from './column-roles.ts'
import type { TablePart } from './indicator-columns.ts'
import type { TotalRow } from './point-sums.ts'
import { pointsIn } from './points-text.ts'

/** The rows of a part that hold indicators; totals, notes and titles between are told and left out. */
export function bodyRows(table: Table, part: TablePart, doubts: Doubt[]): { body: number[]; totals: TotalRow[] } {
  const { columns, endRow } = part
  const { roles } = columns
  const isList = !roles.includes('level')
  const body: number[] = []
  const totals: TotalRow[] = []
  let isAfterNote = false
  for (let row = columns.firstRow; row < endRow; row++) {
    const cells = table.rows[row]!
    // What reaches down from a row above says nothing new here.
    const own = [...new Set(cells)].filter((cell) => cell.row === row && cell.text.trim() !== '')
    if (own.length === 0) continue
    const as = leftOut(own, cells, { hasPoints: pointsCell(cells, roles) !== undefined, isAfterNote, isList })
    if (as === undefined) {
      body.push(row)
      isAfterNote = false
      continue
    }
    // What stands alone below the sum or a note is a note too.
    if (as === 'note' || (as === 'total' && !isPartial(own[0]!.text))) isAfterNote = true
    doubts.push({ kind: 'row-left-out', row, as, text: own.map((cell) => cell.text.trim()).join(' ') })
    if (as !== 'total' || isPartial(own[0]!.text)) continue
    const points =
      pointsCell(cells, roles) ??
      /(\d{1,4}(?:\.\d{1,4})?)分?\)?$/.exec(own[0]!.text.slice(0, 40).normalize('NFKC'))?.[1]
    const read = points === undefined ? undefined : pointsIn(points)
    totals.push({ row, points: read?.points, score: textUnder(cells, roles, 'score') })
  }
  return { body, totals }
}

const isPartial = (text: string) => /^小计|^subtotal/.test(folded(text))

/** Rows above the header: the table's title and the fields of its form. */
export function rowsAbove(table: Table, until: number): Doubt[] {
  const doubts: Doubt[] = []
  for (let row = 0; row < until; row++) {
    const own = [...new Set(table.rows[row])].filter((cell) => cell.row === row && cell.text.trim() !== '')
    if (own.length === 0) continue
    doubts.push({ kind: 'row-left-out', row, as: 'title', text: own.map((cell) => cell.text.trim()).join(' ') })
  }
  return doubts
}

function leftOut(
  own: readonly Cell[],
  cells: readonly Cell[],
  { hasPoints, isAfterNote, isList }: { hasPoints: boolean; isAfterNote: boolean; isList: boolean },
): 'total' | 'note' | 'title' | undefined {
  const [first] = own as [Cell, ...Cell[]]
  const text = folded(first.text)
  if (TOTAL.test(text)) return 'total'
  if (!hasPoints && (NOTE.test(first.text.slice(0, 40)) || SIGNED.test(text))) return 'note'
  const isAlone = own.length === 1
  if (isAlone && isAfterNote && !hasPoints) return 'note'
  if (!isAlone || first.columnSpan !== cells.length || cells.length === 1) return undefined
  // A short name over the whole width of a list stands above the rows below it.
  if (isList && first.text.trim().length <= LONGEST_SECTION && !/[。；;]/.test(first.text)) return undefined
  return 'title'
}

const LONGEST_SECTION = 40

/** What stands in the first points column with something in it. */
function pointsCell(cells: readonly Cell[], roles: readonly (string | undefined)[]): string | undefined {
  const column = roles.findIndex((role, at) => role === 'points' && pointsIn(cells[at]!.text) !== undefined)
  return column < 0 ? undefined : cells[column]!.text
}

function textUnder(cells: readonly Cell[], roles: readonly (string | undefined)[], role: string): string | undefined {
  const column = roles.findIndex(
    (each, at) => each === role && cells[at]!.column === at && cells[at]!.text.trim() !== '',
  )
  return column < 0 ? undefined : cells[column]!.text.trim()
}

const TOTAL =
  /^(?:合计|总计|总分|小计|综合得分|总得分|得分合计|合计得分|合计分值|分值合计|分数合计|总分合计|得分总计|评价得分|最终得分|共计|满分合计|总评分|total|subtotal|sum|grandtotal)(?:[:：].{0,40}|得?分?|\d{1,4}(?:\.\d{1,4})?分?)?$/
const NOTE =
  /^\s{0,20}[(（【]?(?:注|备注|说明|填表说明|填报说明|评分说明|附注|填表人|填报人|填表单位|评价人|评分人|联系人|联系电话|审核人|制表|note|remark)s?\s{0,4}[\d一二三]?\s{0,4}[:：】]/i
/** The end of a form. */
const SIGNED =
  /^(?:评价等级|评价结论|评定等级|评价结果|考核等次|考核等级|总体评价|评价等次|单位负责人|负责人签字|签字|盖章|评价组组长)/
