import { Exact, type RatioScoring } from '@yardstick/model'
import { constant, curveFrom, line, type ScoreCurve, type Shape } from './score-curve.ts'

/**
 * 按比例: points × completion, full once the target is reached. For ≥ the completion is actual ÷ target, for ≤ it is
 * target ÷ actual, so that an actual of 0 is full. An overshoot beyond its limit is refused or reduced by the deviation.
 *
 * target  > 0; what a target ≤ 0 means is decided before (`zeroTarget`)
 * source  design.md 6; domain.md 1.1 V1–V3, V21
 */
export function ratioCurve(scoring: RatioScoring, points: Exact, target: Exact, isHigher: boolean): ScoreCurve {
  const passLine = scoring.passLine === undefined ? Exact.zero : Exact.of(scoring.passLine).min(Exact.one)
  const { overshoot } = scoring
  const limit = overshoot === undefined ? undefined : Exact.of(overshoot.beyond)
  return isHigher
    ? curveFrom([
        { to: target.times(passLine), includesTo: false, shape: constant(Exact.zero) },
        { to: target, includesTo: false, shape: line(Exact.zero, Exact.zero, target, points) },
        ...(limit === undefined ? [] : overshootAbove(overshoot?.effect === 'refuse', points, target, limit)),
        { to: null, includesTo: false, shape: constant(limit === undefined ? points : Exact.zero) },
      ])
    : curveFrom([
        ...(limit === undefined ? [] : overshootBelow(overshoot?.effect === 'refuse', points, target, limit)),
        { to: target, includesTo: true, shape: constant(points) },
        ...(passLine.sign > 0
          ? [{ to: target.over(passLine), includesTo: true, shape: reciprocal(points.times(target)) }]
          : []),
        {
          to: null,
          includesTo: false,
          shape: passLine.sign > 0 ? constant(Exact.zero) : reciprocal(points.times(target)),
        },
      ])
}

const reciprocal = (numerator: Exact): Shape => ({ kind: 'reciprocal', numerator })

/** Full up to the limit, included; beyond it nothing, or points × (1 − (deviation − limit)) down to 0. */
function overshootAbove(isRefused: boolean, points: Exact, target: Exact, limit: Exact) {
  const allowed = target.times(Exact.one.plus(limit))
  const nothing = allowed.plus(target)
  return [
    { to: allowed, includesTo: true, shape: constant(points) },
    ...(isRefused ? [] : [{ to: nothing, includesTo: true, shape: line(allowed, points, nothing, Exact.zero) }]),
  ]
}

function overshootBelow(isRefused: boolean, points: Exact, target: Exact, limit: Exact) {
  const allowed = target.times(Exact.one.minus(limit))
  const nothing = allowed.minus(target)
  return [
    { to: isRefused ? allowed : nothing, includesTo: false, shape: constant(Exact.zero) },
    ...(isRefused ? [] : [{ to: allowed, includesTo: false, shape: line(nothing, Exact.zero, allowed, points) }]),
  ]
}
