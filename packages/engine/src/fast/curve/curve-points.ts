import { Exact } from '@yardstick/model'
import type { ScoreCurve, Shape } from '../../curve/score-curve.ts'
import { stateOnly } from '../constant.ts'
import { SAFE, UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue } from '../value.ts'
import { AS_IT_IS } from './curve-score.ts'
import { CurveTable, type EdgeUnits } from './curve-table.ts'
import { edgeUnits } from './draw-table.ts'
import { type ExactPiece, PointsStep } from './points-step.ts'
import { LEVEL_UNITS, PrintedStep } from './printed-step.ts'
import { Ratio } from './ratio.ts'

/** The points of a curve at x, clamped to [0, points], exact. The state is that of x. */
export function curvePoints(plan: Plan, x: NumberValue, { pieces }: ScoreCurve, points: Exact): NumberValue {
  const scale = finestUnit(
    pieces.map(({ shape }) => shape),
    x,
    points,
  )
  const drawer = PrintedStep.exact(scale)
  const own = Ratio.of(x.scale)
  const edges: EdgeUnits[] = []
  const exact: ExactPiece[] = []
  for (const { shape, to, includesTo } of pieces) {
    const piece = exactPiece(shape, drawer, own, scale, points)
    const edge = to === null ? LAST : edgeUnits(to, includesTo, own)
    if (piece === undefined || edge === undefined) return stateOnly(plan, 'number', UNSURE) as NumberValue
    exact.push(piece)
    if (edge !== LAST) edges.push(edge)
  }
  const hasDen = exact.some(({ kind, c, f }) => kind === 'line' && (x.den !== undefined || c !== 1 || f !== 0))
  const num = plan.register()
  const den = hasDen ? plan.register() : undefined
  const table = new CurveTable(
    plan.numbers,
    edges,
    exact.map(() => ({ ...LEVEL_UNITS, lo: 0, hi: 0, least: 0, most: 0 })),
    'floor',
  )
  plan.add(new PointsStep({ num, den }, x, table, exact))
  return { kind: 'number', num, den, scale }
}

/** Points that came about in any way, clamped to [0, points], exact. */
export function clampedPoints(plan: Plan, value: NumberValue, points: Exact): NumberValue {
  return curvePoints(plan, value, AS_IT_IS, points)
}

const LAST = 'last'

/** A unit in which levels and steps are whole, and the points of a line where x is. */
function finestUnit(shapes: readonly Shape[], x: NumberValue, points: Exact): Exact {
  const parts = [points, ...shapes.flatMap((shape) => partsOf(shape, x))].map(({ denominator }) => denominator)
  return Exact.ratio(1n, parts.reduce(leastCommonMultiple))
}

function partsOf(shape: Shape, x: NumberValue): Exact[] {
  switch (shape.kind) {
    case 'constant':
      return [shape.score]
    case 'linear':
      return [shape.slope.times(x.scale), shape.score.minus(shape.slope.times(shape.at))]
    case 'reciprocal':
      return []
    case 'staircase':
      return [shape.start, shape.deduct, shape.lowest]
  }
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b]
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest]
  return (a / divisor) * b
}

function exactPiece(
  shape: Shape,
  drawer: PrintedStep,
  scale: Ratio,
  unit: Exact,
  points: Exact,
): ExactPiece | undefined {
  const inUnits = (score: Exact) => Number(score.clamp(Exact.zero, points).over(unit).numerator)
  const { a, b, c, e, f, q, m } = drawer.shape(shape, scale)
  const [kind, low, high] =
    shape.kind === 'constant'
      ? (['level', shape.score, shape.score] as const)
      : shape.kind === 'staircase'
        ? (['stairs', shape.lowest, shape.start] as const)
        : (['line', Exact.zero, points] as const)
  const [lo, hi] = [inUnits(low), inUnits(high)]
  const isShort = [a, b, c, f, q, m, hi, Math.abs(q) + Math.abs(m) + hi].every((each) => Math.abs(each) <= SAFE / 2)
  return isShort ? { kind, a, b, c, e, f, q, m, lo, hi } : undefined
}
