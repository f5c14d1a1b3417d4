import type { ChecklistScoring } from '@yardstick/model'
import { Exact, type Issue, issue, largestRemainder, type Mend, type Rounding, sum } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { scoreValue } from '../curve/plain-curves.ts'
import { mend, withMends } from './mend.ts'

/**
 * The elements of a checklist add up to the points of their leaf: two elements of 2 and 1 points are not worth 2. Under
 * a bonus node they may give more, since its cap holds them.
 *
 * source  design.md 6, 10; domain.md 1.2 J1
 */
export function checkElements(compiled: CompiledScheme): Issue[] {
  return compiled.nodes.flatMap((node) => {
    if (node.type !== 'leaf' || node.node.scoring.method !== 'checklist') return []
    return checkLeaf(node, node.node.scoring)
  })
}

function checkLeaf(leaf: CompiledLeaf, scoring: ChecklistScoring): Issue[] {
  const { points, pointer, path } = leaf
  const scores = scoring.elements.map(({ score }) => scoreValue(score, points))
  const total = sum(scores)
  if (total.equals(points) || (leaf.isBonus && points.lessThan(total))) return []
  const found = issue('SCORING_ELEMENTS_SUM', {
    pointer: `${pointer}/scoring/elements`,
    where: path,
    expected: points.toText(),
    found: total.toText(),
  })
  return [withMends(found, mendsOf(leaf, scoring, scores, total))]
}

function mendsOf(leaf: CompiledLeaf, scoring: ChecklistScoring, scores: readonly Exact[], total: Exact): Mend[] {
  const { points, node } = leaf
  const rescored = (parts: readonly Exact[] | undefined, zh: string, en: string): Mend[] => {
    if (
      parts === undefined ||
      parts.some((part, index) => part.sign < 0 || (part.sign === 0 && scores[index]!.sign > 0))
    )
      return []
    return mend({ type: 'set-scoring', id: node.id, scoring: withScores(scoring, parts, points) }, zh, en)
  }
  const isInPoints = scoring.elements.every(({ score }) => !score.endsWith('%'))
  const sumText = total.toText()
  return [
    ...rescored(inProportion(scores, points, leaf.rounding), '按比例调整各要素', 'Scale the elements in proportion'),
    ...rescored(ontoLargest(scores, points), '差额归入分值最大的要素', 'Give the difference to the largest element'),
    ...(isInPoints && total.sign > 0
      ? mend({ type: 'set-points', points: { [node.id]: sumText } }, `分值改为${sumText}`, `Make it worth ${sumText}`)
      : []),
  ]
}

/** Exactly where short decimals can say it, else in units of the place that scores are rounded to. */
function inProportion(scores: readonly Exact[], points: Exact, rounding: Rounding): Exact[] | undefined {
  const total = sum(scores)
  if (total.sign === 0) return undefined
  const place = rounding === 'none' || 'step' in rounding ? 2 : rounding.digits
  const digits = Math.max(place, points.decimalDigits ?? 0)
  const exact = scores.map((score) => score.times(points).over(total))
  if (exact.every((part) => (part.decimalDigits ?? Infinity) <= digits)) return exact
  return largestRemainder(points, scores, Exact.one.over(Exact.power10(digits)))
}

/** The last one of the largest. */
function ontoLargest(scores: readonly Exact[], points: Exact): Exact[] {
  const largest = scores.reduce((best, score, index) => (score.lessThan(scores[best]!) ? best : index), 0)
  const difference = points.minus(sum(scores))
  return scores.map((score, index) => (index === largest ? score.plus(difference) : score))
}

/** A share stays a share where a short one says it. */
function withScores(scoring: ChecklistScoring, parts: readonly Exact[], points: Exact): ChecklistScoring {
  const elements = scoring.elements.map((element, index) => {
    const part = parts[index]!
    const percent = points.sign === 0 ? undefined : part.over(points).times(Exact.integer(100))
    const isShare = element.score.endsWith('%') && percent?.decimalDigits !== undefined && percent.decimalDigits <= 4
    return { ...element, score: isShare ? `${percent.toText()}%` : part.toText() }
  })
  return { ...scoring, elements }
}
