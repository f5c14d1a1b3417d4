import { Exact } from '@yardstick/model'
import type { SliderRange } from './slider-range.ts'

/** Points of a judged leaf from 0 to its points, by half a point, or finer where it is worth little. */
export function judgementSlider(points: string): SliderRange {
  const full = Exact.of(points)
  const half = Exact.of('0.5')
  const isWhole = full.over(half).isWhole
  const step =
    full.lessThan(Exact.integer(2)) || !isWhole
      ? Exact.one.over(Exact.power10(Math.max(1, full.decimalDigits ?? 1)))
      : half
  return { low: Exact.zero, step, count: Number(full.over(step).floor().toText()) }
}
