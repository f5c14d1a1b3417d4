import { Exact, type RatioScoring, type StepsScoring } from '@yardstick/model'
import type { CompiledLeaf } from '../compile/compiled.ts'
import { type Piece, pieceAt, type ScoreCurve, stepsTaken } from '../curve/score-curve.ts'
import type { Detail } from '../evaluate/outcome.ts'
import { edgesOf, type Shown, showPoints } from './shown.ts'
import type { Words } from './words.ts'

type CurveDetail = Extract<Detail, { kind: 'curve' }>

/** What the value met on the curve, without the name before and the points behind: "低于 95% 4 个百分点，每 1 个百分点扣 1 分，扣 4 分". */
export function curveClauses(
  leaf: CompiledLeaf,
  detail: CurveDetail,
  score: Exact,
  words: Words,
  shown: Shown,
): string[] {
  switch (leaf.method.scoring.method) {
    case 'ratio':
      return ratioClauses(leaf.method.scoring, detail, words, shown)
    case 'steps':
      return stepsClauses(leaf, leaf.method.scoring, detail, score, words, shown)
    case 'pass': {
      const isMet = score.sign > 0 || leaf.points.sign === 0
      const target = shown.target(detail.target!)
      return [isMet ? words.reaches(target) : words.misses(target)]
    }
    default:
      return [...placeClauses(detail.curve, detail.x, words, shown)]
  }
}

/** actual ÷ target, or target ÷ actual for ≤; undefined where there is nothing to divide by. */
export function completionOf({ x, target }: CurveDetail): Exact | undefined {
  if (target === undefined || 'low' in target || target.value.sign === 0) return undefined
  if (target.comparator.startsWith('>')) return x.over(target.value)
  return x.atMost(target.value) ? Exact.one : target.value.over(x)
}

function ratioClauses(scoring: RatioScoring, detail: CurveDetail, words: Words, shown: Shown): string[] {
  const target = detail.target as { comparator: string; value: Exact }
  const shownTarget = shown.target(detail.target!)
  const completion = completionOf(detail)!
  if (scoring.overshoot !== undefined) {
    const deviation = detail.x.minus(target.value).abs().over(target.value)
    const isGoodSide = target.comparator.startsWith('>')
      ? target.value.lessThan(detail.x)
      : detail.x.lessThan(target.value)
    if (isGoodSide && Exact.of(scoring.overshoot.beyond).lessThan(deviation)) {
      return [words.reaches(shownTarget), words.overshoot(shown.rate(Exact.of(scoring.overshoot.beyond)))]
    }
  }
  if (Exact.one.atMost(completion)) return [words.reaches(shownTarget)]
  const passLine = Exact.of(scoring.passLine ?? '0')
  const rate = shown.rate(completion)
  return [
    words.misses(shownTarget),
    completion.lessThan(passLine) ? words.belowPassLine(rate, shown.rate(passLine)) : words.completion(rate),
  ]
}

/** The side, deviation and steps of a stepwise deduction; undefined inside the zone. */
export function stepsOf(leaf: CompiledLeaf, scoring: StepsScoring, { curve, x }: CurveDetail) {
  const start = scoring.start === undefined ? leaf.points : Exact.of(scoring.start)
  const zone = curve.pieces.find(
    (piece) => piece.shape.kind === 'constant' && piece.shape.score.equals(start) && isZone(piece, curve, scoring),
  )
  if (zone === undefined) return undefined
  const isBelow = zone.from !== null && (x.lessThan(zone.from) || (x.equals(zone.from) && !zone.includesFrom))
  const isAbove = zone.to !== null && (zone.to.lessThan(x) || (x.equals(zone.to) && !zone.includesTo))
  if (!isBelow && !isAbove) return undefined
  const edge = isBelow ? zone.from! : zone.to!
  const side = isBelow ? scoring.below : scoring.above
  return side === undefined
    ? undefined
    : { name: isBelow ? ('below' as const) : ('above' as const), side, edge, start, deviation: x.minus(edge).abs() }
}

/** The zone lies right of everything below it and left of everything above it. */
function isZone(piece: Piece, curve: ScoreCurve, scoring: StepsScoring): boolean {
  const index = curve.pieces.indexOf(piece)
  const isLast = index === curve.pieces.length - 1
  const isFirst = index === 0
  return (scoring.below === undefined ? isFirst : !isFirst) && (scoring.above === undefined ? isLast : !isLast)
}

function stepsClauses(
  leaf: CompiledLeaf,
  scoring: StepsScoring,
  detail: CurveDetail,
  score: Exact,
  words: Words,
  shown: Shown,
): string[] {
  const steps = stepsOf(leaf, scoring, detail)
  if (steps === undefined) return zoneClauses(detail, words, shown)
  const { name, side, edge, start, deviation } = steps
  const edges = edgesOf(detail.curve)
  const by = shown.difference(deviation, edges)
  const shape = pieceAt(detail.curve, detail.x).piece.shape
  const size = sizeOf(
    detail,
    side.per,
    Exact.of(side.size.endsWith('%') || side.per === 'unit' ? side.size : `${side.size}%`),
    name,
  )
  const deducted = start.minus(score)
  const floor = Exact.of(scoring.floor ?? '0')
  const clauses = [
    shown.beside(name, edge, by),
    words.eachStep(shown.difference(size), showPoints(Exact.of(side.deduct))),
  ]
  if (shape.kind === 'staircase' && !deviation.over(size).isWhole)
    clauses.push(words.stepsTaken(stepsTaken(shape, detail.x).toText()))
  clauses.push(words.deducted(showPoints(deducted)))
  const raw = deviation.over(size).times(Exact.of(side.deduct))
  if (deducted.lessThan(raw) && shape.kind === 'constant') {
    clauses.push(score.equals(floor) ? words.toFloor : words.toLimit)
  }
  return clauses
}

/** Nothing is deducted: a target is reached, a zone is kept. */
function zoneClauses({ target, curve, x }: CurveDetail, words: Words, shown: Shown): string[] {
  if (target === undefined) return placeClauses(curve, x, words, shown)
  return 'low' in target ? [words.withinZone] : [words.reaches(shown.target(target))]
}

function sizeOf(detail: CurveDetail, per: string, size: Exact, side: string): Exact {
  if (per !== 'percent-of-target') return size
  const { target } = detail
  const of =
    target === undefined ? Exact.one : 'low' in target ? (side === 'below' ? target.low : target.high) : target.value
  return size.times(of.abs())
}

/** Which piece the value lies in, in words. */
export function placeClauses(curve: ScoreCurve, x: Exact, words: Words, shown: Shown): string[] {
  const { piece } = pieceAt(curve, x)
  const { from, to, includesFrom, includesTo, shape } = piece
  const clauses: string[] = []
  if (from !== null && to !== null) {
    clauses.push(
      from.equals(to)
        ? words.exactly(shown.value(from))
        : words.between(shown.value(from), includesFrom, shown.value(to), includesTo),
    )
  } else if (from !== null) clauses.push(words.atLeast(shown.value(from), includesFrom))
  else if (to !== null) clauses.push(words.atMost(shown.value(to), includesTo))
  if (shape.kind === 'linear') clauses.push(words.interpolated)
  return clauses
}
