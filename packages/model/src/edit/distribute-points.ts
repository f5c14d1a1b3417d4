import { Exact, sum } from '../exact.ts'
import { type Branch, type Indicator, isBranch } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import { roundingOf } from '../scheme.ts'
import type { EditOf } from './edit.ts'
import { seatOf } from './reducer.ts'

/**
 * How points are made to add up: in whole units of the place they are rounded to, so that nothing has more digits than
 * it may, and by largest remainder, so that nothing is lost or made up (15 points over two children in whole points are
 * 8 and 7; each rounded by itself they would be 8 and 8).
 *
 * proportional 按比例补齐 keeps the children's shares · equal 平均 · last 归入最后一项 leaves all others as they are
 */
export type Distribution = 'proportional' | 'equal' | 'last'

/**
 * The edit that makes the children of a branch (of the scheme itself: `null`) agree with it; undefined where there is
 * nothing to change or no way: no such branch, no children, others above the parent's points under `last`.
 * Bonus children stand outside. Under best-of, alternatives and minimum every child gets the branch's points; under a
 * weighted mean the children's weights count and their points are their own.
 */
export function distributePoints(
  scheme: Scheme,
  branchId: string | null,
  distribution: Distribution,
): EditOf<'set-points'> | undefined {
  const parent = branchId === null ? undefined : seatOf(scheme, branchId)?.node
  if (branchId !== null && (parent === undefined || !isBranch(parent))) return undefined
  const branch = parent as Branch | undefined
  const points = Exact.of(branch?.points ?? scheme.fullScore)
  const children = (branch?.children ?? scheme.indicators).filter((child) => child.kind !== 'bonus')
  if (children.length === 0 || branch?.combine === 'weighted-mean') return undefined
  const isSum = branch?.combine === undefined || branch.combine === 'sum'
  const shares = isSum ? share(scheme, points, children, distribution) : children.map(() => points)
  if (shares === undefined) return undefined
  const changed = children.flatMap((child, index): [string, string][] => {
    const value = shares[index]!.toText()
    return value === child.points ? [] : [[child.id, value]]
  })
  return changed.length === 0 ? undefined : { type: 'set-points', points: Object.fromEntries(changed) }
}

function share(
  scheme: Scheme,
  points: Exact,
  children: readonly Indicator[],
  distribution: Distribution,
): Exact[] | undefined {
  const own = children.map((child) => Exact.of(child.points))
  if (distribution === 'last') {
    const last = points.minus(sum(own.slice(0, -1)))
    return last.sign < 0 ? undefined : [...own.slice(0, -1), last]
  }
  const isWeighed = distribution === 'proportional' && own.some((each) => each.sign > 0)
  const weights = isWeighed ? own : children.map(() => Exact.one)
  return largestRemainder(points, weights, unitOf(scheme, points, children))
}

/**
 * `total` in proportion to `weights` (≥ 0, not all 0), each part a multiple of `unit` and all of them together `total`,
 * which is a multiple of `unit`. What is left after rounding down goes to the largest remainders, the first of equals first.
 */
export function largestRemainder(total: Exact, weights: readonly Exact[], unit: Exact): Exact[] {
  const whole = sum(weights)
  const ideal = weights.map((weight) => total.times(weight).over(whole).over(unit))
  const parts = ideal.map((each) => each.floor())
  const left = Number(total.over(unit).minus(sum(parts)).numerator)
  const byRemainder = ideal
    .map((each, index) => ({ index, remainder: each.minus(parts[index]!) }))
    .sort((a, b) => b.remainder.compare(a.remainder) || a.index - b.index)
  for (const { index } of byRemainder.slice(0, left)) parts[index] = parts[index]!.plus(Exact.one)
  return parts.map((part) => part.times(unit))
}

/** The coarsest place that all children may be rounded to and that the parent's points fit into. */
function unitOf(scheme: Scheme, points: Exact, children: readonly Indicator[]): Exact {
  const places = children
    .map((child) => {
      const rounding = roundingOf(scheme, isBranch(child) ? 'branch' : 'leaf', child)
      if (rounding === 'none') return tenth(2)
      return 'step' in rounding ? Exact.of(rounding.step) : tenth(rounding.digits)
    })
    .sort((a, b) => b.compare(a))
  return places.find((place) => points.over(place).isWhole) ?? tenth(points.decimalDigits ?? 0)
}

function tenth(digits: number): Exact {
  return Exact.one.over(Exact.power10(digits))
}
