import { Exact } from '@yardstick/model'
import { niceStep } from './frame.ts'

/**
 * Where a drag may stop: whole steps of a round width, never finer than the digits its value is stated with, and not so
 * fine that a pixel skips them. What comes out is exact decimal text by way of whole steps.
 */
export function snapStep(perPixel: number, digits: number): Exact {
  const finest = Exact.one.over(Exact.power10(digits))
  const nice = niceStep(perPixel)
  const power = Math.floor(Math.log10(nice) + 1e-9)
  const factor = Exact.integer(Math.round(nice / 10 ** power))
  const wanted = power < 0 ? factor.over(Exact.power10(-power)) : factor.times(Exact.power10(power))
  return finest.max(wanted)
}

/** The multiple of `step` that is nearest to what was pointed at, within the limits. */
export function snapTo(pointed: number, step: Exact, limits: { low: Exact | null; high: Exact | null }): Exact {
  const value = Exact.integer(Math.round(pointed / asNumber(step))).times(step)
  return limited(value, step, limits)
}

/** Within the limits, which a handle may come near to but not reach. */
export function limited(value: Exact, step: Exact, { low, high }: { low: Exact | null; high: Exact | null }): Exact {
  if (low !== null && value.atMost(low)) return firstInside(low, step, 1)
  if (high?.atMost(value) === true) return firstInside(high, step, -1)
  return value
}

function firstInside(limit: Exact, step: Exact, direction: 1 | -1): Exact {
  const steps = limit.over(step)
  const next = direction > 0 ? steps.floor().plus(Exact.one) : steps.ceiling().minus(Exact.one)
  return next.times(step)
}

export function asNumber(value: Exact): number {
  return Number(value.numerator) / Number(value.denominator)
}
