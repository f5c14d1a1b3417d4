import { Exact, type StepCount } from '@yardstick/model'
import { constant, curveFrom, line, type ScoreCurve, type Shape } from './score-curve.ts'

/** One side of a stepwise deduction, in plain numbers: `size` is already in the value's own unit. */
export interface StepSide {
  readonly size: Exact
  readonly deduct: Exact
  readonly count: StepCount
  readonly limit: Exact | undefined
}

/**
 * 按步扣分: `start` points inside the zone [low, high], ends included; beyond it each step takes `deduct` points, until
 * the side's limit or the floor is reached. A side that is not given takes nothing.
 *
 * source  design.md 6; domain.md 1.1 V5–V8, V18–V20, V24 and 1.5 (1)–(5)
 */
export function stepsCurve(
  zone: { low: Exact; high: Exact },
  start: Exact,
  floor: Exact,
  sides: { below: StepSide | undefined; above: StepSide | undefined },
): ScoreCurve {
  const below = sides.below && sideParts('below', zone.low, start, floor, sides.below)
  const above = sides.above && sideParts('above', zone.high, start, floor, sides.above)
  return curveFrom([
    ...(below ? [{ ...below.lowest, shape: below.bottom }, ...below.falling] : []),
    { to: above ? zone.high : null, includesTo: true, shape: constant(start) },
    ...(above ? [...above.falling, { to: null, includesTo: false, shape: above.bottom }] : []),
  ])
}

/**
 * The falling part beside the zone and the level it ends on. Below the zone the parts read: bottom up to `lowest.to`,
 * then falling up to the zone; above it: falling up to the end of the steps, then bottom.
 */
function sideParts(side: 'below' | 'above', edge: Exact, start: Exact, floor: Exact, step: StepSide) {
  const lowest = (step.limit === undefined ? floor : start.minus(step.limit).max(floor)).min(start)
  const bottom = constant(lowest)
  const away = (distance: Exact) => (side === 'below' ? edge.minus(distance) : edge.plus(distance))
  if (step.deduct.sign === 0 || lowest.equals(start)) {
    return { bottom: constant(start), lowest: { to: edge, includesTo: false }, falling: [] }
  }
  const stepsToBottom = start.minus(lowest).over(step.deduct)
  const { end, endIsBottom, shape } = fallingShape(side, edge, start, lowest, stepsToBottom, step, away)
  return side === 'below'
    ? { bottom, lowest: { to: end, includesTo: endIsBottom }, falling: [{ to: edge, includesTo: false, shape }] }
    : { bottom, lowest: { to: end, includesTo: endIsBottom }, falling: [{ to: end, includesTo: !endIsBottom, shape }] }
}

/** Where the steps end, whether that very value is already at the bottom, and the shape up to there. */
function fallingShape(
  side: 'below' | 'above',
  edge: Exact,
  start: Exact,
  lowest: Exact,
  stepsToBottom: Exact,
  step: StepSide,
  away: (distance: Exact) => Exact,
): { end: Exact; endIsBottom: boolean; shape: Shape } {
  if (step.count === 'prorata') {
    const end = away(stepsToBottom.times(step.size))
    return { end, endIsBottom: true, shape: line(end, lowest, edge, start) }
  }
  const { size, deduct, count } = step
  const shape: Shape = { kind: 'staircase', side, edge, start, size, deduct, count, lowest }
  const lastStep = stepsToBottom.ceiling()
  // A whole step is taken when its far end is reached; a started one as soon as its near end is left.
  return count === 'whole'
    ? { end: away(lastStep.times(size)), endIsBottom: true, shape }
    : { end: away(lastStep.minus(Exact.one).times(size)), endIsBottom: false, shape }
}
