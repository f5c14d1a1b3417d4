import type { Formula, LinearFractional } from '@yardstick/formula'
import { digitsOf, Exact, type Item } from '@yardstick/model'
import { dateOfDayNumber } from '@yardstick/wording'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { reaching } from '../curve/reach.ts'
import { type ScoreCurve, scoreAt } from '../curve/score-curve.ts'
import type { Inputs } from '../evaluate/inputs.ts'
import type { LeafResult } from '../evaluate/result.ts'
import { asFunctionOf, itemsBehind, solveFor, valueAt } from './as-function-of.ts'

/** A leaf's curve and where on it the leaf stands. */
export interface CurveAt {
  readonly curve: ScoreCurve
  readonly x: Exact
}

export function curveOf({ outcome }: LeafResult): CurveAt | undefined {
  return outcome.state === 'present' && outcome.detail.kind === 'curve'
    ? { curve: outcome.detail.curve, x: outcome.detail.x }
    : undefined
}

/** An item that moves the leaf's value and nothing of its target, with what it says now. */
export interface Changeable {
  readonly item: Item
  readonly now: Exact
  readonly fraction: LinearFractional
}

export function changeable({ method }: CompiledLeaf, compiled: CompiledScheme, inputs: Inputs): Changeable[] {
  const { actual, target } = method
  if (actual === undefined) return []
  const inTarget = target?.kind === 'formula' ? itemsBehind(target.formula, compiled) : []
  return itemsBehind(actual, compiled).flatMap((name) => {
    // Nobody can change what comes of many units' figures; those of one unit are not asked about here.
    if (inputs.isBroughtTogether(name)) return []
    const item = compiled.itemByName.get(name)!
    const now = numberOf(inputs, name)
    const isDay = item.type === 'date'
    const fraction =
      inTarget.includes(name) || now === undefined
        ? undefined
        : isDay
          ? dayItself(actual, name)
          : asFunctionOf(name, actual, compiled, inputs)
    return fraction === undefined || now === undefined ? [] : [{ item, now, fraction }]
  })
}

/** A date counts by its day number only where it is the value itself. */
function dayItself({ root }: Formula, name: string): LinearFractional | undefined {
  const isItself = root.kind === 'name' && root.name === name
  return isItself ? { a: Exact.one, b: Exact.zero, c: Exact.zero, d: Exact.one } : undefined
}

function numberOf(inputs: Inputs, name: string): Exact | undefined {
  const reading = inputs.read(name)
  if (reading.state !== 'present') return undefined
  const { value } = reading
  if (value instanceof Exact) return value
  return typeof value === 'object' && 'dayNumber' in value ? Exact.integer(value.dayNumber) : undefined
}

/** The nearest grid value on each side that reaches the goal while one step less does not, proved on the inputs themselves. */
export function smallestChanges(
  input: Changeable,
  { curve, x }: CurveAt,
  goal: Exact,
  scoreWith: (item: Item, value: Exact) => Exact | undefined,
): { input: Changeable; to: Exact }[] {
  const { item, now, fraction } = input
  const step = Exact.ratio(1n, 10n ** BigInt(digitsOf(item)))
  const onCurve = (v: Exact) => {
    const value = valueAt(fraction, v)
    return value !== undefined && goal.atMost(scoreAt(curve, value))
  }
  const reaches = (v: Exact) => {
    const score = scoreWith(item, v)
    return score !== undefined && goal.atMost(score)
  }
  return reaching(curve, x, goal).flatMap((edge) => {
    const bound = solveFor(fraction, edge.x, now)
    if (bound === undefined) return []
    const isUpward = now.lessThan(bound) || (now.equals(bound) && (edge.direction === 'up') === isRising(fraction))
    const away = isUpward ? step : step.negated()
    const grid = isUpward ? bound.over(step).ceiling().times(step) : bound.over(step).floor().times(step)
    const to = onCurve(grid) && !grid.equals(now) ? grid : grid.plus(away)
    if (!isAllowed(item, now, to) || !reaches(to)) return []
    const before = to.minus(away)
    const isStillAhead = isUpward ? now.lessThan(before) : before.lessThan(now)
    return isStillAhead && reaches(before) ? [] : [{ input, to }]
  })
}

function isRising({ a, b, c, d }: LinearFractional): boolean {
  return a.times(d).minus(b.times(c)).sign > 0
}

/** Within the item's range; what is not negative now does not become so. */
function isAllowed(item: Item, now: Exact, to: Exact): boolean {
  const { min, max } = item.range ?? {}
  if (min !== undefined && to.lessThan(Exact.of(min))) return false
  if (max !== undefined && Exact.of(max).lessThan(to)) return false
  return to.sign >= 0 || now.sign < 0 || item.type === 'date'
}

/** In how many steps of its digits the item goes from one value to the other. */
export function stepsBetween(item: Item, from: Exact, to: Exact): { step: Exact; count: number } {
  const size = Exact.ratio(1n, 10n ** BigInt(digitsOf(item)))
  const step = from.lessThan(to) ? size : size.negated()
  return { step, count: Number(to.minus(from).over(step).ceiling().numerator) }
}

export function byRelativeChange(a: { input: Changeable; to: Exact }, b: { input: Changeable; to: Exact }): number {
  const size = ({ input, to }: { input: Changeable; to: Exact }) =>
    to
      .minus(input.now)
      .abs()
      .over(input.now.sign === 0 ? Exact.one : input.now.abs())
  return size(a).compare(size(b))
}

/** The value as a submission writes it: decimal text, or a date. */
export function textOf(item: Item, value: Exact): string {
  return item.type === 'date' ? (dateOfDayNumber(value)?.text ?? '') : value.toText()
}
