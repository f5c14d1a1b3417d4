import {
  type BandsScoring,
  type CurveScoring,
  type DistanceScoring,
  Exact,
  type Issue,
  issue,
  type PassScoring,
  type RatioScoring,
  type StepCount,
  type StepsScoring,
  type StepsSide,
} from '@yardstick/model'
import { anchorsCurve, bandsCurve, passCurve } from '../curve/plain-curves.ts'
import { ratioCurve } from '../curve/ratio-curve.ts'
import type { ScoreCurve } from '../curve/score-curve.ts'
import { type StepSide, stepsCurve } from '../curve/steps-curve.ts'
import type { Place } from './compile-formula.ts'
import type { CompiledTarget, CurveProblem, ResolvedTarget } from './compiled.ts'

/** What a curve is drawn with besides the method: all of it constant for a leaf. */
export interface CurveContext {
  readonly points: Exact
  readonly stepCount: StepCount | undefined
  readonly at: Place
}

export type CurveScoringMethod = RatioScoring | StepsScoring | BandsScoring | CurveScoring | PassScoring

export type Draw = (target: ResolvedTarget | undefined) => ScoreCurve | CurveProblem

/**
 * What is wrong with a curve method whatever the data say, then how its curve is drawn for a target. `hasTarget` says
 * whether the leaf has a numeric target at all, and `comparator` what it compares with.
 */
export function curveMethod(
  scoring: CurveScoringMethod,
  context: CurveContext,
  target: { comparator: string } | { low: Exact } | undefined,
): { draw?: Draw; issues: Issue[] } {
  const { points, at } = context
  const fail = (code: Parameters<typeof issue>[0], expected: Issue['expected'], found: Issue['found'], place = '') => ({
    issues: [issue(code, { ...at, pointer: `${at.pointer}${place}`, expected, found })],
  })
  switch (scoring.method) {
    case 'ratio': {
      if (target === undefined) return fail('SCORING_TARGET_MISSING', 'number', null)
      const comparator = 'comparator' in target ? target.comparator : 'range'
      if (comparator === '=' || comparator === 'range') return fail('SCORING_DIRECTION', ['>=', '<='], comparator)
      return { draw: (resolved) => drawRatio(scoring, points, resolved), issues: [] }
    }
    case 'steps':
      return stepsMethod(scoring, context, target)
    case 'bands':
      return ascending(
        scoring.bands.map((band) => Exact.of(band.from)),
        scoring.bands.map((band) => band.included),
      )
        ? { draw: () => bandsCurve(scoring, points), issues: [] }
        : fail(
            'SCORING_ORDER',
            'ascending',
            scoring.bands.map((band) => band.from),
            '/bands',
          )
    case 'curve':
      return ascending(scoring.anchors.map((anchor) => Exact.of(anchor.at)))
        ? { draw: () => anchorsCurve(scoring, points), issues: [] }
        : fail(
            'SCORING_ORDER',
            'ascending',
            scoring.anchors.map((anchor) => anchor.at),
            '/anchors',
          )
    case 'pass':
      if (target === undefined) return fail('SCORING_TARGET_MISSING', 'number or date', null)
      return { draw: (resolved) => passCurve(points, resolved!), issues: [] }
  }
}

/** A target as a curve asks for it; a text is none. */
export function numericTarget(target: CompiledTarget | undefined): { comparator: string } | { low: Exact } | undefined {
  if (target === undefined || target.kind === 'text') return undefined
  return target.kind === 'constant' ? target.resolved : target
}

/** Distances from a mean are scored by a curve without a target; steps then count from 0 unless they say otherwise. */
export function distanceCurve(
  scoring: DistanceScoring,
  context: CurveContext,
): { curve?: ScoreCurve; issues: Issue[] } {
  const from = scoring.method === 'steps' && scoring.from === undefined ? { ...scoring, from: '0' } : scoring
  const { draw, issues } = curveMethod(from, context, undefined)
  if (draw === undefined) return { issues }
  return { curve: draw(undefined) as ScoreCurve, issues }
}

function drawRatio(
  scoring: RatioScoring,
  points: Exact,
  target: ResolvedTarget | undefined,
): ScoreCurve | CurveProblem {
  if (target === undefined || 'low' in target) return { zeroTarget: 'error' }
  if (target.value.sign <= 0) return { zeroTarget: scoring.zeroTarget ?? 'error' }
  return ratioCurve(scoring, points, target.value, target.comparator.startsWith('>'))
}

