import { Exact, type Issue, issue, type Json, sum } from '@yardstick/model'
import { readPercent, recompute } from './printed.ts'
import { addends, isChoice, knownPoints, knownScore, type Level, type RowView, type SheetView } from './sheet-view.ts'

/**
 * Points and scores of every level against the number printed above them.
 *
 * Points: the printed number is the norm which the rows have to fill, so it is what is expected. Scores: the rows make
 * the number, so their sum is expected and the printed parent is what is found. Levels with rows missing, or with rows
 * that print nothing, are held only against the bounds that the known rows leave.
 */
export function checkSums(view: SheetView, level: Level, depth: number): Issue[] {
  if (level.children.length === 0 || isChoice(level)) return []
  // Shares of a parent do not add up to points, nor do the scores given on them.
  if (!view.hasPoints(depth)) return []
  return [
    ...checkPoints(level),
    ...checkScores(level),
    ...level.children.filter((each) => each.role === 'total').flatMap((each) => checkTotalRow(level, each)),
  ]
}

/** Where one printed heading differs from its rows, and its rows agree with what is printed further up. */
export function findSuspects(view: SheetView): Issue[] {
  const suspects: Issue[] = []
  const visit = (parent: Level, above: readonly Level[]) => {
    for (const child of parent.children) {
      if (view.hasPoints(child.depth + 1)) suspects.push(...suspectScore(child, parent, above))
      visit(child, [parent, ...above])
    }
  }
  visit(view.root, [])
  return suspects
}

function checkPoints(level: Level): Issue[] {
  const { points, pointsSum, names } = level
  if (points === undefined) return []
  if (pointsSum === undefined) {
    const low = sum(addends(level).flatMap((each) => (each.role === 'plain' ? (knownPoints(each) ?? []) : [])))
    if (low.atMost(points)) return []
    return [outOfBounds(names, level.childrenPointer, low, undefined, points)]
  }
  if (pointsCandidates(level).some((each) => each.equals(points))) return []
  const parts = addends(level).flatMap((each) => knownPoints(each) ?? [])
  const place = { names, pointer: level.childrenPointer }
  return [wrongSum('AUDIT_POINTS_SUM', place, parts, { expected: points, found: pointsSum })]
}

function checkScores(level: Level): Issue[] {
  const { score, scoreSum, names, scorePointer } = level
  if (score === undefined) return []
  if (scoreSum === undefined) {
    const bounds = scoreBounds(level)
    if (bounds === undefined) return []
    const isInside = bounds.low.atMost(score) && (bounds.high === undefined || score.atMost(bounds.high))
    return isInside ? [] : [outOfBounds(names, scorePointer, bounds.low, bounds.high, score)]
  }
  if (scoreCandidates(level).some((each) => each.equals(score))) return []
  const place = { names, pointer: scorePointer }
  // A total is sometimes printed with fewer digits than its rows.
  const isShortened = names.length === 0 && scoreSum.round(score.decimalDigits ?? 0).equals(score)
  if (isShortened) return [rounding(place, scoreSum, score)]
  const parts = addends(level).flatMap((each) => knownScore(each) ?? [])
  return [wrongSum('AUDIT_SCORE_SUM', place, parts, { expected: scoreSum, found: score })]
}

function checkTotalRow(level: Level, total: RowView): Issue[] {
  const issues: Issue[] = []
  const place = { names: total.names, pointer: total.pointer }
  if (total.points !== undefined && level.pointsSum !== undefined && !total.points.equals(level.pointsSum)) {
    const parts = addends(level).flatMap((each) => knownPoints(each) ?? [])
    issues.push(wrongSum('AUDIT_POINTS_SUM', place, parts, { expected: total.points, found: level.pointsSum }))
  }
  if (total.score !== undefined && level.scoreSum !== undefined && !total.score.equals(level.scoreSum)) {
    const parts = addends(level).flatMap((each) => knownScore(each) ?? [])
    const scorePlace = { ...place, pointer: total.scorePointer }
    issues.push(wrongSum('AUDIT_SCORE_SUM', scorePlace, parts, { expected: level.scoreSum, found: total.score }))
  }
  return issues
}

/** Bonus rows stand outside the full score; a table that counts them in is not wrong for that. */
function pointsCandidates(level: Level): readonly Exact[] {
  const plain = level.pointsSum === undefined ? [] : [level.pointsSum]
  const everything = addends(level).map(knownPoints)
  if (everything.some((each) => each === undefined)) return plain
  return [...plain, sum(everything.flatMap((each) => each ?? []))]
}

/** Bonuses and deductions counted or left out, and cut off at the full score: a total may be any of these. */
function scoreCandidates(level: Level): readonly Exact[] {
  if (level.scoreSum === undefined) return []
  const special = addends(level).filter((each) => each.role !== 'plain')
  if (special.length === 0) return [level.scoreSum]
  const plain = addends(level).filter((each) => each.role === 'plain')
  const sums = [level.scoreSum, sum(plain.flatMap((each) => knownScore(each) ?? []))]
  const { points } = level
  return points === undefined ? sums : [...sums, ...sums.map((each) => each.min(points))]
}

