import { type BandsScoring, type Comparator, type CurveScoring, Exact } from '@yardstick/model'
import { constant, curveFrom, line, type ScoreCurve } from './score-curve.ts'

/** "2" is 2 points, "40%" is 40 % of the indicator's points. */
export function scoreValue(text: string, points: Exact): Exact {
  return text.endsWith('%') ? Exact.of(text).times(points) : Exact.of(text)
}

/** 分档: each band runs from its edge to the next; what lies below the first edge gets `otherwise`. */
export function bandsCurve(scoring: BandsScoring, points: Exact): ScoreCurve {
  const { bands } = scoring
  const first = bands[0]!
  return curveFrom([
    { to: Exact.of(first.from), includesTo: !first.included, shape: constant(scoreValue(scoring.otherwise, points)) },
    ...bands.map((band, index) => {
      const next = bands[index + 1]
      return {
        to: next === undefined ? null : Exact.of(next.from),
        includesTo: next !== undefined && !next.included,
        shape: constant(scoreValue(band.score, points)),
      }
    }),
  ])
}

/** 折线内插: straight between the anchors; outside held or zero. */
export function anchorsCurve(scoring: CurveScoring, points: Exact): ScoreCurve {
  const anchors = scoring.anchors.map(({ at, score }) => ({ at: Exact.of(at), score: scoreValue(score, points) }))
  const [first, last] = [anchors[0]!, anchors.at(-1)!]
  return curveFrom([
    { to: first.at, includesTo: false, shape: constant(scoring.below === 'hold' ? first.score : Exact.zero) },
    ...anchors.slice(1).map((anchor, index) => ({
      to: anchor.at,
      includesTo: true,
      shape: line(anchors[index]!.at, anchors[index]!.score, anchor.at, anchor.score),
    })),
    { to: null, includesTo: false, shape: constant(scoring.above === 'hold' ? last.score : Exact.zero) },
  ])
}

/** 达标得分: all on the right side of the threshold, nothing on the other. A range counts with both its ends. */
export function passCurve(
  points: Exact,
  threshold: { comparator: Comparator; value: Exact } | { low: Exact; high: Exact },
): ScoreCurve {
  const [all, none] = [constant(points), constant(Exact.zero)]
  if ('low' in threshold) {
    return curveFrom([
      { to: threshold.low, includesTo: false, shape: none },
      { to: threshold.high, includesTo: true, shape: all },
      { to: null, includesTo: false, shape: none },
    ])
  }
  const { comparator, value } = threshold
  switch (comparator) {
    case '>=':
      return curveFrom([{ to: value, includesTo: false, shape: none }, rest(all)])
    case '>':
      return curveFrom([{ to: value, includesTo: true, shape: none }, rest(all)])
    case '<=':
      return curveFrom([{ to: value, includesTo: true, shape: all }, rest(none)])
    case '<':
      return curveFrom([{ to: value, includesTo: false, shape: all }, rest(none)])
    case '=':
      return passCurve(points, { low: value, high: value })
  }
}

const rest = (shape: ReturnType<typeof constant>) => ({ to: null, includesTo: false, shape })
