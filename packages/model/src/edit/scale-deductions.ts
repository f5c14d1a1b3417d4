import { Exact, sum } from '../exact.ts'
import type { Leaf } from '../schema/indicator.ts'
import type { DistanceScoring, Scoring } from '../schema/scoring.ts'
import { largestRemainder } from './distribute-points.ts'
import type { EditOf } from './edit.ts'

/**
 * 按比例换算扣分值: when the points of a leaf go from one number to another, what its method says in points goes along,
 * what it says in shares stands. Only ever done when asked for. A scaled number that no decimal of `DIGITS` digits
 * writes is rounded there; elements of a checklist are rounded together, so that they still add up.
 *
 * leaf     with the method as it was written for `from` points
 * returns  undefined where the method says nothing in points, where `from` is 0, and for free formulas
 */
export function scaleDeductions(
  leaf: Pick<Leaf, 'id' | 'scoring'>,
  from: Exact,
  to: Exact,
): EditOf<'set-scoring'> | undefined {
  if (from.sign === 0) return undefined
  const scoring = scaled(leaf.scoring, (value) => scaleScore(value, from, to), to.over(from))
  return JSON.stringify(scoring) === JSON.stringify(leaf.scoring)
    ? undefined
    : { type: 'set-scoring', id: leaf.id, scoring }
}

const DIGITS = 4

/** Points as text, scaled; a share ("40%") stands. */
function scaleScore(value: string, from: Exact, to: Exact): string {
  return value.endsWith('%') ? value : Exact.of(value).times(to).over(from).round(DIGITS).toText()
}

type Scale = (value: string) => string

function scaled(scoring: Scoring, scale: Scale, factor: Exact): Scoring {
  switch (scoring.method) {
    case 'steps':
    case 'bands':
    case 'curve':
      return scaledDistance(scoring, scale)
    case 'checklist':
      return { ...scoring, elements: scaledElements(scoring.elements, factor) }
    case 'table':
      return {
        ...scoring,
        rows: scoring.rows.map((row) => ({ ...row, score: scale(row.score) })),
        otherwise: scale(scoring.otherwise),
      }
    case 'rank':
      return { ...scoring, rule: scaledRank(scoring.rule, scale) }
    default:
      return scoring
  }
}

function scaledDistance<T extends DistanceScoring>(scoring: T, scale: Scale): T
function scaledDistance(scoring: DistanceScoring, scale: Scale): DistanceScoring {
  switch (scoring.method) {
    case 'steps': {
      const { start, floor, below, above, ...rest } = scoring
      const side = (of: NonNullable<typeof below>) => ({
        ...of,
        deduct: scale(of.deduct),
        ...(of.limit === undefined ? {} : { limit: scale(of.limit) }),
      })
      return {
        ...rest,
        ...(start === undefined ? {} : { start: scale(start) }),
        ...(below === undefined ? {} : { below: side(below) }),
        ...(above === undefined ? {} : { above: side(above) }),
        ...(floor === undefined ? {} : { floor: scale(floor) }),
      }
    }
    case 'bands':
      return {
        ...scoring,
        otherwise: scale(scoring.otherwise),
        bands: scoring.bands.map((band) => ({ ...band, score: scale(band.score) })),
      }
    case 'curve':
      return { ...scoring, anchors: scoring.anchors.map((anchor) => ({ ...anchor, score: scale(anchor.score) })) }
  }
}

function scaledElements<T extends { score: string }>(elements: readonly T[], factor: Exact): T[] {
  const inPoints = elements.filter((element) => !element.score.endsWith('%'))
  const old = inPoints.map((element) => Exact.of(element.score))
  const total = sum(old)
  if (total.sign === 0) return [...elements]
  const unit = Exact.one.over(Exact.power10(DIGITS))
  const parts = largestRemainder(total.times(factor).round(DIGITS), old, unit)
  return elements.map((element) => {
    const part = parts[inPoints.indexOf(element)]
    return part === undefined ? element : { ...element, score: part.toText() }
  })
}

type RankRule = Extract<Scoring, { method: 'rank' }>['rule']

function scaledRank(rule: RankRule, scale: Scale): RankRule {
  switch (rule.by) {
    case 'place':
      return { ...rule, places: rule.places.map(scale), otherwise: scale(rule.otherwise) }
    case 'best':
      return rule
    case 'mean':
      return { ...rule, scoring: scaledDistance(rule.scoring, scale) }
  }
}