interface Bounds {
  readonly low: Exact
  readonly high: Exact | undefined
}

/**
 * What the score of a level can be when some rows print none: a leaf without a score has between 0 and its points, rows
 * that are missing can have together what the printed points leave over. Undefined where bonuses or choices blur it.
 */
function scoreBounds(level: Level): Bounds | undefined {
  if (level.children.some((each) => each.role !== 'plain') || isChoice(level)) return undefined
  const rows = level.children.map((each): Bounds | undefined => {
    const known = knownScore(each)
    if (known !== undefined) return { low: known, high: known }
    if (each.children.length > 0) return scoreBounds(each)
    return { low: Exact.zero, high: each.isComplete ? each.points : undefined }
  })
  const known = rows.filter((each) => each !== undefined)
  if (known.length < rows.length) return undefined
  const low = sum(known.map((each) => each.low))
  const highs = known.flatMap((each) => each.high ?? [])
  if (highs.length < known.length) return { low, high: undefined }
  const high = sum(highs)
  if (level.isComplete) return { low, high }
  const left = pointsLeftOver(level)
  return { low, high: left === undefined ? undefined : high.plus(left) }
}

function pointsLeftOver(level: Level): Exact | undefined {
  const known = level.children.map(knownPoints)
  if (level.points === undefined || known.some((each) => each === undefined)) return undefined
  return level.points.minus(sum(known.flatMap((each) => each ?? []))).max(Exact.zero)
}

function suspectScore(child: RowView, parent: Level, above: readonly Level[]): Issue[] {
  const { score: printed, scoreSum: ownSum } = child
  const { score: parentPrinted, scoreSum: parentSum } = parent
  if (printed === undefined || ownSum === undefined || parentPrinted === undefined || parentSum === undefined) return []
  if (printed.equals(ownSum) || parentPrinted.equals(parentSum)) return []
  if (!parentSum.minus(printed).plus(ownSum).equals(parentPrinted)) return []
  const agreeing = [parentPrinted.toText()]
  for (const [index, next] of above.entries()) {
    const below = index === 0 ? parent : above[index - 1]!
    if (below.score === undefined || next.score === undefined || next.scoreSum?.equals(next.score) !== true) break
    agreeing.push(next.score.toText())
  }
  return [
    issue('AUDIT_SUM_SUSPECT', {
      pointer: child.scorePointer,
      where: child.names,
      expected: { value: ownSum.toText(), agreesWith: [...agreeing, ...ratesThatAgree(child, ownSum)] },
      found: { value: printed.toText(), agreesWith: ratesThatAgree(child, printed) },
    }),
  ]
}

function ratesThatAgree(row: RowView, score: Exact): string[] {
  const points = knownPoints(row)
  const rate = readPercent(row.row.printedRate ?? row.data['printedRate'])
  if (points === undefined || points.sign === 0 || rate === undefined) return []
  return recompute(rate, score.over(points)) === 'rounded' ? [`${rate.value.times(Exact.integer(100)).toText()}%`] : []
}

interface Place {
  readonly names: readonly string[]
  readonly pointer: string
}
interface Difference {
  readonly expected: Exact
  readonly found: Exact
}

function wrongSum(
  code: 'AUDIT_POINTS_SUM' | 'AUDIT_SCORE_SUM',
  place: Place,
  parts: readonly Exact[],
  difference: Difference,
): Issue {
  const { expected, found } = difference
  if (isExplainedByRounding(parts, expected, found)) return rounding(place, expected, found)
  const { names: where, pointer } = place
  return issue(code, { pointer, where, expected: expected.toText(), found: found.toText() })
}

function rounding(place: Place, expected: Exact, found: Exact): Issue {
  const { names: where, pointer } = place
  return issue('AUDIT_SUM_ROUNDING', { pointer, where, expected: expected.toText(), found: found.toText() })
}

/**
 * Whether a difference is no more than what rounding the addends can make: half a unit of the last place for each number
 * written that finely. Only numbers of two digits and more are taken to be rounded; 9.6 for 9.8 is not.
 */
export function isExplainedByRounding(parts: readonly Exact[], expected: Exact, found: Exact): boolean {
  const digitsOf = (each: Exact) => each.decimalDigits ?? 0
  const all = [...parts, expected, found]
  const finest = Math.max(...all.map(digitsOf))
  if (finest < 2) return false
  const rounded = parts.filter((each) => digitsOf(each) === finest).length + 1
  const limit = Exact.ratio(BigInt(rounded), 2n).over(Exact.power10(finest))
  return expected.minus(found).abs().atMost(limit)
}

function outOfBounds(
  where: readonly string[],
  pointer: string,
  low: Exact,
  high: Exact | undefined,
  found: Exact,
): Issue {
  const expected: Json = { low: low.toText(), high: high?.toText() ?? null }
  return issue('AUDIT_SUM_BOUNDS', { pointer, where, expected, found: found.toText() })
}
