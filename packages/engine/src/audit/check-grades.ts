import { Exact, type Issue, issue } from '@yardstick/model'
import { exactOf, knownScore, type SheetView } from './sheet-view.ts'

/**
 * The grade bands the sheet prints: whether each can hold a number, whether two hold the same, whether one between them
 * has no grade; and the published grade against the band of the published total.
 *
 * 80–89 and 90–100 leave nothing out where scores are whole. Whether a gap is one is told by the finest score printed.
 */
export function checkGrades(view: SheetView): Issue[] {
  const bands = (view.sheet.grades ?? []).flatMap((grade, index) => readBand(grade, index))
  const usable = bands.filter((each) => !isEmpty(each)).sort((a, b) => a.low.compare(b.low))
  return [
    ...bands.filter(isEmpty).map(emptyBand),
    ...usable.slice(1).flatMap((upper, index) => checkNeighbours(usable[index]!, upper, stepOf(view))),
    ...checkEnds(view, usable, bands),
    ...checkGrade(view, usable, bands),
  ]
}

interface Band {
  readonly name: string
  readonly index: number
  readonly low: Exact
  /** Undefined where the band is open upwards. */
  readonly high: Exact | undefined
  readonly isHighIncluded: boolean
}

function readBand(grade: NonNullable<SheetView['sheet']['grades']>[number], index: number): Band[] {
  const low = exactOf(grade.min)
  if (low === undefined) return []
  return [{ name: grade.name, index, low, high: exactOf(grade.max), isHighIncluded: grade.maxExclusive !== true }]
}

function isEmpty({ low, high, isHighIncluded }: Band): boolean {
  return high !== undefined && (high.lessThan(low) || (high.equals(low) && !isHighIncluded))
}

function emptyBand(band: Band): Issue {
  const pointer = `/grades/${band.index}`
  return issue('AUDIT_GRADE_EMPTY', { pointer, where: [band.name], expected: band.low.toText(), found: bandText(band) })
}

/** The finest step in which the sheet prints scores. */
function stepOf(view: SheetView): Exact {
  const scores = [view.root.score, ...view.rows.map((each) => each.score)]
  const digits = Math.max(0, ...scores.map((each) => each?.decimalDigits ?? 0))
  return Exact.one.over(Exact.power10(digits))
}

function checkNeighbours(lower: Band, upper: Band, step: Exact): Issue[] {
  const at = { pointer: `/grades/${upper.index}`, where: [lower.name, upper.name] }
  const data = { expected: upper.low.toText(), found: [bandText(lower), bandText(upper)] }
  if (lower.high === undefined || upper.low.lessThan(lower.high))
    return [issue('AUDIT_GRADE_OVERLAP', { ...at, ...data })]
  if (upper.low.equals(lower.high)) {
    return lower.isHighIncluded ? [issue('AUDIT_GRADE_OVERLAP', { ...at, ...data })] : []
  }
  const firstLost = lower.isHighIncluded ? lower.high.plus(step) : lower.high
  if (!firstLost.lessThan(upper.low)) return []
  return [issue('AUDIT_GRADE_GAP', { ...at, expected: upper.low.toText(), found: lower.high.toText() })]
}

/** From 0 to the full score every total needs a grade. */
function checkEnds(view: SheetView, usable: readonly Band[], bands: readonly Band[]): Issue[] {
  const [lowest] = usable
  if (lowest === undefined || usable.length < bands.length || bands.length < 2) return []
  const issues: Issue[] = []
  if (lowest.low.sign > 0) {
    const at = { pointer: `/grades/${lowest.index}`, where: [lowest.name] }
    issues.push(issue('AUDIT_GRADE_GAP', { ...at, expected: '0', found: lowest.low.toText() }))
  }
  const isOpen = usable.some((each) => each.high === undefined)
  const top = usable.reduce((best, each) => (best.high !== undefined && each.high?.lessThan(best.high) ? best : each))
  const full = view.root.points
  if (!isOpen && full !== undefined && top.high !== undefined) {
    const reaches = top.isHighIncluded ? full.atMost(top.high) : full.lessThan(top.high)
    const at = { pointer: `/grades/${top.index}`, where: [top.name] }
    if (!reaches) issues.push(issue('AUDIT_GRADE_GAP', { ...at, expected: full.toText(), found: top.high.toText() }))
  }
  return issues
}

function checkGrade(view: SheetView, usable: readonly Band[], bands: readonly Band[]): Issue[] {
  const { grade } = view.sheet.published
  const total = knownScore(view.root)
  if (bands.length === 0 || typeof grade !== 'string' || grade.trim() === '') return []
  const pointer = '/published/grade'
  if (!bands.some((each) => isSameGrade(each.name, grade))) {
    return [issue('AUDIT_GRADE_UNKNOWN', { pointer, expected: bands.map((each) => each.name), found: grade })]
  }
  if (total === undefined) return []
  const holding = usable.filter((each) => holds(each, total))
  if (holding.length === 0 || holding.some((each) => isSameGrade(each.name, grade))) return []
  const expected = { grade: holding[0]!.name, total: total.toText() }
  return [issue('AUDIT_GRADE', { pointer, expected, found: grade })]
}

function holds({ low, high, isHighIncluded }: Band, total: Exact): boolean {
  return low.atMost(total) && (high === undefined || (isHighIncluded ? total.atMost(high) : total.lessThan(high)))
}

/** 优, 优秀 and “优”等级 are one grade. */
export function isSameGrade(left: string, right: string): boolean {
  const [a, b] = [left, right].map((each) => each.replace(/[“”"'\s]|等级|等次|[级等档好秀]$/g, ''))
  return a === b || left === right
}

function bandText({ low, high, isHighIncluded }: Band): string {
  return `[${low.toText()}, ${high?.toText() ?? '∞'}${high !== undefined && isHighIncluded ? ']' : ')'}`
}