function stepsMethod(
  scoring: StepsScoring,
  { points, stepCount, at }: CurveContext,
  target: { comparator: string } | { low: Exact } | undefined,
): { draw?: Draw; issues: Issue[] } {
  const issues: Issue[] = []
  if (scoring.from === undefined && target === undefined) {
    issues.push(issue('SCORING_TARGET_MISSING', { ...at, expected: 'number', found: null }))
  }
  if (scoring.below === undefined && scoring.above === undefined) {
    issues.push(issue('SCORING_STEP_SIDE', { ...at, expected: ['below', 'above'], found: null }))
  }
  for (const name of ['below', 'above'] as const) {
    const side = scoring[name]
    if (side === undefined) continue
    if ((side.count ?? scoring.count ?? stepCount) === undefined) {
      issues.push(
        issue('SCORING_STEP_COUNT', {
          ...at,
          pointer: `${at.pointer}/${name}`,
          expected: ['prorata', 'whole', 'started'],
          found: null,
        }),
      )
    }
    if (side.per === 'percent-of-target' && target === undefined) {
      issues.push(
        issue('SCORING_TARGET_MISSING', {
          ...at,
          pointer: `${at.pointer}/${name}/per`,
          expected: 'number',
          found: null,
        }),
      )
    }
  }
  const { from } = scoring
  if (typeof from === 'object' && Exact.of(from.high).lessThan(Exact.of(from.low))) {
    issues.push(
      issue('SCORING_ORDER', {
        ...at,
        pointer: `${at.pointer}/from`,
        expected: 'ascending',
        found: [from.low, from.high],
      }),
    )
  }
  if (issues.length > 0) return { issues }
  const start = scoring.start === undefined ? points : Exact.of(scoring.start)
  const floor = Exact.of(scoring.floor ?? '0')
  const draw: Draw = (resolved) => {
    const zone = zoneOf(from, resolved)
    const read = (side: StepsSide | undefined, edge: 'low' | 'high') =>
      side && stepSide(side, side.count ?? scoring.count ?? stepCount ?? 'prorata', targetAt(resolved, edge))
    const [below, above] = [read(scoring.below, 'low'), read(scoring.above, 'high')]
    // A target of 0 has no percentage to step by.
    if (below?.size.sign === 0 || above?.size.sign === 0) return { zeroTarget: 'error' }
    return stepsCurve(zone, start, floor, { below, above })
  }
  return { draw, issues }
}

function zoneOf(from: StepsScoring['from'], target: ResolvedTarget | undefined): { low: Exact; high: Exact } {
  if (typeof from === 'object') return { low: Exact.of(from.low), high: Exact.of(from.high) }
  if (from !== undefined) return { low: Exact.of(from), high: Exact.of(from) }
  if (target === undefined) throw new Error('steps: neither a threshold nor a target')
  return 'low' in target ? target : { low: target.value, high: target.value }
}

/** The end of the target that a side of the zone steps away from. */
function targetAt(target: ResolvedTarget | undefined, edge: 'low' | 'high'): Exact {
  if (target === undefined) return Exact.zero
  return 'low' in target ? target[edge] : target.value
}

function stepSide(side: StepsSide, count: StepCount, target: Exact): StepSide {
  const percent = Exact.of(side.size.endsWith('%') ? side.size : `${side.size}%`)
  const size =
    side.per === 'unit' ? Exact.of(side.size) : side.per === 'percentage-point' ? percent : percent.times(target.abs())
  return {
    size,
    deduct: Exact.of(side.deduct),
    count,
    limit: side.limit === undefined ? undefined : Exact.of(side.limit),
  }
}

/** Strictly ascending, save that an included edge may be followed by itself, not included: a band of one value. */
function ascending(edges: readonly Exact[], included: readonly boolean[] = []): boolean {
  return edges.every((edge, index) => {
    const before = edges[index - 1]
    if (before === undefined) return true
    const order = before.compare(edge)
    return (
      order < 0 ||
      (order === 0 &&
        included[index - 1] === true &&
        included[index] === false &&
        edges[index - 2]?.equals(edge) !== true)
    )
  })
}
