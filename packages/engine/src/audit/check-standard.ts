import { Exact, type Issue, issue, sum } from '@yardstick/model'
import { normalise } from './printed.ts'
import type { RowView, SheetView } from './sheet-view.ts'
import { isPartialText, possibleScores } from './standard-idioms.ts'

/**
 * 评分标准 as text: what it awards against the points of the row, and, where the sentence is one of the plain idioms,
 * the score it gives against the score printed.
 *
 * Points are in doubt only where no reading of the text can give them: all awards together stay below the points, or a
 * single one exceeds them. A checklist and a ladder of bands look alike in text, so sums in between say nothing.
 */
export function checkStandard(view: SheetView, row: RowView): Issue[] {
  const { standard } = row.row
  const { points } = row
  if (typeof standard !== 'string' || row.children.length > 0 || points === undefined || points.sign <= 0) return []
  if (!view.hasPoints(row.depth) || isPartialText(standard)) return []
  const text = normalise(standard)
  return [...checkAwards(row, text, points), ...checkScore(row, text, points)]
}

function checkAwards(row: RowView, text: string, points: Exact): Issue[] {
  // The elements of the row are told one by one; `checkElements` adds those.
  if (row.data['criteria'] !== undefined || AWARDS_OTHERWISE.test(text)) return []
  const awards = [...text.matchAll(AWARD)].flatMap((match) => Exact.parse(match[1] ?? '') ?? [])
  // ①健全1分；②有效得1分: some points are awarded in words that are not read.
  if ([...text.matchAll(POINTS_THAT_ARE_NOT_TAKEN_OFF)].length !== awards.length) return []
  const [first] = awards
  if (first === undefined || (awards.length === 1 && !FULL_MARKS.test(text))) return []
  const largest = awards.reduce((best, each) => best.max(each))
  // 优秀得100分, 良好得80分: marks out of a hundred, of which the row takes its share.
  if (largest.equals(HUNDRED) && points.lessThan(HUNDRED)) return []
  const best = points.lessThan(largest) ? largest : sum(awards)
  if (!best.lessThan(points) && !points.lessThan(largest)) return []
  const at = { pointer: `${row.pointer}/standard`, where: row.names }
  return [issue('AUDIT_STANDARD_POINTS', { ...at, expected: points.toText(), found: best.toText() })]
}

function checkScore(row: RowView, text: string, points: Exact): Issue[] {
  const { score } = row
  if (score === undefined) return []
  const possible = possibleScores(text, row, points)
  const digits = score.decimalDigits ?? 0
  if (possible.length === 0 || possible.some((each) => isPrintedAs(each, score, digits))) return []
  const texts = [...new Set(possible.map((each) => each.round(Math.max(digits, 2)).toText()))]
  const at = { pointer: row.scorePointer, where: row.names }
  return [
    issue('AUDIT_STANDARD_SCORE', { ...at, expected: texts.length === 1 ? texts[0]! : texts, found: score.toText() }),
  ]
}

function isPrintedAs(exact: Exact, printed: Exact, digits: number): boolean {
  return exact.round(digits).equals(printed) || exact.round(digits, 'down').equals(printed)
}

/** 得 5 分, 计2分; not 得满分, and not a bonus. */
const AWARD = /(?<!不)[得计记给](\d{1,4}(?:\.\d{1,4})?)分/g
/** One award is the full one where what follows only takes away. */
const FULL_MARKS =
  /[得计记给]\d[\d.]*分[,;。，；]?(?:每|超出|超过|否则|未|不|低于|反之|扣完)|[得计记给]\d[\d.]*分.*(?:扣完为止|否则)/
/** Awards that the numbers alone do not tell: shares, accumulation, full marks by name, free hand from above. */
const AWARDS_OTHERWISE =
  /满分|分值|权重|每[^,;。，；]*[得计记加]\d|累计|共计|合计|共得|按比例|最高|封顶|赋分|加分|比率法|插值|内插|得\d[\d.]*%|[一二两三四五六七八九十半]分/
const POINTS_THAT_ARE_NOT_TAKEN_OFF = /(?<![\d.扣减])\d[\d.]*分(?![之数制])/g
const HUNDRED = Exact.integer(100)
